package io.shouxin.workflow.walk;

import io.shouxin.contract.AgreementView;
import io.shouxin.contract.OfferDesk;
import io.shouxin.contract.OfferView;
import io.shouxin.contract.SigningDesk;
import io.shouxin.document.ChecklistItem;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.ItemState;
import io.shouxin.document.ReceiveDocument;
import io.shouxin.identity.People;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.PersonId;
import io.shouxin.origination.UnderwritingDesk;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the demo people write into the forms of a case, whatever the case is about; the papers they hand in with them stand in the case. */
@Component
public class FilledForms {

    private static final byte[] PAPER = ("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
            + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n")
            .getBytes(StandardCharsets.US_ASCII);

    private final DocumentDesk documents;
    private final UnderwritingDesk underwriting;
    private final OfferDesk offers;
    private final SigningDesk signing;
    private final People people;

    FilledForms(DocumentDesk documents, UnderwritingDesk underwriting, OfferDesk offers, SigningDesk signing, People people) {
        this.documents = documents;
        this.underwriting = underwriting;
        this.offers = offers;
        this.signing = signing;
        this.people = people;
    }

    /** A paper of one kind is handed in. */
    public void handIn(ApplicationId id, String kind, PersonId person) {
        documents.receive(new ReceiveDocument(id.value(), kind, kind + ".pdf", "application/pdf", PAPER), person).orElseThrow();
    }

    /** Every paper the customer still owes is handed in. */
    public void handInWhatIsMissing(ApplicationId id, PersonId person) {
        for (ItemState state : List.of(ItemState.MISSING, ItemState.REJECTED)) {
            items(id, state).forEach(item -> handIn(id, item.kind(), person));
        }
    }

    /** Every paper handed in is accepted. */
    public Object verdicts(ApplicationId id) {
        return Map.of("verdicts", items(id, ItemState.UPLOADED).stream().map(item -> Map.of("kind", item.kind(), "accepted", true)).toList());
    }

    /** What an approver does with the proposal as it lies before him. */
    public Map<String, Object> decision(ApplicationId id, String verdict, String reasonCode, String comment) {
        Map<String, Object> form = new LinkedHashMap<>(Map.of("verdict", verdict, "reasonCode", reasonCode, "comment", comment));
        form.put("proposalHash", underwriting.latest(id).orElseThrow().sha256());
        return form;
    }

    /** The customer's answer to the open offer. */
    public Object answer(ApplicationId id, String answer, String remark) {
        OfferView offer = offers.of(id).stream().filter(OfferView::isOpen).findFirst().orElseThrow();
        return Map.of("offerId", offer.id(), "answer", answer, "remark", remark);
    }

    /** The customer has signed by hand, and the scan is handed in. */
    public Object signatureByHand(ApplicationId id, String name, PersonId recorder) {
        AgreementView agreement = agreement(id);
        String scan = documents.receive(new ReceiveDocument(id.value(), DocumentDesk.SIGNED_COPY, "手签合同.pdf", "application/pdf",
                documents.content(agreement.document()).orElseThrow().content()), recorder).orElseThrow().id().value();
        return Map.of("sign", true, "fullName", name, "documentSha256", agreement.documentSha256(), "paperCopy", scan);
    }

    /** What was signed by hand is what was sent out. */
    public Object sameCopy(ApplicationId id) {
        return Map.of("copies", List.of(Map.of("paper", agreement(id).id().value(), "same", true)));
    }

    /** The bank signs. */
    public Object signatureOfBank(ApplicationId id, String officer) {
        return Map.of("sign", true, "fullName", people.find(new PersonId(officer)).orElseThrow().displayName(),
                "documentSha256", agreement(id).documentSha256());
    }

    /** All conditions precedent are met. */
    public Object conditionsMet(ApplicationId id) {
        return Map.of("conditions", agreement(id).conditions().stream().filter(condition -> !condition.fulfilled())
                .map(condition -> Map.of("code", condition.code(), "remark", "已核实并留存影像")).toList());
    }

    private AgreementView agreement(ApplicationId id) {
        return signing.current(id).orElseThrow();
    }

    private List<ChecklistItem> items(ApplicationId id, ItemState state) {
        return documents.checklist(id.value()).orElseThrow().items().stream()
                .filter(item -> item.state() == state && (item.required() || state == ItemState.UPLOADED)).toList();
    }
}
