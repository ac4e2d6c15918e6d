package io.shouxin.policyexception;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.origination.ExceptedRule;
import io.shouxin.origination.ExceptedRules;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells origination which rules are set aside for a case. */
@Component
class CaseExceptions implements ExceptedRules {

    private final PolicyExceptionTable exceptions;

    CaseExceptions(PolicyExceptionTable exceptions) {
        this.exceptions = exceptions;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ExceptedRule> of(ApplicationId application) {
        return exceptions.of(application).stream().filter(exception -> exception.status().isOpen()).map(PolicyException::frozen).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<LapsingException> lapsing(ApplicationId application) {
        return lapsing(exceptions.of(application));
    }

    @Override
    @Transactional(readOnly = true)
    public List<LapsingException> lapsing(Collection<CustomerId> customers) {
        return lapsing(exceptions.unmetOf(customers));
    }

    private static List<LapsingException> lapsing(List<PolicyException> found) {
        return found.stream().filter(PolicyException::restsOn).map(exception -> {
            Optional<LocalDate> ended = Optional.ofNullable(exception.endedAt()).map(at -> LocalDate.ofInstant(at, BusinessClock.ZONE));
            LocalDate last = ended.filter(day -> !day.isAfter(exception.until())).orElse(exception.until());
            return new LapsingException(exception.application(), exception.id().value(), exception.rule().labelKey(), last,
                    ended.orElse(exception.until().plusDays(1)));
        }).toList();
    }
}
