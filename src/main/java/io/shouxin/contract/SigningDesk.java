package io.shouxin.contract;

import io.shouxin.audit.AuditTrail;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.DocumentView;
import io.shouxin.document.StoreDocument;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.origination.SecurityType;
import io.shouxin.origination.UnderwritingDesk;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk that draws up agreements, has them reviewed and signed, and ticks off conditions precedent (签约与前提条件).
 *
 * <p>An agreement without security is the standard text and ready to sign at once; with security the legal officer
 * reviews it first. The customer signs first, then whoever gives security, then the bank.
 */
@Service
@Transactional
public class SigningDesk {

    private static final int SHORTEST_REMARK = 5;

    private final Agreements agreements;
    private final Offers offers;
    private final UnderwritingDesk underwriting;
    private final AgreementText text;
    private final PaperDrawing drawing;
    private final ContractPapers papers;
    private final Signing signing;
    private final SigningTurn turn;
    private final PaperCopies paperCopies;
    private final ConditionWaivers waivers;
    private final DocumentDesk documents;
    private final People people;
    private final BusinessNumbers numbers;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final int signingDays;

    SigningDesk(Agreements agreements, Offers offers, UnderwritingDesk underwriting, AgreementText text, PaperDrawing drawing,
                ContractPapers papers, Signing signing, SigningTurn turn, PaperCopies paperCopies, ConditionWaivers waivers, DocumentDesk documents, People people, BusinessNumbers numbers, AuditTrail audit, BusinessClock clock,
                @Value("${shouxin.contract.signing-days:15}") int signingDays) {
        this.agreements = agreements;
        this.offers = offers;
        this.underwriting = underwriting;
        this.text = text;
        this.drawing = drawing;
        this.papers = papers;
        this.signing = signing;
        this.turn = turn;
        this.paperCopies = paperCopies;
        this.waivers = waivers;
        this.documents = documents;
        this.people = people;
        this.numbers = numbers;
        this.audit = audit;
        this.clock = clock;
        this.signingDays = signingDays;
    }

    /**
     * Draws up the agreement of the accepted offer. Asked again, it answers with the agreement under way or signed.
     *
     * @return the agreement, or {@code OFFER_NOT_ACCEPTED, TERMS_CHANGED} (what is approved now is not what was accepted),
     *         {@code GLYPH_MISSING}
     */
    public Outcome<AgreementView> drawUp(ApplicationId application, PersonId actor) {
        Optional<Offer> accepted = offers.findByApplicationIdOrderByRoundDesc(application.value()).stream().findFirst()
                .filter(offer -> offer.status() == OfferStatus.ACCEPTED);
        if (accepted.isEmpty()) {
            return Outcome.refused(Refusal.of("OFFER_NOT_ACCEPTED").with("application", application));
        }
        Optional<Agreement> last = agreements.findByApplicationIdOrderByDraftDesc(application.value()).stream().findFirst();
        if (last.filter(agreement -> agreement.isUnderWay() || agreement.isSigned()).isPresent()) {
            return Outcome.done(view(last.get()));
        }
        FrozenTerms terms = accepted.get().frozen();
        return underwriting.approvedTerms(application).then(approvedNow ->
                TermsDifference.between(approvedNow, terms.approved(), "TERMS_CHANGED").map(refusal -> Outcome.<AgreementView>refused(
                        refusal.with("offer", accepted.get().id()))).orElseGet(() ->
                        drawUp(accepted.get(), terms, last.map(Agreement::draft).orElse(0) + 1, actor)));
    }

    private Outcome<AgreementView> drawUp(Offer offer, FrozenTerms terms, int draft, PersonId actor) {
        AgreementId id = new AgreementId(numbers.next("AG"));
        LocalDate today = clock.today();
        LocalDate signBy = today.plusDays(signingDays);
        String template = text.templateInForce(PaperKind.FACILITY_AGREEMENT, today);
        return text.print(id, terms, today, signBy, template, actor).then(pdf -> {
            DocumentView stored = store(offer.application(), offer.customer(), id, pdf, actor);
            boolean standard = terms.approved().facilities().stream().flatMap(line -> line.security().stream())
                    .allMatch(security -> security.type() == SecurityType.UNSECURED);
            Agreement agreement = agreements.save(new Agreement(id, draft, offer.id(), terms, template, stored, today, signBy, standard));
            return drawing.drawUp(agreement, today, actor).map(drawn -> {
                audit.record(offer.application().value(), "AGREEMENT_DRAWN_UP", actor, id + " template " + template + " sha256 " + stored.sha256());
                return view(drawn);
            });
        });
    }

