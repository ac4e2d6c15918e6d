package io.shouxin.workflow.walk;

import io.shouxin.approval.Verdict;
import io.shouxin.contract.AgreementView;
import io.shouxin.contract.OfferDesk;
import io.shouxin.contract.OfferView;
import io.shouxin.contract.SigningDesk;
import io.shouxin.customer.CustomerView;
import io.shouxin.document.ChecklistItem;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.ItemState;
import io.shouxin.document.ReceiveDocument;
import io.shouxin.identity.People;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.PersonId;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.origination.FacilityKind;
import io.shouxin.origination.OpenApplication;
import io.shouxin.origination.UnderwritingDesk;
import io.shouxin.rating.Grade;
import io.shouxin.workflow.engine.EngineClock;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Walks a customer through the whole process as the demo people would: a relationship manager stands in for the
 * customer, each officer does his task a day or two after it came. What the people answer is fixed and fair: they
 * approve what is at least {@link Grade#FAIR} and decline what is weaker.
 */
@Component
class Walk {

    private static final String PRODUCT = "WORKING_CAPITAL_LOAN";
    private static final String STAND_IN = "rm";
    private static final byte[] PAPER = ("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
            + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n")
            .getBytes(StandardCharsets.US_ASCII);
    private static final Map<String, String> OFFICERS = Map.of(
            "user_verify-documents", "analyst", "user_enter-data", "analyst", "user_assess-qualification", "analyst",
            "user_decide-as-credit-manager", "manager", "user_decide-as-senior-credit-manager", "senior",
            "user_decide-as-risk-director", "director", "user_sign-as-bank", "manager", "user_fulfil-conditions", "analyst",
            "user_confirm-paper-copy", "legal");

    private final Hands hands;
    private final EngineClock clock;
    private final ApplicationDesk applications;
    private final UnderwritingDesk underwriting;
    private final DocumentDesk documents;
    private final OfferDesk offers;
    private final SigningDesk signing;
    private final People people;

    Walk(Hands hands, EngineClock clock, ApplicationDesk applications, UnderwritingDesk underwriting, DocumentDesk documents,
            OfferDesk offers, SigningDesk signing, People people) {
        this.hands = hands;
        this.clock = clock;
        this.applications = applications;
        this.underwriting = underwriting;
        this.documents = documents;
        this.offers = offers;
        this.signing = signing;
        this.people = people;
    }

    /**
     * @param amount asked for, in yuan
     * @return the application, at its end or where it waits for a fact nobody has
     */
    ApplicationId walk(CustomerView customer, BigDecimal amount) {
        String number = hands.start(STAND_IN, "credit-application",
                OpenApplication.of(customer.id(), FacilityKind.LENDING, PRODUCT, amount));
        ApplicationId id = new ApplicationId(number);
        hands.complete(STAND_IN, number, "user_complete-application", application(amount));
        Set<String> done = new HashSet<>();
        hands.runSteps();
        for (Optional<String> next = next(number); next.isPresent(); next = next(number)) {
            clock.moveOn(Duration.ofDays(1));
            if (next.get().equals("user_enter-data") && !done.add("user_enter-data")) {
                giveUp(id);
            } else {
                act(id, next.get());
            }
            hands.runSteps();
        }
        return id;
    }

    /** Facts are missing that nobody can supply: the customer takes the application back. */
    private void giveUp(ApplicationId id) {
        hands.as(STAND_IN, () -> applications.withdraw(id, "缺少评级所需资料", new PersonId(STAND_IN)).orElseThrow());
    }

    private Optional<String> next(String number) {
        return hands.openTasks(number).stream().findFirst();
    }

    private void act(ApplicationId id, String taskKey) {
        String number = id.value();
        switch (taskKey) {
            case "user_upload-documents" -> upload(id);
            case "user_vote-as-committee-member" -> {
                for (String member : hands.assignees(number, taskKey)) {
                    hands.complete(member, number, taskKey, decision(id));
                }
            }
            case "user_answer-offer" -> {
                OfferView offer = offers.of(id).stream().filter(OfferView::isOpen).findFirst().orElseThrow();
                hands.complete(STAND_IN, number, taskKey, Map.of("offerId", offer.id(), "answer", "ACCEPT"));
            }
            case "user_sign-as-customer" -> {
                AgreementView agreement = signing.current(id).orElseThrow();
                String scan = documents.receive(new ReceiveDocument(number, DocumentDesk.SIGNED_COPY, "手签合同.pdf", "application/pdf",
                        documents.content(agreement.document()).orElseThrow().content()),
                        new PersonId(STAND_IN)).orElseThrow().id().value();
                hands.complete(STAND_IN, number, taskKey, Map.of("sign", true, "fullName", "法定代表人",
                        "documentSha256", agreement.documentSha256(), "paperCopy", scan));
            }
            default -> hands.complete(OFFICERS.get(taskKey), number, taskKey, form(id, taskKey));
        }
    }

    private Object form(ApplicationId id, String taskKey) {
        return switch (taskKey) {
            case "user_verify-documents" -> Map.of("verdicts", items(id, ItemState.UPLOADED).stream()
                    .map(item -> Map.of("kind", item.kind(), "accepted", true)).toList());
            case "user_enter-data" -> Map.of();
            case "user_assess-qualification" -> Map.of("verdict", "QUALIFIED", "opinion", "资料齐全,按规定评级。",
                    "assessment", Map.of("managementQuality", "ADEQUATE", "marketPosition", "ADEQUATE", "industryOutlook", "ADEQUATE",
                            "siteVisit", "ADEQUATE", "opinion", "按行业一般水平评价。"));
            case "user_sign-as-bank" -> Map.of("sign", true, "fullName", name(OFFICERS.get(taskKey)),
                    "documentSha256", signing.current(id).orElseThrow().documentSha256());
            case "user_confirm-paper-copy" -> Map.of("copies", List.of(Map.of("paper", signing.current(id).orElseThrow().id().value(), "same", true)));
            case "user_fulfil-conditions" -> Map.of("conditions", signing.current(id).orElseThrow().conditions().stream()
                    .filter(condition -> !condition.fulfilled())
                    .map(condition -> Map.of("code", condition.code(), "remark", "已核实并留存影像")).toList());
            default -> decision(id);
        };
    }

    private Map<String, Object> decision(ApplicationId id) {
        CreditProposalView proposal = underwriting.latest(id).orElseThrow();
        boolean weak = Grade.valueOf(proposal.grade()).isWeakerThan(Grade.FAIR);
        return Map.of("verdict", weak ? Verdict.DECLINE : Verdict.APPROVE, "reasonCode", weak ? "REPAYMENT_ABILITY" : "",
                "comment", weak ? "等级偏低,不予授信。" : "同意。", "proposalHash", proposal.sha256());
    }

    private void upload(ApplicationId id) {
        for (ItemState state : List.of(ItemState.MISSING, ItemState.REJECTED)) {
            for (ChecklistItem item : items(id, state)) {
                documents.receive(new ReceiveDocument(id.value(), item.kind(), item.kind() + ".pdf", "application/pdf", PAPER),
                        new PersonId(STAND_IN)).orElseThrow();
            }
        }
        hands.complete(STAND_IN, id.value(), "user_upload-documents", Map.of());
    }

    private List<ChecklistItem> items(ApplicationId id, ItemState state) {
        return documents.checklist(id.value()).orElseThrow().items().stream()
                .filter(item -> item.state() == state && (item.required() || state == ItemState.UPLOADED)).toList();
    }

    private String name(String person) {
        return people.find(new PersonId(person)).orElseThrow().displayName();
    }

    private static Map<String, Object> application(BigDecimal amount) {
        return Map.of("facilities", List.of(Map.of("kind", "LENDING", "product", PRODUCT, "amount", amount.toPlainString(),
                        "currency", "CNY", "tenorMonths", 12, "purpose", "补充日常经营周转资金")),
                "policyAccepted", true, "creditReportAuthorised", true,
                "operating", Map.of("businessModel", "按发票流水识别的经营业务", "mainProducts", "见发票明细"));
    }
}
