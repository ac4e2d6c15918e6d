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
import org.springframework.stereotype.Component;

/** What every ending without a facility has in common: the reservation goes back, the customer gets a letter (结案). */
@Component
class CaseClosing {

    static final String LETTER = "LETTER";

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
        List<String> reasons = application.closingReasons().stream().map(code -> wording.of("reason." + code, Locale.CHINESE)).toList();
        List<String> remedies = application.closingReasons().stream().map(code -> "remedy." + code).filter(wording::knows)
                .map(key -> wording.of(key, Locale.CHINESE)).distinct().toList();
        String contact = people.find(application.openedBy()).filter(Person::isOfficer).map(Person::displayName).orElse("");
        Letter letter = new Letter(Letter.Kind.valueOf(application.status().name()), application.id().value(), addressee,
                clock.today(), reasons, remedies, contact);
        printer.print(letter)
                .whenDone(pdf -> application.letter(documents.store(new StoreDocument(application.id().value(),
                        application.customerId(), LETTER, application.id() + "-letter.pdf", pdf), actor).id()))
                .refusals().forEach(refusal -> audit.record(application.id().value(), "LETTER_NOT_PRINTED", actor, refusal.code()));
    }
}
