package io.shouxin.contract;

import io.shouxin.document.DocumentDesk;
import io.shouxin.identity.Person;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.origination.ApprovedTerms;
import io.shouxin.origination.Covenant;
import io.shouxin.origination.UnderwritingDesk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whose turn it is to sign, and what speaks against a signature: customer, then guarantors, then the bank (签署顺序). */
@Component
class SigningTurn {

    private final ContractPapers papers;
    private final DocumentDesk documents;
    private final UnderwritingDesk underwriting;
    private final BusinessClock clock;

    SigningTurn(ContractPapers papers, DocumentDesk documents, UnderwritingDesk underwriting, BusinessClock clock) {
        this.papers = papers;
        this.documents = documents;
        this.underwriting = underwriting;
        this.clock = clock;
    }

    Optional<Refusal> objection(Agreement agreement, SignatoryRole role) {
        return turn(agreement, role).or(() -> late(agreement, role)).or(() -> role == SignatoryRole.BANK ? outstanding(agreement) : Optional.empty())
                .or(() -> terms(agreement));
    }

    Optional<Refusal> objectionToRefusal(Agreement agreement, SignatoryRole role, Optional<Person> person) {
        return turn(agreement, role).or(() -> entitled(agreement, role, person) ? Optional.empty() : Optional.of(Refusal.of("NOT_A_SIGNATORY")));
    }

