package io.shouxin.origination;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.Rate;
import io.shouxin.origination.ConstraintLine.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The limit that follows from the constraints, given out to the facilities in the order of the application.
 *
 * @param outcome     whether there is a limit
 * @param amount      sum of what the facilities get; zero without a limit
 * @param binding     code of the constraint that decided; empty when none did
 * @param reasonCodes why there is none
 */
record LimitProposal(ProposalOutcome outcome, Money amount, String binding, List<ConstraintLine> constraints,
                     List<ProposedFacility> facilities, List<String> reasonCodes) {

    private static final Money NOTHING = Money.zero(Money.CNY);

    static LimitProposal of(UnderwritingFacts facts) {
        return of(facts, new LimitCalculation(facts).constraints());
    }

    /** The limit that follows when the constraints are known already. */
    static LimitProposal of(UnderwritingFacts facts, List<ConstraintLine> constraints) {
        if (!facts.grade().allowsCredit()) {
            return none(ProposalOutcome.NO_LIMIT, "", constraints, facts.grade().reasonCode());
        }
        boolean capacityKnown = constraints.stream()
                .anyMatch(line -> line.state() == State.KNOWN && Constraint.valueOf(line.code()).measuresCapacity());
        if (!capacityKnown) {
            return none(ProposalOutcome.FACTS_MISSING, "", constraints, "CAPACITY_UNKNOWN");
        }
        ConstraintLine tightest = constraints.stream().filter(line -> line.state() == State.KNOWN)
                .min(Comparator.comparing(ConstraintLine::amount)).orElseThrow();
        List<ConstraintLine> marked = constraints.stream().map(line -> line == tightest ? line.bound() : line).toList();
        List<ProposedFacility> facilities = allocate(facts, tightest.amount(), need(facts, constraints), cover(facts, constraints));
        Money total = facilities.stream().map(ProposedFacility::amount).reduce(NOTHING, Money::plus);
        if (total.amount().compareTo(facts.parameters().floor()) < 0) {
            return none(ProposalOutcome.NO_LIMIT, tightest.code(), marked, "NO_LIMIT_" + tightest.code());
        }
        return new LimitProposal(ProposalOutcome.LIMIT_PROPOSED, total, tightest.code(), marked, facilities, List.of());
    }

    private static LimitProposal none(ProposalOutcome outcome, String binding, List<ConstraintLine> constraints, String reason) {
        return new LimitProposal(outcome, NOTHING, binding, constraints, List.of(), List.of(reason));
    }

    /** What may go into working-capital loans; empty when the formula does not limit them. */
    private static Optional<Money> need(UnderwritingFacts facts, List<ConstraintLine> constraints) {
        return constraints.stream()
                .filter(line -> line.code().equals(Constraint.WORKING_CAPITAL_NEED.name()) && line.state() == State.KNOWN)
                .map(line -> line.amount().minus(facts.requested().minus(facts.requestedWorkingCapital()))).findFirst();
    }

    /** What binds each facility; empty while security is still to be verified. */
    private static Optional<SecurityCover> cover(UnderwritingFacts facts, List<ConstraintLine> constraints) {
        return constraints.stream().anyMatch(line -> line.code().equals(Constraint.SECURITY_COVERAGE.name()) && line.state() == State.KNOWN)
                ? facts.security() : Optional.empty();
    }

    private static List<ProposedFacility> allocate(UnderwritingFacts facts, Money limit, Optional<Money> need, Optional<SecurityCover> cover) {
        Money step = Money.cny(facts.parameters().step());
        Money left = limit;
        Money needLeft = need.orElse(limit);
        List<ProposedFacility> allocated = new ArrayList<>();
        List<RequestedFacility> requests = facts.form().facilities();
        for (int i = 0; i < requests.size(); i++) {
            RequestedFacility request = requests.get(i);
            boolean workingCapital = request.product().equals(UnderwritingFacts.WORKING_CAPITAL_LOAN);
            int position = i + 1;
            ProductTerms terms = facts.terms(position);
            Money asked = Money.cny(request.amount()).min(Money.cny(terms.maxAmount())).min(left);
            Money most = cover.flatMap(security -> security.room(position)).map(asked::min).orElse(asked);
            Money given = (workingCapital ? most.min(needLeft) : most).roundedDownTo(step);
            if (!given.isPositive()) {
                continue;
            }
            left = left.minus(given);
            needLeft = workingCapital ? needLeft.minus(given) : needLeft;
            boolean lending = request.kind() == FacilityKind.LENDING;
            allocated.add(new ProposedFacility(position, request.kind(), request.product(), Money.cny(request.amount()), given,
                    facts.tenorMonths(position), terms.revolving(), lending ? facts.rate(position) : null,
                    lending ? null : facts.grade().paymentTermDays(), request.purpose().strip(), facts.security(position)));
        }
        return allocated;
    }

    /** Rate of the largest lending facility; empty when nothing is lent. */
    Optional<Rate> rate() {
        return facilities.stream().filter(facility -> facility.rate() != null)
                .max(Comparator.comparing(ProposedFacility::amount)).map(ProposedFacility::rate);
    }

    static Rate rate(BigDecimal baseRate, BigDecimal markupBp) {
        return new Rate(baseRate.add(markupBp.divide(BigDecimal.valueOf(10_000), 6, RoundingMode.HALF_UP)));
    }
}
