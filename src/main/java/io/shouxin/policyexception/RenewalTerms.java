package io.shouxin.policyexception;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What speaks against letting a policy exception hold on until a later day, whoever decides it: one officer or the committee. */
@Component
class RenewalTerms {

    private static final int SHORTEST_REASON = 5;

    private final PolicyExceptionTable exceptions;
    private final BusinessClock clock;

    RenewalTerms(PolicyExceptionTable exceptions, BusinessClock clock) {
        this.exceptions = exceptions;
        this.clock = clock;
    }

    /** {@code POLICY_EXCEPTION_NOT_NOW, POLICY_EXCEPTION_ALREADY_ASKED, POLICY_EXCEPTION_UNTIL, TEXT_TOO_SHORT, TEXT_TOO_LONG}; none when nothing does. */
    List<Refusal> against(PolicyException exception, LocalDate until, String reason) {
        if (!exception.renewable()) {
            return List.of(Refusal.of("POLICY_EXCEPTION_NOT_NOW").with("status", "policyExceptionStatus." + exception.status()));
        }
        Optional<PolicyException> another = exceptions.open(PolicyException.openFor(exception.application(), exception.rule().policy(), exception.rule().rule(),
                exception.rule().facility())).filter(open -> !open.id().equals(exception.id()));
        if (another.isPresent()) {
            return List.of(Refusal.of("POLICY_EXCEPTION_ALREADY_ASKED").with("exception", another.get().id()));
        }
        LocalDate today = clock.today();
        LocalDate from = exception.until().isBefore(today) ? today : exception.until();
        List<Refusal> refusals = new ArrayList<>();
        if (until == null || !until.isAfter(from) || until.isAfter(exception.rule().last(today))) {
            refusals.add(Refusal.of("POLICY_EXCEPTION_UNTIL").at("until").with("from", from.plusDays(1)).with("to", exception.rule().last(today)));
        }
        AskedTerms.text(reason, SHORTEST_REASON, "reason").ifPresent(refusals::add);
        return refusals;
    }
}
