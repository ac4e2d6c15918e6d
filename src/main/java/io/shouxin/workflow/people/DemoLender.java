package io.shouxin.workflow.people;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.PersonId;
import io.shouxin.origination.LenderFigures;
import io.shouxin.origination.LenderKind;
import io.shouxin.origination.LenderRegister;
import java.math.BigDecimal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The demo bank's own capital and funds, without which no limit of concentration can be worked out; invented, and says so. */
@Component
@Order(3)
@Profile("!production")
@ConditionalOnProperty(name = "shouxin.demo", havingValue = "true")
class DemoLender implements FirstPeople {

    private static final PersonId POLICY_OFFICER = new PersonId("policy");
    private static final PersonId DIRECTOR = new PersonId("director");

    private final LenderRegister lender;
    private final BusinessClock clock;

    DemoLender(LenderRegister lender, BusinessClock clock) {
        this.lender = lender;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void enter() {
        if (!lender.newest().isEmpty()) {
            return;
        }
        LenderFigures invented = new LenderFigures(LenderKind.BANK, clock.today(), new BigDecimal("6000000000"), new BigDecimal("4800000000"),
                new BigDecimal("40000000000"), "演示数据（虚构），请以本机构监管报表替换");
        lender.confirm(lender.record(invented, POLICY_OFFICER).orElseThrow().number(), DIRECTOR).orElseThrow();
    }
}
