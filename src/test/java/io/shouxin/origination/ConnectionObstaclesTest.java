package io.shouxin.origination;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.ConnectionStanding;
import io.shouxin.customer.GroupProposal;
import io.shouxin.customer.ProposalKind;
import io.shouxin.kernel.CustomerId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionObstaclesTest {

    @ParameterizedTest(name = "unconfirmed {0}, circle of guarantees {1}, cross-holding {2}: {3}")
    @CsvSource(delimiter = '|', value = {"false|false|false|''", "true|false|false|CONNECTION_UNCONFIRMED", "false|true|false|GUARANTEE_CIRCLE",
        "true|true|true|CONNECTION_UNCONFIRMED GUARANTEE_CIRCLE", "false|false|true|''"})
    void leavesUnconfirmedConnectionsAndGuaranteeCirclesToAPerson(boolean unconfirmed, boolean circle, boolean crossHolding, String expected) {
        List<GroupProposal> open = unconfirmed ? List.of(new GroupProposal("f", ProposalKind.NEW_GROUP, List.of(new CustomerId("C-1")), List.of(), "某集团",
                List.of(), false, null, "2026.1")) : List.of();
        assertThat(String.join(" ", Obstacles.of(new ConnectionStanding(open, List.of(), circle, crossHolding)))).isEqualTo(expected);
    }
}
