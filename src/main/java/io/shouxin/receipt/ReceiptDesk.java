package io.shouxin.receipt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.ApprovalStatus;
import io.shouxin.audit.AuditTrail;
import io.shouxin.audit.BankKeys;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Issues decision receipts (决策回执): one when a case is decided, also by the rules alone, and a further edition when the facilities it led
 * to are open. A receipt that is asked for before it was issued is issued then.
 */
@Service
public class ReceiptDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptDesk.class);
    private static final PersonId SYSTEM = new PersonId("system");

    private final ApprovalDesk approvals;
    private final ApplicationDesk applications;
    private final Decisions decisions;
    private final Receipts receipts;
    private final ReceiptContents contents;
    private final ApplicationChapters chapters;
    private final BankKeys keys;
    private final AuditTrail audit;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate alone;

    ReceiptDesk(ApprovalDesk approvals, ApplicationDesk applications, Decisions decisions, Receipts receipts, ReceiptContents contents,
                ApplicationChapters chapters, BankKeys keys, AuditTrail audit, BusinessNumbers numbers, BusinessClock clock,
                PlatformTransactionManager transactions) {
        this.approvals = approvals;
        this.applications = applications;
        this.decisions = decisions;
        this.receipts = receipts;
        this.contents = contents;
        this.chapters = chapters;
        this.keys = keys;
        this.audit = audit;
        this.numbers = numbers;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The newest receipt of a decided approval case, or {@code CASE_UNKNOWN, NOT_DECIDED_YET}. */
    public Outcome<ReceiptView> of(ApprovalCaseId approval) {
        Optional<ApprovalCaseView> found = approvals.find(approval);
        return answer(approval.value(), found.map(view -> "approvalStatus." + view.status()), found.flatMap(Decisions::byApprovers));
    }

    /**
     * The newest receipt of what was decided on an application: that the bank declined it, else what approvers decided last; or
     * {@code CASE_UNKNOWN, NOT_DECIDED_YET}.
     */
    public Outcome<ReceiptView> on(ApplicationId id) {
        Optional<ApplicationView> found = applications.find(id);
        return answer(id.value(), found.map(view -> "applicationStatus." + view.status()), found.flatMap(decisions::newestOn));
    }

    private Outcome<ReceiptView> answer(String number, Optional<String> status, Optional<Decision> decided) {
        if (status.isEmpty()) {
            return Outcome.refused(Refusal.of("CASE_UNKNOWN").with("case", number));
        }
        return decided.map(decision -> Outcome.done(receipt(decision)))
                .orElseGet(() -> Outcome.refused(Refusal.of("NOT_DECIDED_YET").with("case", number).with("status", status.get())));
    }

    /**
     * Issues what was decided in that time and has no receipt yet, each in a transaction of its own. One that cannot be issued, because what it has
     * to tell is damaged, leaves the others alone; {@link #withoutReceipt} names it.
     */
    void issueMissed(Instant from, Instant until) {
        decisions.between(from, until).forEach(number -> {
            try {
                decisions.find(number).ifPresent(this::receipt);
            } catch (RuntimeException damaged) {
                LOG.error("The receipt of {} cannot be issued", number, damaged);
            }
        });
    }

    /** What was decided in that time and has no receipt still. */
    List<String> withoutReceipt(Instant from, Instant until) {
        return decisions.between(from, until).filter(number -> !receipts.has(number)).filter(this::isDecision).toList();
    }

    /** What cannot even be read counts. */
    private boolean isDecision(String number) {
        try {
            return Boolean.TRUE.equals(alone.execute(status -> decisions.find(number).isPresent()));
        } catch (RuntimeException damaged) {
            return true;
        }
    }

    private ReceiptView receipt(Decision decided) {
        return receipts.newest(decided.number()).filter(issued -> !wantsAnother(decided, issued)).orElseGet(() -> issued(decided));
    }

    /** What the analyst had written when that case was decided, as its receipt says; empty where there is no receipt of that time. */
    public Optional<String> opinion(ApprovalCaseId approval) {
        return receipts.newest(approval.value()).flatMap(issued -> {
            try {
                return Optional.ofNullable(ReceiptFile.read(issued.file()).content().path("application").path("assessment").path("opinion").textValue());
            } catch (ReceiptFile.Unreadable spoilt) {
                return Optional.empty();
            }
        });
    }

    private boolean wantsAnother(Decision decided, ReceiptView newest) {
        return decided instanceof Decision.ByApprovers approvers && approvers.approval().status() == ApprovalStatus.APPROVED && decided.onApplication()
                && chapters.isActive(decided.subject()) && !tellsTheContract(newest);
    }

    private static boolean tellsTheContract(ReceiptView receipt) {
        try {
            return ReceiptFile.read(receipt.file()).content().has("contract");
        } catch (ReceiptFile.Unreadable spoilt) {
            return true;
        }
    }

    /** Of two who issue it at the same moment one does; both answer with the same receipt. */
    private ReceiptView issued(Decision decided) {
        try {
            return transaction.execute(status -> issue(decided));
        } catch (DuplicateKeyException issuedMeanwhile) {
            return receipts.newest(decided.number()).orElseThrow(() -> issuedMeanwhile);
        }
    }

    private ReceiptView issue(Decision decided) {
        Optional<ReceiptView> former = receipts.newest(decided.number());
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
        ReceiptView receipt = new ReceiptView(number, decided.number(), decided.subject(), edition, now, file.sha256(), file.bytes());
        receipts.add(receipt);
        audit.record(decided.number(), ReceiptCheck.ISSUED, SYSTEM, number + " " + file.sha256());
        return receipt;
    }
}
