package io.shouxin.integration;

import io.shouxin.approval.OpenApproval;
import io.shouxin.approval.PathForecast;
import io.shouxin.approval.Tier;
import io.shouxin.identity.Access;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.limit.HeadroomView;
import io.shouxin.limit.LimitLedger;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.origination.DuplicateGranting;
import io.shouxin.origination.ExceptedRule;
import io.shouxin.origination.ExceptedRules;
import io.shouxin.origination.UnderwritingDesk;
import io.shouxin.rating.RatingDesk;
import io.shouxin.rating.RatingView;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way an application would go through the tiers, before it is handed on (审批路径预测). It rests on the proposal that stands; before the
 * first on what is asked for and the rating in force. Without a rating the grade is not guessed: there is no forecast then.
 */
@Service
@Transactional(readOnly = true)
public class PathForecasts {

    private static final String APPLICATION = "credit-application";
    private static final String ANY_HASH = "-";

    private final Access access;
    private final ApplicationDesk applications;
    private final UnderwritingDesk underwriting;
    private final DuplicateGranting duplicates;
    private final RatingDesk ratings;
    private final LimitLedger ledger;
    private final PathForecast forecast;
    private final ExceptedRules excepted;
    private final People people;

    PathForecasts(Access access, ApplicationDesk applications, UnderwritingDesk underwriting, DuplicateGranting duplicates, RatingDesk ratings,
                  LimitLedger ledger, PathForecast forecast, ExceptedRules excepted, People people) {
        this.access = access;
        this.applications = applications;
        this.underwriting = underwriting;
        this.duplicates = duplicates;
        this.ratings = ratings;
        this.ledger = ledger;
        this.forecast = forecast;
        this.excepted = excepted;
        this.people = people;
    }

    /** @throws RefusedException {@code PATH_NEEDS_RATING} as long as nothing says which grade to expect */
    public Expected of(ApplicationId id) {
        access.officer();
        ApplicationView application = applications.find(id).orElseThrow(Access.NotVisible::new);
        Person reader = access.officer(id.value(), application.customerId());
        Optional<CreditProposalView> proposal = underwriting.latest(id).filter(standing -> standing.amount().isPositive());
        Optional<RatingView> rating = ratings.latest(application.customerId());
        String grade = proposal.map(CreditProposalView::grade).or(() -> rating.map(RatingView::grade).map(Enum::name))
                .orElseThrow(() -> new RefusedException(Refusal.of("PATH_NEEDS_RATING").with("application", id)));
        Money amount = proposal.map(CreditProposalView::amount).orElse(application.requested());
        Money exposure = proposal.map(CreditProposalView::exposureAfter)
                .orElseGet(() -> ledger.headroom(application.customerId()).flatMap(HeadroomView::totalExposure).orElse(Money.zero(Money.CNY)).plus(amount));
        Set<PersonId> madeBy = new LinkedHashSet<>(application.madeBy());
        madeBy.add(reader.id());
        List<ExceptedRule> exceptions = excepted.of(id);
        exceptions.forEach(exception -> madeBy.addAll(exception.madeBy()));
        boolean eligible = exceptions.isEmpty() && proposal.map(CreditProposalView::straightThroughEligible).orElse(false) && duplicates.approvalRefusals(id).isEmpty();
        PathForecast.Path path = forecast.of(new OpenApproval(APPLICATION, id.value(), ANY_HASH, amount, exposure, grade, BigDecimal.ZERO, eligible,
                madeBy, application.policyAsOf()).atLeast(ExceptedRule.leastTier(exceptions)));
        Set<String> logins = path.steps().stream().flatMap(step -> Stream.concat(step.may().stream(), step.mayNot().stream().map(PathForecast.Barred::officer)))
                .collect(Collectors.toSet());
        return new Expected(proposal.map(standing -> standing.proposalId().value()).orElse(null), amount, reader.groupView() ? exposure : null, grade,
                path.policyVersion(), path.row(), path.reasonCode(), path.raised().orElse(null), exceptions.stream().map(ExceptedRule::number).toList(), path.steps(), path.shorter(), people.names(logins));
    }

    /**
     * A forecast with what it rests on.
     *
     * @param proposal the standing proposal; null before the first, then amount is what is asked for and grade that in force
     * @param exposure of the whole group; null for a reader who may not see it
     * @param raised   the tier policy exceptions demand beyond what the table says; null without
     * @param exceptions numbers of the policy exceptions asked for or approved
     */
    public record Expected(String proposal, Money amount, Money exposure, String grade, String policyVersion, String row, String reasonCode,
                           Tier raised, List<String> exceptions, List<PathForecast.Step> steps, List<PathForecast.Shorter> shorter, Map<String, String> people) {
    }
}
