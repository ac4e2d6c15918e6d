package io.shouxin.origination;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementStatus;
import io.shouxin.customer.StatementView;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Rate;
import io.shouxin.origination.ConstraintLine.State;
import io.shouxin.origination.LimitParameters.MarginBasis;
import io.shouxin.rating.AltmanZ;
import io.shouxin.rating.GradeTerms;
import io.shouxin.rating.PersonalFinances;
import io.shouxin.rating.RatingBasis;
import io.shouxin.rating.RatingEvidence;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The firm is the one of the published example of the working-capital formula, in yuan; what it lacks is invented. */
class LimitProposalTest {

    private static final GradeTerms GOOD = new GradeTerms(new BigDecimal("0.85"), new BigDecimal("60"), 60, 12, "STANDARD",
            new BigDecimal("0.80"), "LOW", "GRADE_GOOD");
    private static final GradeTerms POOR = new GradeTerms(BigDecimal.ZERO, new BigDecimal("300"), 0, 3, "INTENSIVE", BigDecimal.ZERO,
            "HIGH", "GRADE_POOR");
    private static final LimitParameters PARAMETERS = new LimitParameters(new BigDecimal("1.20"), new BigDecimal("0.50"),
            new BigDecimal("0.30"), MarginBasis.TOTAL_PROFIT, new BigDecimal("10000"), new BigDecimal("500000"),
            new BigDecimal("500000000"), BigDecimal.ONE, new BigDecimal("3"), Optional.empty(), Optional.empty());
    private static final Map<String, ProductTerms> TERMS = Map.of(
            "WORKING_CAPITAL_LOAN", new ProductTerms("WORKING_CAPITAL_LOAN", FacilityKind.LENDING, 1, 36, true, "ENTERPRISE",
                    new BigDecimal("200000000"), "LPR1Y", "1"),
            "TRADE_OPEN_ACCOUNT", new ProductTerms("TRADE_OPEN_ACCOUNT", FacilityKind.TRADE_CREDIT, 1, 12, true, "ANY",
                    new BigDecimal("3000000"), "LPR1Y", "1"),
            "PERSONAL_BUSINESS_LOAN", new ProductTerms("PERSONAL_BUSINESS_LOAN", FacilityKind.LENDING, 3, 60, true, "INDIVIDUAL",
                    new BigDecimal("5000000"), "LPR1Y", "1"));

    @Test
    void bindsTheRequestWhenEverythingElseIsWider() {
        LimitProposal proposal = LimitProposal.of(firm().asking(loan("5005000")).facts());

        assertThat(proposal.outcome()).isEqualTo(ProposalOutcome.LIMIT_PROPOSED);
        assertThat(proposal.binding()).isEqualTo("REQUEST");
        assertThat(proposal.amount()).as("rounded down to the step").isEqualTo(Money.cny("5000000"));
        assertThat(line(proposal, "WORKING_CAPITAL_NEED").amount()).isEqualTo(Money.cny("41876006.28"));
        assertThat(proposal.rate()).contains(Rate.of("0.036"));
    }

