package io.shouxin.origination;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.PersonId;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said about duplicate granting, by application; rows are never changed. */
@Repository
class DuplicateNotes {

    private final JdbcClient jdbc;

    DuplicateNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(ApplicationId application, DuplicateNote note) {
        jdbc.sql("""
                INSERT INTO duplicate_granting_note (application_id, kind, numbers, reason, noted_by, noted_at)
                VALUES (:application, :kind, :numbers, :reason, :by, :at)""")
                .param("application", application.value()).param("kind", note.kind().name()).param("numbers", String.join(",", note.numbers()))
                .param("reason", note.reason()).param("by", note.by().value()).param("at", Timestamp.from(note.at())).update();
    }

    /** Oldest first. */
    List<DuplicateNote> of(ApplicationId application) {
        return jdbc.sql("SELECT kind, numbers, reason, noted_by, noted_at FROM duplicate_granting_note WHERE application_id = :id ORDER BY note_id")
                .param("id", application.value())
                .query((row, n) -> new DuplicateNote(DuplicateNote.Kind.valueOf(row.getString(1)), List.of(row.getString(2).split(",")),
                        row.getString(3), new PersonId(row.getString(4)), row.getTimestamp(5).toInstant())).list();
    }

    /** Numbers whose block was released for this application. */
    Set<String> released(ApplicationId application) {
        return of(application).stream().filter(note -> note.kind() == DuplicateNote.Kind.RELEASED).flatMap(note -> note.numbers().stream())
                .collect(Collectors.toSet());
    }
}
