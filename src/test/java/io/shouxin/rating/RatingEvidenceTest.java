package io.shouxin.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.BackgroundCheck;
import io.shouxin.customer.CustomerFact;
import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.EnterpriseSize;
import io.shouxin.customer.ExternalRating;
import io.shouxin.customer.FactContent;
import io.shouxin.customer.FactKind;
import io.shouxin.customer.PastTrading;
import io.shouxin.customer.SiteVisit;
import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementView;
import io.shouxin.customer.TaxRecord;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.policy.PolicyDecision;
import io.shouxin.policy.StandingPolicies;
import io.shouxin.rating.FactLine.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rating rests on: facts with their state, the confidence, the industry's policy and its peers. */
class RatingEvidenceTest {

    private static final LocalDate TODAY = OnFile.TODAY;
    private static final TaxRecord TAX = new TaxRecord("A", 2025, new BigDecimal("300000"), BigDecimal.ZERO);
    private static final BackgroundCheck CLEAN = new BackgroundCheck(0, 0, BigDecimal.ZERO, 0, null);

    @Test
    void countsOnlyWhatIsFreshAndProved() {
        Map<String, FactLine> lines = lines(facts(Map.of()));
        assertThat(lines.get("STATEMENTS").state()).isEqualTo(State.CONFIRMED);
        assertThat(lines.get("CREDIT_REPORT").state()).isEqualTo(State.CONFIRMED);
        assertThat(lines.get("MANAGEMENT_QUALITY").state()).as("a judgement without evidence").isEqualTo(State.UNPROVED);
        assertThat(lines.get("TAX_RECORD").state()).isEqualTo(State.MISSING);
        assertThat(Confidence.of(List.copyOf(lines.values()))).contains(new BigDecimal("0.48"));
    }

    @Test
    void isFullyConfidentWhenEverythingIsFreshAndProved() {
        Map<FactKind, CustomerFact> register = new EnumMap<>(FactKind.class);
        List.of(TAX, CLEAN, new ExternalRating("示例评级", "AA"), new PastTrading(3, new BigDecimal("900000"), BigDecimal.ZERO),
                new SiteVisit("厂区", "总经理", "账实相符", List.of("STOCK")))
                .forEach(content -> register.put(content.kind(), fact(content, TODAY.minusMonths(1), "D-2026-000009")));
        Assessment proved = OnFile.ASSESSMENT.restingOn(Map.of("managementQuality", evidence(), "marketPosition", evidence(),
                "industryOutlook", evidence()));
        Facts.CommonFacts common = common(register, proved);
        assertThat(Confidence.of(new StatementFacts(common, OnFile.soundFirm(), StatementSeries.of(OnFile.soundFirm(), TODAY),
                Optional.of(OnFile.steadySmallFirm())).factLines())).contains(new BigDecimal("1.00"));
        assertThat(Confidence.of(facts(register, proved).factLines())).as("but for its invoices").contains(new BigDecimal("0.96"));
        assertThat(Confidence.of(new InvoiceFacts(common, OnFile.steadySmallFirm()).factLines())).contains(new BigDecimal("1.00"));
    }

