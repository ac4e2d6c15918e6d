package io.shouxin.process;

import static io.shouxin.testkit.CaseAssert.assertThat;
import static io.shouxin.testkit.Firm.firm;

import io.shouxin.approval.Verdict;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
@ProcessTest
class ApprovalPathsTest {

    @Autowired
    private Bank bank;

    @Test
    void anApprovedApplicationBecomesAnActiveFacility() {
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        assertThat(file).holdsItsLimit();
        System.out.println(file.openTasks() + " " + file.proposal() + " " + file.approvals());
        file.active();
        assertThat(file).isOver().hasStatus(ApplicationStatus.ACTIVE).hasAnActiveFacility().hasNoLetter();
    }

    @Test
    void probe() {
        for (String[] p : new String[][] {{"1", "900000", "STRONG"}, {"1", "900000", "ADEQUATE"}, {"1", "900000", "WEAK"}, {"3", "2500000", "STRONG"}, {"3", "9000000", "STRONG"}, {"10", "30000000", "STRONG"}, {"20", "60000000", "STRONG"}}) {
            ApplicationCase file = bank.anApplication().of(firm().ofScale(Integer.parseInt(p[0]))).asking(p[1]).judged(p[2]).assessed();
            System.out.println(String.join(",", p) + " -> " + file.status() + " " + file.openTasks() + (file.status() == ApplicationStatus.DECLINED ? file.view().closingReasons().toString() : ""
                    ) + file.proposal().amount() + " " + file.proposal().grade() + " " + file.proposal().bindingConstraint() + file.proposal().exposureAfter()
                    + file.approvals().stream().map(a -> a.tiers().toString()).toList());
        }
        for (var f : java.util.List.of(firm().withoutCreditReport(), firm().overdueToday(120), firm().owing("900000000"))) {
            ApplicationCase file = bank.anApplication().of(f).asking("1500000").assessed();
            System.out.println(f + " -> " + file.status() + " " + file.openTasks() + file.view().closingReasons());
        }
    }
}
