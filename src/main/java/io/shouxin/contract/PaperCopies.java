package io.shouxin.contract;

import io.shouxin.audit.AuditTrail;
import io.shouxin.contract.Stamps.Stamp;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.SigningKeys;
import io.shouxin.document.StoreDocument;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Four eyes over what was signed by hand (手签件双人核对): one officer recorded the scan, another confirms that it shows what was sent out.
 * His own signature with certificate then stands in the place of the hand-written one and names the scan by its fingerprint.
 */
@Component
class PaperCopies {

    /** In per cent; below it the comparison found so little alike that the officer has to say why it is the same. */
    static final int LIKELY_THE_SAME = 60;

    private final DocumentDesk documents;
    private final AgreementText text;
    private final CustomerRegister customers;
    private final SigningKeys keys;
    private final Stamps stamps;
    private final People people;
    private final AuditTrail audit;
    private final BusinessClock clock;

    PaperCopies(DocumentDesk documents, AgreementText text, CustomerRegister customers, SigningKeys keys, Stamps stamps, People people, AuditTrail audit,
                BusinessClock clock) {
        this.documents = documents;
        this.text = text;
        this.customers = customers;
        this.keys = keys;
        this.stamps = stamps;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param paper null for the agreement itself
     * @return nothing to speak of, or {@code NOT_A_CREDIT_OFFICER, NO_PAPER_TO_CONFIRM, RECORDED_BY_YOURSELF, REASON_NEEDED,
     *         REMARK_TOO_LONG, NO_SIGNING_KEY, SIGNING_KEY_EXPIRED}
     */
    Outcome<Agreement> confirm(Agreement agreement, ContractPaper paper, ConfirmPaperCopy word, PersonId actor) {
        Optional<Person> officer = people.find(actor).filter(Person::worksOnCredits);
        if (officer.isEmpty()) {
            return Outcome.refused(Refusal.of("NOT_A_CREDIT_OFFICER"));
        }
        List<Signature> given = paper == null ? agreement.signatures() : paper.signatures();
        Optional<Signature> open = given.stream().filter(Signature::toConfirm).findFirst();
        if (open.isEmpty()) {
            return Outcome.refused(Refusal.of("NO_PAPER_TO_CONFIRM"));
        }
        if (open.get().signedBy().equals(actor.value())) {
            return Outcome.refused(Refusal.of("RECORDED_BY_YOURSELF"));
        }
        String reason = Remark.of(word.reason());
        boolean doubtful = open.get().comparison() == null || open.get().comparison().leastAlike() < LIKELY_THE_SAME;
        if ((!word.same() || doubtful) && reason == null) {
            return Outcome.refused(Refusal.of("REASON_NEEDED").at("reason"));
        }
        Optional<Refusal> tooLong = Remark.tooLong(reason, "reason");
        if (tooLong.isPresent()) {
            return Outcome.refused(tooLong.get());
        }
        return word.same() ? confirm(agreement, paper, open.get(), officer.get(), reason) : Outcome.done(takeBack(agreement, paper, open.get(), actor, reason));
    }

    private Agreement takeBack(Agreement agreement, ContractPaper paper, Signature signature, PersonId actor, String reason) {
        if (paper == null) {
            agreement.takeBackCustomersSignature();
        } else {
            paper.takeBack(signature.role());
        }
        audit.record(agreement.application().value(), "PAPER_COPY_REJECTED", actor, number(agreement, paper) + " " + signature.paperCopy() + " " + reason);
        return agreement;
    }

    private Outcome<Agreement> confirm(Agreement agreement, ContractPaper paper, Signature signature, Person officer, String reason) {
        DocumentId scan = new DocumentId(signature.paperCopy());
        String fingerprint = documents.find(scan).orElseThrow().sha256();
        byte[] file = documents.content(paper == null ? agreement.current() : paper.current()).orElseThrow().content();
        String bank = text.lender(agreement.entity());
        String other = paper == null ? customers.find(agreement.customer()).orElseThrow().name() : paper.otherSide();
        Outcome<byte[]> prepared = paper == null && agreement.templateVersion().equals(TemplateBook.FIRST)
                ? text.withSigningPage(agreement.id(), file, agreement.frozen()) : Outcome.done(file);
        return prepared.then(placed -> keys.ofBank(officer.id(), officer.displayName(), bank)
                .then(key -> stamps.sign(placed, new Stamp(signature.role(), 0, signature.fullName(), other,
                        "手写签署，由 " + officer.displayName() + " 核对扫描件无误", "扫描件 " + scan + " 指纹 " + fingerprint.substring(0, 32) + "…",
                        clock.instant()), key)))
                .map(signed -> {
                    DocumentId stored = documents.store(new StoreDocument(agreement.application().value(), agreement.customer(), "SIGNED_AGREEMENT",
                            Signing.fileName(number(agreement, paper), paper == null ? PaperKind.FACILITY_AGREEMENT : paper.kind(), "手签已核对"), signed),
                            officer.id()).id();
                    Signature confirmed = signature.confirmed(officer.id().value(), clock.instant());
                    if (paper == null) {
                        agreement.sign(confirmed, stored);
                    } else {
                        paper.sign(confirmed, stored);
                    }
                    audit.record(agreement.application().value(), "PAPER_COPY_CONFIRMED", officer.id(),
                            number(agreement, paper) + " " + scan + " sha256 " + fingerprint + (reason == null ? "" : " " + reason));
                    return agreement;
                });
    }

    private static String number(Agreement agreement, ContractPaper paper) {
        return paper == null ? agreement.id().value() : paper.id();
    }
}
