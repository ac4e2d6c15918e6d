package io.shouxin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.kernel.StandingSimultaneous;
import io.shouxin.workflow.decision.StandingTables;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** Versions the bank publishes itself: one table, two books as on two nodes. */
class PublishingDeskTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 30);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final PersonId AUTHOR = new PersonId("policy");
    private static final PersonId DIRECTOR = new PersonId("director");
    private static final Map<String, Object> SCORE_69 = Map.of("score", new BigDecimal("69.0"));

    private final BusinessClock clock = new BusinessClock(Clock.fixed(Instant.parse("2026-09-30T04:00:00Z"), ZoneOffset.UTC));
    private JdbcClient jdbc;
    private TransactionTemplate transactions;
    private PublishedPolicies here;
    private PolicyBook book;
    private PolicyBook otherNode;
    private PublishingDesk desk;

    @BeforeEach
    void openTwoBooksOnOneDatabase() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        for (String script : List.of("V010__policy.sql", "V099__policy_publication.sql")) {
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + script)).execute(source);
        }
        jdbc = JdbcClient.create(source);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        here = published(source);
        book = book(here, source);
        otherNode = book(published(source), source);
        desk = new PublishingDesk(here, new PolicyPublications(jdbc, clock), StandingTables.compiled(),
                StandingSimultaneous.with(new DataSourceTransactionManager(source)), clock);
    }

    @Test
    void aPublishedVersionDecidesFromItsDayOnAndNotBefore() throws IOException {
        assertThat(grade(TODAY)).isEqualTo("FAIR");

        publish(command("2026.8", OCTOBER)).orElseThrow();

        assertThat(grade(TODAY)).isEqualTo("FAIR");
        assertThat(grade(OCTOBER)).isEqualTo("GOOD");
        assertThat(book.versions("grade-scale")).extracting(PolicyVersion::version).containsExactly("2026.1", "2026.2", "2026.8");
    }

    @Test
    void aCaseOfAnEarlierDayKeepsItsVersionForLife() throws IOException {
        publish(command("2026.8", OCTOBER)).orElseThrow();
        clock.follow(Clock.fixed(Instant.parse("2026-12-01T04:00:00Z"), ZoneOffset.UTC));

        assertThat(book.evaluate("grade-scale", TODAY, SCORE_69).version()).isEqualTo("2026.2");
        assertThat(book.pinned(Map.of("grade-scale", "2026.1")).evaluate("grade-scale", SCORE_69).only().text("grade")).isEqualTo("FAIR");
        assertThat(book.pinned(Map.of("grade-scale", "2026.8")).evaluate("grade-scale", SCORE_69).only().text("grade")).isEqualTo("GOOD");
    }

    @Test
    void anotherNodeDecidesByItOnItsFirstDayThoughNobodyToldIt() throws IOException {
        assertThat(otherNode.evaluate("grade-scale", TODAY, SCORE_69).version()).isEqualTo("2026.2");
        publish(command("2026.8", OCTOBER)).orElseThrow();

        clock.follow(Clock.fixed(Instant.parse("2026-09-30T16:00:00Z"), ZoneOffset.UTC));

        assertThat(clock.today()).isEqualTo(OCTOBER);
        assertThat(otherNode.evaluate("grade-scale", OCTOBER, SCORE_69).version()).isEqualTo("2026.8");
        assertThat(otherNode.evaluate("grade-scale", TODAY, SCORE_69).version()).isEqualTo("2026.2");
    }

    @Test
    void neverPublishesForTodayOrADayGoneBy() throws IOException {
        assertThat(codes(publish(command("2026.8", TODAY)))).containsExactly("EFFECTIVE_DATE_NOT_AHEAD");
        assertThat(codes(publish(command("2026.8", TODAY.minusDays(1))))).containsExactly("EFFECTIVE_DATE_NOT_AHEAD");
        assertThat(codes(publish(command("second", OCTOBER)))).containsExactly("POLICY_VERSION_MALFORMED");
    }

    @Test
    void theAuthorDoesNotPublishHisOwnWork() throws IOException {
        PublishPolicy own = command("2026.8", OCTOBER);

        Outcome<PolicyVersion> outcome = transactions.execute(status -> desk.publish(own, AUTHOR));

        assertThat(codes(outcome)).containsExactly("FOUR_EYES");
        assertThat(book.versions("grade-scale")).hasSize(2);
    }

    @Test
    void takesAVersionOrADayOnlyOnce() throws IOException {
        publish(command("2026.8", OCTOBER)).orElseThrow();

        assertThat(codes(publish(new PublishPolicy("grade-scale", "2026.8", OCTOBER.plusDays(1), file(), "", "PD-2026-000002", "PR-1", AUTHOR))))
                .containsExactly("POLICY_VERSION_TAKEN");
        assertThat(codes(publish(new PublishPolicy("grade-scale", "2026.9", OCTOBER, file(), "", "PD-2026-000003", "PR-1", AUTHOR))))
                .containsExactly("POLICY_VERSION_TAKEN");
        assertThat(codes(publish(new PublishPolicy("grade-scale", "2026.1", OCTOBER.plusDays(2), file(), "", "PD-2026-000004", "PR-1", AUTHOR))))
                .containsExactly("POLICY_VERSION_TAKEN");
        assertThat(publish(command("2026.8", OCTOBER)).isDone()).as("the same draft again").isTrue();
    }

    @Test
    void ofTwoAtTheSameMomentOnePublishesAndTheOtherIsRefused() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        CyclicBarrier together = new CyclicBarrier(2);
        byte[] file = file();
        try {
            List<Callable<String>> both = Stream.of("PD-2026-000001", "PD-2026-000002").map(draft -> (Callable<String>) () -> {
                together.await();
                try {
                    return publish(new PublishPolicy("grade-scale", "2026.8", OCTOBER, file, "", draft, "PR-1", AUTHOR)).isDone()
                            ? "published" : "POLICY_VERSION_TAKEN";
                } catch (RefusedException refused) {
                    return refused.refusals().get(0).code();
                }
            }).toList();
            List<String> answers = two.invokeAll(both).stream().map(answer -> {
                try {
                    return answer.get();
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            }).toList();
            assertThat(answers).containsExactlyInAnyOrder("published", "POLICY_VERSION_TAKEN");
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void aPublicationThatIsRolledBackLeavesNothingBehind() throws IOException {
        PublishPolicy command = command("2026.8", OCTOBER);
        transactions.executeWithoutResult(status -> {
            desk.publish(command, DIRECTOR).orElseThrow();
            assertThat(grade(OCTOBER)).isEqualTo("GOOD");
            status.setRollbackOnly();
        });
        assertThat(grade(OCTOBER)).isEqualTo("FAIR");
        assertThat(book.versions("grade-scale")).hasSize(2);
    }

    @Test
    void aFileChangedInTheDatabaseAfterPublicationIsNotRead() throws IOException {
        publish(command("2026.8", OCTOBER)).orElseThrow();
        jdbc.sql("UPDATE policy_publication SET content = :other").param("other", "<definitions/>".getBytes()).update();

        assertThatThrownBy(() -> otherNode.evaluate("grade-scale", OCTOBER, SCORE_69))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("was changed after publication");
    }

    private String grade(LocalDate asOf) {
        return book.evaluate("grade-scale", asOf, SCORE_69).only().text("grade");
    }

    private Outcome<PolicyVersion> publish(PublishPolicy command) {
        return transactions.execute(status -> desk.publish(command, DIRECTOR));
    }

    private static PublishPolicy command(String version, LocalDate from) throws IOException {
        return new PublishPolicy("grade-scale", version, from, file(), "Board resolution 7", "PD-2026-000001", "PR-2026-000001", AUTHOR);
    }

    /** The grade scale with GOOD from 60 points on. */
    private static byte[] file() throws IOException {
        return Files.readString(Path.of("processes/policies/grade-scale/grade-scale-2026.1.dmn"))
                .replace("[70..85)", "[60..85)").replace("[55..70)", "[55..60)").getBytes();
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.refusals().stream().map(Refusal::code).toList();
    }

    private PublishedPolicies published(DataSource source) {
        return PublishedPolicies.in("processes/policies", new PolicyPublications(JdbcClient.create(source), clock), clock);
    }

    private PolicyBook book(PublishedPolicies published, DataSource source) {
        return new PolicyBook(published, StandingTables.compiled(), new EvaluationLog(JdbcClient.create(source), clock));
    }
}
