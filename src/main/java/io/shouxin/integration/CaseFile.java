package io.shouxin.integration;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.shouxin.adjustment.LimitChangeView;
import io.shouxin.adjustment.TemporaryExceptionView;
import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.contract.AgreementView;
import io.shouxin.contract.FacilityView;
import io.shouxin.contract.OfferView;
import io.shouxin.customer.CreditReport;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.DebtScheduleView;
import io.shouxin.customer.InvoiceProfile;
import io.shouxin.customer.StatementReconciliation;
import io.shouxin.customer.StatementView;
import io.shouxin.document.ChecklistView;
import io.shouxin.document.DocumentView;
import io.shouxin.kernel.PersonId;
import io.shouxin.limit.HeadroomView;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.origination.DuplicateGrantingView;
import io.shouxin.policyexception.ExceptionRenewal;
import io.shouxin.rating.OverrideView;
import io.shouxin.rating.RatingView;
import io.shouxin.rating.Screening;
import io.shouxin.replay.PolicyDraft;
import io.shouxin.review.ReviewView;
import io.shouxin.workout.WriteOffView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything one needs to work on a case, as far as the reader may see it (授信档案). Scores, limit derivation and the
 * bank's opinions are for officers; a customer sees his own entries, documents, offer and agreement.
 *
 * @param reconciliation what does not fit between the statements
 * @param debtSchedule   existing debt at all lenders as last recorded, null when none is on file; officers only
 * @param draft          the saved draft of the application as JSON, or null
 * @param rating         the newest rating of the customer; officers only
 * @param proposals      newest first; officers only
 * @param approvals      every approval case of the application, review, override, limit change or exception, oldest first; officers only
 * @param duplicates     what other granting entities grant to the customer or his group, as far as the reader may see it; null for a
 *                       customer, and in any case but an application
 * @param override       the expert override the case is about; null in any other case
 * @param limitChange    the change of a limit the case is about; null in any other case
 * @param exception      the temporary exception the case is about; null in any other case
 * @param policyDraft    the draft of a policy the case is about, which is no customer's; null in any other case
 * @param writeOff       the write-off the case is about; null in any other case
 * @param renewal        the renewal of a policy exception the case is about; null in any other case
 * @param screening      what the knock-out rules said of the application before papers were asked for; null for a customer, in any other
 *                       case, and in applications handed in before there were first screenings
 * @param people         names of those whose login stands anywhere in this file, by login
 */
public record CaseFile(ApplicationView application, @JsonRawValue String draft, CustomerView customer, ChecklistView checklist,
                       List<DocumentView> documents, List<StatementView> statements, StatementReconciliation reconciliation,
                       DebtScheduleView debtSchedule, InvoiceProfile invoices, CreditReport creditReport,
                       RatingView rating, List<RatingView> earlierRatings, List<CreditProposalView> proposals, HeadroomView headroom,
                       List<ApprovalCaseView> approvals, List<OfferView> offers, AgreementView agreement,
                       List<FacilityView> facilities, ReviewView review, OverrideView override, LimitChangeView limitChange,
                       TemporaryExceptionView exception, DuplicateGrantingView duplicates, PolicyDraft policyDraft, WriteOffView writeOff,
                       ExceptionRenewal renewal, Screening screening, Map<String, String> people) {

    CaseFile naming(Map<String, String> names) {
        return new CaseFile(application, draft, customer, checklist, documents, statements, reconciliation, debtSchedule, invoices,
                creditReport, rating, earlierRatings, proposals, headroom, approvals, offers, agreement, facilities, review, override,
                limitChange, exception, duplicates, policyDraft, writeOff, renewal, screening, names);
    }

    /** Everybody who did something here. */
    Set<String> logins() {
        Stream<String> ofApplication = Stream.ofNullable(application).flatMap(view -> view.assessment().stream()).map(record -> record.by().value());
        Stream<String> ofDocuments = documents.stream().map(DocumentView::receivedBy);
        Stream<String> ofChecklist = Stream.ofNullable(checklist).flatMap(view -> view.items().stream())
                .flatMap(item -> Stream.of(Optional.ofNullable(item.uploadedBy()), Optional.ofNullable(item.judgedBy())).flatMap(Optional::stream));
        Stream<String> ofApprovals = approvals.stream().flatMap(approval -> Stream.concat(
                approval.history().stream().flatMap(act -> Stream.concat(Stream.of(act.actor().value(), act.target()),
                        act.principal().map(PersonId::value).stream())),
                Stream.concat(approval.course().signing().stream().flatMap(round -> round.signers().stream()).flatMap(signer -> signer.person().stream()),
                        approval.conflicts().stream().map(conflict -> conflict.officer())).map(PersonId::value)));
        Stream<String> ofAgreement = Stream.ofNullable(agreement).flatMap(view -> Stream.concat(
                Stream.concat(view.signatures().stream(), view.papers().stream().flatMap(paper -> paper.signatures().stream()))
                        .flatMap(signature -> Stream.of(Optional.ofNullable(signature.signedBy()), Optional.ofNullable(signature.confirmedBy())))
                        .flatMap(Optional::stream), view.conditions().stream()
                        .flatMap(condition -> Stream.of(Optional.ofNullable(condition.fulfilledBy()), Optional.ofNullable(condition.waiverAskedBy())))
                        .flatMap(Optional::stream)));
        Stream<String> ofDebts = Stream.ofNullable(debtSchedule).map(DebtScheduleView::recordedBy);
        Stream<String> ofOffers = offers.stream().map(OfferView::answeredBy);
        Stream<String> ofOverride = Stream.ofNullable(override).map(view -> view.requestedBy().value());
        Stream<String> ofDuplicates = Stream.ofNullable(duplicates).flatMap(view -> view.notes().stream()).map(note -> note.by().value());
        Stream<String> ofLimits = Stream.concat(Stream.ofNullable(limitChange).map(view -> view.requestedBy().value()),
                Stream.concat(Stream.ofNullable(exception).map(view -> view.requestedBy().value()),
                        Stream.ofNullable(renewal).map(asked -> asked.askedBy().value())));
        Stream<String> ofDraft = Stream.ofNullable(policyDraft).map(draft -> draft.author().value());
        Stream<String> ofWriteOff = Stream.ofNullable(writeOff).flatMap(view -> Stream.concat(Stream.of(view.proposedBy()),
                view.recoveries().stream().map(WriteOffView.Recovery::recordedBy))).map(PersonId::value);
        return Stream.of(ofWriteOff, ofDraft, ofDuplicates, ofOverride, ofLimits, ofDebts, ofOffers, ofApplication, ofDocuments, ofChecklist, ofApprovals, ofAgreement)
                .flatMap(logins -> logins)
                .filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
