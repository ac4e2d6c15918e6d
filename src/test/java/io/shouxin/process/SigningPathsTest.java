package io.shouxin.process;

import static io.shouxin.testkit.CaseAssert.assertThat;
import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.contract.AgreementStatus;
import io.shouxin.contract.ConditionCheckStatus;
import io.shouxin.contract.ConditionCheckView;
import io.shouxin.contract.ConditionChecks;
import io.shouxin.contract.ConditionPrecedent;
import io.shouxin.document.FoundSignature;
import io.shouxin.document.SignatureReport;
import io.shouxin.document.SignatureVerifier;
import io.shouxin.document.SigningKeys;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.CaseAssert;
import io.shouxin.testkit.ProcessTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How an agreement is reviewed, signed by both, and made effective; or not. */
@ApplicationTest
@ProcessTest
class SigningPathsTest {

    @Autowired
    private Bank bank;
    @Autowired
    private SigningKeys keys;
    @Autowired
    private ConditionChecks checks;
    @Autowired
    private TaskService tasks;
    @Autowired
    private RuntimeService engine;

    @Test
    void anAgreementWithSecurityGoesByTheLegalOfficer() {
        ApplicationCase file = secured().accepted();
        assertThat(file).waitsAt("user_review-agreement").hasStatus(ApplicationStatus.CONTRACTING);

        file.active();
        assertThat(file).isOver().hasStatus(ApplicationStatus.ACTIVE).hasAnActiveFacility()
                .hasPassed("user_review-agreement", "user_sign-as-customer", "user_fulfil-conditions");
        assertThat(file.agreement().conditions()).extracting(ConditionPrecedent::code).contains("MORTGAGE_REGISTERED");
    }

    @Test
    void anAgreementTheLegalOfficerRejectsIsNotHeldAgainstTheCustomer() {
        ApplicationCase file = secured().accepted();
        assertThat(file).hasToldTheCustomer("AGREEMENT_UNDER_REVIEW", 1).hasToldTheCustomer("AGREEMENT_READY_TO_SIGN", 0);
        file.complete("legal", "user_review-agreement", Map.of("approved", false, "reason", "抵押物权属存疑"));

        assertNotSigned(file, ApplicationStatus.DECLINED, "AGREEMENT_REJECTED_BY_LEGAL").hasNotPassed("user_sign-as-customer")
                .hasToldTheCustomer("AGREEMENT_REJECTED_BY_LEGAL", 1)
                .hasALetterSaying(List.of("未通过我方的法务审查", "抵押物权属存疑", "我们深表歉意"), "未收到", "未能批准", "贵方说明");
    }

    @Test
    void aCustomerWhoRefusesToSignEndsTheApplication() {
        ApplicationCase file = bank.anApplication().accepted();
        file.complete(file.applicant(), "user_sign-as-customer", Map.of("sign", false, "reason", "已取得其他融资"));

        assertNotSigned(file, ApplicationStatus.REFUSED_BY_CUSTOMER, "AGREEMENT_REFUSED_BY_CUSTOMER").hasNotPassed("user_sign-as-bank")
                .hasALetterSaying(List.of("贵方不签署授信合同", "已取得其他融资"), "我方未签署", "未收到");
    }

    @Test
    void aCustomerNeedsNoReasonToRefuse() {
        ApplicationCase file = bank.anApplication().accepted();

        assertNotSigned(file.complete(file.applicant(), "user_sign-as-customer", Map.of("sign", false)),
                ApplicationStatus.REFUSED_BY_CUSTOMER, "AGREEMENT_REFUSED_BY_CUSTOMER");
    }

    @Test
    void anAgreementTheCustomerDoesNotSignInTimeIsVoid() {
        ApplicationCase file = bank.anApplication().accepted();
        assertThat(file).hasToldTheCustomer("AGREEMENT_READY_TO_SIGN", 1);

        file.letPass(Duration.ofDays(16));
        assertNotSigned(file, ApplicationStatus.LAPSED, "AGREEMENT_NOT_SIGNED").hasPassed("boundary_signing-expired")
                .hasNotPassed("user_sign-as-customer").hasToldTheCustomer("AGREEMENT_EXPIRED", 1)
                .hasALetterSaying(List.of("在签署期限内未收到贵方的签署"), "我方未签署", "法务");
        assertThat(file.agreement().status()).isEqualTo(AgreementStatus.EXPIRED);
    }

