package io.shouxin.policyexception;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.ExceptionRenewalId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.PolicyExceptionId;
import io.shouxin.kernel.Sha256;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The renewal of a policy exception that the committee approved (例外续期): only its last day is asked for, by the vote that allowed it.
 *
 * @param before       last day of the exception when this was asked for
 * @param until        last day asked for
 * @param attempt      counts from 1: how often it was asked for
 * @param misfit       why it no longer fitted when it was approved, a refusal's code; {@code null} without
 * @param approvalCase by which it was approved; {@code null} before
 * @param closedAt     {@code null} while it is open
 * @param version      as it was read
 */
public record ExceptionRenewal(ExceptionRenewalId id, PolicyExceptionId exception, CustomerId customer, LocalDate before, LocalDate until, String reason,
                               int attempt, ExceptionRenewalStatus status, String misfit, PersonId askedBy, Instant askedAt, ApprovalCaseId approvalCase,
                               Instant closedAt, long version) {

    /** Of exactly what is decided on. */
    @JsonProperty("sha256")
    public String sha256() {
        return Sha256.of(String.join("\n", id.value(), String.valueOf(attempt), exception.value(), customer.value(), before.toString(), until.toString(), reason));
    }

    ExceptionRenewal askedAgain(LocalDate standing, LocalDate day, String why, Instant at) {
        return new ExceptionRenewal(id, exception, customer, standing, day, why, attempt + 1, ExceptionRenewalStatus.ASKED, null, askedBy, at, null, null, version);
    }

    /** @param code why it no longer fits; {@code null} when an approver sent it back */
    ExceptionRenewal returned(String code) {
        return new ExceptionRenewal(id, exception, customer, before, until, reason, attempt, ExceptionRenewalStatus.RETURNED, code, askedBy, askedAt, null, null,
                version);
    }

    ExceptionRenewal closed(ExceptionRenewalStatus how, ApprovalCaseId by, Instant at) {
        return new ExceptionRenewal(id, exception, customer, before, until, reason, attempt, how, null, askedBy, askedAt, by, at, version);
    }
}
