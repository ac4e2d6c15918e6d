package io.shouxin.origination;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.Refusal;

/** Refusals every act on an application may meet. */
final class ApplicationRefusals {

    private ApplicationRefusals() {
    }

    static Refusal unknown(ApplicationId id) {
        return Refusal.of("APPLICATION_UNKNOWN").with("applicationId", id);
    }

    static Refusal wrongStage(CreditApplication application) {
        return Refusal.of("NOT_AT_THIS_STAGE").with("applicationId", application.id()).with("status", application.status());
    }
}
