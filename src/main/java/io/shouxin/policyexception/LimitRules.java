package io.shouxin.policyexception;

import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.kernel.Money;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.ConstraintLine;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.origination.ProposalOutcome;
import io.shouxin.origination.RequestedFacility;
import io.shouxin.origination.SecurityLine;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import io.shouxin.rating.RatingBasis;
import io.shouxin.rating.RatingView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The bank's own rules by which a proposal came out lower than asked for: cap of one customer, growth that is believed, least amount, cover by
 * security, concentration. A constraint that could not be worked out breaks no rule.
 */
@Component
class LimitRules {

    private static final String PARAMETERS = "limit-parameters";
    private static final String CONCENTRATION = "concentration-limits";
    private static final String SECURITY = "security-requirements";
    private static final String COVERAGE = "SECURITY_COVERAGE";
    /** Rule by the constraint it shapes. */
    private static final Map<String, String> DIMENSIONS = Map.of("CUSTOMER_CONCENTRATION", "CUSTOMER", "GROUP_CONCENTRATION", "GROUP",
            "INDUSTRY_CONCENTRATION", "INDUSTRY", "REGION_CONCENTRATION", "REGION", "LENDABLE_FUNDS", "FUNDS");

    private final PolicyBook policies;
    private final CustomerRegister customers;
    private final ExceptableRules exceptions;

    LimitRules(PolicyBook policies, CustomerRegister customers, ExceptableRules exceptions) {
        this.policies = policies;
        this.customers = customers;
        this.exceptions = exceptions;
    }

    List<BrokenRule> of(ApplicationView application, CreditProposalView proposal, RatingView rating) {
        List<BrokenRule> found = new ArrayList<>();
        boolean smallFirm = rating.basis() == RatingBasis.INVOICES;
        CustomerKind kind = customers.find(application.customerId()).orElseThrow().kind();
        PolicyDecision said = policies.evaluate(PARAMETERS, application.policyAsOf(), Map.of("customerKind", kind.name(), "smallFirm", smallFirm));
        cap(application, proposal, said, found);
        growth(application, proposal, said, found);
        leastAmount(application, proposal, said, found);
        coverage(application, proposal, rating.grade().name(), smallFirm, found);
        concentration(application, proposal, found);
        return found;
    }

    /** Whether this rule is what left no limit. */
    static boolean binds(BrokenRule rule, CreditProposalView proposal) {
        return proposal.outcome() == ProposalOutcome.NO_LIMIT && switch (rule.policy()) {
            case SECURITY -> proposal.bindingConstraint().equals(COVERAGE);
            case CONCENTRATION -> DIMENSIONS.containsKey(proposal.bindingConstraint())
                    && (rule.rule().equals(DIMENSIONS.get(proposal.bindingConstraint())) || rule.rule().equals("REGULATOR"));
            case PARAMETERS -> rule.rule().equals("LEAST_AMOUNT") || rule.rule().equals("CUSTOMER_CAP") && proposal.bindingConstraint().equals("CUSTOMER_CAP")
                    || rule.rule().equals("GROWTH_CAP") && proposal.bindingConstraint().equals("WORKING_CAPITAL_NEED");
            case "product-terms" -> rule.rule().equals("MAX_AMOUNT") && proposal.bindingConstraint().equals("PRODUCT_CAP");
            default -> false;
        };
    }

    private void cap(ApplicationView application, CreditProposalView proposal, PolicyDecision said, List<BrokenRule> found) {
        BigDecimal cap = said.only().number("cap");
        line(proposal, "CUSTOMER_CAP").flatMap(line -> figure(line, "otherExposure")).map(others -> others.add(proposal.requested().amount()))
                .filter(wanted -> wanted.compareTo(cap) > 0)
                .ifPresent(wanted -> found.add(rule(application, PARAMETERS, said, "CUSTOMER_CAP", 0, RuleUnit.YUAN, cap, wanted)));
    }

