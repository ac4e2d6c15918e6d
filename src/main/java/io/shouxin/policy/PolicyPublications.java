package io.shouxin.policy;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.PersonId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code policy_publication}: versions the bank published itself. Rows are added and read, never changed. */
@Repository
class PolicyPublications {

    private static final String PLACE = "publication:";

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    PolicyPublications(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the version stands here rather than in a file of the application. */
    static boolean holds(PolicyVersion version) {
        return version.resource().startsWith(PLACE);
    }

    List<PolicyVersion> all() {
        return jdbc.sql("SELECT policy_key, policy_version, effective_from, sha256, source, draft_id FROM policy_publication"
                        + " ORDER BY policy_key, effective_from")
                .query((row, n) -> new PolicyVersion(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class),
                        row.getString(4), row.getString(5), PLACE + row.getString(6)))
                .list();
    }

    byte[] file(PolicyVersion version) {
        return jdbc.sql("SELECT content FROM policy_publication WHERE policy_key = :key AND policy_version = :version")
                .param("key", version.key()).param("version", version.version())
                .query((row, n) -> row.getBytes(1)).optional()
                .orElseThrow(() -> new IllegalStateException("published policy is missing: " + version.key() + " " + version.version()));
    }

    void add(PublishPolicy policy, String sha256, PersonId publishedBy) {
        Instant now = clock.instant();
        jdbc.sql("""
                INSERT INTO policy_publication (policy_key, policy_version, effective_from, sha256, content, source, draft_id, replay_id,
                                                author, published_by, published_at)
                VALUES (:key, :version, :from, :sha256, :content, :source, :draft, :replay, :author, :by, :at)""")
                .param("key", policy.key()).param("version", policy.version()).param("from", policy.effectiveFrom())
                .param("sha256", sha256).param("content", policy.file()).param("source", policy.source())
                .param("draft", policy.draftId()).param("replay", policy.replayId()).param("author", policy.author().value())
                .param("by", publishedBy.value()).param("at", Timestamp.from(now)).update();
    }
}
