package io.shouxin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shouxin.kernel.BusinessClock;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class PolicyBookTest {

    private static final LocalDate SPRING = LocalDate.of(2026, 3, 1);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 9, 1);
    private static final Instant NOW = Instant.parse("2026-03-01T02:03:04.567891Z");

    private final RecordingTables tables = new RecordingTables();
    private PolicyBook book;

    @BeforeEach
    void openABookOfTwoVersions() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V010__policy.sql")).execute(source);
        EvaluationLog log = new EvaluationLog(JdbcClient.create(source), new BusinessClock(Clock.fixed(NOW, ZoneOffset.UTC)));
        book = new PolicyBook(PublishedPolicies.in("policies-sample/good"), tables, log);
    }

    @Test
    void decidesByTheVersionInForceOnTheDay() {
        assertThat(book.evaluate("sample-terms", SPRING, facts()).version()).isEqualTo("2026.1");
        assertThat(book.evaluate("sample-terms", LocalDate.of(2026, 6, 30), facts()).version()).isEqualTo("2026.1");
        assertThat(book.evaluate("sample-terms", LocalDate.of(2026, 7, 1), facts()).version()).isEqualTo("2026.2");
        assertThat(tables.asked).containsExactly("2026.1", "2026.1", "2026.2");
    }

    @Test
    void showsAFutureVersionBeforeItIsInForce() {
        assertThat(book.versions("sample-terms")).extracting(PolicyVersion::version).containsExactly("2026.1", "2026.2");
        assertThat(book.inForce("sample-terms", SPRING).version()).isEqualTo("2026.1");
    }

    @Test
    void decidesNothingBeforeTheFirstVersionAndNothingUnderAnUnknownName() {
        assertThatThrownBy(() -> book.evaluate("sample-terms", LocalDate.of(2025, 12, 31), facts())).isInstanceOf(PolicyNotInForce.class);
        assertThatThrownBy(() -> book.evaluate("no-such-policy", SPRING, facts())).isInstanceOf(PolicyNotInForce.class);
    }

    @Test
    void keepsWhatItDecidedDigitForDigit() {
        book.decide("sample-terms", SPRING, facts(), "CA-2026-000001");
        book.decide("sample-terms", AUTUMN, facts(), "CA-2026-000001");
        book.decide("sample-terms", AUTUMN, facts(), "CA-2026-000002");

        List<PolicyEvaluation> kept = book.evaluations("CA-2026-000001");

        assertThat(kept).extracting(PolicyEvaluation::version).containsExactly("2026.1", "2026.2");
        PolicyEvaluation first = kept.get(0);
        assertThat(first.evaluatedAt()).isEqualTo(NOW.minusNanos(NOW.getNano() % 1000));
        assertThat(first.inputs()).containsExactly(Map.entry("amount", new BigDecimal("123456789012345.6700")),
                Map.entry("grade", "GOOD"), Map.entry("eligible", true), Map.entry("asOf", SPRING), entryOfNull("growth"));
        assertThat(first.rows()).containsExactly(RecordingTables.ROW);
    }

    @Test
    void answersByAPinnedVersionWhateverIsInForceByNow() {
        PolicyVersion first = book.find("sample-terms", "2026.1").orElseThrow();

        assertThat(book.evaluate(first, facts()).version()).isEqualTo("2026.1");
        assertThat(book.pinned(Map.of("sample-terms", "2026.1")).evaluate("sample-terms", facts()).version()).isEqualTo("2026.1");
        assertThat(book.on(AUTUMN).evaluate("sample-terms", facts()).version()).isEqualTo("2026.2");
        assertThat(tables.asked).containsExactly("2026.1", "2026.1", "2026.2");
        assertThatThrownBy(() -> book.pinned(Map.of("sample-terms", "2025.9")).evaluate("sample-terms", facts()))
                .isInstanceOf(PolicyVersionUnknown.class);
    }

    @Test
    void givesStoredFactsTheirTypesAgain() {
        PolicySet pinned = book.pinned(Map.of("sample-terms", "2026.1"));

        Map<String, Object> typed = pinned.typed("sample-terms",
                Map.of("amount", "0.10", "grade", "GOOD", "eligible", "false", "asOf", "2026-03-01", "growth", "", "other", "7"));

        assertThat(typed).containsExactly(Map.entry("amount", new BigDecimal("0.10")), Map.entry("grade", "GOOD"),
                Map.entry("eligible", false), Map.entry("asOf", SPRING), entryOfNull("growth"));
        assertThatThrownBy(() -> pinned.typed("sample-terms", Map.of("eligible", "yes"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsNothingOfATrialCalculation() {
        book.evaluate("sample-terms", SPRING, facts());

        assertThat(book.evaluations("CA-2026-000001")).isEmpty();
    }

    @Test
    void namesEveryMissingFactAndAsksNoTable() {
        Map<String, Object> facts = facts();
        facts.remove("grade");
        facts.remove("growth");
        facts.put("amount", null);

        PolicyInputMissing missing = catchThrowableOfType(PolicyInputMissing.class,
                () -> book.decide("sample-terms", SPRING, facts, "CA-2026-000001"));

        assertThat(missing.key()).isEqualTo("sample-terms");
        assertThat(missing.inputs()).containsExactly("amount", "grade", "growth");
        assertThat(tables.asked).isEmpty();
        assertThat(book.evaluations("CA-2026-000001")).isEmpty();
    }

    @Test
    void refusesAFactTheTableDoesNotAskFor() {
        Map<String, Object> facts = facts();
        facts.put("amuont", BigDecimal.ONE);

        PolicyInputUnknown unknown = catchThrowableOfType(PolicyInputUnknown.class, () -> book.evaluate("sample-terms", SPRING, facts));

        assertThat(unknown.inputs()).containsExactly("amuont");
    }

    @Test
    void refusesAFactOfAnotherKind() {
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of("amount", "12", "grade", "BRILLIANT", "eligible", "true",
                "asOf", "2026-03-01").entrySet()) {
            Map<String, Object> facts = facts();
            facts.put(wrong.getKey(), wrong.getValue());
            assertThatThrownBy(() -> book.evaluate("sample-terms", SPRING, facts)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong.getKey());
        }
    }

    @Test
    void refusesABinaryFractionForMoney() {
        Map<String, Object> facts = facts();
        facts.put("amount", 0.1);

        assertThatThrownBy(() -> book.evaluate("sample-terms", SPRING, facts)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToDecideAboutNothing() {
        assertThatThrownBy(() -> book.decide("sample-terms", SPRING, facts(), " ")).isInstanceOf(IllegalArgumentException.class);
    }

    private enum Standing { GOOD }

    private static Map<String, Object> facts() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("amount", new BigDecimal("123456789012345.6700"));
        facts.put("grade", Standing.GOOD);
        facts.put("eligible", true);
        facts.put("asOf", SPRING);
        facts.put("growth", null);
        return facts;
    }

    private static Map.Entry<String, Object> entryOfNull(String name) {
        return new java.util.AbstractMap.SimpleEntry<>(name, null);
    }

    private static final class RecordingTables implements DecisionTables {

        private static final MatchedRow ROW = new MatchedRow("low", Map.of("tier", "LOW", "share", new BigDecimal("0.10"),
                "months", new BigDecimal("12"), "open", true));
        private final List<String> asked = new ArrayList<>();

        @Override
        public PolicyTable read(String key, byte[] dmn) {
            String version = new String(dmn, StandardCharsets.UTF_8).contains("HIGHER") ? "2026.2" : "2026.1";
            return new Table(version);
        }

        private final class Table implements PolicyTable {

            private final String version;

            private Table(String version) {
                this.version = version;
            }

            @Override
            public String versionTag() {
                return version;
            }

            @Override
            public List<MatchedRow> evaluate(Object[] values) {
                asked.add(version);
                return List.of(ROW);
            }

            @Override
            public List<MatchedRow> rows() {
                return List.of(ROW);
            }

            @Override
            public List<List<String>> cells() {
                return List.of();
            }

            @Override
            public boolean oneRowAtMost() {
                return true;
            }

            @Override
            public List<Object> probes(int column) {
                return List.of();
            }

            @Override
            public Set<Integer> columnsOf(int row) {
                return Set.of();
            }

            @Override
            public List<DeclaredInput> inputs() {
                return List.of(new DeclaredInput("amount", "金额", "number", false, Set.of()),
                        new DeclaredInput("grade", "等级", "string", false, Set.of("GOOD", "POOR")),
                        new DeclaredInput("eligible", "符合", "boolean", false, Set.of()),
                        new DeclaredInput("asOf", "日期", "date", false, Set.of()),
                        new DeclaredInput("growth", "增长", "number", true, Set.of()));
            }
        }
    }
}