    @Test
    void bindsTheWorkingCapitalNeedOfThePublishedExample() {
        LimitProposal proposal = LimitProposal.of(firm().asking(loan("60000000")).facts());

        assertThat(proposal.binding()).isEqualTo("WORKING_CAPITAL_NEED");
        assertThat(proposal.amount()).isEqualTo(Money.cny("41870000"));
        assertThat(proposal.constraints()).filteredOn(ConstraintLine::binding).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0.40, SAFE, ", "0.39, SAFE, CONFIDENCE_LOW", "1.00, GREY, ", "1.00, DISTRESS, Z_SCORE_DISTRESS", "1.00, UNKNOWN, "})
    void leavesWeakEvidenceAndFinancialDistressToAPerson(BigDecimal confidence, AltmanZ.Zone zone, String obstacle) {
        Firm firm = firm().asking(loan("5000000"));
        RatingEvidence evidence = new RatingEvidence(List.of(), Optional.of(confidence),
                Optional.of(new AltmanZ(Optional.empty(), zone, null, List.of())), null, null, null);
        LimitProposal proposal = LimitProposal.of(firm.facts());
        assertThat(Obstacles.of(firm.facts(), proposal, evidence, List.of())).isEqualTo(obstacle == null ? List.of() : List.of(obstacle));
        assertThat(Obstacles.of(firm.facts(), proposal, RatingEvidence.NONE, List.of())).as("a rating of before").isEmpty();
    }

    @Test
    void lendsNoLongerThanTheIndustryAllows() {
        ProductTerms loan = TERMS.get("WORKING_CAPITAL_LOAN");
        assertThat(loan.atMost(6).maxTenorMonths()).isEqualTo(6);
        assertThat(loan.atMost(1200)).isEqualTo(loan);
        Firm firm = firm().asking(loan("5000000"));
        firm.longestTenor = 6;
        assertThat(LimitProposal.of(firm.facts()).facilities()).extracting(ProposedFacility::tenorMonths).containsExactly(6);
    }

    @Test
    void capsTheGrowthTheCustomerExpects() {
        Firm firm = firm().asking(loan("60000000"));
        firm.growthCap = new BigDecimal("0.10");
        LimitProposal capped = LimitProposal.of(firm.facts());

        assertThat(line(capped, "WORKING_CAPITAL_NEED").inputs()).contains(new ConstraintLine.Input("growthBelieved", "0.1"));
        assertThat(capped.amount()).isLessThan(Money.cny("41870000"));
    }

    @Test
    void measuresExpectedGrowthAgainstOwnPastAndIndustryAndShowsBoth() {
        Firm firm = firm().asking(loan("60000000"));
        firm.growthRule = Optional.of(new LimitParameters.GrowthRule(BigDecimal.ZERO, new BigDecimal("0.10")));
        firm.industryGrowth = Optional.of(new IndustryGrowth(new BigDecimal("0.06"), "C", 2025));
        assertThat(line(LimitProposal.of(firm.facts()), "WORKING_CAPITAL_NEED").missing()).as("last year's sales before").containsExactly("REVENUE@2024-12-31");

        firm.year2024.put(StatementItem.REVENUE, new BigDecimal("150000000"));
        ConstraintLine need = line(LimitProposal.of(firm.facts()), "WORKING_CAPITAL_NEED");
        assertThat(need.inputs()).contains(new ConstraintLine.Input("ownPastGrowth", "0.354383"), new ConstraintLine.Input("industryGrowth", "0.06"),
                new ConstraintLine.Input("aboveIndustry", "0.1"), new ConstraintLine.Input("growthBelieved", "0.16"));
        assertThat(need.notes()).containsExactly("MARGIN_TOTAL_PROFIT", "GROWTH_CUT_BY_INDUSTRY");

        firm.year2024.put(StatementItem.REVENUE, new BigDecimal("200000000"));
        firm.industryGrowth = Optional.of(new IndustryGrowth(new BigDecimal("0.06"), IndustryGrowth.ALL, 2025));
        assertThat(line(LimitProposal.of(firm.facts()), "WORKING_CAPITAL_NEED").notes())
                .containsExactly("MARGIN_TOTAL_PROFIT", "GROWTH_CUT_BY_OWN_PAST", "INDUSTRY_GROWTH_OF_ALL");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"sales before of zero,OWN_PAST_GROWTH", "no figure of the industry,INDUSTRY_GROWTH"})
    void neverGuessesTheGrowthItIsMeasuredBy(String lacking, String missing) {
        Firm firm = firm().asking(loan("60000000"));
        firm.growthRule = Optional.of(new LimitParameters.GrowthRule(BigDecimal.ZERO, new BigDecimal("0.10")));
        firm.year2024.put(StatementItem.REVENUE, lacking.startsWith("sales") ? BigDecimal.ZERO : new BigDecimal("150000000"));
        firm.industryGrowth = lacking.startsWith("sales") ? Optional.of(new IndustryGrowth(BigDecimal.ZERO, "C", 2025)) : Optional.empty();
        assertThat(line(LimitProposal.of(firm.facts()), "WORKING_CAPITAL_NEED").missing()).containsExactly(missing);
    }

    @Test
    void bindsTheCoverBySecurityAndLendsNoMoreUnderTheFacilityItSecures() {
        Firm firm = firm().asking(loan("1000000"), openAccount("2000000"));
        firm.cover = Optional.of(new SecurityCover(List.of(), Map.of(1, BigDecimal.ONE, 2, BigDecimal.ZERO)));
        LimitProposal proposal = LimitProposal.of(firm.facts());
        assertThat(proposal.binding()).isEqualTo("SECURITY_COVERAGE");
        assertThat(proposal.facilities()).extracting(ProposedFacility::product).containsExactly("TRADE_OPEN_ACCOUNT");
        assertThat(proposal.amount()).isEqualTo(Money.cny("2000000"));
    }