    /**
     * The legal officer's word. The customer's days to sign begin with his approval: a text drawn up on an earlier day is printed anew
     * with the later last day, and nothing else in it changes.
     *
     * @return the agreement, or {@code AGREEMENT_UNKNOWN, NOT_LEGAL, NOT_UNDER_REVIEW, RETURN_NEEDS_REASON, REMARK_TOO_LONG,
     *         GLYPH_MISSING}
     */
    public Outcome<AgreementView> reviewByLegal(AgreementId id, boolean approved, String reason, PersonId actor) {
        return change(id, agreement -> {
            if (people.find(actor).filter(person -> person.is(Role.LEGAL)).isEmpty()) {
                return Outcome.refused(Refusal.of("NOT_LEGAL"));
            }
            if (agreement.status() != AgreementStatus.DRAWN_UP) {
                return Outcome.refused(Refusal.of("NOT_UNDER_REVIEW").with("agreement", id));
            }
            String remark = Remark.of(reason);
            if (!approved && remark == null) {
                return Outcome.refused(Refusal.of("RETURN_NEEDS_REASON").at("reason"));
            }
            Optional<Refusal> tooLong = Remark.tooLong(remark, "reason");
            if (tooLong.isPresent()) {
                return Outcome.refused(tooLong.get());
            }
            return (approved ? withFullTimeToSign(agreement, actor) : Outcome.done(agreement)).map(judged -> {
                judged.review(approved, remark);
                audit.record(judged.application().value(), approved ? "AGREEMENT_APPROVED_BY_LEGAL" : "AGREEMENT_RETURNED_BY_LEGAL", actor,
                        id + " sha256 " + judged.documentSha256());
                return view(judged);
            });
        });
    }

    private Outcome<Agreement> withFullTimeToSign(Agreement agreement, PersonId actor) {
        LocalDate signBy = clock.today().plusDays(signingDays);
        if (!signBy.isAfter(agreement.signBy())) {
            return Outcome.done(agreement);
        }
        return text.print(agreement.id(), agreement.frozen(), agreement.drawnUpOn(), signBy, agreement.templateVersion(), actor).map(pdf -> {
            agreement.postpone(signBy, store(agreement.application(), agreement.customer(), agreement.id(), pdf, actor));
            return agreement;
        });
    }

    private DocumentView store(ApplicationId application, CustomerId customer, AgreementId id, byte[] pdf, PersonId actor) {
        return documents.store(new StoreDocument(application.value(), customer, "AGREEMENT",
                Signing.fileName(id.value(), PaperKind.FACILITY_AGREEMENT, null), pdf), actor);
    }

    /**
     * Takes the signature of customer or bank. The customer's is given here with a certificate, or comes back as a file signed elsewhere or
     * as a scan of what was signed by hand; the bank signs all papers of the agreement at once.
     *
     * @return the agreement, or {@code AGREEMENT_UNKNOWN, AGREEMENT_ENDED, NOT_READY_TO_SIGN, ALREADY_SIGNED, WRONG_ORDER,
     *         SIGNING_EXPIRED, GUARANTOR_OUTSTANDING, PAPER_COPY_NOT_CONFIRMED, TERMS_DIFFER, NOT_A_SIGNATORY, WRONG_DOCUMENT,
     *         PAPER_COPY_NEEDED, EVIDENCE_UNKNOWN, NAME_MISMATCH, NO_SIGNING_KEY, SIGNING_KEY_EXPIRED, RETURNED_FILE_NOT_GENUINE,
     *         RETURNED_FILE_DIFFERS, PAPER_COPY_UNREADABLE, PAPER_COPY_PAGES}, in this order
     */
    public Outcome<AgreementView> sign(SignAgreement signature, PersonId actor) {
        return change(signature.agreement(), agreement -> signing.sign(agreement, signature, actor).map(this::view));
    }

    /**
     * Takes what came back from somebody who gives security.
     *
     * @return the agreement, or {@code AGREEMENT_UNKNOWN, PAPER_UNKNOWN} and as above
     */
    public Outcome<AgreementView> signPaper(SignContractPaper signature, PersonId actor) {
        return change(signature.agreement(), agreement -> paper(agreement, signature.paper())
                .map(paper -> signing.byProvider(agreement, paper, signature, actor).map(this::view))
                .orElseGet(() -> Outcome.refused(Refusal.of("PAPER_UNKNOWN").with("paper", signature.paper()))));
    }

