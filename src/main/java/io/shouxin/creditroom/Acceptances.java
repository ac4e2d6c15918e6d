package io.shouxin.creditroom;

import io.shouxin.audit.AuditTrail;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Sha256;
import io.shouxin.kernel.Wording;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers accept and authorise in the room: each person for himself, the text as he was shown it with its version and fingerprint, and
 * when. A new version of a text is to be accepted anew; a new invitation of the same person is not.
 */
@Service
@Transactional
public class Acceptances {

    private final JdbcClient jdbc;
    private final Wording wording;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Acceptances(JdbcClient jdbc, Wording wording, AuditTrail audit, BusinessClock clock) {
        this.jdbc = jdbc;
        this.wording = wording;
        this.audit = audit;
        this.clock = clock;
    }

    /** The text in force, as it is shown in a language. */
    @Transactional(readOnly = true)
    public Text text(Declaration declaration, Locale language) {
        String words = wording.of("declaration." + declaration, language);
        return new Text(declaration, wording.of("declaration." + declaration + ".version", Locale.CHINESE), words, Sha256.of(words));
    }

    /**
     * Repeated, the first acceptance stands.
     *
     * @param shownSha256 fingerprint of the text he was shown; another text is not accepted for him
     * @return the time of the acceptance, or {@code ROOM_DECLARATION_NOT_ACCEPTED}
     */
    public Outcome<Instant> accept(RoomInvitation visitor, Declaration declaration, String shownSha256, Locale language) {
        Text text = text(declaration, language);
        if (!text.sha256().equals(shownSha256)) {
            return Outcome.refused(Refusal.of("ROOM_DECLARATION_NOT_ACCEPTED").at("accepted"));
        }
        Optional<Instant> before = at(visitor, declaration);
        if (before.isPresent()) {
            return Outcome.done(before.get());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            jdbc.sql("INSERT INTO room_acceptance (application_id, person_id, declaration, text_version, text_language, text_sha256, accepted_text,"
                            + " invitation_id, accepted_at) VALUES (:application, :person, :declaration, :version, :language, :sha256, :text, :invitation, :at)")
                    .param("application", visitor.application().value()).param("person", visitor.person().value()).param("declaration", declaration.name())
                    .param("version", text.version()).param("language", language.getLanguage()).param("sha256", text.sha256()).param("text", text.words())
                    .param("invitation", visitor.id()).param("at", Timestamp.from(now)).update();
        } catch (DuplicateKeyException acceptedMeanwhile) {
            return Outcome.done(at(visitor, declaration).orElse(now));
        }
        audit.record(visitor.application().value(), declaration + "_ACCEPTED", visitor.person(), visitor.id() + " version " + text.version() + " sha256 "
                + text.sha256());
        return Outcome.done(now);
    }

    /** When this visitor's person accepted the version in force; empty when he hasn't. */
    @Transactional(readOnly = true)
    public Optional<Instant> at(RoomInvitation visitor, Declaration declaration) {
        String version = wording.of("declaration." + declaration + ".version", Locale.CHINESE);
        return of(visitor.application()).stream().filter(one -> one.person().equals(visitor.person()) && one.declaration() == declaration
                && one.version().equals(version)).map(Acceptance::at).findFirst();
    }

    /** All acceptances of an application, oldest first. */
    @Transactional(readOnly = true)
    public List<Acceptance> of(ApplicationId application) {
        return jdbc.sql("SELECT person_id, declaration, text_version, text_language, text_sha256, accepted_at FROM room_acceptance"
                        + " WHERE application_id = :application ORDER BY acceptance_id").param("application", application.value())
                .query((row, n) -> new Acceptance(new PersonId(row.getString(1)), Declaration.valueOf(row.getString(2)), row.getString(3), row.getString(4),
                        row.getString(5), row.getTimestamp(6).toInstant())).list();
    }

    /** A text to accept. */
    public record Text(Declaration declaration, String version, String words, String sha256) {
    }

    /** Who accepted what, when. @param language in which he was shown it; empty where that was not kept */
    public record Acceptance(PersonId person, Declaration declaration, String version, String language, String sha256, Instant at) {
    }
}