    @Test
    void asksAnIndividualForWhatProvesHisIncome() {
        PersonalFinances finances = new PersonalFinances(Money.cny("240000"), Money.cny("60000"), Money.cny("960000"), 6,
                PersonalFinances.Home.MORTGAGED);
        Assessment told = Assessment.ofIndividual(finances, Judgement.ADEQUATE, Judgement.STRONG, "");
        assertThat(individual(told).get("PERSONAL_FINANCES").state()).isEqualTo(State.UNPROVED);
        assertThat(individual(told)).doesNotContainKeys("TAX_RECORD", "EXTERNAL_RATING");
        FactLine proved = individual(told.restingOn(Map.of("personalFinances", evidence()))).get("PERSONAL_FINANCES");
        assertThat(proved.state()).isEqualTo(State.CONFIRMED);
        assertThat(proved.details()).containsEntry("yearlyIncome", "240000.00");
        assertThat(proved.source()).isEqualTo("访谈记录");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"访谈, 2026-06-30, -, 0", "-, 2026-06-30, -, 1", "访谈, 2026-07-01, -, 1", "访谈, -, -, 1", "' ', -, -, 2"})
    void refusesEvidenceWithoutWordsOrWithAnImpossibleDate(String text, LocalDate date, String document, int refused) {
        Assessment assessment = OnFile.ASSESSMENT.restingOn(Map.of("marketPosition", new Assessment.Evidence(text, date, document)));
        assertThat(assessment.refusals("assessment", TODAY)).hasSize(refused)
                .allSatisfy(refusal -> assertThat(refusal.field()).startsWith("assessment.evidence.marketPosition."));
    }

    @ParameterizedTest
    @CsvSource({"2025-06-30, D-2026-000009, CONFIRMED", "2025-06-29, D-2026-000009, STALE", "2026-06-01, , UNPROVED"})
    void asksForAFreshTaxRecordWithAPaper(LocalDate date, String document, State state) {
        FactLine line = lines(facts(Map.of(FactKind.TAX_RECORD, fact(TAX, date, document)))).get("TAX_RECORD");
        assertThat(line.state()).isEqualTo(state);
        assertThat(line.validUntil()).isEqualTo(date.plusMonths(12));
        assertThat(line.source()).isEqualTo("示例来源");
        assertThat(line.details()).containsEntry("taxGrade", "A");
    }

    @Test
    void takesSelfReportedStatementsForUnproved() {
        List<StatementView> own = OnFile.soundFirm().stream().map(year -> new StatementView(year.customer(), year.periodEnd(), 12,
                StatementBasis.SELF_REPORTED, "CNY", year.amounts(), year.status(), List.of(), null, Instant.EPOCH)).toList();
        assertThat(lines(OnFile.statementFacts(own)).get("STATEMENTS").state()).isEqualTo(State.UNPROVED);
    }

    @ParameterizedTest
    @CsvSource({"A, 0, A", "D, 0, D", "A, 0.01, ARREARS"})
    void letsTheScorecardSeeTheTaxGradeUnlessTaxIsInArrears(String grade, BigDecimal arrears, String code) {
        TaxRecord record = new TaxRecord(grade, 2025, BigDecimal.ONE, arrears);
        assertThat(inputs(Map.of(FactKind.TAX_RECORD, fact(record, TODAY, "D-1")))).containsEntry("taxRecord", code);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0, CLEAN", "0, 0, 0, 1, MINOR", "4, 0, 0.49, 9, MINOR", "5, 0, 0, 0, SERIOUS", "0, 1, 0, 0, SERIOUS", "0, 0, 0.5, 0, SERIOUS"})
    void judgesABackgroundCheckByItsRecords(int lawsuits, int enforcements, BigDecimal pledged, int penalties, String verdict) {
        BackgroundCheck check = new BackgroundCheck(lawsuits, enforcements, pledged, penalties, null);
        assertThat(inputs(Map.of(FactKind.BACKGROUND_CHECK, fact(check, TODAY, null)))).containsEntry("backgroundCheck", verdict);
    }

    @Test
    void showsTheScorecardNothingOfStaleAndMissingFacts() {
        Map<String, Object> inputs = inputs(Map.of(FactKind.TAX_RECORD, fact(TAX, TODAY.minusMonths(13), "D-1")));
        assertThat(inputs).containsEntry("taxRecord", "UNKNOWN").containsEntry("backgroundCheck", "UNKNOWN")
                .containsEntry("externalRating", "UNKNOWN").containsEntry("pastTrading", null).containsEntry("zZone", "UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({"A, 0, UNKNOWN", "C, 0, UNKNOWN", "D, 0, D", "A, 5, ARREARS"})
    void letsBadNewsStandUntilANewerFactSaysOtherwise(String grade, BigDecimal arrears, String code) {
        TaxRecord old = new TaxRecord(grade, 2024, BigDecimal.ONE, arrears);
        assertThat(inputs(Map.of(FactKind.TAX_RECORD, fact(old, TODAY.minusMonths(13), "D-1")))).containsEntry("taxRecord", code);
        BackgroundCheck enforced = new BackgroundCheck(0, 1, BigDecimal.ZERO, 0, null);
        assertThat(inputs(Map.of(FactKind.BACKGROUND_CHECK, fact(enforced, TODAY.minusMonths(7), null))))
                .containsEntry("backgroundCheck", "SERIOUS");
        assertThat(inputs(Map.of(FactKind.BACKGROUND_CHECK, fact(CLEAN, TODAY.minusMonths(7), null))))
                .containsEntry("backgroundCheck", "UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({"C34, scorecard-statements, 1, 0, 12, SUPPORT", "C31, scorecard-statements, 0.7, 40, 6, CONTROL",
        "C, scorecard-statements, 1, 0, 12, SUPPORT", "K70, scorecard-property, 0.6, 60, 3, REDUCE", "E47, scorecard-property, 0.8, 30, 6, CONTROL",
        "F51, scorecard-trade, 0.85, 10, 12, MAINTAIN", ", scorecard-statements, 0.7, 30, 6, CONTROL"})
    void followsThePolicyOfTheIndustry(String code, String scorecard, BigDecimal multiplier, BigDecimal markup, int review, String strategy) {
        IndustryPolicy policy = OnFile.POLICIES.industry(firmOf(code), TODAY).orElseThrow();
        assertThat(policy.scorecard()).isEqualTo(scorecard);
        assertThat(policy.limitMultiplier()).isEqualByComparingTo(multiplier);
        assertThat(policy.extraMarkupBp()).isEqualByComparingTo(markup);
        assertThat(policy.longestReviewMonths()).isEqualTo(review);
        assertThat(policy.strategy()).isEqualTo(strategy);
    }

    @Test
    void lendsLessDearerAndLooksMoreOftenInProperty() {
        GradeTerms maker = OnFile.POLICIES.terms(Grade.GOOD, OnFile.POLICIES.industry(firmOf("C34"), TODAY), TODAY);
        GradeTerms developer = OnFile.POLICIES.terms(Grade.GOOD, OnFile.POLICIES.industry(firmOf("K70"), TODAY), TODAY);
        assertThat(maker.limitFactor()).isEqualByComparingTo("0.85");
        assertThat(developer.limitFactor()).isEqualByComparingTo("0.51");
        assertThat(developer.rateMarkupBp()).isEqualByComparingTo("120");
        assertThat(developer.reviewCycleMonths()).isEqualTo(3);
        assertThat(developer.monitoring()).isEqualTo(maker.monitoring());
    }

    @ParameterizedTest
    @CsvSource({"C34, C, AT", "K70, K, BETTER", "N77, ALL, AT", ", ALL, AT"})
    void standsBesideItsOwnIndustryOrElseBesideAll(String code, String industry, PeerPosition.Position position) {
        Ratio leverage = beside(code).get("assetLiabilityRatio");
        assertThat(leverage.peers()).hasValueSatisfying(peers -> {
            assertThat(peers.industry()).isEqualTo(industry);
            assertThat(peers.position()).isEqualTo(position);
            assertThat(peers.source()).isNotBlank();
            assertThat(peers.year()).isBetween(2014, 2026);
        });
    }

    @Test
    void hasNoPositionWhereTheRatioIsUndefinedOrNoFiguresAreKept() {
        assertThat(beside("C34").get("debtToEbitda").peers()).isEmpty();
        assertThat(beside("C34").get("fixedAssetTurnover").peers()).isEmpty();
    }

    /** A bank has to keep the figures in order: a lower quartile above the median would turn every position round. */
    @Test
    void keepsTheQuartilesOfEveryIndustryInOrderAndForKnownRatiosOnly() {
        List<String> ratios = FormulaBook.under(OnFile.DEFINITIONS).stream().map(Formula::code).toList();
        for (String industry : List.of("ALL", "C", "E", "F", "I", "K")) {
            PolicyDecision figures = StandingPolicies.unlogged().evaluate("industry-median", TODAY, Map.of("industry", industry));
            assertThat(figures.rows()).as(industry).hasSizeGreaterThan(10).allSatisfy(row -> {
                assertThat(row.number("lowerQuartile")).isLessThan(row.number("median"));
                assertThat(row.number("median")).isLessThan(row.number("upperQuartile"));
                assertThat(ratios).contains(row.text("ratio"));
            });
        }
    }

    @Test
    void weighsTheFactsOfEveryBasisToOneHundred() {
        for (RatingBasis basis : RatingBasis.values()) {
            assertThat(OnFile.POLICIES.sought(basis, TODAY).stream().map(RatingPolicies.SoughtFact::weight)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("100");
        }
    }

    private static Map<String, Ratio> beside(String code) {
        return OnFile.POLICIES.besidePeers(FinancialRatios.of(StatementSeries.of(OnFile.soundFirm(), TODAY), OnFile.DEFINITIONS),
                firmOf(code), TODAY).stream().collect(Collectors.toMap(Ratio::code, Function.identity()));
    }

    private static CustomerView firmOf(String code) {
        CustomerView firm = OnFile.firm(EnterpriseSize.MEDIUM);
        return new CustomerView(firm.id(), firm.kind(), firm.name(), firm.identifierMasked(), firm.identifierType(), true, code,
                code == null ? null : code.substring(0, 1), firm.region(), firm.provinceCode(), firm.establishedOn(), firm.employees(), firm.size(), firm.group(),
                firm.groupName(), null, null, false, null);
    }

    private static Map<String, Object> inputs(Map<FactKind, CustomerFact> register) {
        return facts(register).scorecardInputs();
    }

    private static Map<String, FactLine> lines(Facts facts) {
        return facts.factLines().stream().collect(Collectors.toMap(FactLine::code, Function.identity()));
    }

    private static Facts facts(Map<FactKind, CustomerFact> register) {
        return facts(register, OnFile.ASSESSMENT);
    }

    private static Map<String, FactLine> individual(Assessment assessment) {
        CustomerView person = OnFile.customer(CustomerKind.INDIVIDUAL, null, "F", LocalDate.of(1990, 5, 4), false);
        return lines(new IndividualFacts(OnFile.common(person, OnFile.cleanReport(), assessment)));
    }

    private static Facts.CommonFacts common(Map<FactKind, CustomerFact> register, Assessment assessment) {
        return new Facts.CommonFacts(OnFile.firm(EnterpriseSize.MEDIUM), Optional.of(OnFile.cleanReport()), assessment, TODAY, OnFile.AGE,
                TODAY, OnFile.POLICIES, register);
    }

    private static Facts facts(Map<FactKind, CustomerFact> register, Assessment assessment) {
        return new StatementFacts(common(register, assessment), OnFile.soundFirm(), StatementSeries.of(OnFile.soundFirm(), TODAY));
    }

    private static Assessment.Evidence evidence() {
        return new Assessment.Evidence("访谈记录", TODAY.minusDays(5), null);
    }

    private static CustomerFact fact(FactContent content, LocalDate date, String document) {
        return new CustomerFact(OnFile.FIRM, content.kind(), date, "示例来源", document, content, new PersonId("analyst"), Instant.EPOCH);
    }
}
