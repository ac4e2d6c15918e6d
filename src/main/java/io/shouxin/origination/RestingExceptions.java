package io.shouxin.origination;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Refusal;
import java.util.List;
import java.util.Set;
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

    /** A refusal {@code POLICY_EXCEPTION_LAPSED} for each one of the proposal that stands that is over and whose rule is not met; none when all hold. */
    @Transactional(readOnly = true)
    public List<Refusal> lapsed(ApplicationId application) {
        List<ExceptedRules.LapsedException> over = excepted.lapsed(application, clock.today());
        if (over.isEmpty()) {
            return List.of();
        }
        Set<String> frozen = proposals.findFirstByApplicationIdOrderByProposalNoDesc(application.value()).stream()
                .flatMap(proposal -> proposal.content().exceptions().stream()).map(ExceptedRule::number).collect(Collectors.toSet());
        return over.stream().filter(each -> frozen.contains(each.number())).map(each -> Refusal.of("POLICY_EXCEPTION_LAPSED").with("exception", each.number())
                .with("rule", each.rule()).with("on", each.on())).toList();
    }
}
