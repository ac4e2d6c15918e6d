package io.shouxin.workflow.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.approval.Verdict;
import io.shouxin.creditroom.RoomDesk;
import io.shouxin.customer.CreditReport;
import io.shouxin.document.ChecklistItem;
import io.shouxin.document.DocumentView;
import io.shouxin.document.HostileFiles;
import io.shouxin.document.ReceiveDocument;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.notification.MailDelivery;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.origination.FacilityKind;
import io.shouxin.origination.OpenApplication;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.Firm;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.MailServer;
import io.shouxin.testkit.ProcessTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The customer's credit room: without an account from the e-mail to the signed agreement, and nobody else through the door. */
@ApplicationTest
@ProcessTest
class CreditRoomTest {

    private static final Pattern LINK = Pattern.compile("/room/#(\\S+)");
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

    private final String address = "finance" + System.identityHashCode(this) + "." + ++number + "@firm.example";

    @Test
    void goesFromTheMailToTheActiveFacilityWithoutAnAccount() {
        String file = appliedFor();
        invite(file);
        RoomVisitor visitor = inside();
        assertThat(visitor.room().get("waiting").get(0).get("key").asText()).isEqualTo("user_upload-documents");
        assertThat(visitor.post("api/tasks/user_upload-documents", Map.of()).code()).isEqualTo("ROOM_POLICY_FIRST");
        visitor.acceptPolicy();

        assertThat(visitor.post("api/tasks/user_upload-documents", Map.of()).code()).isEqualTo("DOCUMENT_OUTSTANDING");
        bank.documents.checklist(file).orElseThrow().items().stream().filter(item -> item.required() && !item.fromBank())
                .forEach(item -> assertThat(visitor.upload(file, item.kind(), item.kind() + ".pdf", "application/pdf", ApplicationCase.PDF).status()).isEqualTo(201));
        assertThat(visitor.post("api/tasks/user_upload-documents", Map.of()).status()).isEqualTo(204);
        bank.hands.runSteps();

        String guest = bank.applications.find(new ApplicationId(file)).orElseThrow().applicant().value();
        assertThat(guest).startsWith("guest-");
        assertThat(bank.documents.of(file)).extracting(DocumentView::receivedBy).contains(guest);
        assertThat(visitor.room().get("waiting").get(0).get("who").asText()).isEqualTo("授信分析师");

        officersApprove(file);
        assertThat(visitor.get("v1/offers?applicationId=" + file).json().get(0).get("status").asText()).isEqualTo("ISSUED");
        String offer = bank.offers.of(new ApplicationId(file)).get(0).id().value();
        assertThat(visitor.post("api/tasks/user_answer-offer", Map.of("offerId", offer, "answer", "COUNTER")).code()).isEqualTo("COUNTER_NEEDS_WISH");
        assertThat(visitor.post("api/tasks/user_answer-offer", Map.of("offerId", offer, "answer", "ACCEPT")).status()).isEqualTo(204);
        assertThat(visitor.post("api/tasks/user_answer-offer", Map.of("offerId", offer, "answer", "ACCEPT")).code()).isEqualTo("TASK_GONE");
        bank.hands.runSteps();
        assertThat(bank.offers.of(new ApplicationId(file)).get(0).answeredBy()).isEqualTo(guest);
        if (bank.hands.openTasks(file).contains("user_review-agreement")) {
            bank.hands.complete("legal", file, "user_review-agreement", Map.of("approved", true));
            bank.hands.runSteps();
        }
        assertThat(visitor.post("api/survey", Map.of("overall", 5, "clarity", 4, "speed", 3)).code()).isEqualTo("SURVEY_TOO_EARLY");
        String sha = visitor.get("v1/agreements?applicationId=" + file).json().get(0).get("documentSha256").asText();
        assertThat(visitor.post("api/tasks/user_sign-as-customer", Map.of("sign", true, "fullName", "张伟", "documentSha256", sha)).status()).isEqualTo(204);
        bank.hands.runSteps();
        bank.hands.complete("manager", file, "user_sign-as-bank", Forms.signature(bank.nameOf("manager"), sha));
        bank.hands.runSteps();
        if (bank.hands.openTasks(file).contains("user_fulfil-conditions")) {
            bank.hands.complete("analyst", file, "user_fulfil-conditions", Map.of("conditions", bank.signing.current(new ApplicationId(file)).orElseThrow()
                    .conditions().stream().map(condition -> Map.of("code", condition.code(), "remark", "已现场核实并留存影像")).toList()));
            bank.hands.runSteps();
        }
        assertThat(bank.applications.find(new ApplicationId(file)).orElseThrow().status()).isEqualTo(ApplicationStatus.ACTIVE);

        assertThat(visitor.post("api/survey", Map.of("overall", 6, "clarity", 4)).code()).isEqualTo("SURVEY_SCORE_MISSING");
        assertThat(visitor.post("api/survey", Map.of("overall", 5, "clarity", 4, "speed", 3, "remark", "很快")).status()).isEqualTo(204);
        assertThat(visitor.post("api/survey", Map.of("overall", 1, "clarity", 1, "speed", 1)).code()).isEqualTo("SURVEY_ANSWERED");
        Browser director = Browser.program(port, "director", "shouxin-demo", "zh-CN");
        assertThat(director.get("/api/v1/surveys/report").body()).contains("很快", "已生效");
        assertThat(bank.audit.of(file)).extracting("act").contains("ROOM_INVITED", "ROOM_ENTERED", "CREDIT_POLICY_ACCEPTED", "APPLICANT_APPOINTED",
                "SURVEY_ANSWERED");
    }