    @Test
    void anAgreementTheBankRefusesToSignIsNotHeldAgainstTheCustomer() {
        ApplicationCase file = bank.anApplication().signedByCustomer();
        assertThat(codesOf(() -> file.complete("manager", "user_sign-as-bank", Map.of("sign", false, "reason", " "))))
                .containsExactly("REFUSAL_NEEDS_REASON at reason");
        file.complete("manager", "user_sign-as-bank", Map.of("sign", false, "reason", "签署前抵押政策调整"));

        assertNotSigned(file, ApplicationStatus.DECLINED, "AGREEMENT_REFUSED_BY_BANK").hasPassed("user_sign-as-customer")
                .hasNotPassed("user_fulfil-conditions").hasToldTheCustomer("AGREEMENT_REFUSED_BY_BANK", 1)
                .hasALetterSaying(List.of("贵方也已按期签署合同", "我方未签署该合同", "签署前抵押政策调整"), "未收到", "贵方说明");
        assertThat(bank.audit.of(file.number())).extracting("act").contains("AGREEMENT_REFUSED_BY_BANK");
    }

    @Test
    void nothingBecomesActiveWhileAConditionIsOutstanding() {
        ApplicationCase file = bank.anApplication().signed();
        List<ConditionPrecedent> conditions = file.agreement().conditions();
        assertThat(conditions).hasSizeGreaterThan(1);
        assertThat(file).waitsAt("user_fulfil-conditions").hasPassed("user_sign-as-bank");

        assertThat(codesOf(() -> file.complete("analyst", "user_fulfil-conditions",
                Map.of("conditions", List.of(Map.of("code", conditions.get(0).code(), "remark", "已现场核实并留存影像"))))))
                .containsExactlyElementsOf(conditions.stream().skip(1)
                        .map(open -> "CONDITION_OUTSTANDING at conditions." + open.code()).toList());
        assertThat(file).waitsAt("user_fulfil-conditions").hasStatus(ApplicationStatus.CONTRACTING).holdsItsLimit();
        assertThat(file.agreement().conditions()).noneMatch(ConditionPrecedent::fulfilled);

        assertThat(file.active()).isOver().hasAnActiveFacility();
    }

    @Test
    void theSignedFileProvesItselfToAnybody() throws Exception {
        ApplicationCase file = bank.anApplication().by("王𠮷").signed();
        byte[] signed = bank.documents.content(file.agreement().signedDocument()).orElseThrow().content();
        byte[] sent = bank.documents.content(file.agreement().document()).orElseThrow().content();

        SignatureReport report = keys.verifier().verify(signed);
        assertThat(report.allFlaws()).isEmpty();
        assertThat(report.signatures()).extracting(FoundSignature::field).containsExactly("customer", "bank");
        assertThat(report.signatures().get(0).signatory()).isEqualTo("王𠮷");
        assertThat(report.signatures()).allSatisfy(signature -> assertThat(signature.issuer()).contains("Development"));
        assertThat(SignatureVerifier.showsWhatWasSent(sent, signed)).isTrue();
        assertThat(bank.documents.content(file.agreement().papers().get(0).signedDocument()).map(letter -> keys.verifier().verify(letter.content()).genuine()))
                .as("the decision letter, signed by the bank").contains(true);

        signed[sent.length / 2] ^= 1;
        assertThat(keys.verifier().verify(signed).genuine()).isFalse();
    }

    @Test
    void whatIsSignedByHandIsConfirmedByAnotherOfficerBeforeTheBankSigns() {
        ApplicationCase file = bank.anApplication().accepted();
        recordScan(file);
        assertThat(file).waitsAt("user_confirm-paper-copy");
        assertThat(file.agreement().signatures().get(0).comparison().leastAlike()).isEqualTo(100);

        file.complete("legal", "user_confirm-paper-copy", Map.of("copies", List.of(Map.of("paper", file.agreement().id().value(), "same", false, "reason", "缺少骑缝章"))));
        assertThat(file).waitsAt("user_sign-as-customer").hasNotPassed("user_sign-as-bank");

        recordScan(file);
        file.signedByAllButTheBank();
        assertThat(file).waitsAt("user_sign-as-bank");
        assertThat(file.active()).isOver().hasAnActiveFacility();
        SignatureReport report = keys.verifier().verify(bank.documents.content(file.agreement().signedDocument()).orElseThrow().content());
        assertThat(report.genuine()).isTrue();
        assertThat(report.signatures().get(0).reason()).contains("手写签署");
    }

    @Test
    void aScanWithAPageMissingIsRefusedAndNothingIsLost() {
        ApplicationCase file = bank.anApplication().accepted();
        file.upload("rm", "SIGNED_COPY", "扫描.pdf", bank.documents.content(file.offer().letter()).orElseThrow().content());
        String scan = bank.documents.of(file.number()).stream().filter(document -> document.kind().equals("SIGNED_COPY")).findFirst().orElseThrow().id().value();

        assertThat(codesOf(() -> file.complete(file.applicant(), "user_sign-as-customer", Map.of("sign", true, "fullName", "陈一鸣",
                "documentSha256", file.agreement().documentSha256(), "paperCopy", scan)))).containsExactly("PAPER_COPY_PAGES at paperCopy");
        assertThat(file).waitsAt("user_sign-as-customer");
        assertThat(file.agreement().signatures()).isEmpty();
    }

