package io.shouxin.contract;

import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.ApprovalStatus;
import io.shouxin.audit.AuditTrail;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.DocumentView;
import io.shouxin.document.StoreDocument;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.OfferId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.origination.ApprovedTerms;
import io.shouxin.origination.UnderwritingDesk;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk that offers approved terms to the customer and takes his answer (授信要约). */
@Service
@Transactional
public class OfferDesk {

    private static final String APPROVAL_SUBJECT = "credit-application";

    private final Offers offers;
    private final UnderwritingDesk underwriting;
    private final ApprovalDesk approvals;
    private final TermSheets sheets;
    private final OfferLetter letter;
    private final DocumentDesk documents;
    private final People people;
    private final BusinessNumbers numbers;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final int validityDays;

    OfferDesk(Offers offers, UnderwritingDesk underwriting, ApprovalDesk approvals, TermSheets sheets, OfferLetter letter,
              DocumentDesk documents, People people, BusinessNumbers numbers, AuditTrail audit, BusinessClock clock,
              @Value("${shouxin.contract.offer-validity-days:15}") int validityDays) {
        this.offers = offers;
        this.underwriting = underwriting;
        this.approvals = approvals;
        this.sheets = sheets;
        this.letter = letter;
        this.documents = documents;
        this.people = people;
        this.numbers = numbers;
        this.audit = audit;
        this.clock = clock;
        this.validityDays = validityDays;
    }

    /**
     * Offers what was approved. Asked again while the same terms lie with the customer, it answers with the open offer; open
     * with other terms, that offer is taken back and a new round begins.
     *
     * @return the offer, or {@code NOT_APPROVED, OFFER_ANSWERED} (accepted already), {@code GLYPH_MISSING}, or what
     *         {@link UnderwritingDesk#approvedTerms} refuses
     */
    public Outcome<OfferView> issue(ApplicationId application, PersonId actor) {
        return underwriting.approvedTerms(application).then(approved -> {
            boolean decided = approvals.history(APPROVAL_SUBJECT, application.value()).stream()
                    .anyMatch(decision -> decision.status() == ApprovalStatus.APPROVED && decision.subjectHash().equals(approved.proposalHash()));
            if (!decided) {
                return Outcome.refused(Refusal.of("NOT_APPROVED").with("application", application));
            }
            Optional<Offer> last = offers.findByApplicationIdOrderByRoundDesc(application.value()).stream().findFirst();
            if (last.filter(offer -> offer.status() == OfferStatus.ACCEPTED).isPresent()) {
                return Outcome.refused(Refusal.of("OFFER_ANSWERED").with("offer", last.get().id()));
            }
            if (last.filter(offer -> offer.isOpen() && offer.frozen().approved().equals(approved)).isPresent()) {
                return Outcome.done(last.get().view());
            }
            // What was negotiated about the same approval holds on.
            TermSheet sheet = last.map(Offer::frozen).filter(frozen -> frozen.approved().equals(approved)).map(FrozenTerms::sheet)
                    .orElseGet(() -> sheets.of(approved, clock.today()));
            return issue(approved, sheet, last, actor);
        });
    }

    /**
     * Gives way after a counter-offer, as far as the officer may without a new approval, and offers the milder terms at once. What goes
     * beyond his authority takes a new proposal and a new approval.
     *
     * @return the new round, or {@code OFFER_UNKNOWN, OFFER_NOT_COUNTERED, NOT_A_CREDIT_OFFICER, TERMS_CHANGED} and what
     *         {@link TermSheets#conceding} refuses
     */
    public Outcome<OfferView> concede(OfferId id, List<Concession> concessions, List<CovenantConcession> eased, PersonId actor) {
        Optional<Offer> found = offers.findForChangeById(id.value());
        if (found.isEmpty()) {
            return Outcome.refused(unknown(id));
        }
        Offer countered = found.get();
        Optional<Offer> last = offers.findByApplicationIdOrderByRoundDesc(countered.application().value()).stream().findFirst();
        if (countered.status() != OfferStatus.COUNTERED || last.filter(offer -> offer.id().equals(id)).isEmpty()) {
            return Outcome.refused(Refusal.of("OFFER_NOT_COUNTERED").with("offer", id));
        }
        Optional<Person> officer = people.find(actor).filter(Person::worksOnCredits);
        if (officer.isEmpty()) {
            return Outcome.refused(Refusal.of("NOT_A_CREDIT_OFFICER"));
        }
        FrozenTerms terms = countered.frozen();
        return underwriting.approvedTerms(countered.application()).then(approved -> {
            if (!approved.equals(terms.approved())) {
                return Outcome.refused(Refusal.of("TERMS_CHANGED").with("offer", id));
            }
            TermSheet sheet = terms.sheet() == null ? sheets.of(approved, clock.today()) : terms.sheet();
            return sheets.conceding(sheet, approved, concessions, eased, officer.get(), clock.today()).then(milder ->
                    issue(approved, milder, last, actor).whenDone(offer -> audit.record(countered.application().value(), "OFFER_CONCEDED", actor,
                            offer.id() + " " + FrozenTerms.write(concessions) + (eased.isEmpty() ? "" : " " + FrozenTerms.write(eased)))));
        });
    }

