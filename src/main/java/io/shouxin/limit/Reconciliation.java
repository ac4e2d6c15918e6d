package io.shouxin.limit;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Recomputes what the ledger keeps, from entries, children and reservations, and reports what disagrees. */
class Reconciliation {

    private static final String BALANCE_AND_ENTRIES = """
            SELECT a.account_id, COALESCE(SUM(e.%2$s), 0), COALESCE(a.%1$s, 0)
              FROM limit_account a LEFT JOIN limit_entry e ON e.account_id = a.account_id
             GROUP BY a.account_id, a.%1$s
            HAVING COALESCE(SUM(e.%2$s), 0) <> COALESCE(a.%1$s, 0)
            """;

    private static final String PARENT_AND_CHILDREN = """
            SELECT p.account_id, COALESCE(SUM(c.%1$s), 0), p.%1$s
              FROM limit_account p LEFT JOIN limit_account c ON c.parent_id = p.account_id
             WHERE p.account_level IN (%2$s)
             GROUP BY p.account_id, p.%1$s
            HAVING COALESCE(SUM(c.%1$s), 0) <> p.%1$s
            """;

    private static final String SET_ASIDE_AND_FENCED_CHILDREN = """
            SELECT p.account_id, COALESCE(SUM(c.ceiling - c.reserved + c.provisional - c.committed - c.set_aside), 0), p.set_aside
              FROM limit_account p LEFT JOIN limit_account c ON c.parent_id = p.account_id AND c.ring_fenced = TRUE
             GROUP BY p.account_id, p.set_aside
            HAVING COALESCE(SUM(c.ceiling - c.reserved + c.provisional - c.committed - c.set_aside), 0) <> p.set_aside
            """;

    private static final String RESERVED_AND_RESERVATIONS = """
            SELECT a.account_id, COALESCE(SUM(r.amount), 0), a.%1$s
              FROM limit_account a LEFT JOIN limit_reservation r ON r.account_id = a.account_id AND r.status = 'OPEN' %2$s
             WHERE a.account_level = 'CUSTOMER'
             GROUP BY a.account_id, a.%1$s
            HAVING COALESCE(SUM(r.amount), 0) <> a.%1$s
            """;

    private final JdbcClient jdbc;

    Reconciliation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<LedgerDifference> differences() {
        List<LedgerDifference> found = new ArrayList<>();
        for (String balance : List.of("ceiling", "reserved", "provisional", "committed", "utilised", "set_aside")) {
            compare(found, balance + "/entries", BALANCE_AND_ENTRIES.formatted(balance, balance + "_change"));
        }
        compare(found, "reserved/children", PARENT_AND_CHILDREN.formatted("reserved", "'GROUP'"));
        compare(found, "committed/children", PARENT_AND_CHILDREN.formatted("committed", "'GROUP', 'CUSTOMER'"));
        compare(found, "utilised/children", PARENT_AND_CHILDREN.formatted("utilised", "'GROUP', 'CUSTOMER'"));
        compare(found, "set_aside/children", SET_ASIDE_AND_FENCED_CHILDREN);
        compare(found, "reserved/reservations", RESERVED_AND_RESERVATIONS.formatted("reserved", ""));
        compare(found, "provisional/reservations", RESERVED_AND_RESERVATIONS.formatted("provisional", "AND r.purpose = 'NEW_CREDIT'"));
        return found;
    }

    private void compare(List<LedgerDifference> found, String what, String sql) {
        jdbc.sql(sql).query((row, n) -> new LedgerDifference(LimitAccountId.parse(row.getString(1)), what,
                row.getBigDecimal(2), row.getBigDecimal(3))).list().forEach(found::add);
    }
}
