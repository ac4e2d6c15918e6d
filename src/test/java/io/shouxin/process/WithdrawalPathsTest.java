package io.shouxin.process;

import static io.shouxin.testkit.CaseAssert.assertThat;
import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.approval.ApprovalStatus;
import io.shouxin.contract.AgreementStatus;
import io.shouxin.contract.OfferStatus;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.CaseAssert;
import io.shouxin.testkit.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The customer takes his application back. */
@ApplicationTest
@ProcessTest
class WithdrawalPathsTest {

    @Autowired
    private Bank bank;

    @Test
    void aDraftIsWithdrawn() {
        assertWithdrawn(bank.anApplication().started().withdraw()).hasNeverHeldALimit().hasNotPassed("user_complete-application");
    }

    @Test
    void anApplicationIsWithdrawnWhileDocumentsAreCollected() {
        assertWithdrawn(bank.anApplication().submitted().withdraw()).hasNeverHeldALimit().hasNotPassed("user_upload-documents");
    }

    @Test
    void anApplicationIsWithdrawnWhileItIsAssessed() {
        assertWithdrawn(bank.anApplication().withDocuments().withdraw()).hasNeverHeldALimit().hasNotPassed("user_enter-data");
    }

    @Test
    void anApplicationWithdrawnDuringApprovalReleasesItsLimitAndVoidsTheCase() {
        ApplicationCase file = bank.anApplication().assessed();
        assertThat(file).holdsItsLimit();

        assertWithdrawn(file.withdraw()).hasReleasedItsLimit().hasNotPassed("user_decide-as-credit-manager");
        assertThat(file.approvals()).singleElement().matches(it -> it.status() == ApprovalStatus.VOIDED, "voided");
    }

    @Test
    void anApplicationWithdrawnWhileOfferedReleasesItsLimitAndTakesTheOfferBack() {
        ApplicationCase file = bank.anApplication().offered();
        assertThat(file).holdsItsLimit();

        assertWithdrawn(file.withdraw()).hasReleasedItsLimit().hasNotPassed("user_answer-offer");
        assertThat(file.offer().status()).isEqualTo(OfferStatus.WITHDRAWN);
    }

    @Test
    void anApplicationWithdrawnBeforeSigningReleasesItsLimitAndCancelsTheAgreement() {
        ApplicationCase file = bank.anApplication().accepted();
        assertThat(file).waitsAt("user_sign-as-customer").holdsItsLimit();

        assertWithdrawn(file.withdraw()).hasReleasedItsLimit().hasNotPassed("user_sign-as-customer");
        assertThat(file.agreement().status()).isEqualTo(AgreementStatus.CANCELLED);
    }

    @Test
    void whoHasSignedCanNoLongerWithdraw() {
        ApplicationCase file = bank.anApplication().signedByCustomer();

        assertThat(codesOf(file::withdraw)).containsExactly("TOO_LATE_TO_WITHDRAW");
        assertThat(file).waitsAt("user_sign-as-bank").hasStatus(ApplicationStatus.CONTRACTING).holdsItsLimit();
    }

    @Test
    void anActiveFacilityIsNotWithdrawn() {
        ApplicationCase file = bank.anApplication().active();

        assertThat(codesOf(file::withdraw)).containsExactly("TOO_LATE_TO_WITHDRAW");
        assertThat(file).isOver().hasStatus(ApplicationStatus.ACTIVE).hasAnActiveFacility();
    }

    private static CaseAssert assertWithdrawn(ApplicationCase file) {
        return assertThat(file).isOver().hasStatus(ApplicationStatus.WITHDRAWN).hasALetterFor("WITHDRAWN_BY_CUSTOMER")
                .hasPassed("start_withdrawal", "service_close-withdrawn-application", "end_withdrawn")
                .hasNotPassed("service_close-application", "service_activate-facility");
    }
}
