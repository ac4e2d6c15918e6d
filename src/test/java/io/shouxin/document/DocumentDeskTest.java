package io.shouxin.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Sha256;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class DocumentDeskTest {

    private static final PersonId APPLICANT = new PersonId("applicant");
    private static final PersonId ANALYST = new PersonId("analyst");
    private static final byte[] PDF = ApplicationCase.PDF;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String subject = "CA-TEST-" + NUMBER.incrementAndGet();

    @Autowired
    private DocumentDesk desk;

    @Test
    void theChecklistFollowsFromThePolicyAndAsksForEachDocumentOnce() {
        ChecklistView checklist = drawUp(facts("LENDING", "WORKING_CAPITAL_LOAN"), facts("TRADE_CREDIT", "TRADE_OPEN_ACCOUNT"));

        assertThat(checklist.items()).extracting(ChecklistItem::kind).doesNotHaveDuplicates().contains("BUSINESS_LICENCE", "TAX_CERTIFICATE");
        assertThat(item(checklist, "TAX_CERTIFICATE").required()).as("one facility requires it").isTrue();
        assertThat(desk.checklist(subject)).contains(checklist);
    }

    @Test
    void keepsTheBytesTheFingerprintAndTheTruthAboutTheFile() {
        drawUp(facts("LENDING", "WORKING_CAPITAL_LOAN"));
        DocumentView document = bring("BUSINESS_LICENCE", "C:\\扫描\\营业执照.exe", PDF).orElseThrow();

        assertThat(document.fileName()).isEqualTo("营业执照.exe.pdf");
        assertThat(document.mediaType()).isEqualTo("application/pdf");
        assertThat(desk.content(document.id()).orElseThrow().content()).isEqualTo(PDF);
        assertThat(desk.find(document.id())).contains(document);
        assertThat(document.sha256()).isEqualTo(Sha256.of(PDF));
    }

    @Test
    void aReplacedUploadStaysInTheVault() {
        drawUp(facts("LENDING", "WORKING_CAPITAL_LOAN"));
        DocumentView first = bring("BUSINESS_LICENCE", "a.pdf", PDF).orElseThrow();
        DocumentView second = bring("BUSINESS_LICENCE", "b.pdf", PDF).orElseThrow();

        assertThat(second.replaces()).isEqualTo(first.id().value());
        assertThat(desk.of(subject)).containsExactlyInAnyOrder(first, second);
        assertThat(item(desk.checklist(subject).orElseThrow(), "BUSINESS_LICENCE").documentId()).isEqualTo(second.id().value());
    }

    @Test
    void refusesBadFilesAndChangesNothing() {
        assertThat(code(bring("BUSINESS_LICENCE", "a.pdf", PDF))).isEqualTo("NO_CHECKLIST");
        ChecklistView before = drawUp(facts("LENDING", "WORKING_CAPITAL_LOAN"));

        assertThat(code(bring("PASSPORT", "a.pdf", PDF))).isEqualTo("UNKNOWN_DOCUMENT_KIND");
        assertThat(code(bring("BUSINESS_LICENCE", "a.pdf", new byte[0]))).isEqualTo("FILE_EMPTY");
        assertThat(code(bring("BUSINESS_LICENCE", "a.pdf", new byte[20 * 1024 * 1024 + 1]))).isEqualTo("FILE_TOO_LARGE");
        assertThat(code(bring("BUSINESS_LICENCE", "a.pdf", "<html>".getBytes(StandardCharsets.US_ASCII)))).isEqualTo("FILE_TYPE_REFUSED");
        assertThat(desk.checklist(subject)).contains(before);
        assertThat(desk.of(subject)).isEmpty();
    }

    @Test
    void verdictsAreAllOrNoneAndARejectionSaysWhy() {
        drawUp(facts("LENDING", "WORKING_CAPITAL_LOAN"));
        bring("BUSINESS_LICENCE", "a.pdf", PDF).orElseThrow();

        Outcome<ChecklistView> mixed = desk.judge(subject, List.of(DocumentVerdict.accept("BUSINESS_LICENCE"), DocumentVerdict.accept("ARTICLES")), ANALYST);
        assertThat(mixed.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("NOT_UPLOADED");
            assertThat(refusal.field()).isEqualTo("verdicts[1]");
        });
        assertThat(item(desk.checklist(subject).orElseThrow(), "BUSINESS_LICENCE").state()).isEqualTo(ItemState.UPLOADED);
        assertThat(code(desk.reject(subject, "BUSINESS_LICENCE", " ", ANALYST))).isEqualTo("REJECTION_NEEDS_REASON");

        assertThat(desk.accept(subject, "BUSINESS_LICENCE", ANALYST).isDone()).isTrue();
        assertThat(code(bring("BUSINESS_LICENCE", "b.pdf", PDF))).isEqualTo("ALREADY_ACCEPTED");
    }

    @Test
    void documentsAreKeptLongerButNeverShorter() {
        drawUp(facts("LENDING", "WORKING_CAPITAL_LOAN"));
        DocumentId id = bring(DocumentDesk.OTHER, "a.pdf", PDF).orElseThrow().id();
        LocalDate first = desk.find(id).orElseThrow().retainUntil();

        desk.retainUntil(subject, first.minusYears(1));
        assertThat(desk.find(id).orElseThrow().retainUntil()).isEqualTo(first);
        desk.retainUntil(subject, first.plusYears(1));
        assertThat(desk.find(id).orElseThrow().retainUntil()).isEqualTo(first.plusYears(1));
    }

    private ChecklistView drawUp(ChecklistFacts... facilities) {
        return desk.drawUpChecklist(new DrawUpChecklist(subject, new CustomerId("C-TEST-1"), List.of(facilities), LocalDate.of(2026, 3, 5)), ANALYST)
                .orElseThrow();
    }

    private Outcome<DocumentView> bring(String kind, String name, byte[] content) {
        return desk.receive(new ReceiveDocument(subject, kind, name, "application/octet-stream", content), APPLICANT);
    }

    private static ChecklistFacts facts(String facilityKind, String product) {
        return new ChecklistFacts("ENTERPRISE", facilityKind, product, "C", false, false);
    }

    private static ChecklistItem item(ChecklistView checklist, String kind) {
        return checklist.items().stream().filter(item -> item.kind().equals(kind)).findFirst().orElseThrow();
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusals().stream().map(Refusal::code).findFirst().orElse("done");
    }
}
