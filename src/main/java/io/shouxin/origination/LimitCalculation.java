package io.shouxin.origination;

import static io.shouxin.customer.StatementItem.ACCOUNTS_PAYABLE;
import static io.shouxin.customer.StatementItem.ACCOUNTS_RECEIVABLE;
import static io.shouxin.customer.StatementItem.ADVANCES_FROM_CUSTOMERS;
import static io.shouxin.customer.StatementItem.BONDS_PAYABLE;
import static io.shouxin.customer.StatementItem.CONTRACT_LIABILITIES;
import static io.shouxin.customer.StatementItem.COST_OF_SALES;
import static io.shouxin.customer.StatementItem.INVENTORY;
import static io.shouxin.customer.StatementItem.LONG_TERM_BORROWINGS;
import static io.shouxin.customer.StatementItem.NET_OPERATING_CASH_FLOW;
import static io.shouxin.customer.StatementItem.NET_PROFIT;
import static io.shouxin.customer.StatementItem.NON_CURRENT_LIABILITIES_DUE_WITHIN_YEAR;
import static io.shouxin.customer.StatementItem.PREPAYMENTS;
import static io.shouxin.customer.StatementItem.REVENUE;
import static io.shouxin.customer.StatementItem.SHORT_TERM_BORROWINGS;
import static io.shouxin.customer.StatementItem.TOTAL_EQUITY;
import static io.shouxin.customer.StatementItem.TOTAL_PROFIT;

import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementView;
import io.shouxin.kernel.Money;
import io.shouxin.origination.Constraint.Figures;
import io.shouxin.origination.LimitParameters.MarginBasis;
import io.shouxin.origination.WorkingCapitalNeed.Balance;
import io.shouxin.rating.RatingBasis;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Works out every constraint from the facts (额度测算). A constraint whose facts are not all on file is missing; one that
 * cannot apply to this customer or these products is not applicable; nothing is ever assumed.
 */
final class LimitCalculation {

    private static final MathContext PRECISE = MathContext.DECIMAL64;

    private final UnderwritingFacts facts;
    private final Capacity capacity;

    LimitCalculation(UnderwritingFacts facts) {
        this.facts = facts;
        this.capacity = new Capacity(facts, facts.otherExposure().amount());
    }

    List<ConstraintLine> constraints() {
        Stream<ConstraintLine> ofCustomer = Stream.of(request(), workingCapitalNeed(), debtCapacity(), incomeCapacity(), netAssetMultiple(),
                invoiceSales());
        Stream<ConstraintLine> security = facts.security().map(cover -> excepted(cover.line(facts.form()), SecurityCover.REQUIREMENTS,
                PermittedTerms.COVERAGE)).stream();
        Stream<ConstraintLine> ofBank = Stream.concat(Stream.of(productCap(), customerCap(), groupHeadroom()), facts.concentration().stream());
        return Stream.of(ofCustomer, security, ofBank).flatMap(lines -> lines).toList();
    }

    private ConstraintLine request() {
        BigDecimal requested = facts.requested().amount();
        return Constraint.REQUEST.known(requested, new Figures().with("requested", requested));
    }