    /**
     * Takes a guarantor's signature from himself.
     *
     * @param signature with the file he hands in, or without one to sign here
     * @return the agreement, or {@code AGREEMENT_UNKNOWN, PAPER_UNKNOWN, AGREEMENT_ENDED, NOT_READY_TO_SIGN, WRONG_ORDER, SIGNING_EXPIRED,
     *         TERMS_DIFFER, ALREADY_SIGNED, WRONG_DOCUMENT, EVIDENCE_UNKNOWN, NAME_MISMATCH, NO_SIGNING_KEY, RETURNED_FILE_NOT_GENUINE,
     *         RETURNED_FILE_DIFFERS, SIGNER_IDENTIFIER_DIFFERS, PAPER_COPY_UNREADABLE, PAPER_COPY_PAGES}
     */
    public Outcome<AgreementView> signAsGuarantor(SignContractPaper signature, Guarantor guarantor) {
        return change(signature.agreement(), agreement -> paper(agreement, signature.paper())
                .map(paper -> signing.byGuarantor(agreement, paper, signature, guarantor).map(this::view))
                .orElseGet(() -> Outcome.refused(Refusal.of("PAPER_UNKNOWN").with("paper", signature.paper()))));
    }

    /** What speaks against any guarantor signing now: not his turn yet, too late, ended; empty if nothing does. */
    @Transactional(readOnly = true)
    public Optional<Refusal> obstacleToGuarantor(AgreementId id) {
        return agreements.findById(id.value()).flatMap(agreement -> turn.objection(agreement, SignatoryRole.GUARANTOR));
    }

    /**
     * Takes the word of a second officer on what was signed by hand. Not the same: it is taken back and signed again.
     *
     * @return the agreement, or {@code AGREEMENT_UNKNOWN, AGREEMENT_ENDED, PAPER_UNKNOWN, NOT_A_CREDIT_OFFICER, NO_PAPER_TO_CONFIRM,
     *         RECORDED_BY_YOURSELF, REASON_NEEDED, REMARK_TOO_LONG, NO_SIGNING_KEY, SIGNING_KEY_EXPIRED}
     */
    public Outcome<AgreementView> confirmPaperCopy(ConfirmPaperCopy word, PersonId actor) {
        return change(word.agreement(), agreement -> {
            if (!agreement.isUnderWay()) {
                return Outcome.refused(Refusal.of("AGREEMENT_ENDED").with("agreement", agreement.id()));
            }
            boolean itself = word.paper() == null || word.paper().equals(agreement.id().value());
            Optional<ContractPaper> paper = itself ? Optional.empty() : paper(agreement, word.paper());
            if (!itself && paper.isEmpty()) {
                return Outcome.refused(Refusal.of("PAPER_UNKNOWN").with("paper", word.paper()));
            }
            return paperCopies.confirm(agreement, paper.orElse(null), word, actor).map(this::view);
        });
    }

    private Optional<ContractPaper> paper(Agreement agreement, String number) {
        return number == null ? Optional.empty() : papers.findById(number).filter(paper -> paper.belongsTo(agreement.id().value()));
    }

    private AgreementView view(Agreement agreement) {
        return agreement.view(papers.findByAgreementIdOrderByLine(agreement.id().value()).stream().map(ContractPaper::view).toList());
    }

    /**
     * Takes the word of the side whose turn it is that it does not sign; this ends the agreement. Said again, it is answered as it stands.
     *
     * @param reason told to the customer; required from the bank
     * @return the agreement, or {@code AGREEMENT_UNKNOWN, AGREEMENT_ENDED, NOT_READY_TO_SIGN, ALREADY_SIGNED, WRONG_ORDER,
     *         NOT_A_SIGNATORY, REFUSAL_NEEDS_REASON, REMARK_TOO_LONG}
     */
    public Outcome<AgreementView> refuse(AgreementId id, SignatoryRole role, String reason, PersonId actor) {
        return change(id, agreement -> agreement.status() == Agreement.refusedBy(role) ? Outcome.done(view(agreement))
                : signing.refuse(agreement, role, reason, actor).map(this::view));
    }

    /**
     * Ticks a condition off. A condition fulfilled before stays as it was.
     *
     * @return the agreement, or {@code AGREEMENT_UNKNOWN, AGREEMENT_ENDED, NOT_A_CREDIT_OFFICER, CONDITION_UNKNOWN,
     *         EVIDENCE_NEEDED, EVIDENCE_UNKNOWN, REMARK_TOO_LONG}
     */
    public Outcome<AgreementView> fulfil(FulfilCondition fulfilment, PersonId actor) {
        return change(fulfilment.agreement(), agreement -> {
            if (!agreement.isUnderWay() && !agreement.isSigned()) {
                return Outcome.refused(Refusal.of("AGREEMENT_ENDED").with("agreement", agreement.id()));
            }
            if (people.find(actor).filter(Person::worksOnCredits).isEmpty()) {
                return Outcome.refused(Refusal.of("NOT_A_CREDIT_OFFICER"));
            }
            Optional<ConditionPrecedent> condition = agreement.condition(fulfilment.code());
            if (condition.isEmpty()) {
                return Outcome.refused(Refusal.of("CONDITION_UNKNOWN").at("code").with("condition", fulfilment.code()));
            }
            String remark = fulfilment.remark() == null ? "" : fulfilment.remark().strip();
            if (fulfilment.evidence() == null && remark.length() < SHORTEST_REMARK) {
                return Outcome.refused(Refusal.of("EVIDENCE_NEEDED").at("remark").with("condition", ConditionPrecedent.word(fulfilment.code())));
            }
            if (fulfilment.evidence() != null && !turn.isEvidence(fulfilment.evidence(), agreement)) {
                return Outcome.refused(Refusal.of("EVIDENCE_UNKNOWN").at("evidence").with("document", fulfilment.evidence()));
            }
            Optional<Refusal> tooLong = Remark.tooLong(remark, "remark");
            if (tooLong.isPresent()) {
                return Outcome.refused(tooLong.get());
            }
            if (!condition.get().fulfilled()) {
                String evidence = fulfilment.evidence() == null ? null : fulfilment.evidence().value();
                agreement.fulfil(new ConditionPrecedent(fulfilment.code(), true, evidence, remark.isEmpty() ? null : remark, actor.value(),
                        clock.instant()));
                audit.record(agreement.application().value(), "CONDITION_FULFILLED", actor, fulfilment.code() + " " + evidence);
            }
            return Outcome.done(view(agreement));
        });
    }

