package io.shouxin.receipt;

import io.shouxin.audit.AuditCheck;
import io.shouxin.audit.AuditEntry;
import io.shouxin.audit.AuditFinding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/**
 * Checks that everything decided still stands as it was decided (审计核查): the audit trail with its seals, and every receipt against the
 * database. Changes nothing.
 */
@Service
public class DecisionProof {

    private static final int TOGETHER = 100;
    private static final int MOST_FINDINGS = AuditCheck.MOST_FINDINGS;

    private final AuditCheck trail;
    private final Receipts receipts;
    private final ReceiptCheck check;

    DecisionProof(AuditCheck trail, Receipts receipts, ReceiptCheck check) {
        this.trail = trail;
        this.receipts = receipts;
        this.check = check;
    }

    /** Everything there is. */
    public Result run() {
        return run(receipt -> true);
    }

    /**
     * The whole trail, and the receipts of some years of work a part each night: so many that every one is looked at within a month.
     *
     * @param day of the month
     */
    Result runOfNight(int day, Instant recent) {
        boolean few = receipts.count() <= 20_000;
        return run(receipt -> few || receipt.issuedAt().isAfter(recent) || Math.floorMod(receipt.number().hashCode(), 28) == day % 28);
    }

    private Result run(Predicate<ReceiptView> chosen) {
        Map<String, String> issued = new TreeMap<>();
        AuditCheck.Result audited = trail.run(entry -> remember(issued, entry));
        List<AuditFindingView> findings = new ArrayList<>();
        for (AuditFinding finding : audited.findings()) {
            findings.add(new AuditFindingView(finding.subject(), finding.toString()));
        }
        long checked = 0;
        String last = "";
        for (List<ReceiptView> some = receipts.after(last, TOGETHER); !some.isEmpty(); some = receipts.after(last, TOGETHER)) {
            for (ReceiptView receipt : some) {
                last = receipt.number();
                issued.remove(receipt.number());
                if (chosen.test(receipt) && findings.size() < MOST_FINDINGS) {
                    checked++;
                    differences(receipt).forEach(what -> findings.add(new AuditFindingView(receipt.decision(), receipt.number() + ": " + what)));
                }
            }
        }
        issued.forEach((number, decision) -> findings.add(new AuditFindingView(decision, number + ": the receipt is gone")));
        return new Result(audited.entries(), checked, audited.seals(),
                audited.newest() == null ? "" : audited.newest().number() + ":" + audited.newest().sha256(),
                findings.stream().limit(MOST_FINDINGS).toList());
    }

    /** Damage that keeps a row from being read at all is a finding like any other, and keeps no other receipt from being checked. */
    private List<String> differences(ReceiptView receipt) {
        try {
            return check.differences(receipt);
        } catch (RuntimeException damaged) {
            return List.of("what it rests on cannot be read: " + damaged.getMessage());
        }
    }

    private static void remember(Map<String, String> issued, AuditEntry entry) {
        if (entry.act().equals(ReceiptCheck.ISSUED)) {
            issued.put(entry.detail().split(" ")[0], entry.subject());
        }
    }

    /**
     * What a check saw.
     *
     * @param seal the newest seal as number, colon, fingerprint: worth noting outside, it proves that nothing was cut off
     */
    public record Result(long entries, long receipts, long seals, String seal, List<AuditFindingView> findings) {

        public Result {
            findings = List.copyOf(findings);
        }
    }
}