    @Test
    void leavesACaseWithAConstraintToVerifyToAPerson() {
        Firm firm = firm().asking(loan("1000000"));
        firm.concentration = List.of(Constraint.REGION_CONCENTRATION.missing(List.of("PROVINCE")), Constraint.GROUP_CONCENTRATION.notApplicable());
        LimitProposal proposal = LimitProposal.of(firm.facts());
        assertThat(proposal.outcome()).isEqualTo(ProposalOutcome.LIMIT_PROPOSED);
        assertThat(Obstacles.of(firm.facts(), proposal, RatingEvidence.NONE, List.of())).containsExactly("FACTS_MISSING");
        firm.concentration = List.of(Constraint.REGION_CONCENTRATION.known(new BigDecimal("600000"), new Constraint.Figures()));
        LimitProposal held = LimitProposal.of(firm.facts());
        assertThat(held.binding()).isEqualTo("REGION_CONCENTRATION");
        assertThat(Obstacles.of(firm.facts(), held, RatingEvidence.NONE, List.of())).isEmpty();
    }

    @Test
    void testsTheCashFlowAgainstDebtServiceAndOwnDebt() {
        Firm firm = firm().asking(loan("40000000"));
        firm.set(StatementItem.NET_OPERATING_CASH_FLOW, "9000000");
        LimitProposal proposal = LimitProposal.of(firm.facts());

        // 9,000,000 / 1.2 / (1/3 + 0.036) = 20,306,859; less 6,000,000 of debt; times 0.85
        assertThat(line(proposal, "DEBT_CAPACITY").amount()).isEqualTo(Money.cny("12160830.32"));
        assertThat(proposal.binding()).isEqualTo("DEBT_CAPACITY");
        assertThat(proposal.amount()).isEqualTo(Money.cny("12160000"));
    }

    @Test
    void givesNothingToAPoorGradeAndSaysWhy() {
        Firm firm = firm().asking(loan("1000000"));
        firm.grade = POOR;
        LimitProposal proposal = LimitProposal.of(firm.facts());

        assertThat(proposal.outcome()).isEqualTo(ProposalOutcome.NO_LIMIT);
        assertThat(proposal.reasonCodes()).containsExactly("GRADE_POOR");
        assertThat(proposal.amount()).isEqualTo(Money.cny("0"));
    }

    @Test
    void neverReadsAMissingFactAsZero() {
        Firm firm = firm().asking(loan("1000000"));
        firm.set(StatementItem.NET_OPERATING_CASH_FLOW, null);
        firm.set(StatementItem.INVENTORY, null);
        LimitProposal proposal = LimitProposal.of(firm.facts());

        assertThat(line(proposal, "DEBT_CAPACITY").state()).isEqualTo(State.MISSING);
        assertThat(line(proposal, "DEBT_CAPACITY").missing()).containsExactly("NET_OPERATING_CASH_FLOW@2025-12-31");
        assertThat(line(proposal, "WORKING_CAPITAL_NEED").missing()).containsExactly("INVENTORY@2025-12-31");
        assertThat(proposal.outcome()).as("net assets are still known").isEqualTo(ProposalOutcome.LIMIT_PROPOSED);
    }

    @Test
    void readsABlankLineAsZeroOnlyWhereTheOthersAlreadyAddUpToTheSubtotal() {
        Firm firm = firm().asking(loan("1000000"));
        firm.set(StatementItem.INVENTORY, null);
        firm.set(StatementItem.TOTAL_CURRENT_ASSETS, "33613000");
        assertThat(line(LimitProposal.of(firm.facts()), "WORKING_CAPITAL_NEED").state()).isEqualTo(State.KNOWN);
    }

    @Test
    void proposesNothingWhenNoMeasureOfCapacityIsKnown() {
        Firm firm = firm().asking(loan("1000000"));
        firm.set(StatementItem.NET_OPERATING_CASH_FLOW, null);
        firm.set(StatementItem.TOTAL_EQUITY, null);
        LimitProposal proposal = LimitProposal.of(firm.facts());

        assertThat(proposal.outcome()).isEqualTo(ProposalOutcome.FACTS_MISSING);
        assertThat(proposal.reasonCodes()).containsExactly("CAPACITY_UNKNOWN");
    }

