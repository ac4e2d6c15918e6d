package io.shouxin.policyexception;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.origination.ExceptedRule;
import io.shouxin.origination.ExceptedRules;
import java.time.LocalDate;
import java.util.List;
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
    public List<LapsedException> lapsed(ApplicationId application, LocalDate day) {
        return exceptions.of(application).stream().filter(exception -> exception.lapsedBy(day)).map(exception -> new LapsedException(exception.id().value(),
                exception.rule().labelKey(), exception.endedAt() == null || exception.until().isBefore(day) ? exception.until()
                : LocalDate.ofInstant(exception.endedAt(), BusinessClock.ZONE))).toList();
    }
}
