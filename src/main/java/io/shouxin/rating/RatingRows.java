package io.shouxin.rating;

import io.shouxin.kernel.StoredFacts;
import io.shouxin.kernel.StoredRow;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The first screening of a case, the ratings made for it with all their evidence, and the override decided on, as a receipt keeps them. */
@Component
class RatingRows implements StoredFacts {

    private final JdbcClient jdbc;

    RatingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StoredRow> of(DecidedCase decided) {
        List<String> number = List.of(decided.subject());
        return Stream.of(
                StoredRow.select(jdbc, "rating", List.of("rating_id"), "subject = ? ORDER BY rating_id", number).stream(),
                StoredRow.select(jdbc, "screening", List.of("subject"), "subject = ?", number).stream(),
                StoredRow.select(jdbc, "rating_override", List.of("override_id"), "override_id = ?", number, "version", "status", "open_for",
                        "valid_until", "closed_at").stream().map(StoredRow::asLiving)).flatMap(Function.identity()).toList();
    }
}
