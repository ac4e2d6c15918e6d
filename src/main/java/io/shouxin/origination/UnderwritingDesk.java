package io.shouxin.origination;

import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.ApprovalStatus;
import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.ProposalId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Sha256;
import io.shouxin.limit.HeadroomView;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LimitLedger;
import io.shouxin.limit.ReservationId;
import io.shouxin.limit.ReservationPurpose;
import io.shouxin.limit.ReservationView;
import io.shouxin.limit.ReserveLimit;
import io.shouxin.rating.RatingDesk;
import io.shouxin.rating.RatingView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk that works out how much may be lent, freezes it as a proposal and reserves it in the limit ledger (额度测算与授信方案),
 * all in one transaction.
 */
@Service
@Transactional
public class UnderwritingDesk {

    /** Source of this desk's commands in the limit ledger. */
    static final String LEDGER_SOURCE = "origination";

    private static final int RESERVATION_DAYS = 180;

    private final CreditApplications applications;
    private final CreditProposals proposals;
    private final CustomerRegister register;
    private final RatingDesk ratings;
    private final Underwriter underwriter;
    private final LimitLedger ledger;
    private final CaseClosing closing;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final ApprovalDesk approvals;

    UnderwritingDesk(CreditApplications applications, CreditProposals proposals, CustomerRegister register, RatingDesk ratings,
                     Underwriter underwriter, LimitLedger ledger, CaseClosing closing, BusinessNumbers numbers, BusinessClock clock,
                     AuditTrail audit, ApprovalDesk approvals) {
        this.applications = applications;
        this.proposals = proposals;
        this.register = register;
        this.ratings = ratings;
        this.underwriter = underwriter;
        this.ledger = ledger;
        this.closing = closing;
        this.numbers = numbers;
        this.clock = clock;
        this.audit = audit;
        this.approvals = approvals;
    }

    /**
     * Proposes a limit from the latest rating of this application and reserves it; a former reservation is released first.
     * Asked again while the facts are the same, it answers with the proposal that stands. Refuses {@code RATING_MISSING}
     * and {@code NOT_AT_THIS_STAGE}; what the ledger refuses rolls everything back.
     */
    public Outcome<CreditProposalView> propose(ApplicationId id, PersonId actor) {
        CreditApplication application = applications.findById(id.value()).orElse(null);
        if (application == null) {
            return Outcome.refused(ApplicationRefusals.unknown(id));
        }
        if (application.status() != ApplicationStatus.IN_ASSESSMENT) {
            return Outcome.refused(ApplicationRefusals.wrongStage(application));
        }
        CustomerView customer = register.find(application.customerId()).orElseThrow();
        Optional<RatingView> rating = ratings.of(customer.id()).stream()
                .filter(given -> given.subject().equals(id.value()) && !given.knockedOut()).findFirst();
        if (rating.isEmpty()) {
            return Outcome.refused(Refusal.of("RATING_MISSING").with("applicationId", id));
        }
        ledger.openCustomer(customer.id(), customer.group(), Money.CNY, actor).orElseThrow();
        HeadroomView headroom = ledger.headroom(customer.id()).orElseThrow();
        Optional<ReservationView> held = application.reservation().flatMap(ledger::reservation)
                .filter(reservation -> reservation.status() == ReservationView.Status.OPEN);
        Money ownReserved = held.map(ReservationView::amount).orElse(Money.zero(Money.CNY));
        ProposalContent content = underwriter.propose(application, customer, rating.get(), headroom, ownReserved, actor);
        String json = StoredJson.write(content);
        Optional<CreditProposal> standing = application.proposalVersion() == 0 ? Optional.empty()
                : proposals.findFirstByApplicationIdOrderByProposalNoDesc(id.value());
        if (standing.filter(former -> stillHolds(former, json, held)).isPresent()) {
            return Outcome.done(standing.get().view(true));
        }
        held.ifPresent(reservation -> closing.release(reservation.id(), actor));
        return Outcome.done(freeze(application, content, json, actor));
    }

    private static boolean stillHolds(CreditProposal former, String json, Optional<ReservationView> held) {
        return former.sha256().equals(Sha256.of(json))
                && former.reservation().equals(held.map(ReservationView::id));
    }