    /**
     * Asks that a condition be waived.
     *
     * @return the agreement, or {@code AGREEMENT_UNKNOWN, AGREEMENT_ENDED, NOT_A_CREDIT_OFFICER, CONDITION_UNKNOWN, CONDITION_NOT_WAIVABLE,
     *         WAIVER_NEEDS_REASON, REMARK_TOO_LONG}
     */
    public Outcome<AgreementView> askWaiver(AgreementId id, String conditionCode, String reason, PersonId actor) {
        return alive(id, agreement -> waivers.ask(agreement, conditionCode, reason, actor).map(this::view));
    }

    /**
     * Answers such a request: somebody of the tier the policy names or a higher one, and not he who asked.
     *
     * @return the agreement, or {@code AGREEMENT_UNKNOWN, AGREEMENT_ENDED, CONDITION_UNKNOWN, NO_WAIVER_ASKED, WAIVER_NEEDS_AUTHORITY,
     *         WAIVER_ASKED_BY_YOURSELF, WAIVER_NEEDS_REASON, REMARK_TOO_LONG}
     */
    public Outcome<AgreementView> waive(WaiveCondition answer, PersonId actor) {
        return alive(answer.agreement(), agreement -> waivers.answer(agreement, answer, actor).map(this::view));
    }

    private Outcome<AgreementView> alive(AgreementId id, Function<Agreement, Outcome<AgreementView>> change) {
        return change(id, agreement -> agreement.isUnderWay() || agreement.isSigned() ? change.apply(agreement)
                : Outcome.refused(Refusal.of("AGREEMENT_ENDED").with("agreement", id)));
    }

    /** Ends an agreement that was not signed in time. A signed one is refused as {@code ALREADY_SIGNED}. */
    public Outcome<AgreementView> expire(AgreementId id, PersonId actor) {
        return end(id, AgreementStatus.EXPIRED, actor);
    }

    /** Ends an agreement that falls with the application. Once both have signed it is refused as {@code ALREADY_SIGNED}. */
    public Outcome<AgreementView> cancel(AgreementId id, PersonId actor) {
        return end(id, AgreementStatus.CANCELLED, actor);
    }

    @Transactional(readOnly = true)
    public Optional<AgreementView> find(AgreementId id) {
        return agreements.findById(id.value()).map(this::view);
    }

    /** The latest draft of an application, whatever became of it. */
    @Transactional(readOnly = true)
    public Optional<AgreementView> current(ApplicationId application) {
        return of(application).stream().findFirst();
    }

    /** All drafts of an application, latest first. */
    @Transactional(readOnly = true)
    public List<AgreementView> of(ApplicationId application) {
        return agreements.findByApplicationIdOrderByDraftDesc(application.value()).stream().map(this::view).toList();
    }

    private Outcome<AgreementView> end(AgreementId id, AgreementStatus end, PersonId actor) {
        return change(id, agreement -> {
            if (agreement.isSigned()) {
                return Outcome.refused(Refusal.of("ALREADY_SIGNED").with("agreement", id));
            }
            if (agreement.isUnderWay()) {
                agreement.end(end);
                audit.record(agreement.application().value(), "AGREEMENT_" + end, actor, id.value());
            }
            return Outcome.done(view(agreement));
        });
    }

    private Outcome<AgreementView> change(AgreementId id, Function<Agreement, Outcome<AgreementView>> change) {
        return agreements.findForChangeById(id.value()).map(change)
                .orElseGet(() -> Outcome.refused(Refusal.of("AGREEMENT_UNKNOWN").with("agreement", id)));
    }
}
