package io.shouxin.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.CreditReport;
import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.EnterpriseSize;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementView;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.notification.MessageDesk;
import io.shouxin.policy.StandingPolicies;
import io.shouxin.rating.ScreenedRule.Result;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Which knock-out rules count before papers are asked for. Today is 30 June 2026. */
class ScreeningDeskTest {

    private static final PersonId SYSTEM = new PersonId("system");
    private static final String CASE = "CA-2026-000001";

    private final BusinessClock clock = new BusinessClock(Clock.fixed(Instant.parse("2026-06-30T04:00:00Z"), ZoneOffset.UTC));
    private Facts facts;
    private Ratings ratings;
    private ScreeningDesk desk;

    @BeforeEach
    void openDesk() {
        DriverManagerDataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V030__rating.sql"), new ClassPathResource("db/migration/V104__rating_evidence.sql"),
                new ClassPathResource("db/migration/V149__screening.sql")).execute(database);
        BusinessNumbers numbers = mock(BusinessNumbers.class);
        AtomicInteger running = new AtomicInteger();
        when(numbers.next(any())).thenAnswer(call -> "RT-2026-%06d".formatted(running.incrementAndGet()));
        FactGathering gathering = new FactGathering(null, null, null, null, OnFile.AGE, clock, null, null) {
            @Override
            Optional<Facts> about(RateCustomer command) {
                return Optional.ofNullable(facts);
            }

            @Override
            Optional<Facts> about(CustomerId customer, Assessment assessment, LocalDate asOf) {
                return Optional.ofNullable(facts);
            }
        };
        ratings = new Ratings(JdbcClient.create(database));
        RatingDesk rating = new RatingDesk(ratings, gathering, StandingPolicies.unlogged(), numbers, clock, mock(AuditTrail.class), OnFile.POLICIES,
                new OverridesInForce(mock(RatingOverrides.class), StandingPolicies.unlogged(), OnFile.POLICIES, clock, mock(AuditTrail.class),
                        mock(MessageDesk.class)), event -> { });
        desk = new ScreeningDesk(new Screenings(JdbcClient.create(database)), rating, gathering, StandingPolicies.unlogged(), clock, mock(AuditTrail.class));
    }

    @Test
    void aCustomerOfWhomNothingIsOnFileIsAskedForPapers() {
        facts = firm(OnFile.firm(EnterpriseSize.MEDIUM), Optional.empty(), List.of());
        Screening screening = screened();

        assertThat(screening.excluded()).isFalse();
        assertThat(screening.rating()).isEmpty();
        assertThat(results(screening)).containsExactlyInAnyOrderEntriesOf(Map.of("BLOCKED_CUSTOMER", Result.CLEAR, "DISHONEST_DEBTOR", Result.WAITS,
                "DEFAULT_RECORDED", Result.WAITS, "OVERDUE_OVER_90_DAYS", Result.WAITS, "SEVERE_PAST_OVERDUE", Result.WAITS,
                "NEGATIVE_EQUITY_TWO_YEARS", Result.WAITS, "INSOLVENT", Result.WAITS, "NO_SALES", Result.WAITS, "INDUSTRY_EXCLUDED", Result.CLEAR));
        assertThat(ratings.of(OnFile.FIRM, 9)).isEmpty();
    }

    @Test
    void aReportInDateThatShowsADebtLongOverdueExcludesAndSaysWhereItIsFrom() {
        facts = firm(OnFile.firm(EnterpriseSize.MEDIUM), Optional.of(reported(OnFile.TODAY.minusMonths(3), 120)), List.of());
        Screening screening = screened();

        assertThat(screening.reasonCodes()).containsExactly("OVERDUE_OVER_90_DAYS");
        assertThat(rule(screening, "OVERDUE_OVER_90_DAYS").facts()).containsExactly(new ScreenedFact("currentOverdueDays", "120",
                ScreenedFact.Origin.CREDIT_REPORT, "人民银行征信中心", OnFile.TODAY.minusMonths(3), ScreenedFact.State.KNOWN));
        RatingView kept = ratings.find(screening.rating().orElseThrow()).orElseThrow();
        assertThat(kept.knockedOut()).isTrue();
        assertThat(kept.knockOutReasons()).containsExactly("OVERDUE_OVER_90_DAYS");
        assertThat(kept.subject()).isEqualTo(CASE);
        assertThat(kept.policyVersions()).containsEntry("knock-out", screening.version());
    }

    @Test
    void aReportOutOfDateNeitherExcludesNorClears() {
        facts = firm(OnFile.firm(EnterpriseSize.MEDIUM), Optional.of(reported(OnFile.TODAY.minusMonths(3).minusDays(1), 120)), List.of());
        Screening screening = screened();

        assertThat(screening.excluded()).isFalse();
        assertThat(rule(screening, "OVERDUE_OVER_90_DAYS").result()).isEqualTo(Result.WAITS);
        assertThat(rule(screening, "DISHONEST_DEBTOR").result()).isEqualTo(Result.WAITS);
        assertThat(rule(screening, "OVERDUE_OVER_90_DAYS").facts()).extracting(ScreenedFact::state, ScreenedFact::value)
                .containsExactly(tuple(ScreenedFact.State.STALE, "120"));
        assertThat(desk.standing(OnFile.FIRM, OnFile.TODAY)).isEmpty();
    }

    @Test
    void statementsInDateCountAndOldOnesDoNot() {
        List<StatementView> insolvent = OnFile.soundFirm().stream().map(year -> OnFile.with(OnFile.with(year, StatementItem.TOTAL_LIABILITIES,
                "99000000"), StatementItem.TOTAL_EQUITY, "-89000000")).toList();
        facts = firm(OnFile.firm(EnterpriseSize.MEDIUM), Optional.empty(), insolvent);
        assertThat(desk.standing(OnFile.FIRM, OnFile.TODAY)).extracting(StandingKnockOut::reasonCode)
                .containsExactly("NEGATIVE_EQUITY_TWO_YEARS", "INSOLVENT");

        facts = new StatementFacts(new Facts.CommonFacts(OnFile.firm(EnterpriseSize.MEDIUM), Optional.empty(), null, LocalDate.of(2027, 7, 1), OnFile.AGE,
                OnFile.TODAY, OnFile.POLICIES, Map.of()), insolvent, StatementSeries.of(insolvent, LocalDate.of(2027, 7, 1)));
        assertThat(desk.standing(OnFile.FIRM, OnFile.TODAY)).isEmpty();
    }

    @Test
    void invoicesInDateCountAndOldOnesDoNot() {
        facts = invoices(YearMonth.of(2026, 5));
        assertThat(rule(screened(), "NO_SALES").result()).isEqualTo(Result.EXCLUDES);
        facts = invoices(YearMonth.of(2025, 11));
        assertThat(desk.standing(OnFile.FIRM, OnFile.TODAY)).isEmpty();
    }

    @Test
    void aRuleIsOnlyShownForCustomersItIsMadeFor() {
        facts = new IndividualFacts(common(OnFile.customer(CustomerKind.INDIVIDUAL, null, "F", LocalDate.of(2009, 7, 1), false), Optional.empty()));
        Screening screening = screened();

        assertThat(screening.reasonCodes()).containsExactly("UNDER_AGE");
        assertThat(results(screening)).doesNotContainKeys("NEGATIVE_EQUITY_TWO_YEARS", "INSOLVENT", "NO_SALES");
        assertThat(rule(screening, "UNDER_AGE").facts()).extracting(ScreenedFact::origin).containsExactly(ScreenedFact.Origin.CUSTOMER_REGISTER);
    }

    @Test
    void aCustomerOfAnExcludedIndustryAndABlockedOneAreExcludedFromTheRegisterAlone() {
        facts = firm(OnFile.customer(CustomerKind.ENTERPRISE, EnterpriseSize.LARGE, "J", LocalDate.of(2016, 3, 1), true), Optional.empty(), List.of());

        assertThat(screened().reasonCodes()).containsExactly("BLOCKED_CUSTOMER", "INDUSTRY_EXCLUDED");
        assertThat(desk.standing(OnFile.FIRM, OnFile.TODAY)).extracting(StandingKnockOut::fact, StandingKnockOut::value)
                .containsExactly(tuple("blocked", "true"), tuple("industrySection", "J"));
    }

    @Test
    void anIndustryNotOnFileWaits() {
        facts = firm(OnFile.customer(CustomerKind.ENTERPRISE, EnterpriseSize.LARGE, null, LocalDate.of(2016, 3, 1), false), Optional.empty(), List.of());

        assertThat(rule(screened(), "INDUSTRY_EXCLUDED").result()).isEqualTo(Result.WAITS);
    }

    /** A table may one day hold on "unknown"; before papers are asked for that excludes nobody. */
    @Test
    void aRowThatHoldsCountsOnlyIfAllItAsksForIsKnown() {
        KnockOutFact known = KnockOutFact.ofRegister("blocked", false);
        KnockOutFact missing = KnockOutFact.missing("netSales12m", true);

        assertThat(ScreenedRule.of("row", "REASON", true, List.of(known)).result()).isEqualTo(Result.EXCLUDES);
        assertThat(ScreenedRule.of("row", "REASON", true, List.of(known, missing)).result()).isEqualTo(Result.WAITS);
        assertThat(ScreenedRule.of("row", "REASON", false, List.of(missing)).result()).isEqualTo(Result.WAITS);
        assertThat(ScreenedRule.of("row", "REASON", false, List.of(known)).result()).isEqualTo(Result.CLEAR);
    }

    @Test
    void askedAgainItAnswersAsBeforeThoughFactsHaveChanged() {
        facts = firm(OnFile.firm(EnterpriseSize.MEDIUM), Optional.of(reported(OnFile.TODAY, 120)), List.of());
        Screening first = screened();
        facts = firm(OnFile.firm(EnterpriseSize.MEDIUM), Optional.of(OnFile.cleanReport()), List.of());

        assertThat(screened()).isEqualTo(first);
        assertThat(desk.find(CASE)).contains(first);
        assertThat(ratings.of(OnFile.FIRM, 9)).hasSize(1);
        assertThatThrownBy(() -> desk.screen(new CustomerId("C-2026-000002"), CASE, OnFile.TODAY, SYSTEM)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCustomerNobodyRegisteredIsNotScreened() {
        assertThatThrownBy(this::screened).isInstanceOf(IllegalArgumentException.class);
        assertThat(desk.find(CASE)).isEmpty();
    }

    private Screening screened() {
        return desk.screen(OnFile.FIRM, CASE, OnFile.TODAY, SYSTEM);
    }

    private static Facts firm(CustomerView customer, Optional<CreditReport> report, List<StatementView> statements) {
        return new StatementFacts(common(customer, report), statements, StatementSeries.of(statements, OnFile.TODAY));
    }

    private static Facts invoices(YearMonth last) {
        return new InvoiceFacts(common(OnFile.firm(EnterpriseSize.MICRO), Optional.empty()), OnFile.profile(last, 24, 12, List.of(), "0"));
    }

    private static Facts.CommonFacts common(CustomerView customer, Optional<CreditReport> report) {
        return new Facts.CommonFacts(customer, report, null, OnFile.TODAY, OnFile.AGE, OnFile.TODAY, OnFile.POLICIES, Map.of());
    }

    private static CreditReport reported(LocalDate day, int overdue) {
        return new CreditReport(day, 4, overdue, overdue, Money.cny("480000"), Money.cny("0"), 1, false, false, "D-2026-000001", "人民银行征信中心");
    }

    private static ScreenedRule rule(Screening screening, String reason) {
        return screening.rules().stream().filter(rule -> rule.reasonCode().equals(reason)).findFirst().orElseThrow();
    }

    private static Map<String, Result> results(Screening screening) {
        return screening.rules().stream().collect(Collectors.toMap(ScreenedRule::reasonCode, ScreenedRule::result));
    }
}
