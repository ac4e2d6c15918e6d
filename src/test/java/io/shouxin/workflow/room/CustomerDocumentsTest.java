package io.shouxin.workflow.room;

import static io.shouxin.testkit.CaseAssert.assertThat;
import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.approval.ApprovalAct;
import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.Verb;
import io.shouxin.approval.Verdict;
import io.shouxin.creditroom.RoomDesk;
import io.shouxin.document.ChecklistItem;
import io.shouxin.document.HostileFiles;
import io.shouxin.document.ItemState;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.PersonId;
import io.shouxin.notification.MailDelivery;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.MailServer;
import io.shouxin.testkit.ProcessTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An approver asks the customer for documents: by task where he has a login, by a link into his room where he has none. */
@ApplicationTest
@ProcessTest
class CustomerDocumentsTest {

    private static final String FIRST = "user_decide-as-credit-manager";
    private static final String BRING = "user_bring-documents-as-customer";
    private static int number;

    @Autowired
    private Bank bank;
    @Autowired
    private MailDelivery delivery;
    @Autowired
    private MailServer mail;
    @Autowired
    private RoomDesk rooms;
    @Autowired
    private JdbcClient jdbc;
    @LocalServerPort
    private int port;

    private final String address = "asked" + System.identityHashCode(this) + "." + ++number + "@firm.example";
    private RoomStage stage;

    @BeforeEach
    void noAttemptsYet() {
        jdbc.sql("DELETE FROM room_attempt").update();
        stage = new RoomStage(bank, delivery, mail, port);
    }

    @Test
    void whoHasALoginBringsThemInHisTaskListAndTheCaseComesBackToWhoAsked() {
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        file.complete("manager", FIRST, asking(file.proposal().sha256(), "CUSTOMER", 10, List.of(wanted("FURTHER_DOCUMENT", "请提供最近三个月的主要订单"),
                wanted("BUSINESS_LICENCE", "执照影印件不清晰"))));
        assertThat(file).waitsAt(BRING).holdsItsLimit().hasToldTheCustomer("DOCUMENTS_ASKED", 1);
        assertThat(file.task(BRING).getAssignee()).isEqualTo(file.applicant());
        ChecklistItem licence = stage.item(file.number(), "BUSINESS_LICENCE");
        assertThat(licence.state()).isEqualTo(ItemState.REJECTED);
        assertThat(licence.reason()).isEqualTo("执照影印件不清晰");
        assertThat(licence.judgedBy()).as("who sits in the approval the customer does not learn").isNull();

        assertThatThrownBy(() -> file.complete("analyst", BRING, Map.of())).isInstanceOf(AuthorizationException.class);
        assertThat(codesOf(() -> file.complete(file.applicant(), BRING, Map.of()))).containsExactlyInAnyOrder(
                "DOCUMENT_OUTSTANDING at documents.FURTHER_DOCUMENT", "DOCUMENT_OUTSTANDING at documents.BUSINESS_LICENCE");
        file.upload(file.applicant(), "FURTHER_DOCUMENT", "订单.pdf", ApplicationCase.PDF);
        file.upload(file.applicant(), "BUSINESS_LICENCE", "执照.pdf", ApplicationCase.PDF);
        file.complete(file.applicant(), BRING, Map.of());

        assertThat(file).waitsAt(FIRST).holdsItsLimit();
        assertThat(file.task(FIRST).getAssignee()).isEqualTo("manager");
        assertThat(inbox("manager", file.number())).contains("CUSTOMER_DOCUMENTS_BROUGHT");
        assertThat(stage.item(file.number(), "FURTHER_DOCUMENT").asked()).isFalse();
        assertThat(approval(file).history()).extracting(ApprovalAct::verb).containsExactly(Verb.ASK_FOR_DOCUMENTS, Verb.BRING_DOCUMENTS);
        assertThat(bank.audit.of(file.number())).extracting("act").contains("DOCUMENTS_ASKED", "DOCUMENTS_NO_LONGER_ASKED");
        file.decidedBy("manager", Verdict.APPROVE);
        assertThat(file).waitsAt("user_answer-offer");
    }

