package io.shouxin.rating;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Probability;
import io.shouxin.kernel.RatingId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The file of ratings. Rows are added and read, never changed. */
@Repository
class Ratings {

    private static final String COLUMNS = "rating_id, customer_id, subject, basis, knocked_out, score, grade, pd, body, as_of, rated_at, rated_by";
    private static final String SELECT = "SELECT " + COLUMNS + ", evidence FROM rating ";
    /** Without what a rating rests on in full: for reading many. */
    private static final String SELECT_BRIEF = "SELECT " + COLUMNS + ", NULL AS evidence FROM rating ";
    private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private final JdbcClient jdbc;

    Ratings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(RatingView rating, String attempt) {
        jdbc.sql("""
                INSERT INTO rating (rating_id, customer_id, subject, attempt, basis, knocked_out, score, grade, pd, body, evidence, as_of,
                                    rated_at, rated_by)
                VALUES (:id, :customer, :subject, :attempt, :basis, :knockedOut, :score, :grade, :pd, :body, :evidence, :asOf, :at, :by)""")
                .param("id", rating.id().value()).param("customer", rating.customer().value())
                .param("subject", rating.subject()).param("attempt", attempt).param("basis", rating.basis().name())
                .param("knockedOut", rating.knockedOut()).param("score", rating.score()).param("grade", rating.grade().name())
                .param("pd", rating.pd().fraction()).param("body", written(Body.of(rating)))
                .param("evidence", written(new Ground(rating.ratios(), rating.evidence()))).param("asOf", rating.asOf()).param("at", Timestamp.from(rating.at())).param("by", rating.by().value())
                .update();
    }

    Optional<RatingView> find(RatingId id) {
        return jdbc.sql(SELECT + "WHERE rating_id = :id").param("id", id.value()).query(Ratings::view).optional();
    }

    Optional<RatingView> find(String subject, String attempt) {
        return jdbc.sql(SELECT + "WHERE subject = :subject AND attempt = :attempt")
                .param("subject", subject).param("attempt", attempt).query(Ratings::view).optional();
    }

    /** The ratings that come after this number, in the order of their numbers; brief. */
    List<RatingView> after(String number, int most) {
        return jdbc.sql(SELECT_BRIEF + "WHERE rating_id > :after ORDER BY rating_id LIMIT :most")
                .param("after", number).param("most", most).query(Ratings::view).list();
    }

    /** The newest rating made for a subject by rating it, not by an override's beginning or end. */
    Optional<RatingView> newestFor(String subject) {
        return jdbc.sql(SELECT + "WHERE subject = :subject AND attempt NOT LIKE 'RO-%' ORDER BY rated_at DESC, rating_id DESC LIMIT 1")
                .param("subject", subject).query(Ratings::view).optional();
    }

    /** The rating in force of each customer that comes after this number, in the order of customer numbers; brief. */
    List<RatingView> inForceAfter(String customer, int most) {
        return jdbc.sql(SELECT_BRIEF + """
                WHERE customer_id > :after
                  AND NOT EXISTS (SELECT 1 FROM rating newer WHERE newer.customer_id = rating.customer_id
                        AND (newer.rated_at > rating.rated_at OR newer.rated_at = rating.rated_at AND newer.rating_id > rating.rating_id))
                ORDER BY customer_id LIMIT :most""")
                .param("after", customer).param("most", most).query(Ratings::view).list();
    }

    /** Newest first. */
    List<RatingView> of(CustomerId customer, int limit) {
        return jdbc.sql(SELECT + "WHERE customer_id = :customer ORDER BY rated_at DESC, rating_id DESC LIMIT :limit")
                .param("customer", customer.value()).param("limit", limit).query(Ratings::view).list();
    }

    /** The customer's newest rating of an earlier day than this one's. */
    Optional<RatingView> before(RatingView rating) {
        return jdbc.sql(SELECT + "WHERE customer_id = :customer AND as_of < :day ORDER BY rated_at DESC, rating_id DESC LIMIT 1")
                .param("customer", rating.customer().value()).param("day", rating.asOf()).query(Ratings::view).optional();
    }

    /** How many customers were given a score in the time from {@code from} until before {@code to}. */
    int customersScored(Instant from, Instant to) {
        return jdbc.sql("SELECT COUNT(DISTINCT customer_id) FROM rating WHERE rated_at >= :from AND rated_at < :to AND knocked_out = FALSE")
                .param("from", Timestamp.from(from)).param("to", Timestamp.from(to)).query(Integer.class).single();
    }

    /** Of the newest ratings, the last of each case; newest first; brief. */
    List<RatingView> newestOfEachSubject(int most) {
        Set<String> subjects = new HashSet<>();
        return jdbc.sql(SELECT_BRIEF + "ORDER BY rated_at DESC, rating_id DESC LIMIT :most").param("most", most).query(Ratings::view).list().stream()
                .filter(rating -> subjects.add(rating.subject())).toList();
    }

    private static RatingView view(ResultSet row, int number) throws SQLException {
        Body body = read(row.getString("body"), Body.class);
        String evidence = row.getString("evidence");
        Ground ground = evidence == null ? new Ground(body.ratios(), body.evidence()) : read(evidence, Ground.class);
        return new RatingView(new RatingId(row.getString("rating_id")), new CustomerId(row.getString("customer_id")),
                row.getString("subject"), RatingBasis.valueOf(row.getString("basis")), row.getBoolean("knocked_out"),
                row.getBigDecimal("score"), Grade.valueOf(row.getString("grade")), new Probability(row.getBigDecimal("pd")),
                body.policyVersions(), body.lines(), ground.ratios(), body.knockOutReasons(), body.inputs(),
                row.getObject("as_of", LocalDate.class), row.getTimestamp("rated_at").toInstant(),
                new PersonId(row.getString("rated_by")), ground.evidence(), body.override());
    }

    private static String written(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String json, Class<T> kind) {
        try {
            return JSON.readValue(json, kind);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored rating cannot be read", e);
        }
    }

    /** What is only ever read together with its rating; {@code evidence} stands here in older rows only. */
    record Body(Map<String, String> policyVersions, List<ScoreLine> lines, List<Ratio> ratios, List<String> knockOutReasons,
                Map<String, String> inputs, RatingEvidence evidence, Optional<GradeOverride> override) {

        static Body of(RatingView rating) {
            return new Body(rating.policyVersions(), rating.lines(), rating.ratios().stream().map(Ratio::brief).toList(),
                    rating.knockOutReasons(), rating.inputs(), null, rating.override());
        }
    }

    /** What a single rating rests on in full. */
    record Ground(List<Ratio> ratios, RatingEvidence evidence) {
    }
}