    @Test
    void givesOutALimitInTheOrderAskedForUpToEachProductsCap() {
        LimitProposal proposal = LimitProposal.of(firm().asking(openAccount("4000000"), loan("60000000")).facts());

        assertThat(proposal.facilities()).extracting(ProposedFacility::product, ProposedFacility::amount).containsExactly(
                org.assertj.core.groups.Tuple.tuple("TRADE_OPEN_ACCOUNT", Money.cny("3000000")),
                org.assertj.core.groups.Tuple.tuple("WORKING_CAPITAL_LOAN", Money.cny("41870000")));
        assertThat(proposal.facilities().get(0).rate()).isNull();
        assertThat(proposal.facilities().get(0).paymentTermDays()).isEqualTo(60);
        assertThat(proposal.facilities().get(1).paymentTermDays()).isNull();
    }

    @Test
    void staysWithinWhatTheGroupHasLeftAndBelowTheFloorGivesNothing() {
        Firm firm = firm().asking(loan("1000000"));
        firm.groupFree = Optional.of(Money.cny("700000"));
        assertThat(LimitProposal.of(firm.facts()).binding()).isEqualTo("GROUP_HEADROOM");

        firm.groupFree = Optional.of(Money.cny("499999.99"));
        LimitProposal nothing = LimitProposal.of(firm.facts());
        assertThat(nothing.outcome()).isEqualTo(ProposalOutcome.NO_LIMIT);
        assertThat(nothing.reasonCodes()).containsExactly("NO_LIMIT_GROUP_HEADROOM");
    }

    @Test
    void countsTheSingleCustomerCapWithWhatIsGrantedAlready() {
        Firm firm = firm().asking(loan("5000000"));
        firm.otherExposure = Money.cny("499000000");
        assertThat(line(LimitProposal.of(firm.facts()), "CUSTOMER_CAP").amount()).isEqualTo(Money.cny("1000000"));
    }

    @Test
    void takesWhatIsGrantedAlreadyOffTheAbilityToRepayAndTheNeed() {
        Firm alone = firm().asking(loan("5000000"));
        Firm granted = firm().asking(loan("5000000"));
        granted.otherExposure = Money.cny("3000000");
        Money debtBefore = line(LimitProposal.of(alone.facts()), "DEBT_CAPACITY").amount();
        assertThat(line(LimitProposal.of(granted.facts()), "DEBT_CAPACITY").amount()).isEqualTo(debtBefore.minus(Money.cny("3000000")));
        assertThat(line(LimitProposal.of(granted.facts()), "WORKING_CAPITAL_NEED").amount())
                .isLessThanOrEqualTo(line(LimitProposal.of(alone.facts()), "WORKING_CAPITAL_NEED").amount());
    }

    @Test
    void lendsAnIndividualWhatIncomeAndNetAssetsBear() {
        Firm person = firm().asking(new RequestedFacility(FacilityKind.LENDING, "PERSONAL_BUSINESS_LOAN", new BigDecimal("900000"), "CNY", 36,
                "店铺装修备货", null));
        person.basis = RatingBasis.INDIVIDUAL;
        person.finances = Optional.of(new PersonalFinances(Money.cny("400000"), Money.cny("50000"), Money.cny("2000000"), 8,
                PersonalFinances.Home.OWNED));
        LimitProposal proposal = LimitProposal.of(person.facts());

        // (400,000 × 0.5 − 50,000) / (1/3 + 0.036) × 0.85
        assertThat(line(proposal, "INCOME_CAPACITY").amount()).isEqualTo(Money.cny("345216.60"));
        assertThat(line(proposal, "DEBT_CAPACITY").state()).isEqualTo(State.NOT_APPLICABLE);
        assertThat(proposal.binding()).isEqualTo("INCOME_CAPACITY");
    }

    private static ConstraintLine line(LimitProposal proposal, String code) {
        return proposal.constraints().stream().filter(line -> line.code().equals(code)).findFirst().orElseThrow();
    }

    private static Firm firm() {
        return new Firm();
    }

    private static RequestedFacility loan(String amount) {
        return new RequestedFacility(FacilityKind.LENDING, "WORKING_CAPITAL_LOAN", new BigDecimal(amount), "CNY", 12, "采购原材料", null);
    }

    private static RequestedFacility openAccount(String amount) {
        return new RequestedFacility(FacilityKind.TRADE_CREDIT, "TRADE_OPEN_ACCOUNT", new BigDecimal(amount), "CNY", 6, "赊购原材料", null);
    }

    /** What is on file about the firm, changed test by test. */
    private static final class Firm {

