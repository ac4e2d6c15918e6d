package io.shouxin.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.CustomerKind;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.notification.MessageDesk;
import io.shouxin.kernel.RatingId;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.StandingPolicies;
import io.shouxin.rating.RatingRerun.Difference;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Past ratings are told again from what was stored with them. */
class RatingRerunsTest {

    private static final Instant NOON = Instant.parse("2026-06-30T04:00:00.123456Z");

    private final BusinessClock clock = new BusinessClock(Clock.fixed(NOON, ZoneOffset.UTC));
    private final PolicyBook policies = StandingPolicies.unlogged();
    private JdbcClient jdbc;
    private Facts facts;
    private RatingDesk desk;
    private RatingReruns reruns;

    @BeforeEach
    void rateThreeCustomersAndExcludeOne() {
        DriverManagerDataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V030__rating.sql"), new ClassPathResource("db/migration/V104__rating_evidence.sql")).execute(database);
        jdbc = JdbcClient.create(database);
        BusinessNumbers numbers = mock(BusinessNumbers.class);
        AtomicInteger running = new AtomicInteger();
        when(numbers.next(any())).thenAnswer(call -> "RT-2026-%06d".formatted(running.incrementAndGet()));
        Ratings ratings = new Ratings(jdbc);
        desk = new RatingDesk(ratings, new FactGathering(null, null, null, null, OnFile.AGE, clock, null, null) {
            @Override
            Optional<Facts> about(RateCustomer command) {
                return Optional.of(facts);
            }
        }, policies, numbers, clock, mock(AuditTrail.class), OnFile.POLICIES, new OverridesInForce(mock(RatingOverrides.class), policies,
                OnFile.POLICIES, clock, mock(AuditTrail.class), mock(MessageDesk.class)), event -> { });
        reruns = new RatingReruns(ratings, policies);
        rate(OnFile.statementFacts(OnFile.soundFirm()));
        rate(new InvoiceFacts(OnFile.common(OnFile.firm(io.shouxin.customer.EnterpriseSize.SMALL), OnFile.report(1, 0, 0, "0", false),
                OnFile.ASSESSMENT), OnFile.steadySmallFirm()));
        rate(individual(LocalDate.of(1990, 5, 4)));
        rate(individual(LocalDate.of(2008, 7, 1)));
    }

    @Test
    void everyRatingComesOutAsItWasStored() {
        List<RatingRerun> found = all();

        assertThat(found).hasSize(4).allMatch(RatingRerun::agrees);
        assertThat(found.get(0).policyVersions()).containsKeys("knock-out", "scorecard-statements", "grade-scale");
    }

    @Test
    void namesWhatWasChangedInAStoredRating() {
        jdbc.sql("UPDATE rating SET grade = 'FAIR', score = 55.0 WHERE rating_id = 'RT-2026-000001'").update();
        jdbc.sql("UPDATE rating SET body = REPLACE(body, 'CURRENT_RATIO_STRONG', 'CURRENT_RATIO_WEAK') WHERE rating_id = 'RT-2026-000001'").update();

        assertThat(all().stream().filter(rerun -> !rerun.agrees()).map(RatingRerun::rating)).containsExactly(new RatingId("RT-2026-000001"));
        assertThat(reruns.rerun(new RatingId("RT-2026-000001")).orElseThrow().differences()).extracting(Difference::what)
                .containsExactly("score", "grade", "line.currentRatio");
    }

    @Test
    void aRatingByATableNobodyHasAnyMoreIsAFinding() {
        jdbc.sql("UPDATE rating SET body = REPLACE(body, '\"grade-scale\":\"2026.1\"', '\"grade-scale\":\"2025.9\"') WHERE rating_id = 'RT-2026-000003'").update();

        assertThat(reruns.rerun(new RatingId("RT-2026-000003")).orElseThrow().differences()).singleElement()
                .satisfies(difference -> {
                    assertThat(difference.what()).isEqualTo("rerun");
                    assertThat(difference.rerun()).contains("grade-scale");
                });
    }

    @Test
    void aStoredFactThatIsGoneOrGarbledIsAFinding() {
        jdbc.sql("UPDATE rating SET body = REPLACE(body, '\"queries6m\"', '\"queries7m\"') WHERE rating_id = 'RT-2026-000001'").update();
        jdbc.sql("UPDATE rating SET body = REPLACE(body, '\"yearlyIncome\":\"240000.00\"', '\"yearlyIncome\":\"much\"') WHERE rating_id = 'RT-2026-000003'").update();

        assertThat(all().stream().filter(rerun -> !rerun.agrees())).extracting(rerun -> rerun.differences().get(0).what())
                .containsExactly("rerun", "rerun");
    }

    @Test
    void readsMoreThanOnePageAndEachRatingOnce() {
        for (int i = 0; i < 1000; i++) {
            jdbc.sql("INSERT INTO rating SELECT 'RT-2027-' || LPAD(CAST(:n AS VARCHAR), 6, '0'), customer_id, subject, CAST(:n AS VARCHAR), basis,"
                    + " knocked_out, score, grade, pd, body, as_of, rated_at, rated_by, evidence FROM rating WHERE rating_id = 'RT-2026-000003'")
                    .param("n", i).update();
        }
        assertThat(all()).hasSize(1004).extracting(RatingRerun::rating).doesNotHaveDuplicates();
    }

    private List<RatingRerun> all() {
        List<RatingRerun> found = new ArrayList<>();
        reruns.all(found::add);
        return found;
    }

    private void rate(Facts known) {
        facts = known;
        desk.rate(new RateCustomer(OnFile.FIRM, "CA-2026-000001", UUID.randomUUID().toString(), OnFile.TODAY, OnFile.ASSESSMENT),
                new PersonId("analyst"));
    }

    private static Facts individual(LocalDate born) {
        PersonalFinances finances = new PersonalFinances(Money.cny("240000"), Money.cny("60000"), Money.cny("960000"), 6,
                PersonalFinances.Home.MORTGAGED);
        return new IndividualFacts(OnFile.common(OnFile.customer(CustomerKind.INDIVIDUAL, null, "F", born, false),
                OnFile.report(0, 0, 4, "0", false), Assessment.ofIndividual(finances, Judgement.ADEQUATE, Judgement.STRONG, "")));
    }
}
