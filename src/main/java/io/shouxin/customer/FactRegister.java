package io.shouxin.customer;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.shouxin.audit.AuditTrail;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Sha256;
import io.shouxin.kernel.Simultaneous;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk that keeps other facts about customers (其他事实): tax record, visit on site, background check, grade of an agency and
 * past trading. Facts are added and never changed; each is in the audit trail.
 */
@Service
@Transactional
public class FactRegister {

    private static final String SELECT = """
            SELECT customer_id, kind, as_of, source, document_reference, content, recorded_by, recorded_at FROM customer_fact
             """;
    private static final int OLDEST_YEARS = 10;
    private static final ObjectMapper JSON = JsonMapper.builder().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .visibility(PropertyAccessor.GETTER, Visibility.NONE).visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY).build();

    private final JdbcClient jdbc;
    private final CustomerRegister customers;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final Simultaneous simultaneous;

    FactRegister(JdbcClient jdbc, CustomerRegister customers, BusinessClock clock, AuditTrail audit, Simultaneous simultaneous) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.clock = clock;
        this.audit = audit;
        this.simultaneous = simultaneous;
    }

    /**
     * Keeps a fact. Told again what counts for that day, it answers with the fact on file and keeps nothing twice; told again what
     * was corrected since, it keeps it anew.
     */
    public Outcome<CustomerFact> record(CustomerId customer, RecordFact told, PersonId actor) {
        List<Refusal> refusals = refusalsOf(told);
        if (customers.find(customer).isEmpty()) {
            refusals.add(Refusal.of("CUSTOMER_UNKNOWN").with("customerId", customer));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        String content = written(told.content());
        List<CustomerFact> ofThatDay = of(customer).stream()
                .filter(fact -> fact.kind() == told.content().kind() && fact.asOf().equals(told.asOf())).toList();
        Optional<CustomerFact> counts = ofThatDay.stream().findFirst().filter(fact -> says(fact, told, content));
        if (counts.isPresent()) {
            return Outcome.done(counts.get());
        }
        // Said again after something else was said in between: a fact of its own.
        String again = ofThatDay.stream().anyMatch(fact -> says(fact, told, content)) ? "\u0000" + ofThatDay.size() : "";
        String fingerprint = fingerprint(customer, told, content + again);
        simultaneous.write(() -> add(customer, told, content, fingerprint, actor), () -> null);
        audit.record(customer.value(), "FACT_RECORDED", actor, told.content().kind() + " " + told.asOf() + " " + told.source().strip());
        return Outcome.done(find(fingerprint).orElseThrow());
    }

    /** All facts of a customer, newest first. */
    @Transactional(readOnly = true)
    public List<CustomerFact> of(CustomerId customer) {
        return jdbc.sql(SELECT + "WHERE customer_id = ? ORDER BY as_of DESC, fact_id DESC").param(customer.value())
                .query(FactRegister::fact).list();
    }

    /** The fact of each kind that counts: the one of the latest day. */
    @Transactional(readOnly = true)
    public Map<FactKind, CustomerFact> current(CustomerId customer) {
        Map<FactKind, CustomerFact> current = new EnumMap<>(FactKind.class);
        of(customer).forEach(fact -> current.putIfAbsent(fact.kind(), fact));
        return current;
    }

    private static boolean says(CustomerFact fact, RecordFact told, String content) {
        return fact.source().equals(told.source().strip()) && Objects.equals(fact.document(), PlainText.stripped(told.document()))
                && written(fact.content()).equals(content);
    }

    private Optional<CustomerFact> find(String fingerprint) {
        return jdbc.sql(SELECT + "WHERE fingerprint = ?").param(fingerprint).query(FactRegister::fact).optional();
    }

    private int add(CustomerId customer, RecordFact told, String content, String fingerprint, PersonId actor) {
        return jdbc.sql("""
                        INSERT INTO customer_fact (customer_id, kind, as_of, source, document_reference, content, fingerprint, recorded_by,
                          recorded_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(customer.value(), told.content().kind().name(), told.asOf(), told.source().strip(),
                        PlainText.stripped(told.document()), content, fingerprint, actor.value(), Timestamp.from(clock.instant()))
                .update();
    }

    private List<Refusal> refusalsOf(RecordFact told) {
        List<Refusal> refusals = new ArrayList<>();
        LocalDate today = clock.today();
        if (told.asOf() == null || told.asOf().isAfter(today) || told.asOf().isBefore(today.minusYears(OLDEST_YEARS))) {
            refusals.add(Refusal.of("FACT_DATE").at("asOf"));
        }
        String source = PlainText.stripped(told.source());
        if (source == null) {
            refusals.add(Refusal.of("FACT_SOURCE_MISSING").at("source"));
        }
        PlainText.check(source, "source", 100, refusals);
        PlainText.check(PlainText.stripped(told.document()), "document", 200, refusals);
        if (told.content() == null) {
            refusals.add(Refusal.of("FACT_CONTENT_MISSING").at("kind"));
        } else {
            refusals.addAll(told.content().refusals());
        }
        return refusals;
    }

    private static CustomerFact fact(ResultSet row, int number) throws SQLException {
        FactKind kind = FactKind.valueOf(row.getString("kind"));
        return new CustomerFact(new CustomerId(row.getString("customer_id")), kind, row.getObject("as_of", LocalDate.class),
                row.getString("source"), row.getString("document_reference"), read(row.getString("content"), kind),
                new PersonId(row.getString("recorded_by")), row.getTimestamp("recorded_at").toInstant());
    }

    private static String written(FactContent content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FactContent read(String json, FactKind kind) {
        try {
            return JSON.readValue(json, kind.content());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored fact cannot be read", e);
        }
    }

    private static String fingerprint(CustomerId customer, RecordFact told, String content) {
        String all = String.join("\u0000", customer.value(), told.content().kind().name(), told.asOf().toString(), told.source().strip(),
                String.valueOf(PlainText.stripped(told.document())), content);
        return Sha256.of(all);
    }
}