    private static Optional<Refusal> turn(Agreement agreement, SignatoryRole role) {
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

    /** The day limits customer and guarantors; the bank may still countersign what they signed in time. */
    private Optional<Refusal> late(Agreement agreement, SignatoryRole role) {
        boolean late = role != SignatoryRole.BANK && clock.today().isAfter(agreement.signBy());
        return late ? Optional.of(Refusal.of("SIGNING_EXPIRED").with("signBy", agreement.signBy())) : Optional.empty();
    }

    /** What has to be there before the bank signs. */
    private Optional<Refusal> outstanding(Agreement agreement) {
        List<ContractPaperView> all = papers(agreement);
        Optional<ContractPaperView> unsigned = all.stream().filter(ContractPaperView::waitsForProvider).findFirst();
        if (unsigned.isPresent()) {
            return Optional.of(Refusal.of("GUARANTOR_OUTSTANDING").with("paper", unsigned.get().id()));
        }
        return Stream.concat(agreement.signatures().stream(), all.stream().flatMap(paper -> paper.signatures().stream())).anyMatch(Signature::toConfirm)
                ? Optional.of(Refusal.of("PAPER_COPY_NOT_CONFIRMED")) : Optional.empty();
    }

    /** What is signed must be what is approved now. */
    private Optional<Refusal> terms(Agreement agreement) {
        Outcome<ApprovedTerms> now = underwriting.approvedTerms(agreement.application());
        return now.isDone() ? TermsDifference.between(now.orElseThrow(), agreement.frozen().approved(), "TERMS_DIFFER").or(() -> covenants(agreement))
                : Optional.of(now.refusals().get(0));
    }

    /** Contracted covenants are the approved ones; target and days of grace may be those that were conceded in the offer, nothing else. */
    private static Optional<Refusal> covenants(Agreement agreement) {
        FrozenTerms frozen = agreement.frozen();
        if (frozen.sheet() == null || frozen.approved().covenants() == null) {
            return Optional.empty();
        }
        Map<String, Covenant> contracted = frozen.sheet().tested().stream().collect(Collectors.toMap(Covenant::code, Function.identity()));
        List<Covenant> conceded = frozen.approved().covenants().stream().filter(approved -> contracted.containsKey(approved.code()))
                .map(approved -> approved.with(contracted.get(approved.code()).target(), contracted.get(approved.code()).graceDays())).toList();
        return conceded.size() < frozen.approved().covenants().size()
                ? TermsDifference.between(frozen.approved().covenants(), frozen.sheet().tested(), "TERMS_DIFFER")
                : TermsDifference.between(conceded, frozen.sheet().tested(), "TERMS_DIFFER");
    }

    Optional<Refusal> objection(Agreement agreement, SignAgreement wish, Optional<Person> person) {
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
        boolean named = recorded || wish.paperCopy() != null ? isName(wish.fullName())
                : ReturnedPapers.plain(wish.fullName()).equals(ReturnedPapers.plain(person.get().displayName()));
        return named ? Optional.empty() : Optional.of(Refusal.of("NAME_MISMATCH").at("fullName"));
    }

    Optional<Refusal> objection(Agreement agreement, ContractPaper paper, SignContractPaper wish, Optional<Person> person) {
        if (person.filter(Person::worksOnCredits).isEmpty()) {
            return Optional.of(Refusal.of("NOT_A_CREDIT_OFFICER"));
        }
        if (!paper.view().waitsForProvider()) {
            return Optional.of(Refusal.of("ALREADY_SIGNED").with("agreement", paper.id()));
        }
        if (!paper.documentSha256().equals(wish.documentSha256())) {
            return Optional.of(Refusal.of("WRONG_DOCUMENT").at("documentSha256"));
        }
        if (wish.returned() == null) {
            return Optional.of(Refusal.of("PAPER_COPY_NEEDED").at("paperCopy"));
        }
        if (!isEvidence(wish.returned(), agreement)) {
            return Optional.of(Refusal.of("EVIDENCE_UNKNOWN").at("paperCopy").with("document", wish.returned()));
        }
        return isName(wish.fullName()) ? Optional.empty() : Optional.of(Refusal.of("NAME_MISMATCH").at("fullName"));
    }

    /** The same where he comes himself: his paper, his name, the text he was shown. */
    Optional<Refusal> objection(Agreement agreement, ContractPaper paper, SignContractPaper wish, Guarantor guarantor) {
        if (!paper.view().waitsForProvider()) {
            return Optional.of(Refusal.of("ALREADY_SIGNED").with("agreement", paper.id()));
        }
        if (!paper.documentSha256().equals(wish.documentSha256())) {
            return Optional.of(Refusal.of("WRONG_DOCUMENT").at("documentSha256"));
        }
        if (wish.returned() != null && !isEvidence(wish.returned(), agreement)) {
            return Optional.of(Refusal.of("EVIDENCE_UNKNOWN").at("paperCopy").with("document", wish.returned()));
        }
        return ReturnedPapers.plain(wish.fullName()).equals(ReturnedPapers.plain(guarantor.name())) ? Optional.empty()
                : Optional.of(Refusal.of("NAME_MISMATCH").at("fullName"));
    }

    /** Whether this is a document somebody brought for the agreement's customer. */
    boolean isEvidence(DocumentId id, Agreement agreement) {
        return documents.find(id).filter(document -> document.customer().equals(agreement.customer()) && !document.generated()).isPresent();
    }

    private List<ContractPaperView> papers(Agreement agreement) {
        return papers.findByAgreementIdOrderByLine(agreement.id().value()).stream().map(ContractPaper::view).toList();
    }

    private static boolean isName(String fullName) {
        String plain = ReturnedPapers.plain(fullName);
        return plain.codePointCount(0, plain.length()) >= 2;
    }

    /** Whoever speaks for this side and has not signed, recorded or confirmed for the other. */
    private static boolean entitled(Agreement agreement, SignatoryRole role, Optional<Person> person) {
        boolean speaks = person.filter(signatory -> role == SignatoryRole.BANK ? Signatories.signsForBank(signatory)
                : Signatories.speaksFor(signatory, agreement.customer())).isPresent();
        boolean signedBefore = agreement.signatures().stream().anyMatch(signature -> person.map(signatory -> signatory.id().value())
                .filter(login -> login.equals(signature.signedBy()) || login.equals(signature.confirmedBy())).isPresent());
        return speaks && (role == SignatoryRole.GUARANTOR || !signedBefore);
    }
}