    /** Binds working-capital loans only: what is asked for under other products comes on top. */
    private ConstraintLine workingCapitalNeed() {
        if (facts.basis() != RatingBasis.STATEMENTS || !facts.requestedWorkingCapital().isPositive()) {
            return Constraint.WORKING_CAPITAL_NEED.notApplicable();
        }
        if (facts.statements().size() < 2) {
            return Constraint.WORKING_CAPITAL_NEED.missing(List.of("STATEMENTS_OF_TWO_YEARS"));
        }
        Missing missing = new Missing();
        StatementView year = facts.statements().get(0);
        StatementView before = facts.statements().get(1);
        BigDecimal sales = missing.of(year, REVENUE);
        BigDecimal cost = missing.of(year, COST_OF_SALES);
        BigDecimal profit = missing.of(year, facts.parameters().marginBasis() == MarginBasis.TOTAL_PROFIT ? TOTAL_PROFIT : NET_PROFIT);
        Balance receivables = missing.balance(before, year, ACCOUNTS_RECEIVABLE);
        Balance inventory = missing.balance(before, year, INVENTORY);
        Balance payables = missing.balance(before, year, ACCOUNTS_PAYABLE);
        Balance prepayments = missing.balance(before, year, PREPAYMENTS);
        Balance advances = missing.balance(before, year, ADVANCES_FROM_CUSTOMERS, CONTRACT_LIABILITIES);
        OperatingData told = facts.form().operating();
        BigDecimal growth = missing.told(growth(told, sales), "EXPECTED_GROWTH");
        Optional<BigDecimal> pastGrowth = pastGrowth(before, sales, missing);
        BigDecimal ownFunds = missing.told(Optional.ofNullable(told.ownFunds()), "OWN_FUNDS");
        BigDecimal loans = missing.told(Optional.ofNullable(told.existingWorkingCapitalLoans()), "EXISTING_WORKING_CAPITAL_LOANS");
        BigDecimal others = missing.told(Optional.ofNullable(told.otherFunding()), "OTHER_FUNDING");
        if (!missing.codes.isEmpty()) {
            return Constraint.WORKING_CAPITAL_NEED.missing(missing.codes);
        }
        // What the customer tells may leave out limits he has here and has not drawn: the larger of the two counts.
        BigDecimal existing = loans.max(facts.otherExposure().amount());
        BelievedGrowth believed = BelievedGrowth.of(growth, facts.parameters(), pastGrowth, facts.industryGrowth());
        return WorkingCapitalNeed.of(new WorkingCapitalNeed.Figures(sales, cost, profit, believed.believed(), receivables, inventory, payables,
                        prepayments, advances, ownFunds, existing, others))
                .map(need -> {
                    BigDecimal otherProducts = facts.requested().minus(facts.requestedWorkingCapital()).amount();
                    Figures figures = new Figures().with("sales", sales).with("profitMargin", need.profitMargin())
                            .with("expectedGrowth", growth);
                    BelievedGrowth.show(figures, facts.parameters(), pastGrowth, facts.industryGrowth());
                    figures.with("growthBelieved", believed.believed()).with("turns", need.turns()).with("workingCapital", need.need()).with("ownFunds", ownFunds).with("existingWorkingCapitalLoans", existing)
                            .with("otherFunding", others).with("newLoan", need.newLoan());
                    if (otherProducts.signum() > 0) {
                        figures.with("otherProducts", otherProducts);
                    }
                    ConstraintLine line = Constraint.WORKING_CAPITAL_NEED.known(need.newLoan().max(BigDecimal.ZERO).add(otherProducts), figures)
                            .noting("MARGIN_" + facts.parameters().marginBasis()).noting(believed.cut());
                    line = excepted(line, LimitParameters.POLICY, PermittedTerms.GROWTH_CAP);
                    return facts.industryGrowth().filter(industry -> industry.industry().equals(IndustryGrowth.ALL)).isPresent()
                            ? line.noting("INDUSTRY_GROWTH_OF_ALL") : line;
                })
                .orElseGet(() -> Constraint.WORKING_CAPITAL_NEED.missing(List.of("CASH_CYCLE_NOT_POSITIVE")));
    }

    private static Optional<BigDecimal> growth(OperatingData told, BigDecimal sales) {
        if (told.expectedRevenue() != null && sales != null && sales.signum() > 0) {
            return Optional.of(told.expectedRevenue().divide(sales, PRECISE).subtract(BigDecimal.ONE));
        }
        return Optional.ofNullable(told.expectedGrowth());
    }

    /** Empty unless the policy asks for it; noted as missing when it cannot be told. */
    private Optional<BigDecimal> pastGrowth(StatementView before, BigDecimal sales, Missing missing) {
        if (facts.parameters().growthRule().isEmpty()) {
            return Optional.empty();
        }
        if (facts.industryGrowth().isEmpty()) {
            missing.codes.add("INDUSTRY_GROWTH");
        }
        BigDecimal salesBefore = missing.of(before, REVENUE);
        if (sales == null || salesBefore == null) {
            return Optional.empty();
        }
        if (salesBefore.signum() <= 0) {
            missing.codes.add("OWN_PAST_GROWTH");
            return Optional.empty();
        }
        return Optional.of(sales.divide(salesBefore, PRECISE).subtract(BigDecimal.ONE));
    }

