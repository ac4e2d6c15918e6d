package io.shouxin.origination;

import io.shouxin.audit.AuditTrail;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How an application goes on (申请流转). Each act moves the status along one allowed way, leaves a line in the audit trail, and is refused as
 * {@code APPLICATION_UNKNOWN, NOT_AT_THIS_STAGE} otherwise. Acts are repeatable: an application that is already where an act would bring it is
 * answered as it stands.
 */
@Service
@Transactional
public class ApplicationStages {

    private final CreditApplications applications;
    private final CaseClosing closing;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    ApplicationStages(CreditApplications applications, CaseClosing closing, BusinessClock clock, AuditTrail audit, ApplicationEventPublisher events) {
        this.applications = applications;
        this.closing = closing;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
    }

    /** The first screening found a rule that excludes the customer: what becomes of it is for the assessment to say, without papers. */
    public Outcome<ApplicationView> excludedBeforeDocuments(ApplicationId id, PersonId actor) {
        return move(id, Set.of(ApplicationStatus.COLLECTING_DOCUMENTS), ApplicationStatus.IN_ASSESSMENT, "EXCLUDED_BEFORE_DOCUMENTS", actor);
    }

    /** All required documents are accepted: on to the assessment. */
    public Outcome<ApplicationView> documentsComplete(ApplicationId id, PersonId actor) {
        return move(id, Set.of(ApplicationStatus.COLLECTING_DOCUMENTS), ApplicationStatus.IN_ASSESSMENT, "DOCUMENTS_COMPLETE", actor);
    }

    /** The analyst needs papers, or more of them: back to collecting them. */
    public Outcome<ApplicationView> moreDocumentsNeeded(ApplicationId id, PersonId actor) {
        return move(id, Set.of(ApplicationStatus.IN_ASSESSMENT), ApplicationStatus.COLLECTING_DOCUMENTS, "MORE_DOCUMENTS_ASKED", actor);
    }

    /** A proposal lies before the approvers. */
    public Outcome<ApplicationView> underApproval(ApplicationId id, PersonId actor) {
        return move(id, Set.of(ApplicationStatus.IN_ASSESSMENT), ApplicationStatus.IN_APPROVAL, "APPROVAL_OPENED", actor);
    }

    /** An approver sent it back with questions. */
    public Outcome<ApplicationView> returnedForRework(ApplicationId id, PersonId actor) {
        return move(id, Set.of(ApplicationStatus.IN_APPROVAL), ApplicationStatus.IN_ASSESSMENT, "RETURNED_FOR_REWORK", actor);
    }

    /** Approved: the customer has an offer to answer. */
    public Outcome<ApplicationView> offered(ApplicationId id, PersonId actor) {
        return move(id, Set.of(ApplicationStatus.IN_APPROVAL), ApplicationStatus.OFFERED, "OFFER_ISSUED", actor);
    }

    /** The customer asked for other terms: back to the analyst. */
    public Outcome<ApplicationView> countered(ApplicationId id, PersonId actor) {
        return move(id, Set.of(ApplicationStatus.OFFERED), ApplicationStatus.IN_ASSESSMENT, "OFFER_COUNTERED", actor);
    }

    /** The customer accepted the offer: on to the agreement. */
    public Outcome<ApplicationView> offerAccepted(ApplicationId id, PersonId actor) {
        return move(id, Set.of(ApplicationStatus.OFFERED), ApplicationStatus.CONTRACTING, "OFFER_ACCEPTED", actor);
    }

    /** The customer signed the agreement; from now on he cannot withdraw. */
    public Outcome<ApplicationView> agreementSigned(ApplicationId id, PersonId actor) {
        CreditApplication application = applications.findById(id.value()).orElse(null);
        if (application == null) {
            return Outcome.refused(ApplicationRefusals.unknown(id));
        }
        if (application.status() != ApplicationStatus.CONTRACTING) {
            return Outcome.refused(ApplicationRefusals.wrongStage(application));
        }
        if (!application.isSigned()) {
            application.signed(clock.instant());
            audit.record(id.value(), "AGREEMENT_SIGNED_BY_CUSTOMER", actor, "");
        }
        return done(application);
    }

    /** The facilities are active: the application has reached its end. */
    public Outcome<ApplicationView> activated(ApplicationId id, PersonId actor) {
        return move(id, Set.of(ApplicationStatus.CONTRACTING), ApplicationStatus.ACTIVE, "FACILITIES_ACTIVATED", actor);
    }

    /**
     * Ends the application without a facility: releases its reservation, prints and keeps the letter with the reasons.
     * Repeatable with the same final status.
     */
    public Outcome<ApplicationView> close(ApplicationId id, Ending ending, PersonId actor) {
        ApplicationStatus finalStatus = ending.status();
        CreditApplication application = applications.findById(id.value()).orElse(null);
        if (application == null) {
            return Outcome.refused(ApplicationRefusals.unknown(id));
        }
        if (application.status() != finalStatus && !application.status().isOpen()) {
            return Outcome.refused(ApplicationRefusals.wrongStage(application));
        }
        if (application.status() != finalStatus) {
            closing.release(application, actor);
            application.end(ending, clock.instant());
            audit.record(id.value(), "APPLICATION_" + finalStatus, actor, String.join(",", ending.reasonCodes()));
        }
        if (application.letter().isEmpty()) {
            closing.sendLetter(application, actor);
            events.publishEvent(new ApplicationClosed(id, application.customerId(), finalStatus, application.closingReasons()));
        }
        return done(application);
    }

    private Outcome<ApplicationView> move(ApplicationId id, Set<ApplicationStatus> from, ApplicationStatus to, String act, PersonId actor) {
        CreditApplication application = applications.findById(id.value()).orElse(null);
        if (application == null) {
            return Outcome.refused(ApplicationRefusals.unknown(id));
        }
        if (application.status() == to) {
            return done(application);
        }
        if (!from.contains(application.status())) {
            return Outcome.refused(ApplicationRefusals.wrongStage(application));
        }
        application.moveTo(to);
        audit.record(id.value(), act, actor, "");
        return done(application);
    }

    private static Outcome<ApplicationView> done(CreditApplication application) {
        return Outcome.done(ApplicationViews.of(application));
    }
}
