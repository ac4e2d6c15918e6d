package io.shouxin.testkit;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.Verdict;
import io.shouxin.contract.AgreementView;
import io.shouxin.contract.OfferView;
import io.shouxin.document.ChecklistItem;
import io.shouxin.document.ItemState;
import io.shouxin.document.ReceiveDocument;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.PersonId;
import io.shouxin.limit.ReservationView;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.origination.OtherGrant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/**
 * One application on its way, driven at the task list by the people whose turn it is. Each stage first does what comes before
 * it, unless that is done already.
 */
public final class ApplicationCase {

    /** The smallest file that passes for a PDF. */
    public static final byte[] PDF = ("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
            + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n")
            .getBytes(StandardCharsets.US_ASCII);

    private static final Map<String, String> TASK_OF = Map.of("manager", "user_decide-as-credit-manager",
            "senior", "user_decide-as-senior-credit-manager", "director", "user_decide-as-risk-director");

    private final Bank bank;
    private Firm firm = Firm.firm();
    private String amount = "1500000";
    private String judgement = "STRONG";
    private final List<Object> security = new ArrayList<>();
    private String entity;
    private String product = "WORKING_CAPITAL_LOAN";
    private String acknowledgement;
    private String applicantName = "陈一鸣";
    private CustomerId customer;
    private String applicant;
    private String number;
    private ProcessInstance process;

    ApplicationCase(Bank bank) {
        this.bank = bank;
    }

    public ApplicationCase of(Firm given) {
        firm = given;
        return this;
    }

    /** The firm of an earlier case, with its person, applies again. */
    public ApplicationCase ofTheFirmOf(ApplicationCase other) {
        firm = other.firm;
        customer = other.customer;
        applicant = other.applicant;
        return this;
    }

    /** Asked of that granting entity instead of the usual one. */
    public ApplicationCase at(String grantingEntity) {
        entity = grantingEntity;
        return this;
    }

    /** Asked for another product of the lending kind. */
    public ApplicationCase forProduct(String code) {
        product = code;
        return this;
    }

    /** The analyst has seen what other entities grant, and says why it is right all the same. */
    public ApplicationCase acknowledging(String reason) {
        acknowledgement = reason;
        return this;
    }

    public ApplicationCase by(String name) {
        applicantName = name;
        return this;
    }

    public ApplicationCase asking(String yuan) {
        amount = yuan;
        return this;
    }

    public ApplicationCase securedBy(String type, String description, String value) {
        security.add(Map.of("type", type, "description", description, "value", value));
        return this;
    }

    /** @param quality what the analyst finds: STRONG, ADEQUATE or WEAK */
    public ApplicationCase judged(String quality) {
        judgement = quality;
        return this;
    }

    /** The firm is in the register and its person can sign in; nothing is applied for. */
    public ApplicationCase known() {
        if (customer == null) {
            customer = bank.enter(firm);
            applicant = bank.loginFor(customer, applicantName);
        }
        return this;
    }

    /** Started: the long application waits to be filled in. */
    public ApplicationCase started() {
        known();
        if (number == null) {
            number = bank.hands.start(applicant, "credit-application", Forms.with(Forms.start(amount), "product", product, "grantingEntity", entity));
            process = bank.process(number, "credit-application");
        }
        return this;
    }

    /** Handed in: documents are asked for. */
    public ApplicationCase submitted() {
        started();
        if (isAt("user_complete-application")) {
            complete(applicant, "user_complete-application", applicationForm());
        }
        return this;
    }

    /** Every required document is uploaded and waits to be verified. */
    public ApplicationCase withDocumentsUploaded() {
        submitted();
        if (isAt("user_upload-documents")) {
            uploadWhatIsMissing();
            complete(applicant, "user_upload-documents", Map.of());
        }
        return this;
    }

    /** Every required document is accepted: the analyst enters data. */
    public ApplicationCase withDocuments() {
        withDocumentsUploaded();
        if (isAt("user_verify-documents")) {
            uploadBankPapers();
            complete("analyst", "user_verify-documents", verdicts());
        }
        return this;
    }

    /** Found qualified, rated, and a limit worked out; or ended there. */
    public ApplicationCase assessed() {
        withDocuments();
        if (isAt("user_enter-data")) {
            complete("analyst", "user_enter-data", Map.of());
            complete("analyst", "user_assess-qualification", qualification());
        }
        return this;
    }

    /** One officer or committee member says his word. */
    public ApplicationCase decidedBy(String officer, Verdict verdict) {
        assessed();
        complete(officer, TASK_OF.getOrDefault(officer, "user_vote-as-committee-member"), Forms.decision(verdict, proposal().sha256()));
        return this;
    }

    /** Approved at every tier it needs: the offer lies with the customer. */
    public ApplicationCase offered() {
        assessed();
        for (String officer : List.of("manager", "senior", "director")) {
            if (isAt(TASK_OF.get(officer))) {
                decidedBy(officer, Verdict.APPROVE);
            }
        }
        for (int member = 1; member <= 5 && isAt("user_vote-as-committee-member"); member++) {
            decidedBy("committee" + member, Verdict.APPROVE);
        }
        return this;
    }

    /** The offer is accepted: the agreement waits for signatures, or for the legal officer. */
    public ApplicationCase accepted() {
        offered();
        if (isAt("user_answer-offer")) {
            answer("ACCEPT", null);
        }
        return this;
    }

    /** @param answer ACCEPT, COUNTER or REFUSE */
    public ApplicationCase answer(String answer, String remark) {
        complete(applicant, "user_answer-offer", Forms.with(Map.of(), "offerId", offer().id().value(), "answer", answer, "remark", remark));
        return this;
    }

    public ApplicationCase signedByCustomer() {
        accepted();
        if (isAt("user_review-agreement")) {
            complete("legal", "user_review-agreement", Map.of("approved", true));
        }
        if (isAt("user_sign-as-customer")) {
            complete(applicant, "user_sign-as-customer", Forms.signature(bank.nameOf(applicant), agreement().documentSha256()));
        }
        return this;
    }

    /** Whoever gives security has signed by hand, if anybody does; no second officer has looked at it. */
    public ApplicationCase signedByProviders() {
        signedByCustomer();
        if (isAt("user_sign-as-guarantor")) {
            complete("rm", "user_sign-as-guarantor", Forms.with(Map.of(), "sign", true, "papers", agreement().papers().stream()
                    .filter(paper -> paper.waitsForProvider()).map(paper -> Map.of("paper", paper.id(), "fullName", "李担保", "documentSha256",
                            paper.documentSha256(), "paperCopy", scanOf(paper.document()).value())).toList()));
        }
        return this;
    }

    /** Signed by the customer, and by whoever gives security: by hand, and confirmed by a second officer. */
    public ApplicationCase signedByAllButTheBank() {
        signedByProviders();
        if (isAt("user_confirm-paper-copy")) {
            complete("legal", "user_confirm-paper-copy", Map.of("copies", copiesToConfirm().stream()
                    .map(paper -> Map.of("paper", paper, "same", true)).toList()));
        }
        return this;
    }

    /** Numbers of the papers whose hand-written signature no second officer has looked at. */
    public List<String> copiesToConfirm() {
        List<String> numbers = new ArrayList<>();
        if (agreement().signatures().stream().anyMatch(io.shouxin.contract.Signature::toConfirm)) {
            numbers.add(agreement().id().value());
        }
        agreement().papers().stream().filter(paper -> paper.signatures().stream().anyMatch(io.shouxin.contract.Signature::toConfirm))
                .forEach(paper -> numbers.add(paper.id()));
        return numbers;
    }

    /** Somebody signs a print of that file by hand, and the relationship manager uploads the scan. */
    public DocumentId scanOf(DocumentId sent) {
        return bank.documents.receive(new ReceiveDocument(number, "SIGNED_COPY", "手签.pdf", "application/pdf",
                bank.documents.content(sent).orElseThrow().content()), new PersonId("rm")).orElseThrow().id();
    }

    /** Signed by all; conditions precedent are open. */
    public ApplicationCase signed() {
        signedByAllButTheBank();
        if (isAt("user_sign-as-bank")) {
            complete("manager", "user_sign-as-bank", Forms.signature(bank.nameOf("manager"), agreement().documentSha256()));
        }
        return this;
    }

    /** At its end: the facility is active. */
    public ApplicationCase active() {
        signed();
        if (isAt("user_fulfil-conditions")) {
            complete("analyst", "user_fulfil-conditions", Map.of("conditions", agreement().conditions().stream().filter(open -> !open.fulfilled())
                    .map(condition -> Map.of("code", condition.code(), "remark", "已现场核实并留存影像")).toList()));
        }
        return this;
    }

    /** A person claims the task, hands in its form, and the automatic steps after it run. */
    public ApplicationCase complete(String person, String taskKey, Object form) {
        bank.hands.complete(person, number, taskKey, form);
        bank.hands.runSteps();
        return this;
    }

    /** A person claims a task and does not do it. */
    public Task claim(String person, String taskKey) {
        Task task = task(taskKey);
        bank.hands.as(person, () -> {
            bank.tasks.claim(task.getId(), person);
            return null;
        });
        return task(taskKey);
    }

    public Task task(String taskKey) {
        return bank.tasks.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(taskKey).list().get(0);
    }

    public void upload(String person, String kind, String fileName, byte[] content) {
        bank.documents.receive(new ReceiveDocument(number, kind, fileName, "application/pdf", content), new PersonId(person)).orElseThrow();
    }

    public void uploadWhatIsMissing() {
        outstanding().stream().filter(item -> !item.fromBank()).forEach(item -> upload(applicant, item.kind(), item.kind() + ".pdf", PDF));
    }

    public void uploadBankPapers() {
        outstanding().stream().filter(ChecklistItem::fromBank).forEach(item -> upload("analyst", item.kind(), item.kind() + ".pdf", PDF));
    }

    private List<ChecklistItem> outstanding() {
        return bank.documents.checklist(number).orElseThrow().items().stream()
                .filter(item -> item.required() && (item.state() == ItemState.MISSING || item.state() == ItemState.REJECTED)).toList();
    }

    /** Everything uploaded is accepted. */
    public Map<String, Object> verdicts() {
        return Map.of("verdicts", bank.documents.checklist(number).orElseThrow().items().stream()
                .filter(item -> item.state() == ItemState.UPLOADED).map(item -> Map.of("kind", item.kind(), "accepted", true)).toList());
    }

    public Map<String, Object> applicationForm() {
        return Forms.application(Forms.with(Forms.facility(amount, security), "product", product), firm.groupName());
    }

    /** Qualified, with the acknowledgement of what other entities grant, if there is one. */
    public Map<String, Object> qualification() {
        return Forms.with(Forms.qualification("QUALIFIED", judgement), "duplicates", acknowledgement == null ? null
                : Map.of("seen", bank.duplicates.found(id()).stream().map(OtherGrant::number).toList(), "reason", acknowledgement));
    }

    public ApplicationCase letPass(Duration time) {
        bank.letPass(time, number);
        return this;
    }

    public ApplicationCase withdraw() {
        bank.hands.as(applicant, () -> bank.applications.withdraw(id(), "另有安排", new PersonId(applicant)).orElseThrow());
        bank.hands.runSteps();
        return this;
    }

    public String number() {
        return number;
    }

    public ApplicationId id() {
        return new ApplicationId(number);
    }

    public CustomerId customer() {
        return customer;
    }

    public Firm firm() {
        return firm;
    }

    /** Login of the customer's person. */
    public String applicant() {
        return applicant;
    }

    /** The main process, also after its end. */
    public ProcessInstance process() {
        return process;
    }

    public ApplicationView view() {
        return bank.applications.find(id()).orElseThrow();
    }

    public ApplicationStatus status() {
        return view().status();
    }

    public CreditProposalView proposal() {
        return bank.underwriting.latest(id()).orElseThrow();
    }

    public List<ApprovalCaseView> approvals() {
        return bank.approvals.history("credit-application", number);
    }

    public OfferView offer() {
        return bank.offers.of(id()).get(0);
    }

    public AgreementView agreement() {
        return bank.signing.current(id()).orElseThrow();
    }

    public List<ReservationView> reservations() {
        return bank.ledger.reservationsFor(number);
    }

    public Set<String> openTasks() {
        return bank.hands.openTasks(number);
    }

    public boolean isAt(String taskKey) {
        return openTasks().contains(taskKey);
    }

    Bank bank() {
        return bank;
    }
}