    @Test
    void lookingAtTheLinkDoesNotUseItUpAndEnteringDoes() {
        String file = appliedFor();
        invite(file);
        String link = linkInTheMail();
        for (int look = 1; look <= 3; look++) {
            assertThat(new RoomVisitor(port).get("").status()).isEqualTo(200);
        }
        RoomVisitor first = new RoomVisitor(port);
        RoomVisitor.Answer entered = first.enter(link);
        assertThat(entered.status()).isEqualTo(204);
        assertThat(entered.cookie()).contains("HttpOnly", "SameSite=Strict", "Path=/room");
        assertThat(new RoomVisitor(port).enter(link).code()).isEqualTo("ROOM_LINK_USED");
        assertThat(first.room().get("applicationId").asText()).isEqualTo(file);
        assertThat(bank.audit.of(file)).filteredOn(entry -> entry.act().equals("ROOM_LINK_REFUSED")).singleElement()
                .satisfies(entry -> assertThat(entry.detail()).endsWith("ROOM_LINK_USED"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"wrong secret, ROOM_LINK_INVALID", "cut short, ROOM_LINK_INVALID", "of another invitation, ROOM_LINK_INVALID", "nothing, ROOM_LINK_INVALID",
        "expired, ROOM_LINK_EXPIRED", "room closed, ROOM_CLOSED", "room over, ROOM_CLOSED"})
    void aLinkThatDoesNotLetInSaysSoAndStandsInTheTrail(String fault, String code) {
        String file = appliedFor();
        invite(file);
        String link = linkInTheMail();
        String brought = switch (fault) {
            case "wrong secret" -> link.substring(0, link.length() - 43) + "A".repeat(43);
            case "cut short" -> link.substring(0, link.length() - 1);
            case "of another invitation" -> "CR-2026-999999" + link.substring(link.indexOf('.'));
            case "nothing" -> "";
            default -> link;
        };
        switch (fault) {
            case "expired" -> bank.engineClock.stopAt(bank.clock.instant().plus(Duration.ofHours(73)));
            case "room over" -> bank.engineClock.stopAt(bank.clock.instant().plus(Duration.ofDays(61)));
            case "room closed" -> bank.hands.as("rm", () -> {
                rooms.revoke(new ApplicationId(file), new PersonId("rm"));
                return null;
            });
            default -> { }
        }
        RoomVisitor visitor = new RoomVisitor(port);
        assertThat(visitor.enter(brought).code()).isEqualTo(code);
        assertThat(visitor.get("api/room").status()).isEqualTo(401);
        List<String> trail = new ArrayList<>(bank.audit.of(file).stream().map(entry -> entry.act() + " " + entry.detail()).toList());
        trail.addAll(bank.audit.of("CREDIT-ROOM").stream().map(entry -> entry.act() + " " + entry.detail()).toList());
        assertThat(trail).anyMatch(line -> line.startsWith("ROOM_LINK_REFUSED") && line.endsWith(code));
    }

    @Test
    void ofTwoWhoBringTheSameLinkAtOnceOneGetsIn() throws Exception {
        invite(appliedFor());
        String link = linkInTheMail();
        ExecutorService both = Executors.newFixedThreadPool(4);
        List<Callable<String>> entries = Collections.nCopies(4, () -> new RoomVisitor(port).enter(link).code());
        List<String> codes = new ArrayList<>();
        for (Future<String> each : both.invokeAll(entries)) {
            codes.add(each.get());
        }
        both.shutdown();
        assertThat(codes).containsExactlyInAnyOrder("", "ROOM_LINK_USED", "ROOM_LINK_USED", "ROOM_LINK_USED");
    }

    @Test
    void afterTooManyAttemptsTheDoorStaysShutForAWhileAlsoToTheRightLink() {
        invite(appliedFor());
        String link = linkInTheMail();
        String wrong = link.substring(0, link.length() - 43) + "B".repeat(43);
        for (int attempt = 1; attempt <= 10; attempt++) {
            assertThat(new RoomVisitor(port).enter(wrong).code()).as("attempt " + attempt).isIn("ROOM_LINK_INVALID", "ROOM_TOO_MANY_ATTEMPTS");
        }
        assertThat(new RoomVisitor(port).enter(link).code()).isEqualTo("ROOM_TOO_MANY_ATTEMPTS");
        bank.engineClock.stopAt(bank.clock.instant().plus(Duration.ofMinutes(16)));
        assertThat(new RoomVisitor(port).enter(link).code()).isEmpty();
    }

    @Test
    void aFreshLinkGoesToTheSameAddressAndTheOldOneStaysUsed() {
        invite(appliedFor());
        String link = linkInTheMail();
        new RoomVisitor(port).enter(link);
        assertThat(new RoomVisitor(port).post("api/fresh-link", Map.of("link", link.substring(0, link.indexOf('.')))).status()).isEqualTo(202);
        assertThat(new RoomVisitor(port).post("api/fresh-link", Map.of("link", "CR-2020-000001")).status()).as("nothing is given away").isEqualTo(202);
        String fresh = linkInTheMail();
        assertThat(fresh).isNotEqualTo(link);
        assertThat(new RoomVisitor(port).enter(link).code()).isEqualTo("ROOM_LINK_USED");
        assertThat(new RoomVisitor(port).enter(fresh).code()).isEmpty();
    }

    @Test
    void aVisitEndsByItselfAndByLeaving() {
        invite(appliedFor());
        RoomVisitor visitor = inside();
        visitor.post("api/exit", Map.of());
        assertThat(visitor.get("api/room").status()).isEqualTo(401);

        invite(appliedFor());
        RoomVisitor another = inside();
        bank.engineClock.stopAt(bank.clock.instant().plus(Duration.ofMinutes(31)));
        assertThat(another.get("api/room").code()).isEqualTo("ROOM_SESSION_OVER");
    }

    @Test
    void insideThereIsNothingButHisOwnApplication() {
        String file = appliedFor();
        invite(file);
        RoomVisitor visitor = inside();
        visitor.acceptPolicy();
        ApplicationCase other = bank.anApplication().withDocumentsUploaded();
        String othersPaper = bank.documents.of(other.number()).get(0).id().value();
        for (String path : List.of("v1/applications/" + other.number() + "/checklist", "v1/offers?applicationId=" + other.number(), "v1/offers",
                "v1/documents/" + othersPaper + "/content", "v1/customers", "v1/me", "v1/applications", "v1/workload",
                "v1/applications/" + file + "/checklist/../../../outgoing-mail")) {
            assertThat(visitor.get(path).status()).as(path).isIn(400, 404);
        }
        assertThat(visitor.upload(other.number(), "OTHER", "a.pdf", "application/pdf", ApplicationCase.PDF).status()).isEqualTo(404);
        assertThat(visitor.post("api/tasks/user_verify-documents", Map.of()).code()).isEqualTo("TASK_GONE");
        assertThat(visitor.fromAForeignPage().post("api/tasks/user_upload-documents", Map.of()).status()).isEqualTo(403);
    }

    @ParameterizedTest(name = "{0} as {1}: {3}")
    @CsvSource(delimiter = '|', value = {
        "pdf that runs a script      | 报表.pdf            | application/pdf | FILE_HAS_SCRIPT",
        "pdf with a password         | 报表.pdf            | application/pdf | FILE_ENCRYPTED",
        "xlsx that unpacks to 400 MB | 报表.xlsx           | application/pdf | FILE_UNPACKS_TOO_LARGE",
        "program named pdf           | 营业执照.pdf        | application/pdf | FILE_TYPE_REFUSED",
        "page named pdf              | 营业执照.pdf        | application/pdf | FILE_TYPE_REFUSED",
        "21 MB of pdf                | 报表.pdf            | application/pdf | FILE_TOO_LARGE",
        "nothing                     | 营业执照.pdf        | application/pdf | FILE_EMPTY",
        "pdf                         | ../../营业执照.pdf  | text/html       | ''"})
    void aHostileFileIsRefusedInWordsNotedAndNothingIsLost(String kind, String name, String mediaType, String code) {
        String file = appliedFor();
        invite(file);
        RoomVisitor visitor = inside();
        visitor.acceptPolicy();
        String item = bank.documents.checklist(file).orElseThrow().items().stream().filter(each -> !each.fromBank()).map(ChecklistItem::kind).findFirst().orElseThrow();
        visitor.upload(file, item, "先前.pdf", "application/pdf", ApplicationCase.PDF);

        RoomVisitor.Answer answer = visitor.upload(file, item, name, mediaType, HostileFiles.of(kind));
        assertThat(answer.code()).isEqualTo(code);
        ChecklistItem kept = bank.documents.checklist(file).orElseThrow().items().stream().filter(each -> each.kind().equals(item)).findFirst().orElseThrow();
        if (code.isEmpty()) {
            assertThat(kept.fileName()).isEqualTo("营业执照.pdf");
        } else {
            assertThat(answer.json().get("refusals").get(0).get("message").asText()).matches(".*\\p{IsHan}.*");
            assertThat(kept.fileName()).isEqualTo("先前.pdf");
            assertThat(bank.audit.of(file)).filteredOn(entry -> entry.act().equals("DOCUMENT_REFUSED")).singleElement()
                    .satisfies(entry -> assertThat(entry.detail()).contains(item, code));
        }
    }

    @Test
    void statementsThatDoNotAddUpAreToldAtOnce() {
        String file = appliedFor();
        invite(file);
        RoomVisitor visitor = inside();
        visitor.acceptPolicy();
        byte[] table = "项目,2022-12-31\n资产总计,1000\n负债合计,400\n所有者权益合计,500\n".getBytes(StandardCharsets.UTF_8);
        RoomVisitor.Answer uploaded = visitor.upload(file, "FINANCIAL_STATEMENTS", "报表.csv", "text/csv", table);
        assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(201);
        String findings = visitor.get("v1/documents/" + uploaded.json().get("documentId").asText() + "/findings").body();
        assertThat(findings).contains("STATEMENT_UNBALANCED", "DOCUMENT_PERIOD_OLD");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
        "Business licence valid until 2020-01-01                     | DOCUMENT_EXPIRED",
        "Business licence valid until 2099-01-01                     | ''",
        "Renewed: until 2020-01-01, then until 2099-12-31            | ''",
        "Unified code 91330106673959654P of somebody else            | DOCUMENT_OF_OTHER",
        "A licence that says nothing of the kind                     | ''"})
    void whatALicenceSaysOfItselfIsRead(String words, String code) {
        String file = appliedFor();
        invite(file);
        RoomVisitor visitor = inside();
        visitor.acceptPolicy();
        RoomVisitor.Answer uploaded = visitor.upload(file, "BUSINESS_LICENCE", "licence.pdf", "application/pdf", HostileFiles.saying(words));
        assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(201);
        var findings = visitor.get("v1/documents/" + uploaded.json().get("documentId").asText() + "/findings").json();
        assertThat(findings.path(0).path("code").asText()).isEqualTo(code);
    }

