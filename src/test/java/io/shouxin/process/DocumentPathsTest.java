package io.shouxin.process;

import static io.shouxin.testkit.CaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.document.ChecklistItem;
import io.shouxin.document.ItemState;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.ProcessTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How documents come in, are sent back, are reminded of, or never come. */
@ApplicationTest
@ProcessTest
class DocumentPathsTest {

    @Autowired
    private Bank bank;

    @Test
    void aRejectedDocumentGoesBackToTheCustomerAndIsAcceptedTheSecondTime() {
        ApplicationCase file = bank.anApplication().withDocumentsUploaded();
        licenceSentBack(file);
        assertThat(file).waitsAt("user_upload-documents").hasStatus(ApplicationStatus.COLLECTING_DOCUMENTS).hasNotPassed("end_documents-complete");
        assertThat(items(file)).filteredOn(item -> item.state() == ItemState.REJECTED).singleElement()
                .matches(item -> item.kind().equals("BUSINESS_LICENCE") && item.reason().contains("已过期"));

        file.withDocuments();
        assertThat(file).waitsAt("user_enter-data").hasStatus(ApplicationStatus.IN_ASSESSMENT)
                .hasPassedTimes(2, "user_upload-documents").hasPassedTimes(2, "user_verify-documents").hasPassed("end_documents-complete");
    }

    @Test
    void theCustomerIsRemindedOfMissingDocumentsEveryThreeDays() {
        ApplicationCase file = bank.anApplication().submitted();
        assertThat(file).hasToldTheCustomer("DOCUMENTS_OUTSTANDING", 0);

        file.letPass(Duration.ofDays(4));
        assertThat(file).waitsAt("user_upload-documents").hasPassedTimes(1, "service_remind-applicant")
                .hasToldTheCustomer("DOCUMENTS_OUTSTANDING", 1);

        file.letPass(Duration.ofDays(3));
        assertThat(file).waitsAt("user_upload-documents").hasToldTheCustomer("DOCUMENTS_OUTSTANDING", 2);
    }

    @Test
    void theRemindersGoOnUntilTheApplicationLapses() {
        ApplicationCase file = bank.anApplication().submitted();

        for (int day = 1; day <= 29; day++) {
            file.letPass(Duration.ofDays(1));
        }
        assertThat(file).waitsAt("user_upload-documents").hasToldTheCustomer("DOCUMENTS_OUTSTANDING", 9);
    }

    @Test
    void whoHasUploadedEverythingIsRemindedOnlyToHandItIn() {
        ApplicationCase file = bank.anApplication().submitted();
        file.uploadWhatIsMissing();

        file.letPass(Duration.ofDays(4));
        assertThat(file).waitsAt("user_upload-documents").hasToldTheCustomer("DOCUMENTS_OUTSTANDING", 0)
                .hasToldTheCustomer("DOCUMENTS_NOT_HANDED_IN", 1);
    }

    @Test
    void noTimeRunsAgainstTheCustomerWhileTheBankVerifies() {
        ApplicationCase file = bank.anApplication().withDocumentsUploaded();

        file.letPass(Duration.ofDays(40));
        assertThat(file).waitsAt("user_verify-documents").hasStatus(ApplicationStatus.COLLECTING_DOCUMENTS)
                .hasToldTheCustomer("DOCUMENTS_OUTSTANDING", 0).hasNotPassed("boundary_remind", "boundary_lapse");

        file.withDocuments();
        assertThat(file).waitsAt("user_enter-data").hasStatus(ApplicationStatus.IN_ASSESSMENT);
    }

    @Test
    void aCustomerAskedAgainHasThirtyDaysAgain() {
        ApplicationCase file = bank.anApplication().submitted().letPass(Duration.ofDays(20)).withDocumentsUploaded();
        file.letPass(Duration.ofDays(15));
        licenceSentBack(file);

        file.letPass(Duration.ofDays(29));
        assertThat(file).waitsAt("user_upload-documents").hasStatus(ApplicationStatus.COLLECTING_DOCUMENTS);

        file.letPass(Duration.ofDays(2));
        assertThat(file).isOver().hasStatus(ApplicationStatus.LAPSED).hasALetterFor("DOCUMENTS_LAPSED");
    }

    @Test
    void anApplicationWhoseDocumentsNeverComeLapses() {
        ApplicationCase file = bank.anApplication().submitted();

        file.letPass(Duration.ofDays(31));
        assertThat(file).isOver().hasStatus(ApplicationStatus.LAPSED).hasNeverHeldALimit().hasALetterFor("DOCUMENTS_LAPSED")
                .hasPassed("boundary_lapse", "service_mark-lapsed", "service_close-application")
                .hasNotPassed("user_upload-documents", "end_documents-complete", "user_enter-data");
    }

    /** The analyst rejects the business licence and accepts the rest. */
    private void licenceSentBack(ApplicationCase file) {
        file.uploadBankPapers();
        List<Map<String, Object>> verdicts = items(file).stream().filter(item -> item.state() == ItemState.UPLOADED)
                .map(item -> item.kind().equals("BUSINESS_LICENCE")
                        ? Map.<String, Object>of("kind", item.kind(), "accepted", false, "reason", "营业执照已过期,请重新上传")
                        : Map.<String, Object>of("kind", item.kind(), "accepted", true)).toList();
        file.complete("analyst", "user_verify-documents", Map.of("verdicts", verdicts));
    }

    private List<ChecklistItem> items(ApplicationCase file) {
        return bank.documents.checklist(file.number()).orElseThrow().items();
    }
}
