package io.shouxin.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A check of the audit trail and of the receipts as it was kept.
 *
 * @param entries     so many entries of the trail were looked at
 * @param receipts    so many receipts were held against the database
 * @param seal        the newest seal, as number, colon, fingerprint; empty before the first
 * @param explanation what came out when somebody looked into it; empty until then
 */
public record AuditCheckView(String id, Instant at, long entries, long receipts, String seal, List<AuditFindingView> findings,
                             Optional<String> explanation, Optional<String> explainedBy) {

    public AuditCheckView {
        findings = List.copyOf(findings);
    }

    /** The same with its findings told in Chinese; they are kept in English. */
    public AuditCheckView inChinese() {
        return new AuditCheckView(id, at, entries, receipts, seal, findings.stream()
                .map(finding -> new AuditFindingView(finding.subject(), FindingWords.chinese(finding.what()))).toList(), explanation, explainedBy);
    }
}