    @Test
    void aGuarantorWhoDoesNotSignEndsTheApplication() {
        ApplicationCase file = secured().signedByCustomer();
        assertThat(file).waitsAt("user_sign-as-guarantor");
        assertThat(codesOf(() -> file.complete("rm", "user_sign-as-guarantor", Map.of("sign", true, "papers", List.of()))))
                .singleElement().asString().startsWith("GUARANTOR_OUTSTANDING at papers.");
        file.complete("rm", "user_sign-as-guarantor", Map.of("sign", false, "reason", "抵押人已将厂房出售"));

        assertNotSigned(file, ApplicationStatus.REFUSED_BY_CUSTOMER, "AGREEMENT_REFUSED_BY_CUSTOMER").hasNotPassed("user_sign-as-bank");
    }

    @Test
    void anotherOfficerOfTheRightTierWaivesACondition() {
        ApplicationCase file = bank.anApplication().signed();
        List<ConditionPrecedent> conditions = file.agreement().conditions();
        file.complete("analyst", "user_fulfil-conditions", Map.of("conditions", List.of(
                Map.of("code", "CORPORATE_RESOLUTION", "waiverReason", "一人公司，股东已亲自签署"))));
        assertThat(file).waitsAt("user_decide-waiver");
        assertThat(codesOf(() -> file.complete("manager", "user_decide-waiver", Map.of("answers", List.of()))))
                .containsExactly("VERDICT_MISSING at answers.CORPORATE_RESOLUTION");

        file.complete("manager", "user_decide-waiver", Map.of("answers", List.of(Map.of("code", "CORPORATE_RESOLUTION", "granted", true, "reason", "章程未要求决议"))));
        assertThat(file).waitsAt("user_fulfil-conditions").hasNotPassed("service_confirm-signing");
        file.complete("analyst", "user_fulfil-conditions", Map.of("conditions", conditions.stream().filter(open -> !open.code().equals("CORPORATE_RESOLUTION"))
                .map(open -> Map.of("code", open.code(), "remark", "已现场核实并留存影像")).toList()));
        assertThat(file).isOver().hasAnActiveFacility();
    }

    @Test
    void aConditionIsLookedAtAgainWhenItsDayComes() {
        ApplicationCase file = bank.anApplication().active();
        List<ConditionCheckView> planned = checks.of(file.id());
        assertThat(planned).extracting(ConditionCheckView::condition).contains("CORPORATE_RESOLUTION", "SETTLEMENT_ACCOUNT_OPENED");
        assertThat(planned).allSatisfy(check -> assertThat(check.status()).isEqualTo(ConditionCheckStatus.PLANNED));
        assertThat(checks.openDue()).isEmpty();

        ConditionCheckView account = planned.stream().filter(check -> check.condition().equals("SETTLEMENT_ACCOUNT_OPENED")).findFirst().orElseThrow();
        file.letPass(Duration.ofDays(93));
        bank.hands.as("admin", () -> engine.startProcessInstanceByKey("condition-calendar"));
        bank.hands.runSteps();
        assertThat(bank.hands.openTasks(account.id())).containsExactly("user_check-condition");
        assertThat(codesOf(() -> bank.hands.complete("analyst", account.id(), "user_check-condition", Map.of("met", false, "remark", "无"))))
                .containsExactly("EVIDENCE_NEEDED at remark");
        bank.hands.complete("analyst", account.id(), "user_check-condition", Map.of("met", false, "remark", "近三个月无回款入账"));

        assertThat(checks.find(account.id()).orElseThrow().status()).isEqualTo(ConditionCheckStatus.BROKEN);
        assertThat(checks.of(file.id())).filteredOn(check -> check.condition().equals("SETTLEMENT_ACCOUNT_OPENED")).hasSize(2);
        assertThat(checks.record(account.id(), true, null, "又看了一次账户", new PersonId("analyst")).refusals()).extracting(Refusal::code).containsExactly("CHECK_NOT_OPEN");
    }

    private void recordScan(ApplicationCase file) {
        DocumentId scan = file.scanOf(file.agreement().document());
        tasks.setAssignee(file.task("user_sign-as-customer").getId(), "rm");
        file.complete("rm", "user_sign-as-customer", Map.of("sign", true, "fullName", "陈一鸣",
                "documentSha256", file.agreement().documentSha256(), "paperCopy", scan.value()));
    }

    private ApplicationCase secured() {
        return bank.anApplication().securedBy("MORTGAGE", "上海市浦东新区厂房一处", "6000000");
    }

    private static CaseAssert assertNotSigned(ApplicationCase file, ApplicationStatus status, String reason) {
        return assertThat(file).isOver().hasStatus(status).hasReleasedItsLimit().hasALetterFor(reason).hasToldTheCustomer("APPLICATION_ENDED", 1)
                .hasPassed("service_cancel-agreement", "service_close-application").hasNotPassed("service_activate-facility");
    }
}
