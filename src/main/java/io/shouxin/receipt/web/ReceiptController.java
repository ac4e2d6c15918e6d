package io.shouxin.receipt.web;

import io.shouxin.identity.Access;
import io.shouxin.identity.Role;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.receipt.AuditCheckView;
import io.shouxin.receipt.AuditChecks;
import io.shouxin.receipt.ReceiptPapers;
import io.shouxin.receipt.ReceiptView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decision receipts to take away, and whether what was decided still stands as it was. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
@Tag(name = "Receipts")
class ReceiptController {

    private static final int SHOWN_CHECKS = 30;

    private final ReceiptPapers papers;
    private final AuditChecks checks;
    private final Access access;

    ReceiptController(ReceiptPapers papers, AuditChecks checks, Access access) {
        this.papers = papers;
        this.checks = checks;
        this.access = access;
    }

    @Operation(summary = "The receipt of a decided case, as the file that verify-receipt checks")
    @GetMapping("/approval-cases/{id}/receipt")
    ResponseEntity<byte[]> receipt(@PathVariable("id") String id) {
        return file(ofCase(id));
    }

    @Operation(summary = "The same as PDF in Chinese; the PDF carries the file")
    @GetMapping("/approval-cases/{id}/receipt.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable("id") String id) {
        return paper(ofCase(id));
    }

    @Operation(summary = "What of a decided case is no longer as its receipt says")
    @GetMapping("/approval-cases/{id}/receipt/differences")
    Standing differences(@PathVariable("id") String id) {
        return standing(ofCase(id));
    }

    @Operation(summary = "The receipt of what was decided on an application, also when it was declined without approvers")
    @GetMapping("/applications/{id}/receipt")
    ResponseEntity<byte[]> receiptOfApplication(@PathVariable("id") String id) {
        return file(onApplication(id));
    }

    @Operation(summary = "The same as PDF in Chinese; the PDF carries the file")
    @GetMapping("/applications/{id}/receipt.pdf")
    ResponseEntity<byte[]> pdfOfApplication(@PathVariable("id") String id) {
        return paper(onApplication(id));
    }

    @Operation(summary = "What of a decided application is no longer as its receipt says")
    @GetMapping("/applications/{id}/receipt/differences")
    Standing differencesOfApplication(@PathVariable("id") String id) {
        return standing(onApplication(id));
    }

    @Operation(summary = "The bank's public key for receipts and seals, as PEM, to be given to verify-receipt with --key")
    @GetMapping(value = "/receipt-key", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> key() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).cacheControl(CacheControl.noStore()).body(papers.publicKey());
    }

    @Operation(summary = "The newest checks of the audit trail; for auditors and the risk director")
    @GetMapping("/audit-checks")
    List<AuditCheckView> checks() {
        access.personIn(Role.AUDITOR, Role.RISK_DIRECTOR);
        return checks.newest(SHOWN_CHECKS);
    }

    private ReceiptView ofCase(String id) {
        return papers.receipt(number(ApprovalCaseId::new, id));
    }

    private ReceiptView onApplication(String id) {
        return papers.receipt(number(ApplicationId::new, id));
    }

    private static <T> T number(Function<String, T> as, String id) {
        try {
            return as.apply(id);
        } catch (IllegalArgumentException malformed) {
            throw new Access.NotVisible();
        }
    }

    private static ResponseEntity<byte[]> file(ReceiptView receipt) {
        return file(receipt.file(), MediaType.APPLICATION_JSON, ContentDisposition.attachment(), "决策回执-" + receipt.number() + ".json");
    }

    private ResponseEntity<byte[]> paper(ReceiptView receipt) {
        return file(papers.pdf(receipt), MediaType.APPLICATION_PDF, ContentDisposition.inline(), "决策回执-" + receipt.decision() + ".pdf");
    }

    private Standing standing(ReceiptView receipt) {
        List<String> differences = papers.differences(receipt);
        return new Standing(differences.isEmpty(), differences);
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, ContentDisposition.Builder disposition, String name) {
        return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.filename(name, StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff").body(content);
    }

    /** @param differences each with table, key and column, what the receipt says and what stands there now */
    record Standing(boolean asDecided, List<String> differences) {
    }
}