    private CreditProposalView freeze(CreditApplication application, ProposalContent content, String json, PersonId actor) {
        ProposalId proposal = new ProposalId(numbers.next("CP"));
        Optional<ReservationId> reservation = content.outcome() == ProposalOutcome.LIMIT_PROPOSED
                ? reserve(content, proposal, actor) : Optional.empty();
        int proposalNo = application.proposalVersion() + 1;
        CreditProposal frozen = proposals.save(new CreditProposal(proposal, proposalNo, content, json, reservation, actor, clock.instant()));
        application.proposed(proposalNo, content.grade(), reservation);
        audit.record(application.id().value(), "PROPOSAL_FROZEN", actor, proposal + " " + content.outcome() + " " + content.amount()
                + (content.bindingConstraint().isEmpty() ? "" : " " + content.bindingConstraint()) + " " + frozen.sha256());
        content.amendments().stream().filter(amended -> amended.ignored() != null).forEach(amended ->
                audit.record(application.id().value(), "COVENANT_AS_SUGGESTED", actor, proposal + " " + amended.asked().code() + " " + amended.ignored()));
        return frozen.view(true);
    }

    private Optional<ReservationId> reserve(ProposalContent content, ProposalId proposal, PersonId actor) {
        ReserveLimit command = new ReserveLimit(content.customerId(), content.amount(), ReservationPurpose.NEW_CREDIT,
                content.applicationId().value(), clock.today().plusDays(RESERVATION_DAYS), Optional.empty());
        return ledger.reserve(command, new LedgerKey(LEDGER_SOURCE, proposal.value()), clock.today(), actor).orElseThrow().reservation();
    }

    @Transactional(readOnly = true)
    public Optional<CreditProposalView> find(ProposalId proposal) {
        return proposals.findById(proposal.value()).map(found -> found.view(applications.findById(found.applicationId().value())
                .filter(application -> application.proposalVersion() == found.proposalNo()).isPresent()));
    }

    /** The very text a proposal was frozen as, which its fingerprint is of. */
    @Transactional(readOnly = true)
    public Optional<String> frozenText(ProposalId proposal) {
        return proposals.findById(proposal.value()).map(CreditProposal::text);
    }

    /** What the analyst wrote about an application last; empty before the first assessment. */
    @Transactional(readOnly = true)
    public Optional<String> opinion(ApplicationId application) {
        return applications.findById(application.value()).flatMap(CreditApplication::assessment)
                .map(json -> StoredJson.read(json, AssessmentRecord.class).opinion());
    }

    /** Commands in the limit ledger that belong to an application, each as source, blank, key. */
    @Transactional(readOnly = true)
    public List<String> ledgerKeys(ApplicationId application) {
        return proposals.findByApplicationIdOrderByProposalNoDesc(application.value()).stream()
                .map(proposal -> LEDGER_SOURCE + " " + proposal.id().value()).sorted().toList();
    }

    /** The proposal that stands. */
    @Transactional(readOnly = true)
    public Optional<CreditProposalView> latest(ApplicationId application) {
        return proposals.findFirstByApplicationIdOrderByProposalNoDesc(application.value()).map(found -> found.view(true));
    }

    /** All proposals of an application, newest first. */
    @Transactional(readOnly = true)
    public List<CreditProposalView> proposals(ApplicationId application) {
        List<CreditProposal> all = proposals.findByApplicationIdOrderByProposalNoDesc(application.value());
        return all.stream().map(found -> found.view(found == all.get(0))).toList();
    }

    /** The terms of the proposal that stands, for offer and agreement; whether it was approved is the approval desk's to say. */
    @Transactional(readOnly = true)
    public Outcome<ApprovedTerms> approvedTerms(ApplicationId application) {
        Optional<CreditProposal> standing = proposals.findFirstByApplicationIdOrderByProposalNoDesc(application.value())
                .filter(found -> found.outcome() == ProposalOutcome.LIMIT_PROPOSED);
        if (standing.isEmpty()) {
            return Outcome.refused(Refusal.of("NO_LIMIT_PROPOSED").with("applicationId", application));
        }
        CreditProposalView view = standing.get().view(true);
        return Outcome.done(new ApprovedTerms(application, view.customerId(), view.entity(), view.proposalId(), view.sha256(), view.amount(), view.rate(),
                view.paymentTermDays(), view.facilities(), conditions(view), view.covenants(), view.grade(), standing.get().reservation().orElseThrow()));
    }

    /** The usual conditions precedent of the proposal, then those of the officers who approved exactly this version. */
    private List<String> conditions(CreditProposalView view) {
        Stream<String> ofApprovers = approvals.history("credit-application", view.applicationId().value()).stream()
                .filter(decided -> decided.status() == ApprovalStatus.APPROVED && decided.subjectHash().equals(view.sha256()))
                .flatMap(decided -> decided.conditions().stream());
        return Stream.concat(view.conditions().stream(), ofApprovers).distinct().toList();
    }
}
