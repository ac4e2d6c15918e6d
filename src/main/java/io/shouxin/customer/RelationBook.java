package io.shouxin.customer;

import io.shouxin.kernel.PartyId;
import io.shouxin.kernel.PersonId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of relations. An outside party whose identifier a customer has meanwhile been registered with is that customer: every read
 * gives his number.
 */
@Component
class RelationBook {

    private static final String SELECT = """
            SELECT r.relation_id, r.kind, COALESCE(fc.customer_id, r.from_party) AS from_party, COALESCE(tc.customer_id, r.to_party) AS to_party,
              r.percentage, r.detail, r.generations, r.amount, r.currency, r.valid_from, r.valid_to, r.source, r.evidence, r.replaces, r.annulled,
              r.end_reason, r.ended_by, r.recorded_by, r.recorded_at
            FROM party_relation r
              LEFT JOIN outside_party fo ON fo.party_id = r.from_party LEFT JOIN customer fc ON fc.identifier_hash = fo.identifier_hash
              LEFT JOIN outside_party tp ON tp.party_id = r.to_party LEFT JOIN customer tc ON tc.identifier_hash = tp.identifier_hash
             """;
    /** The numbers a party has gone by. */
    private static final String ALIASES = """
            SELECT o.party_id FROM outside_party o JOIN customer c ON c.identifier_hash = o.identifier_hash WHERE c.customer_id = :party""";

    private final JdbcClient jdbc;

    RelationBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one writer at a time go on, and what was remembered of the graph be looked up anew. */
    void standInLine() {
        jdbc.sql("UPDATE connection_graph SET revision = revision + 1 WHERE graph_id = 1").update();
    }

    /** Waits for writers of relations and keeps them waiting, without changing anything. */
    void keepAsItIs() {
        jdbc.sql("SELECT revision FROM connection_graph WHERE graph_id = 1 FOR UPDATE").query(Long.class).single();
    }

    /** Changes with every change of the graph, also when an outside party becomes a customer. */
    String revision() {
        return jdbc.sql("SELECT revision FROM connection_graph WHERE graph_id = 1").query(Long.class).single() + "/"
                + jdbc.sql("SELECT COUNT(*) FROM outside_party o JOIN customer c ON c.identifier_hash = o.identifier_hash").query(Long.class).single();
    }

    List<PartyRelation> holdingOn(LocalDate day) {
        return jdbc.sql(SELECT + "WHERE r.annulled = FALSE AND r.valid_from <= :day AND (r.valid_to IS NULL OR r.valid_to >= :day) ORDER BY r.relation_id")
                .param("day", day).query(RelationBook::relation).list();
    }

    /** All relations of a party, ended and annulled ones included, the newest first. */
    List<PartyRelation> of(PartyId party) {
        return jdbc.sql(SELECT + "WHERE r.from_party = :party OR r.to_party = :party OR r.from_party IN (" + ALIASES + ") OR r.to_party IN ("
                        + ALIASES + ") ORDER BY r.valid_from DESC, r.relation_id DESC")
                .param("party", party.value()).query(RelationBook::relation).list();
    }

    List<PartyRelation> to(PartyId party, RelationKind kind) {
        return jdbc.sql(SELECT + "WHERE r.kind = :kind AND (r.to_party = :party OR r.to_party IN (" + ALIASES + ")) ORDER BY r.relation_id")
                .param("kind", kind.name()).param("party", party.value()).query(RelationBook::relation).list();
    }

    Optional<PartyRelation> find(String id) {
        return jdbc.sql(SELECT + "WHERE r.relation_id = ?").param(id).query(RelationBook::relation).optional();
    }

    /** Parties with any relation ever, annulled ones aside. */
    List<PartyId> everRelated() {
        return jdbc.sql("""
                SELECT COALESCE(c.customer_id, x.party) FROM (SELECT from_party AS party FROM party_relation WHERE annulled = FALSE
                  UNION SELECT to_party FROM party_relation WHERE annulled = FALSE) x
                LEFT JOIN outside_party o ON o.party_id = x.party LEFT JOIN customer c ON c.identifier_hash = o.identifier_hash""")
                .query((row, n) -> new PartyId(row.getString(1))).list();
    }

    void add(PartyRelation relation) {
        jdbc.sql("""
                        INSERT INTO party_relation (relation_id, kind, from_party, to_party, percentage, detail, generations, amount, currency,
                          valid_from, valid_to, source, evidence, replaces, annulled, recorded_by, recorded_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE, ?, ?)""")
                .params(relation.id(), relation.kind().name(), relation.from().value(), relation.to().value(), relation.percent(),
                        relation.detail(), relation.generations(), relation.amount(), relation.currency(), relation.validFrom(),
                        relation.validTo(), relation.source(), relation.evidence(), relation.replaces(), relation.recordedBy().value(),
                        Timestamp.from(relation.recordedAt())).update();
    }

    void end(String id, LocalDate lastDay, String reason, PersonId actor, Instant at) {
        jdbc.sql("UPDATE party_relation SET valid_to = ?, end_reason = ?, ended_by = ?, ended_at = ? WHERE relation_id = ?")
                .params(lastDay, reason, actor.value(), Timestamp.from(at), id).update();
    }

    void annul(String id, String reason, PersonId actor, Instant at) {
        jdbc.sql("UPDATE party_relation SET annulled = TRUE, end_reason = ?, ended_by = ?, ended_at = ? WHERE relation_id = ?")
                .params(reason, actor.value(), Timestamp.from(at), id).update();
    }

    private static PartyRelation relation(ResultSet row, int number) throws SQLException {
        String endedBy = row.getString("ended_by");
        return new PartyRelation(row.getString("relation_id"), RelationKind.valueOf(row.getString("kind")), new PartyId(row.getString("from_party")),
                new PartyId(row.getString("to_party")), plain(row.getBigDecimal("percentage")), row.getString("detail"),
                row.getObject("generations", Integer.class), scaled(row.getBigDecimal("amount")), row.getString("currency"),
                row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class), row.getString("source"),
                row.getString("evidence"), row.getString("replaces"), row.getBoolean("annulled"), row.getString("end_reason"),
                endedBy == null ? null : new PersonId(endedBy), new PersonId(row.getString("recorded_by")), row.getTimestamp("recorded_at").toInstant());
    }

    private static BigDecimal plain(BigDecimal percent) {
        if (percent == null) {
            return null;
        }
        BigDecimal shortest = percent.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private static BigDecimal scaled(BigDecimal amount) {
        return amount == null ? null : amount.setScale(2, java.math.RoundingMode.UNNECESSARY);
    }
}
