package io.shouxin.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.EnterpriseSize;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementStatus;
import io.shouxin.customer.StatementView;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.notification.MessageDesk;
import io.shouxin.kernel.Probability;
import io.shouxin.kernel.RatingId;
import io.shouxin.policy.StandingPolicies;
import java.math.BigDecimal;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class RatingDeskTest {

    private static final PersonId ANALYST = new PersonId("analyst");
    private static final Instant NOON = Instant.parse("2026-06-30T04:00:00.123456Z");

    private final BusinessClock clock = new BusinessClock(Clock.fixed(NOON, ZoneOffset.UTC));
    private DriverManagerDataSource database;
    private Facts facts;
    private RatingDesk desk;

    @BeforeEach
    void openDesk() {
        database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V030__rating.sql"), new ClassPathResource("db/migration/V104__rating_evidence.sql")).execute(database);
        BusinessNumbers numbers = mock(BusinessNumbers.class);
        AtomicInteger running = new AtomicInteger();
        when(numbers.next(any())).thenAnswer(call -> "RT-2026-%06d".formatted(running.incrementAndGet()));
        FactGathering gathering = new FactGathering(null, null, null, null, OnFile.AGE, clock, null, null) {
            @Override
            Optional<Facts> about(RateCustomer command) {
                return Optional.ofNullable(facts);
            }
        };
        desk = new RatingDesk(new Ratings(JdbcClient.create(database)), gathering, StandingPolicies.unlogged(), numbers, clock,
                mock(AuditTrail.class), OnFile.POLICIES, new OverridesInForce(mock(RatingOverrides.class), StandingPolicies.unlogged(),
                OnFile.POLICIES, clock, mock(AuditTrail.class), mock(MessageDesk.class)), event -> { });
        facts = OnFile.statementFacts(OnFile.soundFirm());
    }

    @Test
    void ratesASoundManufacturerOnHisStatements() {
        RatingView rating = rated("1");
        assertThat(points(rating)).isEqualTo(Map.ofEntries(
                Map.entry("base", "5"), Map.entry("assetLiabilityRatio", "5"), Map.entry("currentRatio", "4"), Map.entry("quickRatio", "4"),
                Map.entry("interestCover", "4"), Map.entry("netMargin", "3"), Map.entry("roe", "4"), Map.entry("receivableDays", "4"),
                Map.entry("inventoryDays", "2"), Map.entry("assetTurnover", "3"), Map.entry("revenueGrowth", "4"),
                Map.entry("profitGrowth", "3"), Map.entry("ocfToCurrentLiabilities", "5"), Map.entry("ocfToNetProfit", "3"),
                Map.entry("leverageChange", "4"), Map.entry("overdueCount24m", "8"), Map.entry("queries6m", "4"),
                Map.entry("guaranteesToEquity", "2"), Map.entry("yearsInBusiness", "4"), Map.entry("statementBasis", "2"),
                Map.entry("managementQuality", "2"), Map.entry("marketPosition", "1.5"), Map.entry("industryOutlook", "2"),
                Map.entry("siteVisit", "3")));
        assertThat(rating.score()).isEqualTo(new BigDecimal("85.5"));
        assertThat(rating.grade()).isEqualTo(Grade.EXCELLENT);
        assertThat(rating.pd()).isEqualTo(Probability.of("0.004"));
        assertThat(rating.basis()).isEqualTo(RatingBasis.STATEMENTS);
        assertThat(rating.policyVersions()).containsOnlyKeys("knock-out", "scorecard-statements", "grade-scale",
                "industry-policy", "ratio-definitions", "altman-zone", "industry-median", "fact-validity", "background-verdict", "grade-terms");
        assertThat(rating.ratios()).hasSize(36);
        assertThat(rating.reasonCodes()).containsExactly("ASSET_LIABILITY_RATIO_FAIR", "MANAGEMENT_QUALITY_FAIR", "MARKET_POSITION_FAIR",
                "OVERDUE_COUNT_24M_STRONG", "OCF_TO_CURRENT_LIABILITIES_STRONG", "CURRENT_RATIO_STRONG");
    }

    /** From July 2026: three parts, a master scale, and everything needed to explain the rating later. */
    @Test
    void ratesByThePartsAndKeepsWhatItRestsOn() {
        LocalDate july = LocalDate.of(2026, 7, 1);
        facts = new StatementFacts(new Facts.CommonFacts(OnFile.firm(EnterpriseSize.MEDIUM), Optional.of(OnFile.cleanReport()), OnFile.ASSESSMENT,
                july, OnFile.AGE, july, OnFile.POLICIES, Map.of()), OnFile.soundFirm(), StatementSeries.of(OnFile.soundFirm(), july));
        RatingView rating = ((RatingResult.Rated) desk.rate(
                new RateCustomer(OnFile.FIRM, "CA-2026-000001", "1", july, OnFile.ASSESSMENT), ANALYST)).rating();
        assertThat(rating.policyVersions()).containsEntry("scorecard-statements", "2026.2").containsEntry("grade-scale", "2026.2");
        assertThat(rating.parts()).extracting(ScorePart::kind).containsExactly(ScorePart.Kind.values());
        assertThat(rating.parts()).extracting(part -> part.maxPoints().intValueExact()).containsExactly(57, 19, 19);
        assertThat(rating.parts().stream().map(ScorePart::points).reduce(new BigDecimal("5"), BigDecimal::add))
                .isEqualByComparingTo(rating.score());
        assertThat(points(rating)).containsEntry("taxRecord", "1").containsEntry("backgroundCheck", "1").containsEntry("zZone", "1");
        assertThat(rating.reasonCodes()).isNotEmpty();
        RatingEvidence evidence = rating.evidence();
        assertThat(evidence.confidence()).contains(new BigDecimal("0.48"));
        assertThat(evidence.toVerify()).extracting(FactLine::code).contains("TAX_RECORD", "SITE_VISIT", "MANAGEMENT_QUALITY");
        assertThat(evidence.masterClass()).isPresent();
        assertThat(evidence.altmanZ().orElseThrow().undefined()).isEqualTo(RatioYear.Undefined.ITEM_MISSING);
        assertThat(evidence.industry().orElseThrow().scorecard()).isEqualTo("scorecard-statements");
        assertThat(evidence.terms().orElseThrow().monitoring()).isEqualTo("STANDARD");
        assertThat(desk.find(rating.id())).contains(rating);
    }

    /** The same figures are judged by the card of the industry, and lent on at its terms. */
    @ParameterizedTest
    @CsvSource({"C34, scorecard-statements, STANDARD, 12", "K70, scorecard-property, STANDARD, 3", "E47, scorecard-property, STANDARD, 6",
        "F51, scorecard-trade, STANDARD, 12", ", scorecard-statements, STANDARD, 6"})
    void ratesByTheCardOfTheIndustry(String industry, String scorecard, String monitoring, int review) {
        LocalDate july = LocalDate.of(2026, 7, 1);
        CustomerView maker = OnFile.firm(EnterpriseSize.MEDIUM);
        CustomerView firm = new CustomerView(maker.id(), maker.kind(), maker.name(), maker.identifierMasked(), maker.identifierType(), true,
                industry, industry == null ? null : industry.substring(0, 1), maker.region(), maker.provinceCode(), maker.establishedOn(), 50, maker.size(),
                maker.group(), null, null, null, false, null);
        facts = new StatementFacts(new Facts.CommonFacts(firm, Optional.of(OnFile.cleanReport()), OnFile.ASSESSMENT, july, OnFile.AGE, july,
                OnFile.POLICIES, Map.of()), OnFile.soundFirm(), StatementSeries.of(OnFile.soundFirm(), july));
        RatingView rating = ((RatingResult.Rated) desk.rate(
                new RateCustomer(OnFile.FIRM, "CA-2026-000001", "1", july, OnFile.ASSESSMENT), ANALYST)).rating();
        assertThat(rating.policyVersions()).containsKey(scorecard);
        assertThat(rating.grade()).isIn(Grade.EXCELLENT, Grade.GOOD);
        assertThat(rating.evidence().industry().orElseThrow().industry()).isEqualTo(industry == null ? "UNKNOWN" : industry);
        assertThat(rating.evidence().terms().orElseThrow().monitoring()).isEqualTo(monitoring);
        assertThat(rating.evidence().terms().orElseThrow().reviewCycleMonths()).isEqualTo(review);
        assertThat(rating.brief().evidence()).isEqualTo(RatingEvidence.NONE);
        assertThat(rating.brief().score()).isEqualTo(rating.score());
    }

    @Test
    void readsARatingStoredBeforeEvidenceWasKept() {
        JdbcClient.create(database).sql("""
                INSERT INTO rating (rating_id, customer_id, subject, attempt, basis, knocked_out, score, grade, pd, body, as_of, rated_at, rated_by)
                VALUES ('RT-2025-000001', 'C-2026-000001', 'CA-2025-000001', '1', 'STATEMENTS', FALSE, 71.5, 'GOOD', 0.012, ?, '2025-05-01',
                        '2025-05-01 00:00:00', 'analyst')""").param("""
                {"policyVersions":{"scorecard-statements":"2025.1"},"lines":[{"characteristic":"base","valueText":"","points":5,"maxPoints":5,
                "reasonCode":"BASE_POINTS"}],"ratios":[{"code":"currentRatio","dimension":"SOLVENCY","value":1.5,"previous":null,"unit":"TIMES"}],
                "knockOutReasons":[],"inputs":{}}""").update();
        RatingView old = desk.find(new RatingId("RT-2025-000001")).orElseThrow();
        assertThat(old.evidence()).isEqualTo(RatingEvidence.NONE);
        assertThat(old.parts()).isEmpty();
        assertThat(old.ratios()).singleElement().satisfies(ratio -> {
            assertThat(ratio.value()).contains(new BigDecimal("1.5"));
            assertThat(ratio.years()).isEmpty();
            assertThat(ratio.peers()).isEmpty();
        });
    }

    @Test
    void ratesASmallFirmOnItsInvoices() {
        Assessment assessment = Assessment.ofFirm(Judgement.STRONG, Judgement.WEAK, Judgement.ADEQUATE, Judgement.ADEQUATE, "");
        facts = new InvoiceFacts(OnFile.common(OnFile.firm(EnterpriseSize.SMALL), OnFile.report(1, 0, 0, "0", false), assessment),
                OnFile.steadySmallFirm());
        RatingView rating = rated("1");
        assertThat(points(rating)).isEqualTo(Map.ofEntries(
                Map.entry("base", "5"), Map.entry("sales12m", "15"), Map.entry("gapShare", "6"), Map.entry("longestGapMonths", "4"),
                Map.entry("activeMonths12m", "5"), Map.entry("voidRate", "6"), Map.entry("redRate", "2"), Map.entry("volatility", "5"),
                Map.entry("salesGrowth", "3"), Map.entry("topCustomerShare", "3"), Map.entry("supplierCount", "2"),
                Map.entry("salesMargin", "2"), Map.entry("monthsCovered", "1"), Map.entry("overdueCount24m", "6"), Map.entry("queries6m", "3"),
                Map.entry("managementQuality", "4"), Map.entry("marketPosition", "0"), Map.entry("industryOutlook", "1"),
                Map.entry("siteVisit", "1.5")));
        assertThat(rating.score()).isEqualTo(new BigDecimal("74.5"));
        assertThat(rating.grade()).isEqualTo(Grade.GOOD);
        assertThat(rating.basis()).isEqualTo(RatingBasis.INVOICES);
    }

    /** From November 2026 on the trained scorecard is asked; a rating of an earlier day still asks the older one. */
    @Test
    void ratesASmallFirmByTheTrainedScorecardOnceItIsInForce() {
        facts = new InvoiceFacts(OnFile.common(OnFile.firm(EnterpriseSize.SMALL), OnFile.report(1, 0, 0, "0", false), OnFile.ASSESSMENT),
                OnFile.steadySmallFirm());
        RatingView rating = ((RatingResult.Rated) desk.rate(new RateCustomer(OnFile.FIRM, "CA-2", "1", LocalDate.of(2026, 11, 1), OnFile.ASSESSMENT), ANALYST)).rating();

        assertThat(points(rating)).isEqualTo(Map.ofEntries(
                Map.entry("base", "5"), Map.entry("averageMonthlySales", "6.5"), Map.entry("medianMonthlySales", "5"),
                Map.entry("invoicesPerMonth", "5"), Map.entry("gapShare", "8"), Map.entry("longestGapMonths", "7"),
                Map.entry("salesVolatility36m", "8"), Map.entry("voidRate", "5"), Map.entry("monthsCovered", "3"), Map.entry("customerCount", "2"),
                Map.entry("supplierCount", "1"), Map.entry("topCustomerShare", "0.5"), Map.entry("overdueCount24m", "6"),
                Map.entry("queries6m", "3"), Map.entry("managementQuality", "2"), Map.entry("marketPosition", "1.5"),
                Map.entry("industryOutlook", "2"), Map.entry("siteVisit", "3")));
        assertThat(rating.policyVersions()).containsEntry("scorecard-invoices", "2026.2");
        assertThat(rating.grade()).isEqualTo(Grade.GOOD);
    }

    @Test
    void ratesAnIndividualOnIncomeAndBurden() {
        facts = individual(LocalDate.of(1990, 5, 4));
        RatingView rating = rated("1");
        assertThat(points(rating)).isEqualTo(Map.ofEntries(
                Map.entry("base", "5"), Map.entry("debtServiceRatio", "13"), Map.entry("yearlyIncome", "10"), Map.entry("debtToIncome", "5"),
                Map.entry("netAssetsToIncome", "7"), Map.entry("guaranteesToIncome", "5"), Map.entry("yearsInOccupation", "7"),
                Map.entry("home", "4"), Map.entry("overdueCount24m", "14"), Map.entry("maxDaysPastDue24m", "7"), Map.entry("queries6m", "3"),
                Map.entry("industryOutlook", "1"), Map.entry("siteVisit", "3")));
        assertThat(rating.score()).isEqualTo(new BigDecimal("84.0"));
        assertThat(rating.grade()).isEqualTo(Grade.GOOD);
    }

    @Test
    void excludesAMinor() {
        facts = individual(LocalDate.of(2008, 7, 1));
        assertThat(rate("1")).isInstanceOfSatisfying(RatingResult.KnockedOut.class,
                out -> assertThat(out.reasonCodes()).containsExactly("UNDER_AGE"));
    }

    @Test
    void readsARatingBackAsItWasGiven() {
        RatingView rating = rated("1");
        assertThat(desk.find(rating.id())).contains(rating);
        assertThat(desk.latest(OnFile.FIRM)).contains(rating);
    }

    @Test
    void givesTheSameResultForTheSameFacts() {
        RatingView first = rated("1");
        RatingView second = rated("2");
        assertThat(second).usingRecursiveComparison().ignoringFields("id").isEqualTo(first);
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void answersARepeatedAttemptWithTheStoredRatingEvenIfFactsChanged() {
        RatingView first = rated("1");
        facts = OnFile.statementFacts(List.of());
        assertThat(rated("1")).isEqualTo(first);
        assertThat(desk.of(OnFile.FIRM)).hasSize(1);
    }

    @Test
    void refusesAnAttemptKeyThatBelongsToAnotherCustomer() {
        rated("1");
        RateCustomer other = new RateCustomer(new CustomerId("C-2026-000002"), "CA-2026-000001", "1", OnFile.TODAY, null);
        assertThatThrownBy(() -> desk.rate(other, ANALYST)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void putsTheLaterRatingInForce() {
        rated("1");
        clock.follow(Clock.fixed(NOON.plusSeconds(1), ZoneOffset.UTC));
        RatingView later = rated("2");
        assertThat(desk.latest(OnFile.FIRM)).contains(later);
        assertThat(desk.of(OnFile.FIRM)).extracting(RatingView::id).startsWith(later.id());
    }

    @Test
    void excludesABlockedCustomerAtOnceWhateverElseIsMissing() {
        facts = new StatementFacts(OnFile.common(OnFile.customer(CustomerKind.ENTERPRISE, null, "C", null, true), null, null), List.of(),
                StatementSeries.of(List.of(), OnFile.TODAY));
        RatingResult.KnockedOut out = (RatingResult.KnockedOut) rate("1");
        assertThat(out.reasonCodes()).containsExactly("BLOCKED_CUSTOMER");
        RatingView kept = desk.find(out.rating()).orElseThrow();
        assertThat(kept.knockedOut()).isTrue();
        assertThat(kept.score()).isEqualByComparingTo("0");
        assertThat(kept.grade()).isEqualTo(Grade.POOR);
        assertThat(kept.reasonCodes()).containsExactly("BLOCKED_CUSTOMER");
        assertThat(rate("1")).isEqualTo(out);
    }

    @Test
    void excludesAFirmWithNegativeEquityForTwoYears() {
        StatementView now = OnFile.with(OnFile.year2025(), StatementItem.TOTAL_EQUITY, "-1");
        StatementView before = OnFile.with(OnFile.year2024(), StatementItem.TOTAL_EQUITY, "-1");
        facts = OnFile.statementFacts(List.of(now, before));
        assertThat(((RatingResult.KnockedOut) rate("1")).reasonCodes()).containsExactly("NEGATIVE_EQUITY_TWO_YEARS");
        facts = OnFile.statementFacts(List.of(now, OnFile.year2024()));
        assertThat(rate("2")).isInstanceOf(RatingResult.Rated.class);
    }

    @Test
    void excludesTheInsolventAndTheDefaulted() {
        StatementView year = OnFile.with(OnFile.year2025(), StatementItem.TOTAL_LIABILITIES, "12000000");
        facts = new StatementFacts(OnFile.common(OnFile.firm(EnterpriseSize.MEDIUM), OnFile.report(0, 91, 0, "0", true), OnFile.ASSESSMENT),
                List.of(year, OnFile.year2024()), StatementSeries.of(List.of(year, OnFile.year2024()), OnFile.TODAY));
        assertThat(((RatingResult.KnockedOut) rate("1")).reasonCodes())
                .containsExactly("DEFAULT_RECORDED", "OVERDUE_OVER_90_DAYS", "INSOLVENT");
    }

    @Test
    void asksForEverythingThatIsMissingAndStoresNothing() {
        StatementView unbalanced = OnFile.statement(2025, StatementStatus.UNBALANCED, Map.of());
        StatementView draft = OnFile.statement(2024, StatementStatus.DRAFT, Map.of());
        facts = new StatementFacts(OnFile.common(OnFile.customer(CustomerKind.ENTERPRISE, null, "C", null, false), null, null),
                List.of(unbalanced, draft), StatementSeries.of(List.of(unbalanced, draft), OnFile.TODAY));
        assertThat(missing()).containsExactly("STATEMENTS", "ENTERPRISE_SIZE", "STATEMENT_UNBALANCED", "STATEMENT_DRAFT",
                "ESTABLISHED_ON", "ASSESSMENT_MANAGEMENT_QUALITY", "ASSESSMENT_MARKET_POSITION", "CREDIT_REPORT",
                "ASSESSMENT_INDUSTRY_OUTLOOK", "ASSESSMENT_SITE_VISIT");
        assertThat(desk.of(OnFile.FIRM)).isEmpty();
    }

    @Test
    void namesTheStatementLineThatIsMissingAndTheYear() {
        facts = OnFile.statementFacts(List.of(OnFile.with(OnFile.year2025(), StatementItem.INVENTORY, null),
                OnFile.with(OnFile.year2024(), StatementItem.REVENUE, null)));
        RatingResult.FactsMissing result = (RatingResult.FactsMissing) rate("1");
        assertThat(result.facts()).extracting(fact -> fact.code() + " " + fact.arguments().get("periodEnd") + " "
                + fact.arguments().get("itemCode")).containsExactly("STATEMENT_ITEM 2025-12-31 INVENTORY", "STATEMENT_ITEM 2024-12-31 REVENUE");
        assertThat(result.facts().get(0).refusal().code()).isEqualTo("MISSING_STATEMENT_ITEM");
    }

    @Test
    void doesNotRateOnStaleFacts() {
        clock.follow(Clock.fixed(NOON, ZoneOffset.UTC));
        LocalDate later = LocalDate.of(2027, 7, 1);
        Facts.CommonFacts common = new Facts.CommonFacts(OnFile.firm(EnterpriseSize.SMALL), Optional.of(OnFile.cleanReport()),
                OnFile.ASSESSMENT, later, OnFile.AGE, later, OnFile.POLICIES, Map.of());
        facts = new StatementFacts(common, OnFile.soundFirm(), StatementSeries.of(OnFile.soundFirm(), later));
        assertThat(missing()).containsExactly("STATEMENTS_STALE", "CREDIT_REPORT_STALE");
        facts = new InvoiceFacts(common, OnFile.steadySmallFirm());
        assertThat(missing()).containsExactly("INVOICES_STALE", "CREDIT_REPORT_STALE");
    }

    @Test
    void asksForAYearOfInvoices() {
        facts = new InvoiceFacts(OnFile.common(OnFile.firm(EnterpriseSize.MICRO), OnFile.cleanReport(), OnFile.ASSESSMENT),
                OnFile.profile(YearMonth.of(2026, 5), 11, 11, List.of(), "0"));
        assertThat(missing()).containsExactly("INVOICE_HISTORY");
    }

    @Test
    void asksForTheRegistrationOfAnUnknownCustomer() {
        facts = null;
        assertThat(missing()).containsExactly("CUSTOMER");
    }

    private Facts individual(LocalDate born) {
        PersonalFinances finances = new PersonalFinances(Money.cny("240000"), Money.cny("60000"), Money.cny("960000"), 6,
                PersonalFinances.Home.MORTGAGED);
        return new IndividualFacts(OnFile.common(OnFile.customer(CustomerKind.INDIVIDUAL, null, "F", born, false),
                OnFile.report(0, 0, 4, "0", false), Assessment.ofIndividual(finances, Judgement.ADEQUATE, Judgement.STRONG, "")));
    }

    private List<String> missing() {
        return ((RatingResult.FactsMissing) rate("missing")).facts().stream().map(MissingFact::code).toList();
    }

    private RatingView rated(String attempt) {
        return ((RatingResult.Rated) rate(attempt)).rating();
    }

    private RatingResult rate(String attempt) {
        return desk.rate(new RateCustomer(OnFile.FIRM, "CA-2026-000001", attempt, OnFile.TODAY, OnFile.ASSESSMENT), ANALYST);
    }

    private static Map<String, String> points(RatingView rating) {
        return rating.lines().stream().collect(Collectors.toMap(ScoreLine::characteristic, line -> line.points().toPlainString()));
    }
}