    private ConstraintLine debtCapacity() {
        if (facts.basis() != RatingBasis.STATEMENTS) {
            return Constraint.DEBT_CAPACITY.notApplicable();
        }
        if (facts.statements().isEmpty()) {
            return Constraint.DEBT_CAPACITY.missing(List.of("STATEMENTS"));
        }
        Missing missing = new Missing();
        StatementView year = facts.statements().get(0);
        BigDecimal cashFlow = missing.of(year, NET_OPERATING_CASH_FLOW);
        BigDecimal reported = missing.told(facts.reportedDebt().map(Money::amount), "CREDIT_REPORT");
        if (!missing.codes.isEmpty()) {
            return Constraint.DEBT_CAPACITY.missing(missing.codes);
        }
        BigDecimal booked = Stream.of(SHORT_TERM_BORROWINGS, NON_CURRENT_LIABILITIES_DUE_WITHIN_YEAR, LONG_TERM_BORROWINGS, BONDS_PAYABLE)
                .flatMap(item -> year.amount(item).stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal existingDebt = booked.max(reported);
        return Constraint.DEBT_CAPACITY.known(capacity.ofCashFlow(cashFlow, existingDebt),
                new Figures().with("operatingCashFlow", cashFlow).with("coverage", facts.parameters().debtServiceCoverage())
                        .with("repaymentYears", facts.repaymentYears()).with("yearlyRate", facts.testRate())
                        .with("existingDebt", existingDebt).with("gradeFactor", facts.grade().limitFactor())
                        .with("otherExposure", facts.otherExposure().amount()));
    }

    private ConstraintLine incomeCapacity() {
        if (facts.basis() != RatingBasis.INDIVIDUAL) {
            return Constraint.INCOME_CAPACITY.notApplicable();
        }
        return facts.finances().map(finances -> {
            BigDecimal income = finances.yearlyIncome().amount();
            BigDecimal service = finances.yearlyDebtService().amount();
            return Constraint.INCOME_CAPACITY.known(capacity.ofIncome(income, service),
                    new Figures().with("yearlyIncome", income).with("debtToIncome", facts.parameters().debtToIncome())
                            .with("yearlyDebtService", service).with("repaymentYears", facts.repaymentYears())
                            .with("yearlyRate", facts.testRate()).with("gradeFactor", facts.grade().limitFactor())
                            .with("otherExposure", facts.otherExposure().amount()));
        }).orElseGet(() -> Constraint.INCOME_CAPACITY.missing(List.of("PERSONAL_FINANCES")));
    }

    private ConstraintLine netAssetMultiple() {
        if (facts.basis() == RatingBasis.INVOICES) {
            return Constraint.NET_ASSET_MULTIPLE.notApplicable();
        }
        Optional<BigDecimal> netAssets = facts.basis() == RatingBasis.INDIVIDUAL
                ? facts.finances().map(finances -> finances.netAssets().amount())
                : facts.statements().stream().findFirst().flatMap(year -> year.amount(TOTAL_EQUITY));
        return netAssets.map(assets -> Constraint.NET_ASSET_MULTIPLE.known(capacity.ofNetAssets(assets),
                        new Figures().with("netAssets", assets).with("netAssetMultiple", facts.grade().netAssetMultiple())
                                .with("otherExposure", facts.otherExposure().amount())))
                .orElseGet(() -> Constraint.NET_ASSET_MULTIPLE.missing(
                        List.of(facts.basis() == RatingBasis.INDIVIDUAL ? "PERSONAL_FINANCES" : TOTAL_EQUITY.name())));
    }

    private ConstraintLine invoiceSales() {
        if (facts.basis() != RatingBasis.INVOICES) {
            return Constraint.INVOICE_SALES.notApplicable();
        }
        return facts.invoices().filter(profile -> profile.present())
                .map(profile -> Constraint.INVOICE_SALES.known(capacity.ofInvoicedSales(profile.sales12m()),
                        new Figures().with("invoicedSales12m", profile.sales12m()).with("invoiceSalesShare", facts.parameters().invoiceSalesShare())
                                .with("gradeFactor", facts.grade().limitFactor()).with("otherExposure", facts.otherExposure().amount())))
                .orElseGet(() -> Constraint.INVOICE_SALES.missing(List.of("INVOICES")));
    }

    private ConstraintLine productCap() {
        BigDecimal sum = IntStream.rangeClosed(1, facts.form().facilities().size())
                .mapToObj(facility -> facts.form().facilities().get(facility - 1).amount().min(facts.terms(facility).maxAmount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Figures figures = new Figures();
        facts.terms().values().forEach(terms -> figures.with("cap." + terms.product(), terms.maxAmount()));
        return excepted(Constraint.PRODUCT_CAP.known(sum, figures), ProductTerms.POLICY, PermittedTerms.MOST_AMOUNT);
    }

    private ConstraintLine customerCap() {
        return excepted(Constraint.CUSTOMER_CAP.known(facts.parameters().cap().subtract(facts.otherExposure().amount()),
                new Figures().with("customerCap", facts.parameters().cap()).with("otherExposure", facts.otherExposure().amount())),
                LimitParameters.POLICY, PermittedTerms.CUSTOMER_CAP);
    }

    /** Says so where a policy exception set a rule aside. */
    private ConstraintLine excepted(ConstraintLine line, String policy, String rule) {
        return facts.permitted().touch(policy, rule) ? line.noting(PermittedTerms.NOTE) : line;
    }

    private ConstraintLine groupHeadroom() {
        return facts.groupFree().map(free -> Constraint.GROUP_HEADROOM.known(free.amount(), new Figures().with("groupFree", free.amount())))
                .orElseGet(Constraint.GROUP_HEADROOM::notApplicable);
    }

    /** Reads figures and notes those that are not on file. */
    private static final class Missing {

        private final List<String> codes = new ArrayList<>();

        BigDecimal of(StatementView statement, StatementItem item) {
            return told(statement.amount(item), item + "@" + statement.periodEnd());
        }

        Balance balance(StatementView before, StatementView year, StatementItem... items) {
            return new Balance(sum(before, items), sum(year, items));
        }

        /** One of the items is enough: old formats have the one line, new formats the other. */
        private BigDecimal sum(StatementView statement, StatementItem... items) {
            List<BigDecimal> found = Stream.of(items).flatMap(item -> statement.amount(item).stream()).toList();
            if (found.isEmpty() && !SubtotalProof.blankIsZero(statement, items[0])) {
                codes.add(items[0] + "@" + statement.periodEnd());
            }
            return found.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal told(Optional<BigDecimal> value, String code) {
            if (value.isEmpty()) {
                codes.add(code);
            }
            return value.orElse(null);
        }
    }
}