    @Test
    void whoHasNoLoginComesByTheLinkInHisMailAndSeesWhyEachIsWanted() {
        String file = stage.appliedFor(List.of());
        stage.invite(file, address);
        RoomVisitor visitor = stage.inside(address);
        stage.untilTheApproval(file, visitor);
        bank.hands.complete("manager", file, FIRST, asking(stage.proposalHash(file), "CUSTOMER", 5, List.of(wanted("FURTHER_DOCUMENT", "请提供主要订单"))));
        bank.hands.runSteps();

        assertThat(stage.lastMail(address)).contains("我们需要您补充资料", "/room/#");
        RoomVisitor again = stage.inside(address);
        assertThat(again.room().get("waiting").get(0).get("key").asText()).isEqualTo(BRING);
        assertThat(again.room().get("waiting").get(0).get("due").asText()).isNotEmpty();
        assertThat(again.get("v1/applications/" + file + "/checklist").body()).contains("请提供主要订单").doesNotContain("\"judgedBy\":\"manager\"");

        assertThat(again.post("api/tasks/" + BRING, Map.of()).code()).isEqualTo("DOCUMENT_OUTSTANDING");
        assertThat(again.upload(file, "FURTHER_DOCUMENT", "订单.pdf", "application/pdf", HostileFiles.of("pdf that runs a script")).code()).isEqualTo("FILE_HAS_SCRIPT");
        assertThat(again.post("api/tasks/" + BRING, Map.of()).code()).as("what did not pass the check does not count").isEqualTo("DOCUMENT_OUTSTANDING");
        assertThat(again.upload(file, "FURTHER_DOCUMENT", "订单.pdf", "application/pdf", ApplicationCase.PDF).status()).isEqualTo(201);
        assertThat(again.post("api/tasks/" + BRING, Map.of()).status()).isEqualTo(204);
        assertThat(again.post("api/tasks/" + BRING, Map.of()).code()).isEqualTo("TASK_GONE");
        bank.hands.runSteps();
        assertThat(bank.hands.openTasks(file)).containsExactly(FIRST);
    }

    @Test
    void whoLetsTheTimePassIsRemindedBeforeAndTheApproverHearsOfIt() {
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        file.complete("manager", FIRST, asking(file.proposal().sha256(), "CUSTOMER", 5, List.of(wanted("FURTHER_DOCUMENT", "请提供主要订单"))));
        file.letPass(Duration.ofDays(4));
        assertThat(file).waitsAt(BRING).hasToldTheCustomer("DOCUMENTS_REMINDER", 1);

        file.letPass(Duration.ofDays(8));
        assertThat(file).waitsAt(FIRST).holdsItsLimit().hasPassed("boundary_request-lapsed");
        assertThat(file.task(FIRST).getAssignee()).isEqualTo("manager");
        assertThat(inbox("manager", file.number())).contains("CUSTOMER_DOCUMENTS_LAPSED");
        assertThat(approval(file).history()).extracting(ApprovalAct::verb).containsExactly(Verb.ASK_FOR_DOCUMENTS, Verb.LAPSE);
        assertThat(stage.item(file.number(), "FURTHER_DOCUMENT").asked()).isFalse();
        file.decidedBy("manager", Verdict.APPROVE);
        assertThat(file).waitsAt("user_answer-offer");
    }

