package io.shouxin.limit;

import static io.shouxin.limit.LedgerBench.TODAY;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.testkit.database.TestDatabase;
import java.util.Optional;

/**
 * A node of the application as far as the ledger is concerned, in a process of its own: many clients reserve one yuan each on one group, and
 * every answer is said on standard output. Arguments: url, user, password, name of the node, clients.
 */
final class LedgerNode {

    private LedgerNode() {
    }

    public static void main(String[] arguments) throws Exception {
        LedgerBench bench = LedgerBench.anotherNode(new TestDatabase(arguments[0], arguments[1], arguments[2]));
        String node = arguments[3];
        int clients = Integer.parseInt(arguments[4]);
        System.out.println("ready");
        LedgerThroughputBench.together(clients, client -> {
            for (int i = 0; ; i++) {
                String key = client + "/" + i;
                boolean done = bench.ledger().reserve(new ReserveLimit(new CustomerId("C-" + client % 4), Money.cny("1"),
                        ReservationPurpose.UNDER_CEILING, "order", TODAY.plusDays(9), Optional.empty()), new LedgerKey(node, key), TODAY,
                        new PersonId("analyst")).isDone();
                synchronized (System.out) {
                    System.out.println((done ? "done " : "refused ") + key);
                    System.out.flush();
                }
                if (!done) {
                    return;
                }
            }
        });
        bench.close();
    }
}
