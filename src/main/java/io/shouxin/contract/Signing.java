package io.shouxin.contract;

import io.shouxin.audit.AuditTrail;
import io.shouxin.contract.ReturnedPapers.Returned;
import io.shouxin.contract.Stamps.Stamp;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.SigningKey;
import io.shouxin.document.SigningKeys;
import io.shouxin.document.StoreDocument;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes signatures: the customer's, those of the guarantors, and the bank's on all papers at once. Who may, {@link SigningTurn} says. */
@Component
class Signing {

    private final AgreementText text;
    private final DocumentDesk documents;
    private final ContractPapers papers;
    private final ReturnedPapers returnedPapers;
    private final SigningKeys keys;
    private final Stamps stamps;
    private final SigningTurn turn;
    private final CustomerRegister customers;
    private final People people;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Signing(AgreementText text, DocumentDesk documents, ContractPapers papers, ReturnedPapers returnedPapers, SigningKeys keys, Stamps stamps,
            SigningTurn turn, CustomerRegister customers, People people, AuditTrail audit, BusinessClock clock) {
        this.text = text;
        this.documents = documents;
        this.papers = papers;
        this.returnedPapers = returnedPapers;
        this.keys = keys;
        this.stamps = stamps;
        this.turn = turn;
        this.customers = customers;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    Outcome<Agreement> sign(Agreement agreement, SignAgreement wish, PersonId actor) {
        Optional<Person> person = people.find(actor);
        Optional<Refusal> objection = turn.objection(agreement, wish.role()).or(() -> turn.objection(agreement, wish, person));
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        return (wish.role() == SignatoryRole.BANK ? byBank(agreement, wish, person.get())
                : wish.paperCopy() == null ? byCustomer(agreement, wish, person.get()) : returned(agreement, wish, actor))
                .whenDone(signed -> audit.record(agreement.application().value(), "AGREEMENT_SIGNED_BY_" + wish.role(), actor,
                        agreement.id() + " sha256 " + wish.documentSha256()));
    }

    private Outcome<Agreement> byCustomer(Agreement agreement, SignAgreement wish, Person person) {
        String firm = customers.find(agreement.customer()).orElseThrow().name();
        String name = wish.fullName().strip();
        Outcome<byte[]> file = agreement.templateVersion().equals(TemplateBook.FIRST)
                ? text.withSigningPage(agreement.id(), sent(agreement.document(), agreement.documentSha256()), agreement.frozen())
                : Outcome.done(sent(agreement.document(), agreement.documentSha256()));
        return keys.of(person.id(), person.displayName(), firm).then(key -> file
                .then(pdf -> stamps.sign(pdf, new Stamp(SignatoryRole.CUSTOMER, 0, name, firm, "同意签署授信合同", "", clock.instant()), key))
                .map(signed -> {
                    DocumentId stored = keep(agreement, agreement.id().value(), PaperKind.FACILITY_AGREEMENT, "客户已签", signed, person.id());
                    agreement.sign(new Signature(SignatoryRole.CUSTOMER, person.id().value(), name, clock.instant(), wish.documentSha256(), null,
                            SignatureManner.CERTIFICATE, certificate(key), null, null, null), stored);
                    return agreement;
                }));
    }

    private Outcome<Agreement> returned(Agreement agreement, SignAgreement wish, PersonId actor) {
        byte[] sent = sent(agreement.document(), agreement.documentSha256());
        return returnedPapers.examine(sent, wish.paperCopy(), wish.fullName()).map(back -> {
            agreement.sign(recorded(SignatoryRole.CUSTOMER, wish.fullName(), wish.documentSha256(), wish.paperCopy(), back, actor),
                    back.manner() == SignatureManner.SIGNED_ELSEWHERE
                            ? keep(agreement, agreement.id().value(), PaperKind.FACILITY_AGREEMENT, "客户已签", back.file(), actor) : null);
            return agreement;
        });
    }

    /** A guarantor signs elsewhere or by hand: he is no user of the bank's. */
    Outcome<Agreement> byProvider(Agreement agreement, ContractPaper paper, SignContractPaper wish, PersonId actor) {
        Optional<Refusal> objection = turn.objection(agreement, SignatoryRole.GUARANTOR).or(() -> turn.objection(agreement, paper, wish, people.find(actor)));
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        return returnedPapers.examine(sent(paper.document(), paper.documentSha256()), wish.returned(), wish.fullName()).map(back -> {
            paper.sign(recorded(SignatoryRole.GUARANTOR, wish.fullName(), wish.documentSha256(), wish.returned(), back, actor),
                    back.manner() == SignatureManner.SIGNED_ELSEWHERE ? keep(agreement, paper.id(), paper.kind(), "担保人已签", back.file(), actor) : null);
            audit.record(agreement.application().value(), "CONTRACT_PAPER_SIGNED", actor, paper.id() + " " + back.manner() + " " + wish.returned());
            return agreement;
        });
    }

    /** The guarantor comes himself: he signs here where the development authority certifies him, or hands in what he signed elsewhere or by hand. */
    Outcome<Agreement> byGuarantor(Agreement agreement, ContractPaper paper, SignContractPaper wish, Guarantor guarantor) {
        Optional<Refusal> objection = turn.objection(agreement, SignatoryRole.GUARANTOR).or(() -> turn.objection(agreement, paper, wish, guarantor));
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        byte[] sent = sent(paper.document(), paper.documentSha256());
        return (wish.returned() == null ? signedHere(agreement, paper, wish, guarantor, sent)
                : returnedPapers.examine(sent, wish.returned(), wish.fullName(), guarantor.identified()).map(back -> {
                    paper.sign(recorded(SignatoryRole.GUARANTOR, wish.fullName(), wish.documentSha256(), wish.returned(), back, guarantor.person()),
                            back.manner() == SignatureManner.SIGNED_ELSEWHERE
                                    ? keep(agreement, paper.id(), paper.kind(), "担保人已签", back.file(), guarantor.person()) : null);
                    return back.manner();
                })).map(manner -> {
                    audit.record(agreement.application().value(), "CONTRACT_PAPER_SIGNED", guarantor.person(), paper.id() + " " + manner
                            + (wish.returned() == null ? "" : " " + wish.returned()));
                    return agreement;
                });
    }

    private Outcome<SignatureManner> signedHere(Agreement agreement, ContractPaper paper, SignContractPaper wish, Guarantor guarantor, byte[] sent) {
        String name = guarantor.name().strip();
        return keys.of(guarantor.person(), name, name).then(key ->
                stamps.sign(sent, new Stamp(SignatoryRole.GUARANTOR, 0, name, name, "同意签署", "", clock.instant()), key).map(signed -> {
                    paper.sign(new Signature(SignatoryRole.GUARANTOR, guarantor.person().value(), name, clock.instant(), wish.documentSha256(), null,
                            SignatureManner.CERTIFICATE, certificate(key), null, null, null),
                            keep(agreement, paper.id(), paper.kind(), "担保人已签", signed, guarantor.person()));
                    return SignatureManner.CERTIFICATE;
                }));
    }

    private Signature recorded(SignatoryRole role, String fullName, String sha256, DocumentId returned, Returned back, PersonId actor) {
        return new Signature(role, actor.value(), fullName.strip(), clock.instant(), sha256, returned.value(), back.manner(), back.certificate(),
                back.comparison(), null, null);
    }

    private Outcome<Agreement> byBank(Agreement agreement, SignAgreement wish, Person person) {
        String bank = text.lender(agreement.entity());
        String name = wish.fullName().strip();
        sent(agreement.document(), agreement.documentSha256());
        List<ContractPaper> all = papers.findByAgreementIdOrderByLine(agreement.id().value());
        return keys.ofBank(person.id(), person.displayName(), bank).then(key -> {
            // All are signed before any is kept: a refusal must leave nothing half done.
            List<byte[]> files = new ArrayList<>();
            for (ContractPaper paper : all) {
                sent(paper.document(), paper.documentSha256());
                Outcome<byte[]> signed = stamps.sign(content(paper.current()), stampOfBank(name, bank, paper.kind().hasProvider() ? 1 : 0, "同意签署"), key);
                if (!signed.isDone()) {
                    return Outcome.refused(signed.refusals());
                }
                files.add(signed.orElseThrow());
            }
            return stamps.sign(content(agreement.current()), stampOfBank(name, bank, 1, "同意签署授信合同"), key).map(signed -> {
                for (int i = 0; i < files.size(); i++) {
                    ContractPaper paper = all.get(i);
                    paper.sign(ofBank(person, name, paper.documentSha256(), key), keep(agreement, paper.id(), paper.kind(), "已签署", files.get(i), person.id()));
                }
                agreement.sign(ofBank(person, name, wish.documentSha256(), key),
                        keep(agreement, agreement.id().value(), PaperKind.FACILITY_AGREEMENT, "已签署", signed, person.id()));
                return agreement;
            });
        });
    }

    private Stamp stampOfBank(String name, String bank, int place, String reason) {
        return new Stamp(SignatoryRole.BANK, place, name, bank, reason, "", clock.instant());
    }

    private Signature ofBank(Person person, String name, String sha256, SigningKey key) {
        return new Signature(SignatoryRole.BANK, person.id().value(), name, clock.instant(), sha256, null, SignatureManner.CERTIFICATE, certificate(key),
                null, null, null);
    }

    /** One of the two says that he does not sign. The bank owes the customer a reason, and so does a guarantor; the customer owes none. */
    Outcome<Agreement> refuse(Agreement agreement, SignatoryRole role, String reason, PersonId actor) {
        Optional<Refusal> objection = turn.objectionToRefusal(agreement, role, people.find(actor));
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        String stated = Remark.of(reason);
        if (role != SignatoryRole.CUSTOMER && stated == null) {
            return Outcome.refused(Refusal.of("REFUSAL_NEEDS_REASON").at("reason"));
        }
        Optional<Refusal> tooLong = Remark.tooLong(stated, "reason");
        if (tooLong.isPresent()) {
            return Outcome.refused(tooLong.get());
        }
        agreement.refuse(role, role == SignatoryRole.GUARANTOR ? "担保人未签署：" + stated : stated);
        audit.record(agreement.application().value(), "AGREEMENT_" + agreement.status(), actor,
                stated == null ? agreement.id().value() : agreement.id() + " " + stated);
        return Outcome.done(agreement);
    }

    /** The text as it was sent out, from the vault. */
    private byte[] sent(DocumentId document, String sha256) {
        byte[] kept = content(document);
        if (!Sha256.of(kept).equals(sha256)) {
            throw new IllegalStateException("the kept text " + document + " is not the one that was sent out");
        }
        return kept;
    }

    private byte[] content(DocumentId document) {
        return documents.content(document).orElseThrow().content();
    }

    private DocumentId keep(Agreement agreement, String number, PaperKind kind, String state, byte[] file, PersonId actor) {
        return documents.store(new StoreDocument(agreement.application().value(), agreement.customer(), "SIGNED_AGREEMENT", fileName(number, kind, state), file),
                actor).id();
    }

    static String fileName(String number, PaperKind kind, String state) {
        String title = switch (kind) {
            case FACILITY_AGREEMENT -> "授信合同";
            case DECISION_LETTER -> "授信批复通知书";
            case GUARANTEE -> "保证合同";
            case MORTGAGE -> "抵押合同";
            case PLEDGE -> "质押合同";
        };
        return String.join("-", state == null ? List.of(title, number) : List.of(title, number, state)) + ".pdf";
    }

    private static String certificate(SigningKey key) {
        return key.certificate().getSubjectX500Principal().getName() + " · " + key.certificate().getSerialNumber().toString(16);
    }
}
