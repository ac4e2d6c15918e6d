package io.shouxin.workflow.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.creditroom.Acceptances;
import io.shouxin.creditroom.Declaration;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.notification.MailDelivery;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.origination.FacilityKind;
import io.shouxin.origination.OpenApplication;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Firm;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.MailServer;
import io.shouxin.testkit.ProcessTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A prospective customer fills in the long application in his room, over several visits, and what he accepts is kept for him as a person. */
@ApplicationTest
@ProcessTest
class RoomApplicationTest {

    private static final String COMPLETE = "user_complete-application";
    private static int number;

    @Autowired
    private Bank bank;
    @Autowired
    private MailDelivery delivery;
    @Autowired
    private MailServer mail;
    @Autowired
    private Acceptances acceptances;
    @Autowired
    private JdbcClient jdbc;
    @LocalServerPort
    private int port;

    private final String address = "prospect" + System.identityHashCode(this) + "." + ++number + "@firm.example";
    private RoomStage stage;

    @BeforeEach
    void noAttemptsYet() {
        jdbc.sql("DELETE FROM room_attempt").update();
        stage = new RoomStage(bank, delivery, mail, port);
    }

    @Test
    void writesADraftComesBackAndHandsTheApplicationInWithTheSameChecks() {
        String file = begun();
        RoomVisitor visitor = stage.inside(address);
        assertThat(visitor.room().get("waiting").get(0).get("key").asText()).isEqualTo(COMPLETE);
        String draft = "v1/applications/" + file + "/draft";
        assertThat(visitor.put(draft, Map.of("groupName", "早")).status()).as("before the policy is accepted").isEqualTo(404);
        assertThat(visitor.post("api/tasks/" + COMPLETE, form("1500000")).code()).isEqualTo("ROOM_POLICY_FIRST");
        visitor.acceptPolicy();
        JsonNode begun = visitor.get("api/application").json();
        assertThat(begun.get("product").asText()).isEqualTo("WORKING_CAPITAL_LOAN");
        assertThat(begun.get("products").get(0).get("label").asText()).matches(".*\\p{IsHan}.*");
        assertThat(visitor.put(draft, Map.of("facilities", List.of(Map.of("amount", "12")), "groupName", "明天接着填")).status()).isEqualTo(200);
        visitor.post("api/exit", Map.of());

        visitor.post("api/fresh-link", Map.of("link", invitation(file)));
        RoomVisitor again = stage.inside(address);
        assertThat(again.get("api/application").json().get("draft").get("groupName").asText()).isEqualTo("明天接着填");
        assertThat(again.post("api/tasks/" + COMPLETE, form("1500000")).code()).isEqualTo("ROOM_AUTHORISATION_FIRST");
        assertThat(again.post("api/report-authorisation", Map.of("accepted", false, "policyHash", "")).code()).isEqualTo("ROOM_DECLARATION_NOT_ACCEPTED");
        assertThat(again.post("api/report-authorisation", Map.of("accepted", true, "policyHash", again.room().get("reportHash").asText())).status()).isEqualTo(204);
        RoomVisitor.Answer refused = again.post("api/tasks/" + COMPLETE, Forms.with(form("-5"), "creditReportAuthorised", false));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("facilities[0].amount", "creditReportAuthorised");
        assertThat(bank.applications.find(new ApplicationId(file)).orElseThrow().status()).isEqualTo(ApplicationStatus.DRAFT);

        assertThat(again.post("api/tasks/" + COMPLETE, form("1800000")).status()).isEqualTo(204);
        bank.hands.runSteps();
        assertThat(bank.hands.openTasks(file)).containsExactly("user_upload-documents");
        assertThat(bank.applications.find(new ApplicationId(file)).orElseThrow().requested().amount()).isEqualByComparingTo("1800000");
        assertThat(again.post("api/tasks/" + COMPLETE, form("1800000")).code()).isEqualTo("TASK_GONE");
        assertThat(again.put(draft, Map.of("groupName", "晚")).code()).isEqualTo("ALREADY_SUBMITTED");
        assertThat(bank.audit.of(file)).extracting("act").contains("APPLICANT_APPOINTED", "CREDIT_POLICY_ACCEPTED", "CREDIT_REPORT_ACCEPTED",
                "APPLICATION_SUBMITTED", "ROOM_ACT_REFUSED");
    }

