package io.shouxin.limit.check;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.CreditAnswer;
import io.shouxin.limit.CreditCheckView;
import io.shouxin.limit.CreditDecision;
import io.shouxin.limit.CreditUse;
import io.shouxin.limit.ReservationId;
import io.shouxin.limit.ReservationView;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code credit_check}. */
public final class CheckLog {

    private static final String INSERT = "INSERT INTO credit_check (customer_id, credit_use, currency, amount, counted, prepay, asked_for, "
            + "payment_term, product, account_id, decision, reason_code, binding_account, policy_version, order_number, reservation_id, "
            + "asked_by, asked_at, idempotency_key, fingerprint, answer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final BusinessClock clock;

    public CheckLog(JdbcTemplate jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.clock = clock;
    }

    /** One answer with what the answer itself doesn't say. */
    public record Line(Question question, CreditAnswer answer, Optional<Refusal> refused) {
    }

    /** An earlier answer under the same key. */
    public record Earlier(String fingerprint, CreditAnswer answer) {
    }

    public Optional<Earlier> find(PersonId asker, String key) {
        return client.sql("SELECT fingerprint, answer FROM credit_check WHERE asked_by = ? AND idempotency_key = ?").params(asker.value(), key)
                .query((row, n) -> new Earlier(row.getString(1), read(row.getString(2)))).optional();
    }

    public void keep(List<Line> lines, PersonId asker) {
        jdbc.batchUpdate(INSERT, lines.stream().map(line -> columns(line, asker, null, null, null)).toList());
    }

    public void keep(Line line, PersonId asker, String key, String fingerprint) {
        jdbc.update(INSERT, columns(line, asker, key, fingerprint, write(line.answer())));
    }

    private Object[] columns(Line line, PersonId asker, String key, String fingerprint, String json) {
        CreditAnswer answer = line.answer();
        Optional<Refusal> obstacle = line.refused().or(answer::obstacle);
        // An answer of yes that the ledger then refused, because somebody was faster, was a no.
        String decision = line.refused().isPresent() && answer.decision() == CreditDecision.YES ? "NO" : answer.decision().name();
        return new Object[] {answer.customer().value(), answer.use().name(), answer.amount().currency().getCurrencyCode(), answer.amount().amount(),
            answer.counted().amount(), answer.prepay().amount(), answer.day(), answer.paymentTerm(), line.question().product().orElse(null),
            answer.account().map(Object::toString).orElse(null), decision, obstacle.map(Refusal::code).orElse(null),
            answer.binding().map(Object::toString).orElse(null), answer.policyVersion(),
            line.question().reserve().map(Question.Reserve::orderNumber).orElse(null),
            answer.reservation().map(held -> held.id().value()).orElse(null), asker.value(), Timestamp.from(clock.instant()), key, fingerprint, json};
    }

    /** Of one customer, newest first. */
    public List<CreditCheckView> of(CustomerId customer, int most) {
        return client.sql("""
                        SELECT c.*, r.status, r.confirmed, r.currency AS held_in FROM credit_check c
                        LEFT JOIN limit_reservation r ON r.reservation_id = c.reservation_id
                        WHERE c.customer_id = ? ORDER BY c.check_id DESC LIMIT ?""")
                .params(customer.value(), most).query((row, n) -> view(row)).list();
    }

    private static CreditCheckView view(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        Optional<ReservationView.Status> held = Optional.ofNullable(row.getString("status")).map(ReservationView.Status::valueOf);
        return new CreditCheckView(row.getLong("check_id"), new CustomerId(row.getString("customer_id")), CreditUse.valueOf(row.getString("credit_use")),
                money(row.getBigDecimal("amount"), currency), money(row.getBigDecimal("counted"), currency), row.getObject("asked_for", LocalDate.class),
                row.getString("payment_term"), Optional.ofNullable(row.getString("product")), Optional.ofNullable(row.getString("account_id")),
                CreditDecision.valueOf(row.getString("decision")), Optional.ofNullable(row.getString("reason_code")),
                Optional.ofNullable(row.getString("binding_account")), money(row.getBigDecimal("prepay"), currency),
                Optional.ofNullable(row.getString("order_number")), Optional.ofNullable(row.getString("reservation_id")).map(ReservationId::new), held,
                held.isEmpty() ? Optional.empty() : Optional.of(money(row.getBigDecimal("confirmed"), Currency.getInstance(row.getString("held_in")))),
                row.getString("asked_by"), row.getTimestamp("asked_at").toInstant());
    }

    private static Money money(BigDecimal amount, Currency currency) {
        return Money.of(amount, currency);
    }

    private static String write(CreditAnswer answer) {
        try {
            return JSON.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CreditAnswer read(String json) {
        try {
            return JSON.readValue(json, CreditAnswer.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
