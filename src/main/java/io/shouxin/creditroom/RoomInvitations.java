package io.shouxin.creditroom;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of invitations and links. */
@Component
class RoomInvitations {

    private static final String SELECT = "SELECT invitation_id, application_id, customer_id, person_id, invited_by, invited_at, ends_on, links,"
            + " revoked_at, paper_id, signatory_name, identifier_hash, identifier_tail FROM room_invitation";

    private final JdbcClient jdbc;

    RoomInvitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RoomInvitation> find(String id) {
        return jdbc.sql(SELECT + " WHERE invitation_id = :id").param("id", id).query(RoomInvitations::read).optional();
    }

    /** Newest first. */
    List<RoomInvitation> of(ApplicationId application) {
        return jdbc.sql(SELECT + " WHERE application_id = :id ORDER BY invited_at DESC, invitation_id DESC").param("id", application.value())
                .query(RoomInvitations::read).list();
    }

    void insert(RoomInvitation invitation) {
        jdbc.sql("INSERT INTO room_invitation (invitation_id, application_id, customer_id, person_id, invited_by, invited_at, ends_on, links,"
                        + " paper_id, signatory_name, identifier_hash, identifier_tail)"
                        + " VALUES (:id, :application, :customer, :person, :by, :at, :ends, :links, :paper, :name, :hash, :tail)")
                .param("id", invitation.id()).param("application", invitation.application().value()).param("customer", invitation.customer().value())
                .param("person", invitation.person().value()).param("by", invitation.invitedBy().value())
                .param("at", Timestamp.from(invitation.invitedAt())).param("ends", Date.valueOf(invitation.endsOn())).param("links", invitation.links())
                .param("paper", invitation.guarantee().map(RoomGuarantee::paper).orElse(null))
                .param("name", invitation.guarantee().map(RoomGuarantee::name).orElse(null))
                .param("hash", invitation.guarantee().flatMap(RoomGuarantee::identifierHash).orElse(null))
                .param("tail", invitation.guarantee().map(RoomGuarantee::identifierTail).orElse(null))
                .update();
    }

    void revoke(String id, Instant at) {
        jdbc.sql("UPDATE room_invitation SET revoked_at = :at WHERE invitation_id = :id AND revoked_at IS NULL").param("at", Timestamp.from(at))
                .param("id", id).update();
    }

    /** @return false when as many were asked for meanwhile */
    boolean countLink(RoomInvitation invitation) {
        return jdbc.sql("UPDATE room_invitation SET links = links + 1 WHERE invitation_id = :id AND links = :links").param("id", invitation.id())
                .param("links", invitation.links()).update() == 1;
    }

    void insertLink(String hash, String invitation, Instant madeAt, Instant expiresAt) {
        jdbc.sql("INSERT INTO room_link (link_hash, invitation_id, made_at, expires_at) VALUES (:hash, :invitation, :made, :expires)")
                .param("hash", hash).param("invitation", invitation).param("made", Timestamp.from(madeAt)).param("expires", Timestamp.from(expiresAt)).update();
    }

    List<Link> links(String invitation) {
        return jdbc.sql("SELECT link_hash, expires_at, used_at FROM room_link WHERE invitation_id = :id").param("id", invitation)
                .query((row, n) -> new Link(row.getString(1), row.getTimestamp(2).toInstant(), row.getTimestamp(3) != null)).list();
    }

    /** Of two who bring the same link one gets in. */
    boolean use(String hash, Instant at) {
        return jdbc.sql("UPDATE room_link SET used_at = :at WHERE link_hash = :hash AND used_at IS NULL").param("at", Timestamp.from(at))
                .param("hash", hash).update() == 1;
    }

    /** An e-mail that went out twice leaves two links; with one used the other is too. */
    void useAll(String invitation, Instant at) {
        jdbc.sql("UPDATE room_link SET used_at = :at WHERE invitation_id = :id AND used_at IS NULL").param("at", Timestamp.from(at))
                .param("id", invitation).update();
    }

    private static RoomInvitation read(ResultSet row, int number) throws SQLException {
        return new RoomInvitation(row.getString(1), new ApplicationId(row.getString(2)), new CustomerId(row.getString(3)), new PersonId(row.getString(4)),
                new PersonId(row.getString(5)), row.getTimestamp(6).toInstant(), row.getObject(7, LocalDate.class), row.getInt(8),
                Optional.ofNullable(row.getTimestamp(9)).map(Timestamp::toInstant), Optional.empty(),
                row.getString(10) == null ? Optional.empty() : Optional.of(new RoomGuarantee(row.getString(10), row.getString(11),
                        Optional.ofNullable(row.getString(12)), row.getString(13))));
    }

    /** @param hash of the secret the link carries */
    record Link(String hash, Instant expiresAt, boolean used) {
    }
}