    @Test
    void onlyWhoWorksForTheCaseInvitesAndHeHearsWhatIsWrong() {
        String file = appliedFor();
        Browser manager = Browser.program(port, "manager", "shouxin-demo", "zh-CN");
        assertThat(manager.post("/api/v1/applications/" + file + "/room-invitations", Map.of("name", "张伟", "address", address)).status()).isEqualTo(403);
        Browser elsewhere = Browser.program(port, "south-rm", "shouxin-demo", "zh-CN");
        assertThat(elsewhere.post("/api/v1/applications/" + file + "/room-invitations", Map.of("name", "张伟", "address", address)).status()).isEqualTo(404);
        Browser rm = Browser.program(port, "rm", "shouxin-demo", "zh-CN");
        assertThat(rm.post("/api/v1/applications/" + file + "/room-invitations", Map.of("address", address)).code()).isEqualTo("ROOM_CONTACT_NAME_MISSING");
        assertThat(rm.post("/api/v1/applications/" + file + "/room-invitations", Map.of("name", "张伟", "address", "张伟")).code()).isEqualTo("MAIL_ADDRESS_MALFORMED");
        assertThat(rm.post("/api/v1/applications/" + file + "/room-invitations", Map.of("name", "张伟")).code()).isEqualTo("MAIL_ADDRESS_MALFORMED");
        assertThat(bank.applications.find(new ApplicationId(file)).orElseThrow().applicant().value()).isEqualTo("rm");
    }

