package io.shouxin.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.shouxin.kernel.BusinessClock;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code policy_evaluation}: one insert per decision, nothing is ever changed. Numbers keep every digit. */
@Component
class EvaluationLog {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final Map<String, Map<String, String>> written = new ConcurrentHashMap<>();

    EvaluationLog(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void keep(PolicyDecision decision, Map<String, Object> inputs, String subject) {
        jdbc.sql("INSERT INTO policy_evaluation (policy_key, policy_version, subject, evaluated_at, given_inputs, matched_rows)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(decision.key(), decision.version(), subject, Timestamp.from(clock.instant()), json(inputs), rowsOf(decision)).update();
    }

    /** A row of a version says the same each time it holds: it is written out once. */
    private String rowsOf(PolicyDecision decision) {
        Map<String, String> known = written.computeIfAbsent(decision.key() + " " + decision.version(), version -> new ConcurrentHashMap<>());
        StringBuilder all = new StringBuilder("[");
        for (MatchedRow row : decision.rows()) {
            String text = known.get(row.ruleId());
            all.append(all.length() > 1 ? "," : "").append(text != null ? text : known.computeIfAbsent(row.ruleId(), id -> json(row)));
        }
        return all.append(']').toString();
    }

    List<PolicyEvaluation> of(String subject) {
        return jdbc.sql("SELECT policy_key, policy_version, subject, evaluated_at, given_inputs, matched_rows"
                        + " FROM policy_evaluation WHERE subject = :subject ORDER BY evaluation_id")
                .param("subject", subject)
                .query((row, n) -> new PolicyEvaluation(row.getString(1), row.getString(2), row.getString(3),
                        row.getTimestamp(4).toInstant(), decimals(read(row.getString(5), new TypeReference<>() { })),
                        rows(row.getString(6))))
                .list();
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the evaluation log", e);
        }
    }

    static List<MatchedRow> rows(String json) {
        return read(json, new TypeReference<List<MatchedRow>>() { }).stream()
                .map(row -> new MatchedRow(row.ruleId(), decimals(row.outputs()))).toList();
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read the evaluation log", e);
        }
    }

    private static Map<String, Object> decimals(Map<String, Object> read) {
        Map<String, Object> exact = new LinkedHashMap<>(read);
        exact.replaceAll((name, value) -> value instanceof BigInteger whole ? new BigDecimal(whole) : value);
        return exact;
    }
}
