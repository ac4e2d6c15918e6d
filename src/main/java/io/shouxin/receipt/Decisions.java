package io.shouxin.receipt;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.ApprovalStatus;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.PastApplications;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds what the bank has decided, with approvers or without. */
@Component
class Decisions {

    private static final Set<ApprovalStatus> DECIDED = EnumSet.of(ApprovalStatus.APPROVED, ApprovalStatus.DECLINED, ApprovalStatus.RETURNED);

    private final ApprovalDesk approvals;
    private final ApplicationDesk applications;
    private final PastApplications past;

    Decisions(ApprovalDesk approvals, ApplicationDesk applications, PastApplications past) {
        this.approvals = approvals;
        this.applications = applications;
        this.past = past;
    }

    /** @param number of an approval case, or of an application that was declined without one; empty while it is not decided */
    Optional<Decision> find(String number) {
        try {
            return approvals.find(new ApprovalCaseId(number)).map(Decisions::byApprovers)
                    .orElseGet(() -> applications.find(new ApplicationId(number)).flatMap(this::withoutApprovers));
        } catch (IllegalArgumentException noNumber) {
            return Optional.empty();
        }
    }

    /** The decision an application ended with; else the last one approvers took on it. */
    Optional<Decision> newestOn(ApplicationView application) {
        return withoutApprovers(application).or(() -> onApplication(application.applicationId()).filter(Decisions::isDecided)
                .reduce((earlier, later) -> later).map(Decision.ByApprovers::new));
    }

    /** Numbers of what was decided in that time; also of applications an approval case declined, which are no decisions of their own. */
    Stream<String> between(Instant from, Instant until) {
        return Stream.concat(approvals.decidedBetween(from, until).stream().map(ApprovalCaseId::value),
                past.declinedBetween(from, until).stream().map(ApplicationId::value));
    }

    /** Empty while it is not decided. */
    static Optional<Decision> byApprovers(ApprovalCaseView approval) {
        return Optional.of(approval).filter(Decisions::isDecided).map(Decision.ByApprovers::new);
    }

    private Optional<Decision> withoutApprovers(ApplicationView application) {
        boolean byOthers = application.status() == ApplicationStatus.DECLINED
                && onApplication(application.applicationId()).noneMatch(approval -> approval.status() == ApprovalStatus.DECLINED);
        return byOthers ? Optional.of(new Decision.WithoutApprovers(application)) : Optional.empty();
    }

    private Stream<ApprovalCaseView> onApplication(ApplicationId application) {
        return approvals.history(ApplicationChapters.SUBJECT, application.value()).stream();
    }

    private static boolean isDecided(ApprovalCaseView approval) {
        return DECIDED.contains(approval.status());
    }
}
