package io.shouxin.workflow.decision;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicySet;
import io.shouxin.policy.PolicyTable;
import io.shouxin.policy.StandingPolicies;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.h2.jdbcx.JdbcConnectionPool;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * The scorecard on statements, and a whole rating (knock-out rules, scorecard, grade), on the same published files and the same facts:
 * as the bank decides (version of the day, checked facts, answer with inputs and rows kept in the database), as a batch asks, on Camunda's
 * engine as shipped, on Drools, and in plain Java.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RatingBenchmarks {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final String SCORECARD = "scorecard-statements";
    private static final int CUSTOMERS = 256;

    private final List<Map<String, Object>> facts = new ArrayList<>();
    private final List<Map<String, Object>> exclusions = new ArrayList<>();
    private PolicyBook book;
    private PolicySet policies;
    private CamundaTables camunda;
    private Map<String, PolicyFiles.TableFile> files;
    private Map<String, DroolsTables> drools;
    private JdbcTemplate database;
    private int turn;

    @Setup
    public void open() {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:bench;DB_CLOSE_DELAY=-1", "sa", "");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V010__policy.sql")).execute(pool);
        database = new JdbcTemplate(pool);
        book = StandingPolicies.logged(pool, new BusinessClock(Clock.systemUTC()));
        policies = book.on(TODAY);
        camunda = new CamundaTables(new ScalaFeelEngineFactory());
        files = new LinkedHashMap<>();
        drools = new LinkedHashMap<>();
        for (String key : List.of(SCORECARD, "knock-out", "grade-scale")) {
            files.put(key, PolicyFiles.of(key, book.inForce(key, TODAY).version()));
            drools.put(key, new DroolsTables(files.get(key)));
        }
        Random dice = new Random(20260101);
        PolicyTable scorecard = book.table(book.inForce(SCORECARD, TODAY));
        PolicyTable knockOut = book.table(book.inForce("knock-out", TODAY));
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            facts.add(drawn(scorecard, dice));
            Map<String, Object> exclusion = drawn(knockOut, dice);
            exclusion.replaceAll((name, value) -> value instanceof BigDecimal || name.equals("industrySection") ? harmless(name) : value);
            exclusion.putAll(Map.of("blocked", false, "dishonestDebtor", "NO", "defaulted", "NO"));
            exclusions.add(exclusion);
        }
        compare();
    }

    @Setup(Level.Iteration)
    public void emptyTheLog() {
        database.execute("TRUNCATE TABLE policy_evaluation");
    }

    @Benchmark
    public Object tableDecidedAndKept() {
        return book.decide(SCORECARD, TODAY, next(facts), "CA-2026-000001");
    }

    @Benchmark
    public Object tableInABatch() {
        return policies.evaluate(SCORECARD, next(facts));
    }

    @Benchmark
    public Object tableOnCamunda() {
        return camunda.evaluate(files.get(SCORECARD), next(facts));
    }

    @Benchmark
    public Object tableOnDrools() {
        return drools.get(SCORECARD).evaluate(next(facts));
    }

    @Benchmark
    public Object tableInPlainJava() {
        return PlainScorecard.rows(next(facts));
    }

    @Benchmark
    public Object ratingDecidedAndKept() {
        Map<String, Object> asked = next(facts);
        List<MatchedRow> out = book.decide("knock-out", TODAY, exclusions.get(turn), "CA-2026-000001").rows();
        List<MatchedRow> rows = book.decide(SCORECARD, TODAY, asked, "CA-2026-000001").rows();
        return new PlainRating.Rated(List.of(), rows, score(rows), grade(book.decide("grade-scale", TODAY, Map.of("score", score(rows)),
                "CA-2026-000001").only()), BigDecimal.valueOf(out.size()));
    }

    @Benchmark
    public Object ratingInABatch() {
        Map<String, Object> asked = next(facts);
        List<MatchedRow> out = policies.evaluate("knock-out", exclusions.get(turn)).rows();
        List<MatchedRow> rows = policies.evaluate(SCORECARD, asked).rows();
        BigDecimal score = score(rows);
        return new PlainRating.Rated(List.of(), rows, score, grade(policies.evaluate("grade-scale", Map.of("score", score)).only()),
                BigDecimal.valueOf(out.size()));
    }

    @Benchmark
    public Object ratingOnCamunda() {
        Map<String, Object> asked = next(facts);
        List<MatchedRow> out = camunda.evaluate(files.get("knock-out"), exclusions.get(turn));
        List<MatchedRow> rows = camunda.evaluate(files.get(SCORECARD), asked);
        BigDecimal score = score(rows);
        return new PlainRating.Rated(List.of(), rows, score, grade(camunda.evaluate(files.get("grade-scale"), Map.of("score", score)).get(0)),
                BigDecimal.valueOf(out.size()));
    }

    @Benchmark
    public Object ratingOnDrools() {
        Map<String, Object> asked = next(facts);
        Object out = drools.get("knock-out").evaluate(exclusions.get(turn));
        BigDecimal score = BigDecimal.ZERO;
        for (Map<String, Object> row : drools.get(SCORECARD).rows(asked)) {
            score = score.add((BigDecimal) row.get("points"));
        }
        return List.of(drools.get("grade-scale").rows(Map.of("score", score)), out);
    }

    @Benchmark
    public Object ratingInPlainJava() {
        Map<String, Object> asked = next(facts);
        return PlainRating.rate(exclusions.get(turn), asked);
    }

    private Map<String, Object> next(List<Map<String, Object>> list) {
        turn = (turn + 1) % CUSTOMERS;
        return list.get(turn);
    }

    /** All five must say the same, or there is nothing to compare. */
    private void compare() {
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            Map<String, Object> asked = facts.get(customer);
            List<MatchedRow> rows = policies.evaluate(SCORECARD, asked).rows();
            List<Map<String, String>> told = DroolsTables.told(rows.stream().map(MatchedRow::outputs).toList());
            if (!PlainScorecard.rows(asked).stream().map(MatchedRow::ruleId).toList().equals(rows.stream().map(MatchedRow::ruleId).toList())) {
                throw new IllegalStateException("plain Java says otherwise for " + asked);
            }
            if (customer < 50 && !DroolsTables.told(drools.get(SCORECARD).rows(asked)).equals(told)) {
                throw new IllegalStateException("Drools says otherwise for " + asked + ": " + drools.get(SCORECARD).rows(asked) + " / " + told);
            }
            if (customer < 3 && !camunda.evaluate(files.get(SCORECARD), asked).stream().map(MatchedRow::ruleId).toList()
                    .equals(rows.stream().map(MatchedRow::ruleId).toList())) {
                throw new IllegalStateException("Camunda says otherwise for " + asked);
            }
            BigDecimal score = score(rows);
            PlainRating.Rated plain = PlainRating.rate(exclusions.get(customer), asked);
            if (!plain.grade().equals(grade(policies.evaluate("grade-scale", Map.of("score", score)).only())) || plain.score().compareTo(score) != 0) {
                throw new IllegalStateException("plain Java grades otherwise: " + plain + " / " + score);
            }
        }
    }

    private static Map<String, Object> drawn(PolicyTable table, Random dice) {
        Map<String, Object> drawn = new LinkedHashMap<>();
        for (int column = 0; column < table.inputs().size(); column++) {
            List<Object> probes = table.probes(column);
            drawn.put(table.inputs().get(column).name(), probes.get(dice.nextInt(probes.size())));
        }
        return drawn;
    }

    /** A fact that excludes nobody. */
    private static Object harmless(String name) {
        return name.equals("industrySection") ? "C" : new BigDecimal(name.equals("ageYears") ? "40" : name.equals("netSales12m") ? "1000" : "0");
    }

    private static BigDecimal score(List<MatchedRow> rows) {
        BigDecimal score = BigDecimal.ZERO;
        for (MatchedRow row : rows) {
            score = score.add(row.number("points"));
        }
        return score;
    }

    private static String grade(MatchedRow step) {
        return step.text("grade");
    }
}
