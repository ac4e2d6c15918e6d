package io.shouxin.origination;

import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.Letter;
import io.shouxin.document.LetterPrinter;
import io.shouxin.document.StoreDocument;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Wording;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LimitLedger;
import io.shouxin.limit.ReservationId;
import io.shouxin.limit.ReservationView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What every ending without a facility has in common: the reservation goes back, the customer gets a letter (结案). */
@Component
class CaseClosing {

    static final String LETTER = "LETTER";

    /** Endings after the approval, told by who ended it; the status alone would not say. */
    private static final Map<String, Letter.Kind> ENDED_AT_SIGNING = Map.of(
            "AGREEMENT_REJECTED_BY_LEGAL", Letter.Kind.REJECTED_BY_LEGAL,
            "AGREEMENT_REFUSED_BY_BANK", Letter.Kind.NOT_SIGNED_BY_BANK,
            "AGREEMENT_REFUSED_BY_CUSTOMER", Letter.Kind.NOT_SIGNED_BY_CUSTOMER,
            "AGREEMENT_NOT_SIGNED", Letter.Kind.SIGNING_EXPIRED,
            "GUARANTOR_NOT_SIGNED", Letter.Kind.GUARANTOR_EXPIRED,
            "AGREEMENT_NOT_CONCLUDED", Letter.Kind.NOT_CONCLUDED);

    private final LimitLedger ledger;
    private final LetterPrinter printer;
    private final DocumentDesk documents;
    private final CustomerRegister register;
    private final People people;
    private final Wording wording;
    private final BusinessClock clock;
    private final AuditTrail audit;

    CaseClosing(LimitLedger ledger, LetterPrinter printer, DocumentDesk documents, CustomerRegister register, People people,
                Wording wording, BusinessClock clock, AuditTrail audit) {
        this.ledger = ledger;
        this.printer = printer;
        this.documents = documents;
        this.register = register;
        this.people = people;
        this.wording = wording;
        this.clock = clock;
        this.audit = audit;
    }

    /** Gives the open reservation back, if there is one. */
    void release(CreditApplication application, PersonId actor) {
        application.reservation().ifPresent(reservation -> release(reservation, actor));
    }

    void release(ReservationId reservation, PersonId actor) {
        boolean open = ledger.reservation(reservation).filter(held -> held.status() == ReservationView.Status.OPEN).isPresent();
        if (open) {
            ledger.release(reservation, new LedgerKey(UnderwritingDesk.LEDGER_SOURCE, reservation.value() + "/release"), clock.today(), actor)
                    .orElseThrow();
        }
    }

    /** Prints and keeps the letter. A name the printer has no glyph for must not hold up the closing: the trail then says so. */
    void sendLetter(CreditApplication application, PersonId actor) {
        String addressee = register.find(application.customerId()).map(customer -> customer.name()).orElse(application.customerId().value());
        List<String> reasons = Stream.concat(
                application.closingReasons().stream().map(code -> wording.of("reason." + code, Locale.CHINESE)),
                application.closingRemark().stream()).toList();
        List<String> remedies = application.closingReasons().stream().map(code -> "remedy." + code).filter(wording::knows)
                .map(key -> wording.of(key, Locale.CHINESE)).distinct().toList();
        String contact = people.find(application.openedBy()).filter(Person::isOfficer).map(Person::displayName).orElse("");
        Letter.Kind kind = application.closingReasons().stream().map(ENDED_AT_SIGNING::get).filter(Objects::nonNull).findFirst()
                .orElseGet(() -> Letter.Kind.valueOf(application.status().name()));
        Letter letter = new Letter(kind, application.id().value(), addressee,
                clock.today(), reasons, remedies, contact);
        printer.print(letter)
                .whenDone(pdf -> application.letter(documents.store(new StoreDocument(application.id().value(),
                        application.customerId(), LETTER, application.id() + "-letter.pdf", pdf), actor).id()))
                .refusals().forEach(refusal -> audit.record(application.id().value(), "LETTER_NOT_PRINTED", actor, refusal.code()));
    }
}
