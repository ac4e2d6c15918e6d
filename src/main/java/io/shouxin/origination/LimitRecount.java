package io.shouxin.origination;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.Rate;
import io.shouxin.origination.ConstraintLine.State;
import io.shouxin.policy.PolicySet;
import io.shouxin.rating.GradeTerms;
import io.shouxin.rating.IndustryPolicy;
import io.shouxin.rating.RatingBasis;
import io.shouxin.rating.RatingView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The limit a set of tables makes of the figures frozen in a proposal and the application it answers (额度重算). What depends on
 * the grade and the policies is worked out anew from the frozen figures, cover by security and concentration among it; what the
 * customer asked for, the need of working capital, the ceilings, the group's room, what is not known, and how old valuations and
 * the lender's figures were stay as they were.
 *
 * @param amount                  zero when there is no limit
 * @param straightThroughEligible as the grade would make it
 */
record LimitRecount(Money amount, Money exposureAfter, boolean straightThroughEligible) {

    private static final String GRADE_OBSTACLE = "GRADE_NOT_LOW_RISK";

    /**
     * @param rating the industry's policy it was given under tightens what the grade brings
     * @param grade  code of the grade the customer would have
     * @return empty when the proposal rests on something the policies do not decide, such as a suspended limit
     */
    static Optional<LimitRecount> of(ProposalContent frozen, ApplicationForm form, RatingView rating, String grade, PolicySet policies) {
        if (frozen.reasonCodes().contains("LIMIT_SUSPENDED")) {
            return Optional.empty();
        }
        UnderwritingFacts facts = facts(frozen, form, rating, grade, policies);
        List<ConstraintLine> constraints = frozen.constraints().stream().map(line -> recounted(line, frozen, facts, policies)).toList();
        LimitProposal proposal = LimitProposal.of(facts, constraints);
        Money others = frozen.exposureAfter().minus(frozen.amount());
        boolean obstacles = frozen.obstacles().stream()
                .anyMatch(code -> !code.equals(GRADE_OBSTACLE) && !code.equals("NO_LIMIT_PROPOSED"));
        boolean eligible = proposal.outcome() == ProposalOutcome.LIMIT_PROPOSED && facts.grade().lowRisk() && !obstacles;
        return Optional.of(new LimitRecount(proposal.amount(), others.plus(proposal.amount()), eligible));
    }

    private static UnderwritingFacts facts(ProposalContent frozen, ApplicationForm form, RatingView rating, String grade, PolicySet policies) {
        RatingBasis basis = rating.basis();
        Optional<IndustryPolicy> industry = rating.evidence().industry();
        GradeTerms terms = GradeTerms.of(policies.evaluate(GradeTerms.POLICY, Map.of("grade", grade)).only(), industry);
        String kind = basis == RatingBasis.INDIVIDUAL ? "INDIVIDUAL" : "ENTERPRISE";
        LimitParameters parameters = LimitParameters.of(policies.evaluate(LimitParameters.POLICY,
                Map.of("customerKind", kind, "smallFirm", basis == RatingBasis.INVOICES)).only());
        Map<String, ProductTerms> products = new LinkedHashMap<>();
        Map<String, Rate> rates = new LinkedHashMap<>();
        PermittedTerms permitted = new PermittedTerms(frozen.exceptions());
        Map<Integer, ProductTerms> facilityTerms = new LinkedHashMap<>();
        for (RequestedFacility facility : form.facilities()) {
            ProductTerms asOffered = ProductTerms.of(policies, facility.product(), facility.kind());
            facilityTerms.put(facilityTerms.size() + 1, permitted.terms(asOffered, industry, facilityTerms.size() + 1));
            ProductTerms offered = industry.map(policy -> asOffered.atMost(policy.maxTenorMonths())).orElse(asOffered);
            products.put(facility.product(), offered);
            rates.put(facility.product(), LimitProposal.rate(policies.evaluate("lending-rate", Map.of("baseRate", offered.baseRate()))
                    .only().number("annualRate"), terms.rateMarkupBp()));
        }
        return new UnderwritingFacts(basis, terms, permitted.parameters(parameters), form, List.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                products, rates, Money.zero(Money.CNY), Optional.empty(), Optional.empty(), cover(frozen, form, rating, grade, policies), List.of(),
                permitted, facilityTerms);
    }

    /** Empty for a proposal of policies that knew no cover. */
    private static Optional<SecurityCover> cover(ProposalContent frozen, ApplicationForm form, RatingView rating, String grade, PolicySet policies) {
        if (frozen.constraints().stream().noneMatch(line -> line.code().equals(Constraint.SECURITY_COVERAGE.name()))) {
            return Optional.empty();
        }
        List<SecurityLine> lines = frozen.security().stream()
                .map(line -> line.kind() == null ? line : line.again(SecurityCover.rate(policies::evaluate, line.kind()))).toList();
        return Optional.of(new SecurityCover(lines, new PermittedTerms(frozen.exceptions())
                .coverage(SecurityCover.required(policies::evaluate, form, grade, rating.basis() == RatingBasis.INVOICES))));
    }

    private static ConstraintLine recounted(ConstraintLine line, ProposalContent frozen, UnderwritingFacts facts, PolicySet policies) {
        Constraint constraint = Constraint.valueOf(line.code());
        if (constraint == Constraint.SECURITY_COVERAGE) {
            return facts.security().orElseThrow().line(facts.form());
        }
        Optional<Dimension> dimension = Arrays.stream(Dimension.values()).filter(each -> each.constraint() == constraint).findFirst();
        if (dimension.isPresent()) {
            return frozen.concentration().line(dimension.get(), policies::evaluate, facts.permitted());
        }
        if (line.state() != State.KNOWN) {
            return line;
        }
        Map<String, BigDecimal> figures = line.inputs().stream().collect(Collectors.toMap(ConstraintLine.Input::code, input ->
                new BigDecimal(input.value()), (first, again) -> first));
        Capacity capacity = new Capacity(facts, figures.get("otherExposure"));
        BigDecimal amount = switch (constraint) {
            case DEBT_CAPACITY -> capacity.ofCashFlow(figures.get("operatingCashFlow"), figures.get("existingDebt"));
            case INCOME_CAPACITY -> capacity.ofIncome(figures.get("yearlyIncome"), figures.get("yearlyDebtService"));
            case NET_ASSET_MULTIPLE -> capacity.ofNetAssets(figures.get("netAssets"));
            case INVOICE_SALES -> capacity.ofInvoicedSales(figures.get("invoicedSales12m"));
            default -> line.amount().amount();
        };
        Money whole = Money.rounded(amount.max(BigDecimal.ZERO), Money.CNY, RoundingMode.DOWN);
        return new ConstraintLine(line.code(), line.state(), line.formulaZh(), line.formulaEn(), line.inputs(), whole, line.missing(),
                line.notes(), false);
    }
}
