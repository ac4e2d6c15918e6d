package io.shouxin.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.audit.AuditEntry;
import io.shouxin.audit.AuditTrail;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.GroupId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.testkit.ApplicationTest;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class CustomerRegisterTest {

    private static final PersonId ACTOR = new PersonId("rm");

    @Autowired
    private CustomerRegister register;

    @Autowired
    private Customers customers;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void keepsAFirmAndShowsItsCodeMasked() {
        CustomerView view = register.register(new RegisterCustomer(CustomerKind.ENTERPRISE, "芜湖𠮷祥商贸有限公司",
                IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE, "91340600MA2PBM9HXD", "F51", "安徽芜湖", LocalDate.of(2016, 3, 1), 12,
                EnterpriseSize.SMALL, "0553-1234567", "office@firm.example", null), ACTOR).orElseThrow();
        customers.flush();

        assertThat(view.identifierMasked()).isEqualTo("9134**********9HXD").doesNotContain("MA2PBM");
        assertThat(view.industrySection()).isEqualTo("F");
        assertThat(register.find(view.id())).hasValue(view);
        assertThat(register.search("𠮷祥", 10)).containsExactly(view);
        assertThat(register.search("91340600ma2pbm9hxd", 10)).containsExactly(view);
        assertThat(register.search("%", 10)).isEmpty();
    }

    @Test
    void refusesASecondCustomerWithTheSameNumberAndNamesTheFirst() {
        CustomerId first = register.register(RegisterCustomer.individual("张三", "360426199101010071"), ACTOR).orElseThrow().id();

        assertThat(register.register(RegisterCustomer.individual("张三丰", "360426 19910101 0071"), ACTOR).refusals()).singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("CUSTOMER_ALREADY_REGISTERED");
                    assertThat(refusal.arguments()).containsEntry("customerId", first.value());
                });
    }

    @Test
    void sealsAResidentIdAndWritesDownWhoLooksAtIt() {
        CustomerId id = register.register(RegisterCustomer.individual("李四", "11010519491231002X"), ACTOR).orElseThrow().id();
        customers.flush();

        assertThat(jdbc.sql("SELECT identifier_kept FROM customer WHERE customer_id = :id").param("id", id.value())
                .query(String.class).single()).startsWith("v1:").doesNotContain("19491231");
        assertThat(register.revealIdentifier(id, "合同签订", ACTOR).orElseThrow()).isEqualTo("11010519491231002X");
        assertThat(audit.of(id.value())).extracting(AuditEntry::act).containsExactly("CUSTOMER_REGISTERED", "IDENTIFIER_REVEALED");
        assertThat(register.revealIdentifier(id, " ", ACTOR).refusals()).extracting(Refusal::code).containsExactly("PURPOSE_MISSING");
    }

    @Test
    void joinsCustomersOfOneGroupByItsName() {
        CustomerId first = masked().id();
        CustomerId second = masked().id();
        String name = "某某集团" + UUID.randomUUID();
        GroupId group = register.joinGroup(first, name, ACTOR).orElseThrow().group().orElseThrow();

        assertThat(register.joinGroup(second, " " + name + " ", ACTOR).orElseThrow().group()).hasValue(group);
        assertThat(register.membersOf(group)).extracting(CustomerView::id).containsExactly(first, second);
    }

    @Test
    void blocksAndUnblocksWithAReason() {
        CustomerId id = masked().id();

        assertThat(register.block(id, "", ACTOR).refusals()).extracting(Refusal::code).containsExactly("REASON_MISSING");
        assertThat(register.block(id, "列入失信名单", ACTOR).orElseThrow().blocked()).isTrue();
        assertThat(register.block(id, "再次", ACTOR).refusals()).extracting(Refusal::code).containsExactly("CUSTOMER_ALREADY_BLOCKED");
        assertThat(register.unblock(id, "已移出", ACTOR).orElseThrow().blocked()).isFalse();
    }

    @Test
    void countsAMaskedFirmAsNotVerified() {
        assertThat(masked().identifierVerified()).isFalse();
    }

    private CustomerView masked() {
        return register.register(RegisterCustomer.masked("***电器销售有限公司", "R" + UUID.randomUUID().toString().substring(0, 8)), ACTOR)
                .orElseThrow();
    }
}
