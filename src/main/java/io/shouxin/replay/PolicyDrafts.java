package io.shouxin.replay;

import io.shouxin.kernel.PersonId;
import io.shouxin.replay.PolicyDraft.Attachment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The file of drafts. Each change is conditional on the stage it was decided at, so that of two only one gets through. */
@Repository
class PolicyDrafts {

    private static final String SELECT = """
            SELECT draft_id, policy_key, policy_version, title, source, sha256, revision, status, author, uploaded_at, effective_from,
                   replay_id, submitted_by, submitted_at, decided_by, decided_at, remark
              FROM policy_draft
             """;

    private final JdbcClient jdbc;

    PolicyDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PolicyDraft draft, byte[] file) {
        jdbc.sql("""
                INSERT INTO policy_draft (draft_id, policy_key, policy_version, title, source, sha256, content, revision, status, author, uploaded_at)
                VALUES (:id, :key, :version, :title, :source, :sha256, :content, 1, :status, :author, :at)""")
                .param("id", draft.draftId()).param("key", draft.policy()).param("version", draft.version()).param("title", draft.title())
                .param("source", draft.source()).param("sha256", draft.sha256()).param("content", file)
                .param("status", draft.status().name()).param("author", draft.author().value())
                .param("at", Timestamp.from(draft.uploadedAt())).update();
    }

    boolean revise(PolicyDraft draft, String version, String sha256, byte[] file, Instant at) {
        return jdbc.sql("""
                UPDATE policy_draft SET policy_version = :version, sha256 = :sha256, content = :content, revision = revision + 1,
                       uploaded_at = :at
                 WHERE draft_id = :id AND revision = :revision AND status IN ('DRAFT', 'RETURNED')""")
                .param("version", version).param("sha256", sha256).param("content", file).param("at", Timestamp.from(at))
                .param("id", draft.draftId()).param("revision", draft.revision()).update() == 1;
    }

    boolean submit(PolicyDraft draft, LocalDate effectiveFrom, String replay, PersonId by, Instant at) {
        return jdbc.sql("""
                UPDATE policy_draft SET status = 'SUBMITTED', effective_from = :from, replay_id = :replay, submitted_by = :by,
                       submitted_at = :at, decided_by = NULL, decided_at = NULL, remark = NULL
                 WHERE draft_id = :id AND revision = :revision AND status = :status""")
                .param("from", effectiveFrom).param("replay", replay).param("by", by.value()).param("at", Timestamp.from(at))
                .param("id", draft.draftId()).param("revision", draft.revision()).param("status", draft.status().name()).update() == 1;
    }

    /** @param by null where nobody of the bank did, as when its author took it back */
    boolean decide(PolicyDraft draft, DraftStatus decided, String remark, PersonId by, Instant at) {
        return jdbc.sql("""
                UPDATE policy_draft SET status = :decided, decided_by = :by, decided_at = :at, remark = :remark
                 WHERE draft_id = :id AND status = 'SUBMITTED'""")
                .param("decided", decided.name()).param("by", by == null ? null : by.value()).param("at", Timestamp.from(at)).param("remark", remark)
                .param("id", draft.draftId()).update() == 1;
    }

    boolean move(PolicyDraft draft, DraftStatus to) {
        return jdbc.sql("UPDATE policy_draft SET status = :to WHERE draft_id = :id AND status = :status")
                .param("to", to.name()).param("id", draft.draftId()).param("status", draft.status().name()).update() == 1;
    }

    Optional<PolicyDraft> find(String id) {
        return jdbc.sql(SELECT + "WHERE draft_id = :id").param("id", id).query(this::draft).optional();
    }

    /** Newest first. */
    List<PolicyDraft> list(int most) {
        return jdbc.sql(SELECT + "ORDER BY uploaded_at DESC, draft_id DESC LIMIT :most").param("most", most).query(this::draft).list();
    }

    /** Drafts of a policy that may still come into force, newest first. */
    List<PolicyDraft> undecided(String policy, int most) {
        return jdbc.sql(SELECT + """
                WHERE policy_key = :policy AND status IN ('DRAFT', 'RETURNED', 'SUBMITTED')
                ORDER BY uploaded_at DESC, draft_id DESC LIMIT :most""")
                .param("policy", policy).param("most", most).query(this::draft).list();
    }

    byte[] file(String id) {
        return jdbc.sql("SELECT content FROM policy_draft WHERE draft_id = :id").param("id", id)
                .query((row, n) -> row.getBytes(1)).single();
    }

    void attach(String id, Attachment attachment, byte[] content) {
        jdbc.sql("""
                INSERT INTO policy_draft_attachment (draft_id, attachment_no, file_name, sha256, size_bytes, content, added_by, added_at)
                VALUES (:id, :number, :name, :sha256, :size, :content, :by, :at)""")
                .param("id", id).param("number", attachment.number()).param("name", attachment.fileName()).param("sha256", attachment.sha256())
                .param("size", attachment.sizeBytes()).param("content", content).param("by", attachment.addedBy().value())
                .param("at", Timestamp.from(attachment.addedAt())).update();
    }

    Optional<byte[]> attachment(String id, int number) {
        return jdbc.sql("SELECT content FROM policy_draft_attachment WHERE draft_id = :id AND attachment_no = :number")
                .param("id", id).param("number", number).query((row, n) -> row.getBytes(1)).optional();
    }

    private List<Attachment> attachments(String id) {
        return jdbc.sql("SELECT attachment_no, file_name, sha256, size_bytes, added_by, added_at FROM policy_draft_attachment"
                        + " WHERE draft_id = :id ORDER BY attachment_no").param("id", id)
                .query((row, n) -> new Attachment(row.getInt(1), row.getString(2), row.getString(3), row.getLong(4),
                        new PersonId(row.getString(5)), row.getTimestamp(6).toInstant())).list();
    }

    private PolicyDraft draft(ResultSet row, int number) throws SQLException {
        String id = row.getString("draft_id");
        return new PolicyDraft(id, row.getString("policy_key"), row.getString("policy_version"), row.getString("title"),
                row.getString("source"), row.getString("sha256"), row.getInt("revision"), DraftStatus.valueOf(row.getString("status")),
                new PersonId(row.getString("author")), row.getTimestamp("uploaded_at").toInstant(),
                Optional.ofNullable(row.getObject("effective_from", LocalDate.class)), Optional.ofNullable(row.getString("replay_id")),
                Optional.ofNullable(row.getString("submitted_by")).map(PersonId::new), moment(row, "submitted_at"),
                Optional.ofNullable(row.getString("decided_by")).map(PersonId::new), moment(row, "decided_at"),
                Optional.ofNullable(row.getString("remark")).orElse(""), attachments(id));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
