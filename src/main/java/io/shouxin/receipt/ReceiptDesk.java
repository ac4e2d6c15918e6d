package io.shouxin.receipt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.ApprovalStatus;
import io.shouxin.audit.AuditTrail;
import io.shouxin.audit.BankKeys;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Issues decision receipts (决策回执): one when a case is decided, a further edition when the facilities it led to are open. A receipt
 * that is asked for before it was issued is issued then.
 */
@Service
public class ReceiptDesk {

    private static final PersonId SYSTEM = new PersonId("system");
    private static final Set<ApprovalStatus> DECIDED = EnumSet.of(ApprovalStatus.APPROVED, ApprovalStatus.DECLINED, ApprovalStatus.RETURNED);

    private final ApprovalDesk approvals;
    private final Receipts receipts;
    private final ReceiptContents contents;
    private final ApplicationChapters applications;
    private final BankKeys keys;
    private final AuditTrail audit;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    ReceiptDesk(ApprovalDesk approvals, Receipts receipts, ReceiptContents contents, ApplicationChapters applications, BankKeys keys,
                AuditTrail audit, BusinessNumbers numbers, BusinessClock clock, PlatformTransactionManager transactions) {
        this.approvals = approvals;
        this.receipts = receipts;
        this.contents = contents;
        this.applications = applications;
        this.keys = keys;
        this.audit = audit;
        this.numbers = numbers;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The newest receipt of a decided case, or {@code CASE_UNKNOWN, NOT_DECIDED_YET}. */
    public Outcome<ReceiptView> of(ApprovalCaseId approval) {
        Optional<ApprovalCaseView> found = approvals.find(approval);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("CASE_UNKNOWN").with("case", approval));
        }
        if (!DECIDED.contains(found.get().status())) {
            return Outcome.refused(Refusal.of("NOT_DECIDED_YET").with("case", approval).with("status", "approvalStatus." + found.get().status()));
        }
        Optional<ReceiptView> newest = receipts.newest(approval);
        return Outcome.done(newest.filter(issued -> !wantsAnother(found.get(), issued)).orElseGet(() -> issued(found.get())));
    }

    /** What the analyst had written when that case was decided, as its receipt says; empty where there is no receipt of that time. */
    public Optional<String> opinion(ApprovalCaseId approval) {
        return receipts.newest(approval).flatMap(issued -> {
            try {
                return Optional.ofNullable(ReceiptFile.read(issued.file()).content().path("application").path("assessment").path("opinion").textValue());
            } catch (ReceiptFile.Unreadable spoilt) {
                return Optional.empty();
            }
        });
    }

    private boolean wantsAnother(ApprovalCaseView decided, ReceiptView newest) {
        return decided.status() == ApprovalStatus.APPROVED && decided.subjectType().equals(ApplicationChapters.SUBJECT)
                && applications.isActive(decided.subjectId()) && !tellsTheContract(newest);
    }

    private static boolean tellsTheContract(ReceiptView receipt) {
        try {
            return ReceiptFile.read(receipt.file()).content().has("contract");
        } catch (ReceiptFile.Unreadable spoilt) {
            return true;
        }
    }

    /** Of two who issue it at the same moment one does; both answer with the same receipt. */
    private ReceiptView issued(ApprovalCaseView decided) {
        try {
            return transaction.execute(status -> issue(decided));
        } catch (DuplicateKeyException issuedMeanwhile) {
            return receipts.newest(decided.id()).orElseThrow(() -> issuedMeanwhile);
        }
    }

    private ReceiptView issue(ApprovalCaseView decided) {
        Optional<ReceiptView> former = receipts.newest(decided.id());
        if (former.isPresent() && !wantsAnother(decided, former.get())) {
            return former.get();
        }
        String number = numbers.next("DR");
        int edition = former.map(ReceiptView::edition).orElse(0) + 1;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ObjectNode content = contents.of(decided);
        content.putObject("receipt").put("number", number).put("edition", edition).put("issuedAt", now.toString())
                .put("follows", former.map(ReceiptView::sha256).orElse(null)).put("developmentKey", keys.development());
        ReceiptFile file = ReceiptFile.signed(content, keys);
        ReceiptView receipt = new ReceiptView(number, decided.id(), decided.subjectId(), edition, now, file.sha256(), file.bytes());
        receipts.add(receipt);
        audit.record(decided.id().value(), ReceiptCheck.ISSUED, SYSTEM, number + " " + file.sha256());
        return receipt;
    }
}
