package io.shouxin.workflow.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.contract.AgreementStatus;
import io.shouxin.contract.AgreementView;
import io.shouxin.contract.ContractPaperView;
import io.shouxin.contract.SignatureManner;
import io.shouxin.document.FoundSignature;
import io.shouxin.document.HostileFiles;
import io.shouxin.document.PdfPrinter;
import io.shouxin.document.PdfSigner;
import io.shouxin.document.SignatureMark;
import io.shouxin.document.SignatureReport;
import io.shouxin.document.SigningKey;
import io.shouxin.document.SigningKeys;
import io.shouxin.document.signature.DevelopmentAuthority;
import io.shouxin.kernel.PersonId;
import io.shouxin.notification.MailDelivery;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.CaseAssert;
import io.shouxin.testkit.MailServer;
import io.shouxin.testkit.ProcessTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.HashMap;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever gives security signs his paper in a room of his own, and sees nothing of the customer's beside. */
@ApplicationTest
@ProcessTest
class GuarantorRoomTest {

    private static int number;

    @Autowired
    private Bank bank;
    @Autowired
    private MailDelivery delivery;
    @Autowired
    private MailServer mail;
    @Autowired
    private SigningKeys keys;
    @Autowired
    private DevelopmentAuthority authority;
    @Autowired
    private JdbcClient jdbc;
    @LocalServerPort
    private int port;

    private final String address = "guarantor" + System.identityHashCode(this) + "." + ++number + "@home.example";
    private RoomStage stage;

    @BeforeEach
    void noAttemptsYet() {
        jdbc.sql("DELETE FROM room_attempt").update();
        stage = new RoomStage(bank, delivery, mail, port);
    }

    @Test
    void signsInHisRoomAndTheCaseGoesOnWithoutTheRelationshipManager() {
        ApplicationCase file = secured().signedByCustomer();
        CaseAssert.assertThat(file).waitsAt("user_sign-as-guarantor");
        RoomVisitor guarantor = invited(file);
        JsonNode seen = guarantor.get("api/guarantee").json();
        assertThat(seen.get("debtor").asText()).isEqualTo(file.firm().name());
        assertThat(seen.get("lines").get(0).get("amount").asText()).isNotEmpty();
        assertThat(guarantor.get("api/guarantee/paper").status()).isEqualTo(200);

        String sha = seen.get("documentSha256").asText();
        assertThat(guarantor.post("api/guarantee/signature", Map.of("fullName", "王小二", "documentSha256", sha)).code()).isEqualTo("NAME_MISMATCH");
        assertThat(guarantor.post("api/guarantee/signature", Map.of("fullName", "李 担保", "documentSha256", "0".repeat(64))).code()).isEqualTo("WRONG_DOCUMENT");
        assertThat(guarantor.post("api/guarantee/signature", Map.of("fullName", "李 担保", "documentSha256", sha)).status()).isEqualTo(204);
        assertThat(guarantor.post("api/guarantee/signature", Map.of("fullName", "李担保", "documentSha256", sha)).code()).isEqualTo("ALREADY_SIGNED");
        assertThat(guarantor.get("api/guarantee").json().get("signed").asText()).isNotEmpty();

        CaseAssert.assertThat(file).waitsAt("user_sign-as-bank");
        ContractPaperView paper = paper(file);
        SignatureReport report = keys.verifier().verify(bank.documents.content(paper.signedDocument()).orElseThrow().content());
        assertThat(report.genuine()).isTrue();
        assertThat(report.signatures()).extracting(FoundSignature::signatory).containsExactly("李担保");
        assertThat(paper.signatures().get(0).signedBy()).startsWith("guest-");
        assertThat(bank.audit.of(file.number())).extracting("act").contains("CONTRACT_PAPER_SIGNED", "ROOM_ACT_REFUSED");
        CaseAssert.assertThat(file.active()).isOver().hasAnActiveFacility();
    }

    @Test
    void seesHisPaperAndWhatHeStandsForAndNothingElse() {
        ApplicationCase file = secured().signedByCustomer();
        RoomVisitor guarantor = invited(file);
        assertThat(guarantor.get("api/visit").json().get("guarantor").asBoolean()).isTrue();
        String others = bank.documents.of(file.number()).get(0).id().value();
        for (String path : List.of("api/room", "v1/applications/" + file.number() + "/checklist", "v1/applications/" + file.number() + "/documents",
                "v1/offers?applicationId=" + file.number(), "v1/agreements?applicationId=" + file.number(), "v1/documents/" + others + "/content",
                "v1/documents/" + file.agreement().document().value() + "/content", "api/tasks/user_sign-as-customer")) {
            assertThat(guarantor.get(path).status()).as(path).isIn(404, 405);
        }
        assertThat(guarantor.post("api/tasks/user_sign-as-guarantor", Map.of("sign", true)).status()).isEqualTo(404);
        assertThat(guarantor.post("api/policy-acceptance", Map.of("accepted", true)).status()).isEqualTo(404);
        assertThat(guarantor.upload(file.number(), "OTHER", "a.pdf", "application/pdf", ApplicationCase.PDF).status()).isEqualTo(404);
        assertThat(guarantor.get("api/guarantee").body()).contains("documentSha256").doesNotContain("BUSINESS_LICENCE", "statement", file.applicant());

        ApplicationCase room = secured().signedByCustomer();
        Browser.Answer customer = rm(room, Map.of("address", "c" + address));
        assertThat(customer.status()).as(customer.body()).isEqualTo(201);
        assertThat(stage.inside("c" + address).get("api/guarantee").status()).as("a customer has no paper of a guarantor").isEqualTo(404);
    }

