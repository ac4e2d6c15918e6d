package io.shouxin.process;

import static io.shouxin.testkit.CaseAssert.assertThat;
import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.contract.AgreementStatus;
import io.shouxin.contract.ConditionPrecedent;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.CaseAssert;
import io.shouxin.testkit.ProcessTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How an agreement is reviewed, signed by both, and made effective; or not. */
@ApplicationTest
@ProcessTest
class SigningPathsTest {

    @Autowired
    private Bank bank;

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

    private ApplicationCase secured() {
        return bank.anApplication().securedBy("MORTGAGE", "上海市浦东新区厂房一处", "6000000");
    }

    private static CaseAssert assertNotSigned(ApplicationCase file, ApplicationStatus status, String reason) {
        return assertThat(file).isOver().hasStatus(status).hasReleasedItsLimit().hasALetterFor(reason).hasToldTheCustomer("APPLICATION_ENDED", 1)
                .hasPassed("service_cancel-agreement", "service_close-application").hasNotPassed("service_activate-facility");
    }
}
