package io.shouxin.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.shouxin.approval.Verdict;
import io.shouxin.identity.Access;
import io.shouxin.integration.ProposalChanges;
import io.shouxin.integration.ProposalChanges.Change;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.receipt.ReceiptDesk;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.ProcessTest;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An approver to whom a case comes back is told what changed since he saw it, and nothing that did not. */
@ApplicationTest
@ProcessTest
class ResubmissionPathsTest {

    @Autowired
    private Bank bank;

    @Autowired
    private ProposalChanges changes;

    @Autowired
    private ReceiptDesk receipts;

    @Test
    void theApproverSeesWhatChangedSinceHeReturnedIt() {
        ApplicationCase file = returned();
        file.complete("analyst", "user_enter-data", Map.of());
        file.complete("analyst", "user_assess-qualification", Forms.with(Forms.qualification("QUALIFIED", "ADEQUATE"), "opinion", "补充了账龄，意见下调。"));

        ProposalChanges.SinceSeen since = seenBy("manager", last(file));
        assertThat(since.seenByMe()).isTrue();
        assertThat(since.seenIn()).isEqualTo(file.approvals().get(0).id().value());
        assertThat(since.seenVersion()).isEqualTo(1);
        assertThat(since.version()).isEqualTo(2);
        assertThat(since.changes()).extracting(Change::chapter).contains("OPINION", "RATING");
        assertThat(since.changes()).extracting(Change::what, Change::before, Change::after).contains(
                tuple("分析师意见", "资料齐全,意见如上。", "补充了账龄，意见下调。"));
        assertThat(since.changes()).noneMatch(change -> change.before().equals(change.after())).noneMatch(change -> change.what().equals("申请额度"));
    }

    @Test
    void whoSeesItForTheFirstTimeIsToldTheChangesOfTheRound() {
        ApplicationCase file = returned();
        file.complete("analyst", "user_enter-data", Map.of());
        file.complete("analyst", "user_assess-qualification", Forms.qualification("QUALIFIED", "ADEQUATE"));

        assertThat(seenBy("senior", last(file)).seenByMe()).isFalse();
        assertThat(seenBy("senior", last(file)).changes()).extracting(Change::chapter).contains("RATING");
    }

    @Test
    void theFirstRoundHasNothingToCompareWith() {
        ApplicationCase file = bank.anApplication().asking("4000000").assessed();

        assertThat(seenBy("manager", last(file)).seenIn()).isNull();
        assertThat(seenBy("manager", last(file)).changes()).isEmpty();
    }

    @Test
    void theCustomerIsNotToldThatThereIsSuchACase() {
        ApplicationCase file = bank.anApplication().asking("4000000").assessed();

        assertThatThrownBy(() -> seenBy(file.applicant(), last(file))).isInstanceOf(Access.NotVisible.class);
    }

    private ApplicationCase returned() {
        ApplicationCase file = bank.anApplication().asking("4000000").decidedBy("manager", Verdict.RETURN);
        receipts.of(last(file)).orElseThrow();
        return file;
    }

    private ProposalChanges.SinceSeen seenBy(String officer, ApprovalCaseId approval) {
        return bank.hands.as(officer, () -> changes.since(approval, Locale.CHINESE));
    }

    private static ApprovalCaseId last(ApplicationCase file) {
        return file.approvals().get(file.approvals().size() - 1).id();
    }
}
