package io.shouxin.receipt;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.audit.BankKeys;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.ApprovalCaseId;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Receipts for those who may see them: officers who may read the case and see what the whole group owes, because every receipt tells that.
 */
@Service
public class ReceiptPapers {

    private final ApprovalDesk approvals;
    private final ReceiptDesk receipts;
    private final ReceiptPrinter printer;
    private final ReceiptCheck check;
    private final BankKeys keys;
    private final Access access;

    ReceiptPapers(ApprovalDesk approvals, ReceiptDesk receipts, ReceiptPrinter printer, ReceiptCheck check, BankKeys keys, Access access) {
        this.approvals = approvals;
        this.receipts = receipts;
        this.printer = printer;
        this.check = check;
        this.keys = keys;
        this.access = access;
    }

    /** The newest receipt of a decided case. @throws io.shouxin.kernel.RefusedException {@code NOT_DECIDED_YET} */
    public ReceiptView receipt(ApprovalCaseId approval) {
        visible(approval);
        return receipts.of(approval).orElseThrow();
    }

    /** The newest receipt of what was decided on an application. @throws io.shouxin.kernel.RefusedException {@code NOT_DECIDED_YET} */
    public ReceiptView receipt(ApplicationId application) {
        access.officer();
        withGroupView(access.officerOfCase(application.value()));
        return receipts.on(application).orElseThrow();
    }

    /** The same on paper, in Chinese, carrying the receipt. */
    public byte[] pdf(ReceiptView receipt) {
        return printer.print(receipt);
    }

    /** What of a decided case is no longer as its receipt says; empty if everything is. */
    public List<String> differences(ReceiptView receipt) {
        return check.differences(receipt);
    }

    /** The public key receipts are signed with now, as PEM. */
    public String publicKey() {
        access.officer();
        return PublicKeyFile.pem(keys.publicKey());
    }

    private void visible(ApprovalCaseId approval) {
        access.officer();
        ApprovalCaseView found = approvals.find(approval).orElseThrow(Access.NotVisible::new);
        withGroupView(access.officerOfCase(found.subjectId()));
    }

    private static void withGroupView(Person reader) {
        if (!reader.groupView()) {
            throw new Access.NotAllowed();
        }
    }
}
