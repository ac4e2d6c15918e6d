package io.shouxin.workflow.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.IdentifierType;
import io.shouxin.kernel.CustomerId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demo's customers are told from everybody else's. */
class DemoCustomersTest {

    private static final CustomerView FIRM = customer("C-1", "9131**********D850", IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE, null);
    private static final CustomerView MEMBER = customer("C-2", "DEMOUSA", IdentifierType.INTERNAL_REFERENCE, "寰宇示例食品集团");
    private static final CustomerView STRANGER = customer("C-3", "9131**********D851", IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE, null);
    private static final CustomerView NAMED_ALIKE = customer("C-4", "DEMOUSA", IdentifierType.INTERNAL_REFERENCE, null);

    private final CustomerRegister register = mock(CustomerRegister.class);
    private final DemoCustomers demo = new DemoCustomers(register);

    @BeforeEach
    void theDemoFirmIsKnown() {
        when(register.findByIdentifier(any(), any())).thenReturn(Optional.empty());
        when(register.findByIdentifier(IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE, DemoFirm.CODE)).thenReturn(Optional.of(FIRM));
    }

    @Test
    void onTheFirstDayTheyAreAlone() {
        assertThat(notAlone(List.of())).isFalse();
        assertThat(notAlone(List.of(FIRM, MEMBER))).isFalse();
    }

    @Test
    void aFurtherCustomerIsSomebodyElse() {
        assertThat(notAlone(List.of(FIRM, MEMBER, STRANGER))).isTrue();
        assertThat(notAlone(List.of(NAMED_ALIKE))).isTrue();
    }

    @Test
    void moreThanCanBeSeenAreNotTheDemos() {
        assertThat(notAlone(Collections.nCopies(200, FIRM))).isTrue();
    }

    private boolean notAlone(List<CustomerView> all) {
        when(register.search(eq(""), anyInt())).thenReturn(all);
        return demo.areNotAlone();
    }

    private static CustomerView customer(String id, String masked, IdentifierType type, String group) {
        return new CustomerView(new CustomerId(id), CustomerKind.ENTERPRISE, "名称", masked, type, true, "C34", "C", null, null, null, null, null,
                Optional.empty(), group, null, null, false, null);
    }
}
