package io.shouxin.receipt;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.kernel.StoredFacts.DecidedCase;
import io.shouxin.origination.ApplicationView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a receipt tells of (决策): a case approvers decided on, or an application the bank declined without them. */
sealed interface Decision {

    /** Of the approval case; of the application where there was none. */
    String number();

    String subjectType();

    /** Business number of what was decided on. */
    String subject();

    /** When it was decided. */
    Optional<Instant> at();

    /** The rows that prove it. */
    default DecidedCase asked(List<String> ledgerKeys) {
        return new DecidedCase(subject(), number(), ledgerKeys);
    }

    default boolean onApplication() {
        return subjectType().equals(ApplicationChapters.SUBJECT);
    }

    /** By approvers (审批决定). */
    record ByApprovers(ApprovalCaseView approval) implements Decision {

        @Override
        public String number() {
            return approval.id().value();
        }

        @Override
        public String subjectType() {
            return approval.subjectType();
        }

        @Override
        public String subject() {
            return approval.subjectId();
        }

        @Override
        public Optional<Instant> at() {
            return approval.closedAt();
        }
    }

    /**
     * Without approvers (未经审批的拒绝): the rules excluded the customer or gave no limit, the analyst found him not qualified, or the bank
     * did not conclude the agreement.
     */
    record WithoutApprovers(ApplicationView application) implements Decision {

        @Override
        public String number() {
            return application.applicationId().value();
        }

        @Override
        public String subjectType() {
            return ApplicationChapters.SUBJECT;
        }

        @Override
        public String subject() {
            return application.applicationId().value();
        }

        @Override
        public Optional<Instant> at() {
            return application.closedAt();
        }
    }
}