    /** All tests come from one address of the network. */
    @BeforeEach
    void noAttemptsYet() {
        jdbc.sql("DELETE FROM room_attempt").update();
    }

    /** A relationship manager has applied for a firm without any login: documents are asked for. */
    /** What the bank considers among itself is no word for the customer. */
    @Test
    void aCustomerWhoseCaseMightBeExceptedLearnsThatItIsAssessed() {
        CustomerId firm = bank.enter(Firm.firm().withoutCreditReport());
        bank.creditReports.record(firm, new CreditReport(bank.clock.today(), 3, 200, 0, Money.cny("8000000"), Money.cny("0"), 1, false, false,
                "SQ-ROOM-" + firm, "测试征信机构"), new PersonId("analyst")).orElseThrow();
        String file = appliedFor(firm);
        assertThat(bank.hands.openTasks(file)).containsExactly("user_consider-early-exceptions");
        invite(file);
        RoomVisitor visitor = inside();

        assertThat(visitor.room().get("waiting").get(0).get("what").asText()).isEqualTo("资质审核与评估");
        assertThat(visitor.room().toString()).doesNotContain("例外");
    }

    private String appliedFor() {
        return appliedFor(bank.enter(Firm.firm()));
    }

    private String appliedFor(CustomerId firm) {
        String file = bank.hands.start("rm", "credit-application", OpenApplication.of(firm, FacilityKind.LENDING, "WORKING_CAPITAL_LOAN", new BigDecimal("1500000")));
        bank.hands.complete("rm", file, "user_complete-application", Forms.application(Forms.facility("1500000", List.of()), null));
        bank.hands.runSteps();
        return file;
    }

