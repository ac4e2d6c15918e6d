package io.shouxin.workflow.people;

import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.EnterpriseSize;
import io.shouxin.customer.IdentifierType;
import io.shouxin.customer.RegisterCustomer;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.GroupId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.limit.FacilityCommitment;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LedgerReceipt;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitLedger;
import io.shouxin.limit.OpenAccount;
import io.shouxin.limit.ReservationPurpose;
import io.shouxin.limit.ReserveLimit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An invented group with limits on every level, for the headroom map: 50 million yuan for the group, 20 and 3 of it ring-fenced for two
 * members; two without a ceiling share what is left, of which orders have taken 6, so that 21 remain; a pool with temporary room; a
 * facility with parts.
 */
@Component
@Order(9)
@Profile("!production")
@ConditionalOnProperty(name = "shouxin.demo", havingValue = "true")
class DemoLimits implements FirstPeople {

    private static final PersonId ANALYST = new PersonId("analyst");
    private static final PersonId RELATIONSHIP_MANAGER = new PersonId("rm");
    private static final String NAME = "寰宇示例食品集团";
    private static final String FIRST_MEMBER = "DEMO-USA";

    private final CustomerRegister register;
    private final LimitLedger ledger;
    private final BusinessClock clock;

    DemoLimits(CustomerRegister register, LimitLedger ledger, BusinessClock clock) {
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void enter() {
        if (register.findByIdentifier(IdentifierType.INTERNAL_REFERENCE, FIRST_MEMBER).isPresent()) {
            return;
        }
        CustomerView usa = member("美国", FIRST_MEMBER);
        GroupId group = usa.group().orElseThrow();
        ledger.openGroup(group, Money.CNY, ANALYST).orElseThrow();
        ledger.grant(LimitAccountId.of(group), Money.cny("50000000"), key("group"), clock.today(), ANALYST).orElseThrow();
        open(usa, LimitAccountId.of(group));
        CustomerView middleEast = open(member("中东", "DEMO-MIDDLE-EAST"), LimitAccountId.of(group));
        CustomerView canada = open(member("加拿大", "DEMO-CANADA"), LimitAccountId.of(group));
        CustomerView mexico = open(member("墨西哥", "DEMO-MEXICO"), LimitAccountId.of(group));
        fence(usa, "20000000");
        fence(middleEast, "3000000");
        order(LimitAccountId.of(canada.id()), "2500000", "PO-DEMO-0001");
        order(LimitAccountId.of(mexico.id()), "3500000", "PO-DEMO-0002");
        facilityWithParts(usa.id());
        pool(group);
    }

    /** A member of the demo group by its number; nobody else's number begins so. */
    static boolean isMember(CustomerView customer) {
        return customer.identifierType() == IdentifierType.INTERNAL_REFERENCE && NAME.equals(customer.groupName())
                && customer.identifierMasked().startsWith("DEMO");
    }

    private CustomerView member(String place, String reference) {
        return register.register(new RegisterCustomer(CustomerKind.ENTERPRISE, "寰宇示例食品（" + place + "）有限公司",
                IdentifierType.INTERNAL_REFERENCE, reference, "C14", null, LocalDate.of(2010, 6, 1), 400, EnterpriseSize.LARGE, null, null, NAME),
                RELATIONSHIP_MANAGER).orElseThrow();
    }

    private CustomerView open(CustomerView member, LimitAccountId parent) {
        ledger.open(new OpenAccount(LimitAccountId.of(member.id()), Optional.of(parent), Money.CNY), ANALYST).orElseThrow();
        return member;
    }

    private void fence(CustomerView member, String yuan) {
        ledger.grantRingFenced(LimitAccountId.of(member.id()), Money.cny(yuan), key("fence " + member.id()), clock.today(), ANALYST).orElseThrow();
    }

    private LedgerReceipt order(LimitAccountId account, String yuan, String subject) {
        return ledger.reserve(new ReserveLimit(account, Money.cny(yuan), ReservationPurpose.UNDER_CEILING, subject, clock.today().plusDays(180),
                Optional.empty(), Optional.empty()), key("order " + subject), clock.today(), ANALYST).orElseThrow();
    }

    /** Eight million under the ring-fenced ceiling; a part with five of its own, and one that shares what the facility has left. */
    private void facilityWithParts(CustomerId customer) {
        LedgerReceipt held = order(LimitAccountId.of(customer), "8000000", "CA-DEMO-0001");
        FacilityId facility = new FacilityId("F-DEMO-0001");
        ledger.confirm(held.reservation().orElseThrow(), List.of(new FacilityCommitment(facility, Money.cny("8000000"), true,
                clock.today().plusYears(1), Set.of())), key("facility"), clock.today(), ANALYST).orElseThrow();
        LimitAccountId loans = LimitAccountId.subFacility("F-DEMO-0001-A");
        LimitAccountId bills = LimitAccountId.subFacility("F-DEMO-0001-B");
        for (LimitAccountId part : List.of(loans, bills)) {
            ledger.open(new OpenAccount(part, Optional.of(LimitAccountId.of(facility)), Money.CNY), ANALYST).orElseThrow();
        }
        ledger.grant(loans, Money.cny("5000000"), key("part"), clock.today(), ANALYST).orElseThrow();
        ledger.draw(loans, Money.cny("3000000"), key("draw A"), clock.today(), ANALYST).orElseThrow();
        ledger.draw(bills, Money.cny("1200000"), key("draw B"), clock.today(), ANALYST).orElseThrow();
        order(bills, "800000", "PO-DEMO-0003");
    }

    private void pool(GroupId group) {
        LimitAccountId pool = LimitAccountId.pool("P-DEMO-0001");
        ledger.open(new OpenAccount(pool, Optional.of(LimitAccountId.of(group)), Money.CNY), ANALYST).orElseThrow();
        ledger.grant(pool, Money.cny("10000000"), key("pool"), clock.today(), ANALYST).orElseThrow();
        ledger.allowTemporarily(pool, Money.cny("2000000"), clock.today().plusDays(30), key("temporary"), clock.today(), ANALYST).orElseThrow();
        open(member("新加坡", "DEMO-SINGAPORE"), pool);
        open(member("泰国", "DEMO-THAILAND"), pool);
    }

    private static LedgerKey key(String what) {
        return new LedgerKey("demo", what);
    }
}