    @Test
    void aWithdrawnApplicationEndsTheRequest() {
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        file.complete("manager", FIRST, asking(file.proposal().sha256(), "CUSTOMER", 5, List.of(wanted("FURTHER_DOCUMENT", "请提供主要订单"))));
        file.withdraw();

        assertThat(file).isOver().hasReleasedItsLimit();
        assertThat(stage.item(file.number(), "FURTHER_DOCUMENT").asked()).isFalse();
        assertThat(inbox("manager", file.number())).doesNotContain("CUSTOMER_DOCUMENTS_LAPSED", "CUSTOMER_DOCUMENTS_BROUGHT");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
        "no document              | DOCUMENTS_TO_ASK_MISSING at documents.items",
        "no reason                | ASKED_DOCUMENT_NEEDS_REASON at documents.items[0].reason",
        "reason too long          | REASON_TOO_LONG at documents.items[0].reason",
        "unheard-of kind          | UNKNOWN_DOCUMENT_KIND at documents.items[0].kind",
        "the bank's own paper     | UNKNOWN_DOCUMENT_KIND at documents.items[0].kind",
        "the same kind twice      | DOCUMENT_ASKED_TWICE at documents.items[1].kind",
        "no days                  | DOCUMENT_DAYS_OUT_OF_RANGE at documents.days",
        "31 days                  | DOCUMENT_DAYS_OUT_OF_RANGE at documents.days",
        "another proposal         | PROPOSAL_CHANGED"})
    void aRequestThatCannotBeMeantIsRefusedAndNothingIsAsked(String fault, String refusal) {
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        Map<String, Object> good = wanted("FURTHER_DOCUMENT", "请提供主要订单");
        List<Map<String, Object>> items = switch (fault) {
            case "no document" -> List.of();
            case "no reason" -> List.of(wanted("FURTHER_DOCUMENT", " "));
            case "reason too long" -> List.of(wanted("FURTHER_DOCUMENT", "长".repeat(501)));
            case "unheard-of kind" -> List.of(wanted("HOROSCOPE", "请提供"));
            case "the bank's own paper" -> List.of(wanted("SITE_VISIT_REPORT", "请提供"));
            case "the same kind twice" -> List.of(good, good);
            default -> List.of(good);
        };
        int days = fault.equals("no days") ? 0 : fault.equals("31 days") ? 31 : 10;
        String hash = fault.equals("another proposal") ? "0".repeat(64) : file.proposal().sha256();

        assertThat(codesOf(() -> file.complete("manager", FIRST, asking(hash, "CUSTOMER", days, items)))).containsExactly(refusal);
        assertThat(file).waitsAt(FIRST).hasToldTheCustomer("DOCUMENTS_ASKED", 0);
        assertThat(bank.documents.checklist(file.number()).orElseThrow().items()).noneMatch(ChecklistItem::asked);
    }

    @Test
    void whereNobodyOfTheCustomersCanBeReachedOnlyTheBankIsAsked() {
        String file = stage.appliedFor(List.of());
        stage.invite(file, address);
        stage.untilTheApproval(file, stage.inside(address));
        bank.hands.as("rm", () -> {
            rooms.revoke(new ApplicationId(file), new PersonId("rm"));
            return null;
        });
        String hash = stage.proposalHash(file);
        String approvalCase = bank.approvals.history("credit-application", file).get(0).id().value();
        Browser manager = Browser.program(port, "manager", "shouxin-demo", "zh-CN");
        assertThat(manager.get("/api/v1/approval-cases/" + approvalCase + "/acts").body()).contains("\"customerNotAsked\":\"无法");
        Browser.Answer refused = manager.post("/api/v1/approval-cases/" + approvalCase + "/acts", Map.of("act", "ASK_FOR_DOCUMENTS", "proposalHash", hash,
                "documents", Map.of("from", "CUSTOMER", "items", List.of(wanted("FURTHER_DOCUMENT", "请提供")))));
        assertThat(refused.code()).isEqualTo("CUSTOMER_NOT_REACHABLE");
        assertThat(manager.post("/api/v1/approval-cases/" + approvalCase + "/acts", Map.of("act", "ASK_FOR_DOCUMENTS", "proposalHash", hash,
                "reason", "请提供订单", "documents", Map.of("from", "BANK"))).status()).isEqualTo(204);
        bank.hands.runSteps();
        assertThat(bank.hands.openTasks(file)).containsExactly("user_bring-documents");
    }

    private static Map<String, Object> asking(String hash, String from, int days, List<Map<String, Object>> items) {
        return Forms.with(Map.of("verdict", "ASK_FOR_DOCUMENTS", "proposalHash", hash), "documents", Map.of("from", from, "days", days, "items", items));
    }

    private static Map<String, Object> wanted(String kind, String reason) {
        return Map.of("kind", kind, "reason", reason);
    }

    private List<String> inbox(String officer, String subject) {
        return bank.messages.inbox(new PersonId(officer)).stream().filter(message -> message.subject().equals(subject)).map(message -> message.code()).toList();
    }

    private static ApprovalCaseView approval(ApplicationCase file) {
        return file.approvals().get(file.approvals().size() - 1);
    }
}
