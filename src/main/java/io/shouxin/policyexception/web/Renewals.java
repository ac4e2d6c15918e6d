package io.shouxin.policyexception.web;

import io.shouxin.approval.Tier;
import io.shouxin.identity.Person;
import io.shouxin.kernel.PolicyExceptionId;
import io.shouxin.policyexception.ExceptionRenewal;
import io.shouxin.policyexception.ExceptionRenewalDesk;
import io.shouxin.policyexception.PolicyException;
import java.util.List;
import java.util.Map;

/** The newest renewals of the exceptions of one answer, read at once. */
final class Renewals {

    private final ExceptionRenewalDesk desk;
    private final Map<PolicyExceptionId, ExceptionRenewal> newest;

    Renewals(ExceptionRenewalDesk desk, List<PolicyException> shown) {
        this.desk = desk;
        this.newest = desk.newest(shown.stream().map(PolicyException::id).toList());
    }

    /** Null where none was ever asked for. */
    ExceptionRenewal of(PolicyException exception) {
        return newest.get(exception.id());
    }

    boolean mayAsk(PolicyException exception, Person reader) {
        return desk.mayAsk(exception, of(exception), reader.id());
    }

    Tier before(ExceptionRenewal asked) {
        return desk.before(asked).orElse(null);
    }
}
