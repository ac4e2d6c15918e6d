package io.shouxin.policyexception;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.RequestedFacility;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import io.shouxin.rating.GradeTerms;
import io.shouxin.rating.IndustryPolicy;
import io.shouxin.rating.RatingDesk;
import io.shouxin.rating.RatingView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rules on the terms of each facility: amount and tenor of its product, tenor by industry, markup by grade. */
@Component
class TermRules {

    private static final String PRODUCT = "product-terms";

    private final PolicyBook policies;
    private final RatingDesk ratings;
    private final CustomerRegister customers;
    private final ExceptableRules exceptions;

    TermRules(PolicyBook policies, RatingDesk ratings, CustomerRegister customers, ExceptableRules exceptions) {
        this.policies = policies;
        this.ratings = ratings;
        this.customers = customers;
        this.exceptions = exceptions;
    }

    /** @param rating of this application; without one there is no markup yet */
    List<BrokenRule> of(ApplicationView application, Optional<RatingView> rating) {
        List<BrokenRule> found = new ArrayList<>();
        List<RequestedFacility> asked = application.form().map(form -> form.facilities()).orElse(List.of());
        for (int place = 0; place < asked.size(); place++) {
            product(application, asked.get(place), place + 1, found);
            industry(application, asked.get(place), place + 1, rating, found);
            markup(application, asked.get(place), place + 1, rating, found);
        }
        return found;
    }

    private void product(ApplicationView application, RequestedFacility facility, int position, List<BrokenRule> found) {
        PolicyDecision said = policies.evaluate(PRODUCT, application.policyAsOf(), Map.of("product", facility.product(), "facilityKind", facility.kind().name()));
        MatchedRow row = said.only();
        if (facility.amount().compareTo(row.number("maxAmount")) > 0) {
            found.add(rule(application, PRODUCT, said.version(), "MAX_AMOUNT", row.ruleId(), position, RuleUnit.YUAN, row.number("maxAmount"),
                    facility.amount(), true));
        }
        found.add(rule(application, PRODUCT, said.version(), "MAX_TENOR_" + facility.product(), row.ruleId(), position, RuleUnit.MONTHS,
                row.number("maxTenorMonths"), BigDecimal.valueOf(facility.tenorMonths()), false));
    }

    private void industry(ApplicationView application, RequestedFacility facility, int position, Optional<RatingView> rating, List<BrokenRule> found) {
        rating.flatMap(rated -> rated.evidence().industry()).filter(policy -> policy.maxTenorMonths() < facility.tenorMonths())
                .ifPresent(policy -> found.add(rule(application, IndustryPolicy.POLICY, policy.version(), "MAX_TENOR", policy.reasonCode(), position,
                        RuleUnit.MONTHS, BigDecimal.valueOf(policy.maxTenorMonths()), BigDecimal.valueOf(facility.tenorMonths()), true)));
    }

    private void markup(ApplicationView application, RequestedFacility facility, int position, Optional<RatingView> rating, List<BrokenRule> found) {
        if (!facility.kind().name().equals("LENDING")) {
            return;
        }
        rating.filter(rated -> !rated.knockedOut()).ifPresent(rated -> {
            GradeTerms grade = ratings.terms(customers.find(application.customerId()).orElseThrow(), rated.grade(), application.policyAsOf());
            if (grade.rateMarkupBp().signum() > 0) {
                found.add(rule(application, GradeTerms.POLICY, policies.inForce(GradeTerms.POLICY, application.policyAsOf()).version(), "RATE_MARKUP",
                        grade.reasonCode(), position, RuleUnit.BASIS_POINTS, grade.rateMarkupBp(), grade.rateMarkupBp(), false));
            }
        });
    }

    private BrokenRule rule(ApplicationView application, String policy, String version, String rule, String row, int facility, RuleUnit unit,
                            BigDecimal value, BigDecimal has, boolean broken) {
        return new BrokenRule(policy, version, rule, row, facility, unit, value, PolicyExceptionTable.plain(value).toPlainString(),
                PolicyExceptionTable.plain(has).toPlainString(), broken, exceptions.of(policy, rule, application.policyAsOf()));
    }
}
