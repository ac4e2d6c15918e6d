package io.shouxin.workflow.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.CustomerView;
import io.shouxin.kernel.Money;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo group on the headroom map. */
@ApplicationTest
class DemoLimitsTest {

    @Autowired
    private DemoLimits demo;
    @Autowired
    private Bank bank;

    @Test
    void isThereOnceHoweverOftenTheApplicationStarts() {
        demo.enter();

        List<CustomerView> members = bank.register.search("寰宇示例食品（", 50);
        assertThat(members).extracting(CustomerView::name).doesNotHaveDuplicates().hasSize(6);
        LimitAccountView group = bank.ledger.account(LimitAccountId.of(members.get(0).group().orElseThrow())).orElseThrow();
        assertThat(group.ceiling()).contains(Money.cny("50000000"));
        assertThat(group.reserved()).isEqualTo(Money.cny("6000000"));
        assertThat(group.free()).contains(Money.cny("21000000"));
        assertThat(bank.ledgerHistory.reconcile()).isEmpty();
    }
}