    @Test
    void whatHeSignedElsewhereIsVerifiedAtOnceAndWhatIsNotHisIsRefusedWithNothingLost() {
        ApplicationCase file = secured().signedByCustomer();
        RoomVisitor guarantor = invited(file);
        byte[] sent = bank.documents.content(paper(file).document()).orElseThrow().content();

        assertThat(bring(guarantor, file, HostileFiles.of("pdf that runs a script")).code()).isEqualTo("FILE_HAS_SCRIPT");
        assertThat(bring(guarantor, file, sign(sent, "王小二")).code()).isEqualTo("NAME_MISMATCH");
        assertThat(bring(guarantor, file, ApplicationCase.PDF).code()).isEqualTo("PAPER_COPY_PAGES");
        CaseAssert.assertThat(file).waitsAt("user_sign-as-guarantor");
        assertThat(paper(file).signatures()).isEmpty();

        assertThat(bring(guarantor, file, sign(sent, "李担保")).status()).isEqualTo(204);
        assertThat(paper(file).signatures().get(0).manner()).isEqualTo(SignatureManner.SIGNED_ELSEWHERE);
        CaseAssert.assertThat(file).waitsAt("user_sign-as-bank");
        assertThat(bank.audit.of(file.number())).filteredOn(entry -> entry.act().equals("ROOM_ACT_REFUSED")).extracting("detail")
                .contains("sign-as-guarantor FILE_HAS_SCRIPT", "sign-as-guarantor NAME_MISMATCH", "sign-as-guarantor PAPER_COPY_PAGES");
    }

    @Test
    void whatHeSignedByHandASecondOfficerCompares() {
        ApplicationCase file = secured().signedByCustomer();
        RoomVisitor guarantor = invited(file);
        assertThat(bring(guarantor, file, bank.documents.content(paper(file).document()).orElseThrow().content()).status()).isEqualTo(204);
        CaseAssert.assertThat(file).waitsAt("user_confirm-paper-copy");
        assertThat(guarantor.get("api/guarantee").json().get("toConfirm").asBoolean()).isTrue();
        CaseAssert.assertThat(file.active()).isOver().hasAnActiveFacility();
    }

    @Test
    void beforeTheCustomerItIsNotHisTurnAndWhoDeclinesIsHeardByTheBank() {
        ApplicationCase file = secured().accepted();
        file.complete("legal", "user_review-agreement", Map.of("approved", true));
        RoomVisitor guarantor = invited(file);
        JsonNode seen = guarantor.get("api/guarantee").json();
        assertThat(seen.get("obstacle").asText()).isNotEmpty();
        assertThat(guarantor.post("api/guarantee/signature", Map.of("fullName", "李担保", "documentSha256", seen.get("documentSha256").asText())).code())
                .isEqualTo("WRONG_ORDER");
        file.signedByCustomer();
        assertThat(guarantor.post("api/guarantee/refusal", Map.of("reason", " ")).code()).isEqualTo("REFUSAL_NEEDS_REASON");
        assertThat(guarantor.post("api/guarantee/refusal", Map.of("reason", "已另行担保")).status()).isEqualTo(204);
        assertThat(bank.messages.inbox(new PersonId("rm"))).filteredOn(message -> message.subject().equals(file.number())).extracting("code").contains("GUARANTOR_DECLINED");
        CaseAssert.assertThat(file).waitsAt("user_sign-as-guarantor");
        assertThat(bank.audit.of(file.number())).extracting("act").contains("GUARANTOR_DECLINED");
    }

