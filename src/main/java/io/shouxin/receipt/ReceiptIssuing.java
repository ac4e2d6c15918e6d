package io.shouxin.receipt;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.ApprovalStatus;
import io.shouxin.approval.CaseDecided;
import io.shouxin.contract.FacilitiesActivated;
import io.shouxin.origination.ApplicationClosed;
import io.shouxin.origination.ApplicationStatus;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Issues a receipt as soon as a decision stands, on a thread of its own, so that nobody waits for it. What is lost when a node ends is
 * issued by the nightly check, or when somebody asks for it.
 */
@Component
class ReceiptIssuing {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptIssuing.class);
    private static final int MOST_WAITING = 10_000;

    private final ReceiptDesk receipts;
    private final ApprovalDesk approvals;
    private final boolean atOnce;
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(0, 1, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING),
            work -> new Thread(work, "receipts"), new ThreadPoolExecutor.DiscardPolicy());

    ReceiptIssuing(ReceiptDesk receipts, ApprovalDesk approvals, @Value("${shouxin.receipt.at-once:true}") boolean atOnce) {
        this.receipts = receipts;
        this.approvals = approvals;
        this.atOnce = atOnce;
    }

    @TransactionalEventListener
    void decided(CaseDecided decision) {
        later(() -> issue(decision.approval(), () -> receipts.of(decision.approval())));
    }

    @TransactionalEventListener
    void activated(FacilitiesActivated facilities) {
        later(() -> approvals.history(ApplicationChapters.SUBJECT, facilities.application().value()).stream()
                .filter(decided -> decided.status() == ApprovalStatus.APPROVED).map(ApprovalCaseView::id)
                .forEach(approval -> issue(approval, () -> receipts.of(approval))));
    }

    @TransactionalEventListener
    void closed(ApplicationClosed application) {
        if (application.status() == ApplicationStatus.DECLINED) {
            later(() -> issue(application.applicationId(), () -> receipts.on(application.applicationId())));
        }
    }

    private void later(Runnable work) {
        if (atOnce) {
            writer.execute(work);
        }
    }

    private void issue(Object decided, Runnable issuing) {
        try {
            issuing.run();
        } catch (RuntimeException failure) {
            LOG.warn("The receipt of {} could not be issued now; it is issued at night or when it is asked for", decided, failure);
        }
    }

    /** What waits is still written. */
    @PreDestroy
    void end() throws InterruptedException {
        writer.shutdown();
        if (!writer.awaitTermination(20, TimeUnit.SECONDS)) {
            writer.shutdownNow();
        }
    }
}
