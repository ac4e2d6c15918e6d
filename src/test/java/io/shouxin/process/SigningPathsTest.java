package io.shouxin.process;

import static io.shouxin.testkit.CaseAssert.assertThat;
import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;

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
    void anAgreementTheLegalOfficerRejectsIsNotSigned() {
        ApplicationCase file = secured().accepted()
                .complete("legal", "user_review-agreement", Map.of("approved", false, "reason", "抵押物权属存疑"));

        assertNotSigned(file).hasNotPassed("user_sign-as-customer");
    }

    @Test
    void aCustomerWhoRefusesToSignEndsTheApplication() {
        ApplicationCase file = bank.anApplication().accepted();

        assertNotSigned(file.complete(file.applicant(), "user_sign-as-customer", Map.of("sign", false))).hasNotPassed("user_sign-as-bank");
    }

    @Test
    void anAgreementNobodySignsInTimeIsCancelled() {
        ApplicationCase file = bank.anApplication().accepted();

        file.letPass(Duration.ofDays(16));
        assertNotSigned(file).hasPassed("boundary_signing-expired").hasNotPassed("user_sign-as-customer");
    }

    @Test
    void anAgreementTheBankRefusesToSignIsCancelled() {
        ApplicationCase file = bank.anApplication().signedByCustomer().complete("manager", "user_sign-as-bank", Map.of("sign", false));

        assertNotSigned(file).hasPassed("user_sign-as-customer").hasNotPassed("user_fulfil-conditions");
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

    private static CaseAssert assertNotSigned(ApplicationCase file) {
        return assertThat(file).isOver().hasStatus(ApplicationStatus.LAPSED).hasReleasedItsLimit().hasALetterFor("AGREEMENT_NOT_SIGNED")
                .hasPassed("service_cancel-agreement", "service_close-application").hasNotPassed("service_activate-facility");
    }
}