    private void invite(String file) {
        Browser.Answer invited = Browser.program(port, "rm", "shouxin-demo", "zh-CN").post("/api/v1/applications/" + file + "/room-invitations",
                Map.of("name", "张伟", "address", address, "language", "zh"));
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
    }

    private RoomVisitor inside() {
        RoomVisitor visitor = new RoomVisitor(port);
        assertThat(visitor.enter(linkInTheMail()).code()).isEmpty();
        return visitor;
    }

    private String linkInTheMail() {
        delivery.deliverWhatIsDue();
        var received = mail.received(address);
        Matcher link = LINK.matcher(MailServer.text(received.get(received.size() - 1)));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private void officersApprove(String file) {
        bank.documents.checklist(file).orElseThrow().items().stream().filter(item -> item.required() && item.fromBank()).forEach(item -> bank.documents.receive(
                new ReceiveDocument(file, item.kind(), item.kind() + ".pdf", "application/pdf", ApplicationCase.PDF),
                new PersonId("analyst")).orElseThrow());
        bank.hands.complete("analyst", file, "user_verify-documents", Map.of("verdicts", bank.documents.checklist(file).orElseThrow().items().stream()
                .filter(item -> item.documentId() != null).map(item -> Map.of("kind", item.kind(), "accepted", true)).toList()));
        bank.hands.runSteps();
        bank.hands.complete("analyst", file, "user_enter-data", Map.of());
        bank.hands.complete("analyst", file, "user_assess-qualification", Forms.qualification("QUALIFIED", "STRONG"));
        bank.hands.runSteps();
        for (String officer : List.of("manager", "senior", "director")) {
            String key = Map.of("manager", "user_decide-as-credit-manager", "senior", "user_decide-as-senior-credit-manager", "director",
                    "user_decide-as-risk-director").get(officer);
            if (bank.hands.openTasks(file).contains(key)) {
                bank.hands.complete(officer, file, key, Forms.decision(Verdict.APPROVE, bank.underwriting.latest(new ApplicationId(file)).orElseThrow().sha256()));
                bank.hands.runSteps();
            }
        }
    }
}