    @Test
    void whatAPersonAcceptedIsKeptWithItsTextAndHoldsForHisNextInvitationButNotForANewText() {
        String file = begun();
        RoomVisitor visitor = stage.inside(address);
        String shown = visitor.room().get("policyHash").asText();
        assertThat(visitor.post("api/policy-acceptance", Map.of("accepted", true, "policyHash", "0".repeat(64))).code()).isEqualTo("ROOM_DECLARATION_NOT_ACCEPTED");
        visitor.acceptPolicy();
        visitor.acceptPolicy();
        assertThat(acceptances.of(new ApplicationId(file))).singleElement().satisfies(one -> {
            assertThat(one.declaration()).isEqualTo(Declaration.CREDIT_POLICY);
            assertThat(one.version()).isEqualTo("2026.1");
            assertThat(one.sha256()).isEqualTo(shown);
            assertThat(one.person()).isEqualTo(bank.applications.find(new ApplicationId(file)).orElseThrow().applicant());
            assertThat(one.at()).isNotNull();
        });
        assertThat(jdbc.sql("SELECT accepted_text FROM room_acceptance WHERE application_id = ?").param(file).query(String.class).single()).contains("授信政策");

        stage.invite(file, address);
        RoomVisitor second = stage.inside(address);
        assertThat(second.room().hasNonNull("policyAcceptedAt")).as("the same person by a new invitation").isTrue();
        jdbc.sql("UPDATE room_acceptance SET text_version = '2025.1' WHERE application_id = ?").param(file).update();
        assertThat(second.room().hasNonNull("policyAcceptedAt")).as("a new version of the text").isFalse();
        assertThat(second.post("api/tasks/" + COMPLETE, form("1500000")).code()).isEqualTo("ROOM_POLICY_FIRST");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"no JSON, FORM_MALFORMED", "a field nobody knows, FORM_MALFORMED", "200 KB of draft, DRAFT_TOO_LONG"})
    void whatNobodyCanReadIsRefusedAndTheDraftStays(String fault, String code) {
        String file = begun();
        RoomVisitor visitor = stage.inside(address);
        visitor.acceptPolicy();
        visitor.put("v1/applications/" + file + "/draft", Map.of("groupName", "先前"));
        visitor.post("api/report-authorisation", Map.of("accepted", true, "policyHash", visitor.room().get("reportHash").asText()));
        RoomVisitor.Answer answer = switch (fault) {
            case "no JSON" -> visitor.post("api/tasks/" + COMPLETE, List.of("nonsense"));
            case "a field nobody knows" -> visitor.post("api/tasks/" + COMPLETE, Forms.with(form("1500000"), "grade", "EXCELLENT"));
            default -> visitor.put("v1/applications/" + file + "/draft", Map.of("groupName", "长".repeat(70_000)));
        };
        assertThat(answer.code()).isEqualTo(code);
        assertThat(visitor.get("api/application").json().get("draft").get("groupName").asText()).isEqualTo("先前");
    }

    /** A relationship manager has opened a case for a firm and invited its person; nothing is filled in. */
    private String begun() {
        CustomerId firm = bank.enter(Firm.firm());
        String file = bank.hands.start("rm", "credit-application", OpenApplication.of(firm, FacilityKind.LENDING, "WORKING_CAPITAL_LOAN", new BigDecimal("1500000")));
        stage.invite(file, address);
        return file;
    }

    private String invitation(String file) {
        return jdbc.sql("SELECT invitation_id FROM room_invitation WHERE application_id = ?").param(file).query(String.class).single();
    }

    private static Map<String, Object> form(String amount) {
        return Forms.application(Forms.facility(amount, List.of()), null);
    }
}