        private final Map<StatementItem, BigDecimal> year2025 = new EnumMap<>(StatementItem.class);
        private final Map<StatementItem, BigDecimal> year2024 = new EnumMap<>(StatementItem.class);
        private List<RequestedFacility> asked = List.of();
        private GradeTerms grade = GOOD;
        private int longestTenor = 1200;
        private RatingBasis basis = RatingBasis.STATEMENTS;
        private BigDecimal growthCap = PARAMETERS.growthCap();
        private Money otherExposure = Money.cny("0");
        private Optional<Money> groupFree = Optional.empty();
        private Optional<PersonalFinances> finances = Optional.empty();
        private Optional<LimitParameters.GrowthRule> growthRule = Optional.empty();
        private Optional<IndustryGrowth> industryGrowth = Optional.empty();
        private Optional<SecurityCover> cover = Optional.empty();
        private List<ConstraintLine> concentration = List.of();

        private Firm() {
            set(StatementItem.REVENUE, "203157400");
            set(StatementItem.COST_OF_SALES, "191780900");
            set(StatementItem.TOTAL_PROFIT, "9031200");
            set(StatementItem.ACCOUNTS_RECEIVABLE, "15511600");
            set(StatementItem.INVENTORY, "13462200");
            set(StatementItem.ACCOUNTS_PAYABLE, "10000");
            set(StatementItem.PREPAYMENTS, "18101400");
            set(StatementItem.ADVANCES_FROM_CUSTOMERS, "251900");
            set(StatementItem.TOTAL_EQUITY, "120000000");
            set(StatementItem.NET_OPERATING_CASH_FLOW, "60000000");
            year2024.put(StatementItem.ACCOUNTS_RECEIVABLE, new BigDecimal("8937000"));
            year2024.put(StatementItem.INVENTORY, new BigDecimal("7130900"));
            year2024.put(StatementItem.ACCOUNTS_PAYABLE, new BigDecimal("10000"));
            year2024.put(StatementItem.PREPAYMENTS, new BigDecimal("18806400"));
            year2024.put(StatementItem.ADVANCES_FROM_CUSTOMERS, new BigDecimal("1339100"));
        }

        private Firm asking(RequestedFacility... facilities) {
            asked = Arrays.asList(facilities);
            return this;
        }

        private void set(StatementItem item, String amount) {
            if (amount == null) {
                year2025.remove(item);
            } else {
                year2025.put(item, new BigDecimal(amount));
            }
        }

        private UnderwritingFacts facts() {
            OperatingData told = new OperatingData("加工贸易", "铜材", new BigDecimal("365000000"), null, new BigDecimal("30012200"),
                    BigDecimal.ZERO, BigDecimal.ZERO);
            LimitParameters parameters = new LimitParameters(PARAMETERS.debtServiceCoverage(), PARAMETERS.debtToIncome(),
                    PARAMETERS.invoiceSalesShare(), PARAMETERS.marginBasis(), PARAMETERS.step(), PARAMETERS.floor(), PARAMETERS.cap(),
                    growthCap, PARAMETERS.repaymentYears(), growthRule, Optional.empty());
            if (basis == RatingBasis.INDIVIDUAL) {
                parameters = new LimitParameters(parameters.debtServiceCoverage(), parameters.debtToIncome(), parameters.invoiceSalesShare(),
                        parameters.marginBasis(), new BigDecimal("1000"), new BigDecimal("10000"), parameters.cap(), growthCap,
                        parameters.repaymentYears(), growthRule, Optional.empty());
            }
            Map<String, Rate> rates = new LinkedHashMap<>();
            asked.forEach(facility -> rates.put(facility.product(), Rate.of("0.036")));
            List<StatementView> years = List.of(statement(2025, year2025), statement(2024, year2024));
            return new UnderwritingFacts(basis, grade, parameters, new ApplicationForm(asked, null, true, true, told), years,
                    Optional.empty(), finances, Optional.of(Money.cny("6000000")), terms(), rates, otherExposure, groupFree, industryGrowth, cover, concentration);
        }

        private Map<String, ProductTerms> terms() {
            Map<String, ProductTerms> terms = new LinkedHashMap<>();
            TERMS.forEach((product, offered) -> terms.put(product, offered.atMost(longestTenor)));
            return terms;
        }

        private static StatementView statement(int year, Map<StatementItem, BigDecimal> amounts) {
            return new StatementView(new CustomerId("C-2026-000001"), LocalDate.of(year, 12, 31), 12, StatementBasis.AUDITED, "CNY",
                    Map.copyOf(amounts), StatementStatus.FINAL, List.of(), null, Instant.EPOCH);
        }
    }
}
