package io.shouxin.origination;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Refusal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether the policy exceptions an approval rests on still hold (批准所依据的例外): without them the bank would not have approved, so nothing
 * becomes active on it and no first use is made of it.
 */
@Service
public class RestingExceptions {

    private final ExceptedRules excepted;
    private final CreditProposals proposals;
    private final BusinessClock clock;

    RestingExceptions(ExceptedRules excepted, CreditProposals proposals, BusinessClock clock) {
        this.excepted = excepted;
        this.proposals = proposals;
        this.clock = clock;
    }

    /**
     * One of the proposal that stands, whose rule is not met.
     *
     * @param from    first day on which it no longer holds
     * @param refusal {@code POLICY_EXCEPTION_LAPSED}, as said from that day on
     */
    public record Lapse(ApplicationId application, LocalDate from, Refusal refusal) {
    }

    /** A refusal {@code POLICY_EXCEPTION_LAPSED} for each one of the proposal that stands that is over and whose rule is not met; none when all hold. */
    @Transactional(readOnly = true)
    public List<Refusal> lapsed(ApplicationId application) {
        return resting(excepted.lapsing(application)).stream().filter(lapse -> !lapse.from().isAfter(clock.today())).map(Lapse::refusal).toList();
    }

    /** Of all approvals of these customers, those over and those that will be; in a few reads, however many customers there are. */
    @Transactional(readOnly = true)
    public List<Lapse> of(Collection<CustomerId> customers) {
        return resting(excepted.lapsing(customers));
    }

    private List<Lapse> resting(List<ExceptedRules.LapsingException> lapsing) {
        if (lapsing.isEmpty()) {
            return List.of();
        }
        List<String> applications = lapsing.stream().map(each -> each.application().value()).distinct().toList();
        Map<ApplicationId, CreditProposal> standing = proposals.findByApplicationIdIn(applications).stream().collect(Collectors.toMap(
                CreditProposal::applicationId, Function.identity(), BinaryOperator.maxBy(Comparator.comparingInt(CreditProposal::proposalNo))));
        return lapsing.stream().filter(each -> frozen(standing.get(each.application())).contains(each.number()))
                .map(each -> new Lapse(each.application(), each.from(), Refusal.of("POLICY_EXCEPTION_LAPSED").with("exception", each.number())
                        .with("rule", each.rule()).with("on", each.on()))).toList();
    }

    private static Set<String> frozen(CreditProposal proposal) {
        return proposal == null ? Set.of() : proposal.content().exceptions().stream().map(ExceptedRule::number).collect(Collectors.toSet());
    }
}
