package io.shouxin.contract;

import io.shouxin.audit.AuditTrail;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.DocumentView;
import io.shouxin.document.StoreDocument;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Sha256;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rules of signing: who, what, in which order. */
@Component
class Signing {

    private final AgreementText text;
    private final DocumentDesk documents;
    private final People people;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Signing(AgreementText text, DocumentDesk documents, People people, AuditTrail audit, BusinessClock clock) {
        this.text = text;
        this.documents = documents;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    Outcome<AgreementView> sign(Agreement agreement, SignAgreement wish, PersonId actor) {
        Optional<Person> person = people.find(actor);
        Optional<Refusal> objection = objection(agreement, wish).or(() -> objection(agreement, wish, person));
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        Signature signature = new Signature(wish.role(), actor.value(), wish.fullName().strip(), clock.instant(), wish.documentSha256(),
                wish.paperCopy() == null ? null : wish.paperCopy().value());
        return (wish.role() == SignatoryRole.CUSTOMER ? byCustomer(agreement, signature) : byBank(agreement, signature, actor))
                .whenDone(signed -> audit.record(agreement.application().value(), "AGREEMENT_SIGNED_BY_" + wish.role(), actor,
                        agreement.id() + " sha256 " + wish.documentSha256()));
    }

    /** Whether this is a document somebody brought for the agreement's customer. */
    boolean isEvidence(DocumentId id, Agreement agreement) {
        return documents.find(id).filter(document -> document.customer().equals(agreement.customer()) && !document.generated()).isPresent();
    }

    private static Outcome<AgreementView> byCustomer(Agreement agreement, Signature signature) {
        agreement.signedByCustomer(signature);
        return Outcome.done(agreement.view());
    }

    private Outcome<AgreementView> byBank(Agreement agreement, Signature signature, PersonId actor) {
        List<Signature> both = new ArrayList<>(agreement.signatures());
        both.add(signature);
        byte[] signedText = documents.content(agreement.document()).orElseThrow().content();
        if (!Sha256.of(signedText).equals(agreement.documentSha256())) {
            throw new IllegalStateException("the kept text of agreement " + agreement.id() + " is not the one that was signed");
        }
        return text.withSignatures(agreement.id(), signedText, both).map(pdf -> {
            DocumentView stored = documents.store(new StoreDocument(agreement.application().value(), agreement.customer(),
                    "SIGNED_AGREEMENT", "授信合同-" + agreement.id() + "-已签署.pdf", pdf), actor);
            agreement.signedByBank(signature, stored.id());
            return agreement.view();
        });
    }

    /** One of the two says that he does not sign. The bank owes the customer a reason; the customer owes none. */
    Outcome<AgreementView> refuse(Agreement agreement, SignatoryRole role, String reason, PersonId actor) {
        Optional<Refusal> objection = objectionToTurn(agreement, role)
                .or(() -> entitled(agreement, role, people.find(actor)) ? Optional.empty() : Optional.of(Refusal.of("NOT_A_SIGNATORY")));
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        String stated = Remark.of(reason);
        if (role == SignatoryRole.BANK && stated == null) {
            return Outcome.refused(Refusal.of("REFUSAL_NEEDS_REASON").at("reason"));
        }
        Optional<Refusal> tooLong = Remark.tooLong(stated, "reason");
        if (tooLong.isPresent()) {
            return Outcome.refused(tooLong.get());
        }
        agreement.refuse(role, stated);
        audit.record(agreement.application().value(), "AGREEMENT_" + agreement.status(), actor,
                stated == null ? agreement.id().value() : agreement.id() + " " + stated);
        return Outcome.done(agreement.view());
    }

    private Optional<Refusal> objection(Agreement agreement, SignAgreement wish) {
        return objectionToTurn(agreement, wish.role()).or(() -> late(agreement));
    }

    private static Optional<Refusal> objectionToTurn(Agreement agreement, SignatoryRole role) {
        if (agreement.signature(role).isPresent()) {
            return Optional.of(Refusal.of("ALREADY_SIGNED").with("agreement", agreement.id()));
        }
        return switch (agreement.status()) {
            case EXPIRED, REFUSED_BY_CUSTOMER, REFUSED_BY_BANK, CANCELLED, SIGNED ->
                    Optional.of(Refusal.of("AGREEMENT_ENDED").with("agreement", agreement.id()));
            case DRAWN_UP, RETURNED -> Optional.of(Refusal.of("NOT_READY_TO_SIGN").with("agreement", agreement.id()));
            case READY_TO_SIGN -> role == SignatoryRole.CUSTOMER ? Optional.empty() : Optional.of(Refusal.of("WRONG_ORDER"));
            case SIGNED_BY_CUSTOMER -> Optional.empty();
        };
    }

    /** The day limits the customer; the bank may still countersign what he signed in time. */
    private Optional<Refusal> late(Agreement agreement) {
        boolean late = agreement.status() == AgreementStatus.READY_TO_SIGN && clock.today().isAfter(agreement.signBy());
        return late ? Optional.of(Refusal.of("SIGNING_EXPIRED").with("signBy", agreement.signBy())) : Optional.empty();
    }

    private Optional<Refusal> objection(Agreement agreement, SignAgreement wish, Optional<Person> person) {
        if (!entitled(agreement, wish.role(), person)) {
            return Optional.of(Refusal.of("NOT_A_SIGNATORY"));
        }
        if (!agreement.documentSha256().equals(wish.documentSha256())) {
            return Optional.of(Refusal.of("WRONG_DOCUMENT").at("documentSha256"));
        }
        boolean recorded = wish.role() == SignatoryRole.CUSTOMER && !Signatories.actsFor(person.get(), agreement.customer());
        if (recorded && wish.paperCopy() == null) {
            return Optional.of(Refusal.of("PAPER_COPY_NEEDED").at("paperCopy"));
        }
        if (wish.paperCopy() != null && !isEvidence(wish.paperCopy(), agreement)) {
            return Optional.of(Refusal.of("EVIDENCE_UNKNOWN").at("paperCopy").with("document", wish.paperCopy()));
        }
        String typed = plain(wish.fullName());
        boolean named = recorded ? typed.codePointCount(0, typed.length()) >= 2 : typed.equals(plain(person.get().displayName()));
        return named ? Optional.empty() : Optional.of(Refusal.of("NAME_MISMATCH").at("fullName"));
    }

    /** Whoever speaks for this side and has not signed for the other. */
    private static boolean entitled(Agreement agreement, SignatoryRole role, Optional<Person> person) {
        boolean speaks = person.filter(signatory -> role == SignatoryRole.BANK ? Signatories.signsForBank(signatory)
                : Signatories.speaksFor(signatory, agreement.customer())).isPresent();
        boolean signedBefore = agreement.signatures().stream()
                .anyMatch(signature -> person.filter(signatory -> signatory.id().value().equals(signature.signedBy())).isPresent());
        return speaks && !signedBefore;
    }

    /** A name without the differences a keyboard makes: width of characters and spaces. */
    private static String plain(String name) {
        return name == null ? "" : Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }
}