    @Test
    void whoLetsHisDaysPassReadsOfHimselfAndTheCustomerReadsOfHim() {
        ApplicationCase file = secured().signedByCustomer();
        invited(file);
        file.letPass(Duration.ofDays(16));
        CaseAssert.assertThat(file).isOver().hasStatus(ApplicationStatus.LAPSED).hasALetterFor("GUARANTOR_NOT_SIGNED").hasToldTheCustomer("GUARANTOR_EXPIRED", 1)
                .hasToldTheCustomer("AGREEMENT_EXPIRED", 0).hasALetterSaying(List.of("贵方已按期签署", "未收到担保人的签署"), "未收到贵方的签署");
        assertThat(file.agreement().status()).isEqualTo(AgreementStatus.EXPIRED);
        bank.engineClock.moveOn(Duration.ofSeconds(1));
        assertThat(stage.lastMail(address)).contains("李担保", paper(file).id(), "不因此承担任何担保责任").doesNotContain("客户", file.firm().name());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"no name, ROOM_CONTACT_NAME_MISSING", "no address, MAIL_ADDRESS_MALFORMED", "a number too long, ROOM_IDENTIFIER_TOO_LONG",
        "the decision letter, PAPER_UNKNOWN", "a paper of another agreement, PAPER_UNKNOWN", "a paper that is signed, ALREADY_SIGNED"})
    void anInvitationThatCannotBeMeantIsRefused(String fault, String code) {
        ApplicationCase file = fault.equals("a paper that is signed") ? secured().signedByProviders() : secured().signedByCustomer();
        Map<String, Object> entry = new HashMap<>(Map.of("name", "李担保", "address", address, "paper", paper(file).id(), "identifier", "11010519491231002X"));
        switch (fault) {
            case "no name" -> entry.remove("name");
            case "no address" -> entry.remove("address");
            case "a number too long" -> entry.put("identifier", "1".repeat(41));
            case "the decision letter" -> entry.put("paper", file.agreement().papers().get(0).id());
            case "a paper of another agreement" -> entry.put("paper", "XC-2020-000001");
            default -> { }
        }
        assertThat(rm(file, entry).code()).isEqualTo(code);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM room_invitation WHERE application_id = ?").param(file.number()).query(Long.class).single()).isZero();
    }

    @Test
    void aCustomerSignsInHisRoomWithAFileHeSignedElsewhere() {
        ApplicationCase file = bank.anApplication().accepted();
        assertThat(rm(file, Map.of("address", address)).status()).isEqualTo(201);
        RoomVisitor customer = stage.inside(address);
        customer.acceptPolicy();
        assertThat(customer.room().get("signsHere").asBoolean()).isTrue();
        byte[] sent = bank.documents.content(file.agreement().document()).orElseThrow().content();
        String copy = customer.upload(file.number(), "SIGNED_COPY", "合同.pdf", "application/pdf", sign(sent, "陈一鸣")).json().get("documentId").asText();
        assertThat(customer.post("api/tasks/user_sign-as-customer", Map.of("sign", true, "fullName", "陈一鸣", "documentSha256", file.agreement().documentSha256(),
                "paperCopy", copy)).status()).isEqualTo(204);
        assertThat(file.agreement().signatures().get(0).manner()).isEqualTo(SignatureManner.SIGNED_ELSEWHERE);
    }

    private ApplicationCase secured() {
        return bank.anApplication().securedBy("MORTGAGE", "上海市浦东新区厂房一处", "6000000");
    }

    private static ContractPaperView paper(ApplicationCase file) {
        AgreementView agreement = file.agreement();
        return agreement.papers().stream().filter(paper -> paper.kind().hasProvider()).findFirst().orElseThrow();
    }

    private RoomVisitor invited(ApplicationCase file) {
        Browser.Answer invited = rm(file, Map.of("name", "李担保", "address", address, "language", "zh", "paper", paper(file).id(), "identifier", "11010519491231002X"));
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        assertThat(invited.body()).contains("\"identifierTail\":\"002X\"").doesNotContain("11010519491231002X");
        assertThat(stage.lastMail(address)).contains("担保合同");
        return stage.inside(address);
    }

    private Browser.Answer rm(ApplicationCase file, Map<String, ?> entry) {
        return Browser.program(port, "rm", "shouxin-demo", "zh-CN").post("/api/v1/applications/" + file.number() + "/room-invitations", entry);
    }

    private RoomVisitor.Answer bring(RoomVisitor guarantor, ApplicationCase file, byte[] content) {
        return guarantor.upload("api/guarantee/returned?fullName=" + URLEncoder.encode("李担保", StandardCharsets.UTF_8) + "&documentSha256="
                + paper(file).documentSha256(), "签好.pdf", "application/pdf", content);
    }

    private byte[] sign(byte[] pdf, String name) {
        DevelopmentAuthority.Issued issued = authority.of("elsewhere-" + name, name, "个人");
        byte[] stamp = new PdfPrinter().print("<html><body style=\"font-family: 'Noto Sans SC'\"><p>" + name + "</p></body></html>").orElseThrow();
        return new PdfSigner().sign(pdf, new SignatureMark("elsewhere", 0, 60, 780, 120, 40, stamp, name, "同意签署", bank.clock.instant()),
                new SigningKey(issued.key(), issued.chain()));
    }
}
