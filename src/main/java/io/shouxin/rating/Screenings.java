package io.shouxin.rating;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.RatingId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The file of first screenings, one for an application. Rows are added and read, never changed. */
@Repository
class Screenings {

    private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();

    private final JdbcClient jdbc;

    Screenings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Screening screening) {
        jdbc.sql("""
                INSERT INTO screening (subject, customer_id, policy_version, excluded, rating_id, rules, as_of, screened_at, screened_by)
                VALUES (:subject, :customer, :version, :excluded, :rating, :rules, :asOf, :at, :by)""")
                .param("subject", screening.subject()).param("customer", screening.customer().value()).param("version", screening.version())
                .param("excluded", screening.excluded()).param("rating", screening.rating().map(RatingId::value).orElse(null))
                .param("rules", written(screening.rules())).param("asOf", screening.asOf()).param("at", Timestamp.from(screening.at()))
                .param("by", screening.by().value()).update();
    }

    Optional<Screening> find(String subject) {
        return jdbc.sql("SELECT subject, customer_id, policy_version, rating_id, rules, as_of, screened_at, screened_by FROM screening WHERE subject = ?")
                .param(subject).query(Screenings::view).optional();
    }

    private static Screening view(ResultSet row, int number) throws SQLException {
        return new Screening(row.getString("subject"), new CustomerId(row.getString("customer_id")), row.getString("policy_version"),
                read(row.getString("rules")), Optional.ofNullable(row.getString("rating_id")).map(RatingId::new),
                row.getObject("as_of", LocalDate.class), row.getTimestamp("screened_at").toInstant(), new PersonId(row.getString("screened_by")));
    }

    private static String written(List<ScreenedRule> rules) {
        try {
            return JSON.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ScreenedRule> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored screening cannot be read", e);
        }
    }
}