    private void growth(ApplicationView application, CreditProposalView proposal, PolicyDecision said, List<BrokenRule> found) {
        line(proposal, "WORKING_CAPITAL_NEED").filter(line -> line.notes().stream().anyMatch(note -> note.startsWith("GROWTH_CUT_")))
                .ifPresent(line -> figure(line, "growthBelieved").ifPresent(believed -> figure(line, "expectedGrowth").ifPresent(expected ->
                        found.add(rule(application, PARAMETERS, said, "GROWTH_CAP", 0, RuleUnit.SHARE, believed, expected)))));
    }

    private void leastAmount(ApplicationView application, CreditProposalView proposal, PolicyDecision said, List<BrokenRule> found) {
        BigDecimal floor = said.only().number("floor");
        Optional<ConstraintLine> binding = proposal.outcome() == ProposalOutcome.NO_LIMIT ? line(proposal, proposal.bindingConstraint()) : Optional.empty();
        binding.map(line -> line.amount().amount()).filter(amount -> amount.signum() > 0 && amount.compareTo(floor) < 0)
                .ifPresent(amount -> found.add(rule(application, PARAMETERS, said, "LEAST_AMOUNT", 0, RuleUnit.YUAN, floor, amount)));
    }

    private void coverage(ApplicationView application, CreditProposalView proposal, String grade, boolean smallFirm, List<BrokenRule> found) {
        if (line(proposal, COVERAGE).isEmpty()) {
            return;
        }
        List<RequestedFacility> asked = application.form().orElseThrow().facilities();
        for (int position = 1; position <= asked.size(); position++) {
            int facility = position;
            BigDecimal requested = asked.get(position - 1).amount();
            PolicyDecision said = policies.evaluate(SECURITY, application.policyAsOf(), Map.of("product", asked.get(position - 1).product(), "grade", grade,
                    "smallFirm", smallFirm));
            BigDecimal required = said.only().number("requiredCoverage");
            BigDecimal counted = proposal.security().stream().filter(line -> line.facility() == facility).map(SecurityLine::counted)
                    .map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (counted.compareTo(requested.multiply(required)) < 0) {
                found.add(rule(application, SECURITY, said, "COVERAGE", position, RuleUnit.SHARE, required, counted.divide(requested, 4, RoundingMode.DOWN)));
            }
        }
    }

    private void concentration(ApplicationView application, CreditProposalView proposal, List<BrokenRule> found) {
        DIMENSIONS.forEach((constraint, dimension) -> line(proposal, constraint).filter(line -> line.amount().compareTo(proposal.requested()) < 0)
                .ifPresent(line -> figure(line, "ceiling").ifPresent(ceiling -> {
                    BigDecimal wanted = figure(line, "presentExposure").orElse(BigDecimal.ZERO).add(proposal.requested().amount());
                    boolean own = line.notes().contains("CONCENTRATION_OWN");
                    String version = proposal.policyVersions().get(CONCENTRATION);
                    found.add(new BrokenRule(CONCENTRATION, version, own ? dimension : "REGULATOR", constraint, 0, RuleUnit.YUAN, ceiling,
                            text(ceiling), text(wanted), true, exceptions.of(CONCENTRATION, own ? dimension : "REGULATOR", application.policyAsOf())));
                })));
    }

    private BrokenRule rule(ApplicationView application, String policy, PolicyDecision said, String rule, int facility, RuleUnit unit, BigDecimal value,
                            BigDecimal has) {
        MatchedRow row = said.only();
        return new BrokenRule(policy, said.version(), rule, row.ruleId(), facility, unit, value, text(value), text(has), true,
                exceptions.of(policy, rule, application.policyAsOf()));
    }

    private static String text(BigDecimal number) {
        return PolicyExceptionTable.plain(number).toPlainString();
    }

    /** A constraint that could be worked out. */
    private static Optional<ConstraintLine> line(CreditProposalView proposal, String code) {
        return proposal.constraints().stream().filter(line -> line.code().equals(code) && line.state() == ConstraintLine.State.KNOWN).findFirst();
    }

    private static Optional<BigDecimal> figure(ConstraintLine line, String code) {
        return line.inputs().stream().filter(input -> input.code().equals(code)).map(input -> new BigDecimal(input.value())).findFirst();
    }
}
