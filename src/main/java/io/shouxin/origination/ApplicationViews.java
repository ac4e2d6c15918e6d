package io.shouxin.origination;

import java.util.List;
import java.util.Optional;

/** Copies applications into what others may see of them. */
final class ApplicationViews {

    private ApplicationViews() {
    }

    static ApplicationView of(CreditApplication application) {
        return new ApplicationView(application.id(), application.customerId(), application.entity(), application.applicant(), application.openedBy(),
                application.status(), application.facilityKind(), application.product(), application.requested(),
                application.policyAsOf(), application.openedAt(), application.submittedAt(), form(application),
                application.verdict(), AssessmentRecord.of(application),
                application.madeBy(), List.copyOf(application.closingReasons()), application.closingRemark(),
                application.closedAt(), application.letter());
    }

    static Optional<ApplicationForm> form(CreditApplication application) {
        return application.form().map(json -> StoredJson.read(json, ApplicationForm.class));
    }
}
