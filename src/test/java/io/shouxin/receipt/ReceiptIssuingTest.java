package io.shouxin.receipt;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shouxin.approval.ApprovalDesk;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.origination.ApplicationClosed;
import io.shouxin.origination.ApplicationStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Receipts are issued as soon as the bank has declined, and nobody waits for them or fails with them. */
class ReceiptIssuingTest {

    private static final ApplicationId FIRST = new ApplicationId("CA-2026-000001");
    private static final ApplicationId SECOND = new ApplicationId("CA-2026-000002");

    private final ReceiptDesk desk = mock(ReceiptDesk.class);

    @Test
    void whatTheBankDeclinedHasItsReceiptAtOnceAndWhatTheCustomerTookBackHasNone() throws InterruptedException {
        ReceiptIssuing issuing = new ReceiptIssuing(desk, mock(ApprovalDesk.class), true);
        issuing.closed(ended(FIRST, ApplicationStatus.DECLINED));
        issuing.closed(ended(SECOND, ApplicationStatus.WITHDRAWN));
        issuing.end();

        verify(desk).on(FIRST);
        verify(desk, never()).on(SECOND);
    }

    @Test
    void aReceiptThatCannotBeIssuedNowKeepsNobodyFromDecliningAndLeavesTheNextAlone() throws InterruptedException {
        when(desk.on(FIRST)).thenThrow(new IllegalStateException("no database"));
        ReceiptIssuing issuing = new ReceiptIssuing(desk, mock(ApprovalDesk.class), true);

        assertThatCode(() -> issuing.closed(ended(FIRST, ApplicationStatus.DECLINED))).doesNotThrowAnyException();
        issuing.closed(ended(SECOND, ApplicationStatus.DECLINED));
        issuing.end();
        verify(desk).on(SECOND);
    }

    @Test
    void aBankThatWantsThemAtNightGetsThemAtNight() throws InterruptedException {
        ReceiptIssuing issuing = new ReceiptIssuing(desk, mock(ApprovalDesk.class), false);
        issuing.closed(ended(FIRST, ApplicationStatus.DECLINED));
        issuing.end();

        verify(desk, never()).on(any());
    }

    private static ApplicationClosed ended(ApplicationId application, ApplicationStatus status) {
        return new ApplicationClosed(application, new CustomerId("C-2026-000001"), status, List.of("NOT_QUALIFIED"));
    }
}
