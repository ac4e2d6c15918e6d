package io.shouxin.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.ApprovalStatus;
import io.shouxin.audit.AuditEntry;
import io.shouxin.audit.AuditTrail;
import io.shouxin.kernel.StoredRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Holds a receipt against what the database says today (回执与库存核对): every row it was issued on, column by column, and the audit trail. */
@Service
class ReceiptCheck {

    /** Act by which the audit trail remembers a receipt. */
    static final String ISSUED = "DECISION_RECEIPT_ISSUED";

    private static final String DECISIONS = "approval_decision";

    private final Decisions decisions;
    private final ApprovalDesk approvals;
    private final ReceiptContents contents;
    private final AuditTrail audit;

    ReceiptCheck(Decisions decisions, ApprovalDesk approvals, ReceiptContents contents, AuditTrail audit) {
        this.decisions = decisions;
        this.approvals = approvals;
        this.contents = contents;
        this.audit = audit;
    }

    /** In a transaction of its own, which what cannot be read may spoil. @return what is not as the receipt says, in words; empty if everything is */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
    List<String> differences(ReceiptView stored) {
        List<String> found = new ArrayList<>(ReceiptVerifier.verify(stored.file(), Optional.empty()).problems());
        ReceiptFile file;
        try {
            file = ReceiptFile.read(stored.file());
        } catch (ReceiptFile.Unreadable unreadable) {
            return found;
        }
        JsonNode content = file.content();
        JsonNode number = content.path("receipt");
        if (!number.path("number").asText().equals(stored.number()) || number.path("edition").asInt() != stored.edition()
                || !content.path("case").path("number").asText().equals(stored.decision())
                || !content.path("case").path("subject").asText().equals(stored.subject()) || !file.sha256().equals(stored.sha256())) {
            found.add("the receipt is kept under another number, case or fingerprint than its own");
        }
        Optional<Decision> decided = decisions.find(content.path("case").path("number").asText());
        if (decided.isEmpty()) {
            found.add("the decision " + content.path("case").path("number").asText() + ": is gone");
            return found;
        }
        rows(content, decided.get(), found);
        trail(stored, content, found);
        return found;
    }

    private void rows(JsonNode content, Decision decided, List<String> found) {
        Map<String, StoredRow> now = new LinkedHashMap<>();
        contents.rows(decided).forEach(row -> now.put(row.name(), row));
        boolean newest = isNewest(decided);
        for (JsonNode record : content.path("records")) {
            String name = record.path("table").asText() + " " + record.path("key").asText();
            StoredRow row = now.remove(name);
            if (record.path("living").asBoolean() && !newest) {
                continue;
            }
            if (row == null) {
                found.add(name + ": is gone");
                continue;
            }
            record.path("columns").fields().forEachRemaining(column -> {
                String told = column.getValue().isNull() ? null : column.getValue().asText();
                String stands = row.columns().get(column.getKey());
                if (!Objects.equals(told, stands)) {
                    found.add(name + ": " + column.getKey() + " was " + told + ", is " + stands);
                }
            });
        }
        now.values().stream().filter(row -> row.table().equals(DECISIONS)).forEach(row -> found.add(row.name() + ": was put in after the case was decided"));
    }

    /** A later round of the same subject works on the same application: then only what is frozen is compared. */
    private boolean isNewest(Decision decided) {
        if (!(decided instanceof Decision.ByApprovers approvers)) {
            return true;
        }
        List<ApprovalCaseView> all = approvals.history(decided.subjectType(), decided.subject());
        return approvers.approval().status() != ApprovalStatus.RETURNED && all.get(all.size() - 1).id().equals(approvers.approval().id());
    }

    private void trail(ReceiptView stored, JsonNode content, List<String> found) {
        for (JsonNode chain : content.path("audit").path("chains")) {
            Map<Long, String> now = new HashMap<>();
            audit.of(chain.path("subject").asText()).forEach(entry -> now.put(entry.position(), entry.sha256()));
            for (JsonNode link : chain.path("entries")) {
                if (!link.path("sha256").asText().equals(now.get(link.path("position").asLong()))) {
                    found.add("audit_entry " + chain.path("subject").asText() + " #" + link.path("position").asLong() + ": is not the entry of then");
                }
            }
        }
        boolean remembered = audit.of(stored.decision()).stream().filter(entry -> entry.act().equals(ISSUED)).map(AuditEntry::detail)
                .anyMatch(detail -> detail.equals(stored.number() + " " + stored.sha256()));
        if (!remembered) {
            found.add("decision_receipt " + stored.number() + ": the audit trail knows no receipt of this number and fingerprint");
        }
    }
}