    private Outcome<OfferView> issue(ApprovedTerms approved, TermSheet sheet, Optional<Offer> last, PersonId actor) {
        LocalDate today = clock.today();
        FrozenTerms terms = new FrozenTerms(approved, sheet);
        OfferId id = new OfferId(numbers.next("OF"));
        LocalDate validUntil = today.plusDays(validityDays);
        return letter.print(id, terms, today, validUntil).map(pdf -> {
            last.filter(Offer::isOpen).ifPresent(Offer::withdraw);
            DocumentView stored = documents.store(new StoreDocument(approved.applicationId().value(), approved.customerId(), "OFFER_LETTER",
                    "授信要约函-" + id + ".pdf", pdf), actor);
            Offer offer = offers.save(new Offer(id, last.map(Offer::round).orElse(0) + 1, terms, validUntil, stored.id(), clock.instant()));
            audit.record(approved.applicationId().value(), "OFFER_ISSUED", actor, id + " " + approved.amount() + " until " + validUntil);
            return offer.view();
        });
    }

    /**
     * Takes the customer's answer, from his own person or written down by a relationship manager.
     *
     * @return the offer, or {@code OFFER_UNKNOWN, NOT_YOUR_OFFER, OFFER_ANSWERED, OFFER_EXPIRED, COUNTER_NEEDS_WISH,
     *         REMARK_TOO_LONG}, in this order
     */
    public Outcome<OfferView> answer(AnswerOffer answer, PersonId actor) {
        Optional<Offer> found = offers.findForChangeById(answer.offer().value());
        if (found.isEmpty()) {
            return Outcome.refused(unknown(answer.offer()));
        }
        Offer offer = found.get();
        if (people.find(actor).filter(person -> Signatories.speaksFor(person, offer.customer())).isEmpty()) {
            return Outcome.refused(Refusal.of("NOT_YOUR_OFFER"));
        }
        if (offer.status() == OfferStatus.EXPIRED || (offer.isOpen() && clock.today().isAfter(offer.validUntil()))) {
            return Outcome.refused(Refusal.of("OFFER_EXPIRED").with("validUntil", offer.validUntil()));
        }
        if (!offer.isOpen()) {
            return Outcome.refused(Refusal.of("OFFER_ANSWERED").with("offer", offer.id()));
        }
        String remark = Remark.of(answer.remark());
        if (answer.answer() == OfferAnswer.COUNTER && remark == null) {
            return Outcome.refused(Refusal.of("COUNTER_NEEDS_WISH").at("remark"));
        }
        Optional<Refusal> tooLong = Remark.tooLong(remark, "remark");
        if (tooLong.isPresent()) {
            return Outcome.refused(tooLong.get());
        }
        offer.answer(answer.answer(), remark, actor, clock.instant());
        audit.record(offer.application().value(), "OFFER_" + offer.status(), actor, offer.id().value());
        return Outcome.done(offer.view());
    }

    /** Ends an offer nobody answered in time. An expired offer stays as it is; an answered one is refused as {@code OFFER_ANSWERED}. */
    public Outcome<OfferView> expire(OfferId id, PersonId actor) {
        return end(id, OfferStatus.EXPIRED, actor);
    }

    /** Takes an open offer back, because the bank or the customer ends the application. */
    public Outcome<OfferView> withdraw(OfferId id, PersonId actor) {
        return end(id, OfferStatus.WITHDRAWN, actor);
    }

    @Transactional(readOnly = true)
    public Optional<OfferView> find(OfferId id) {
        return offers.findById(id.value()).map(Offer::view);
    }

    /** All rounds of an application, latest first. */
    @Transactional(readOnly = true)
    public List<OfferView> of(ApplicationId application) {
        return offers.findByApplicationIdOrderByRoundDesc(application.value()).stream().map(Offer::view).toList();
    }

    private Outcome<OfferView> end(OfferId id, OfferStatus end, PersonId actor) {
        Optional<Offer> found = offers.findForChangeById(id.value());
        if (found.isEmpty()) {
            return Outcome.refused(unknown(id));
        }
        Offer offer = found.get();
        if (offer.status() != end) {
            if (!offer.isOpen()) {
                return Outcome.refused(Refusal.of("OFFER_ANSWERED").with("offer", id));
            }
            if (end == OfferStatus.EXPIRED) {
                offer.expire();
            } else {
                offer.withdraw();
            }
            audit.record(offer.application().value(), "OFFER_" + end, actor, id.value());
        }
        return Outcome.done(offer.view());
    }

    private static Refusal unknown(OfferId id) {
        return Refusal.of("OFFER_UNKNOWN").with("offer", id);
    }
}
