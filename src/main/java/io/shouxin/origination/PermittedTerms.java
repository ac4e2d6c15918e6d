package io.shouxin.origination;

import io.shouxin.kernel.Rate;
import io.shouxin.rating.GradeTerms;
import io.shouxin.rating.IndustryPolicy;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rules become where policy exceptions set them aside (例外后的规则). A value that permits less than the rule changes nothing. */
record PermittedTerms(List<ExceptedRule> exceptions) {

    /** No exception. */
    static final PermittedTerms NOTHING = new PermittedTerms(List.of());
    static final String MOST_AMOUNT = "MAX_AMOUNT";
    static final String MOST_TENOR = "MAX_TENOR";
    static final String RATE_MARKUP = "RATE_MARKUP";
    static final String COVERAGE = "COVERAGE";
    static final String CUSTOMER_CAP = "CUSTOMER_CAP";
    static final String GROWTH_CAP = "GROWTH_CAP";
    static final String LEAST_AMOUNT = "LEAST_AMOUNT";
    /** Note on a constraint that an exception widened. */
    static final String NOTE = "POLICY_EXCEPTION";

    PermittedTerms {
        exceptions = List.copyOf(exceptions);
    }

    LimitParameters parameters(LimitParameters rule) {
        BigDecimal cap = permitted(LimitParameters.POLICY, CUSTOMER_CAP, 0).map(rule.cap()::max).orElse(rule.cap());
        BigDecimal floor = permitted(LimitParameters.POLICY, LEAST_AMOUNT, 0).map(rule.floor()::min).orElse(rule.floor());
        Optional<BigDecimal> growth = permitted(LimitParameters.POLICY, GROWTH_CAP, 0);
        // The permitted growth stands in place of all three measures of growth.
        return new LimitParameters(rule.debtServiceCoverage(), rule.debtToIncome(), rule.invoiceSalesShare(), rule.marginBasis(), rule.step(), floor,
                cap, growth.orElse(rule.growthCap()), rule.repaymentYears(), growth.isPresent() ? Optional.empty() : rule.growthRule(),
                rule.capitalFactsMonths());
    }

    /**
     * Of a facility. The product's and the industry's rules are set aside each by an exception of its own; the tighter counts.
     *
     * @param offered as the bank offers the product, before the industry's policy
     */
    ProductTerms terms(ProductTerms offered, Optional<IndustryPolicy> industry, int facility) {
        BigDecimal amount = permitted(ProductTerms.POLICY, MOST_AMOUNT, facility).map(offered.maxAmount()::max).orElse(offered.maxAmount());
        int ofProduct = longerTenor(offered.product(), facility).map(months -> Math.max(months, offered.maxTenorMonths())).orElse(offered.maxTenorMonths());
        int ofIndustry = industry.map(policy -> permitted(IndustryPolicy.POLICY, MOST_TENOR, facility).map(BigDecimal::intValueExact)
                .map(months -> Math.max(months, policy.maxTenorMonths())).orElse(policy.maxTenorMonths())).orElse(ofProduct);
        return new ProductTerms(offered.product(), offered.kind(), offered.minTenorMonths(), Math.min(ofProduct, ofIndustry), offered.revolving(),
                offered.customerKind(), amount, offered.baseRate(), offered.policyVersion());
    }

    /** Months for which a facility is asked beyond what its product offers and the application form takes. */
    Optional<Integer> longerTenor(String product, int facility) {
        return permitted(ProductTerms.POLICY, MOST_TENOR + "_" + product, facility).map(BigDecimal::intValueExact);
    }

    /** @param rule yearly rate with the markup of the grade */
    Rate rate(Rate rule, GradeTerms grade, int facility) {
        return permitted(GradeTerms.POLICY, RATE_MARKUP, facility).filter(markup -> markup.compareTo(grade.rateMarkupBp()) < 0)
                .map(markup -> LimitProposal.rate(rule.fraction(), markup.subtract(grade.rateMarkupBp()))).orElse(rule);
    }

    Map<Integer, BigDecimal> coverage(Map<Integer, BigDecimal> rule) {
        Map<Integer, BigDecimal> least = new LinkedHashMap<>(rule);
        least.replaceAll((facility, cover) -> permitted(SecurityCover.REQUIREMENTS, COVERAGE, facility).map(cover::min).orElse(cover));
        return least;
    }

    /** The ceiling in yuan in place of the bank's own limit of that dimension; a regulator's limit stays. */
    Optional<BigDecimal> ceiling(Dimension dimension) {
        return permitted(ConcentrationLimit.POLICY, dimension.name(), 0);
    }

    boolean touch(String policy, String rule) {
        return exceptions.stream().anyMatch(exception -> exception.policy().equals(policy) && exception.rule().equals(rule));
    }

    private Optional<BigDecimal> permitted(String policy, String rule, int facility) {
        return exceptions.stream().flatMap(exception -> exception.permits(policy, rule, facility).stream()).findFirst();
    }
}
