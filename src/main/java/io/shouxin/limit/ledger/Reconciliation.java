package io.shouxin.limit.ledger;

import io.shouxin.limit.LedgerDifference;
import io.shouxin.limit.LimitAccountId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Recomputes what the ledger keeps, from entries, children and reservations, and reports what disagrees. */
public final class Reconciliation {

    private static final List<String> BALANCES = List.of("ceiling", "temporary", "reserved", "provisional", "committed", "utilised", "set_aside", "excess");

    /**
     * All balances in one pass over the entries, added up by path first: there are few paths, however many entries. The sum in the grouping keeps the
     * database from walking the index of paths, which fetches the rows of the table one by one in no order.
     */
    private static final String BALANCES_AND_ENTRIES = """
            SELECT a.account_id, %s
              FROM limit_account a
              LEFT JOIN (SELECT p.account_id, %s
                           FROM (SELECT path_id + 0 path, %s FROM limit_entry GROUP BY path_id + 0) e
                           JOIN limit_path_account p ON p.path_id = e.path
                          GROUP BY p.account_id) s ON s.account_id = a.account_id
             WHERE %s
            """.formatted(ofEach("COALESCE(s.%1$s, 0), COALESCE(a.%1$s, 0)", ", "), ofEach("SUM(e.%1$s) %1$s", ", "), ofEach("SUM(%1$s_change) %1$s", ", "),
            ofEach("COALESCE(s.%1$s, 0) <> COALESCE(a.%1$s, 0)", " OR "));

    /** What a parent has: its children's shares, and for those who reserve themselves their own open reservations. */
    private static final String PARENT_AND_CHILDREN = """
            SELECT p.account_id, COALESCE(c.total, 0) + %4$s, p.%1$s
              FROM limit_account p
              LEFT JOIN (SELECT parent_id, SUM(COALESCE(%2$s, %1$s)) total FROM limit_account WHERE %5$s GROUP BY parent_id) c
                     ON c.parent_id = p.account_id
              LEFT JOIN (SELECT account_id, SUM(amount) total FROM limit_reservation WHERE status = 'OPEN' GROUP BY account_id) r
                     ON r.account_id = p.account_id
             WHERE p.account_level IN (%3$s) AND COALESCE(c.total, 0) + %4$s <> p.%1$s
            """;

    private static final String USED_BY_PARTS = """
            SELECT p.account_id, COALESCE(c.total, 0), p.of_parts
              FROM limit_account p
              LEFT JOIN (SELECT parent_id, SUM(utilised) total FROM limit_account WHERE account_level = 'SUB_FACILITY' GROUP BY parent_id) c
                     ON c.parent_id = p.account_id
             WHERE COALESCE(c.total, 0) <> p.of_parts
            """;

    private static final String SET_ASIDE_AND_FENCED_CHILDREN = """
            SELECT p.account_id, COALESCE(c.total, 0), p.set_aside
              FROM limit_account p
              LEFT JOIN (SELECT parent_id, SUM(set_aside + CASE WHEN ring_fenced = TRUE
                                THEN GREATEST(ceiling + temporary - reserved + provisional - committed - set_aside, 0) ELSE 0 END) total
                           FROM limit_account WHERE carried_committed IS NULL GROUP BY parent_id) c ON c.parent_id = p.account_id
             WHERE COALESCE(c.total, 0) <> p.set_aside
            """;

    private static final String PROVISIONAL_AND_RESERVATIONS = """
            SELECT a.account_id, COALESCE(r.total, 0), a.provisional
              FROM limit_account a
              LEFT JOIN (SELECT account_id, SUM(amount) total FROM limit_reservation WHERE status = 'OPEN' AND purpose = 'NEW_CREDIT'
                          GROUP BY account_id) r ON r.account_id = a.account_id
             WHERE COALESCE(r.total, 0) <> a.provisional
            """;

    private static final String OWN = "COALESCE(r.total, 0)";

    private final JdbcClient jdbc;

    public Reconciliation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<LedgerDifference> differences() {
        List<LedgerDifference> found = new ArrayList<>();
        compareWithEntries(found);
        compare(found, "reserved/children", children("reserved", "'GROUP', 'POOL', 'CUSTOMER', 'FACILITY', 'SUB_FACILITY'", OWN,
                "account_level <> 'FACILITY'"));
        compare(found, "committed/children", children("committed", "'GROUP', 'POOL', 'CUSTOMER'", "0", "TRUE"));
        compare(found, "utilised/children", children("utilised", "'GROUP', 'POOL', 'CUSTOMER'", "0", "TRUE"));
        compare(found, "of_parts/children", USED_BY_PARTS);
        compare(found, "set_aside/children", SET_ASIDE_AND_FENCED_CHILDREN);
        compare(found, "provisional/reservations", PROVISIONAL_AND_RESERVATIONS);
        return found;
    }

    private static String ofEach(String sql, String between) {
        return BALANCES.stream().map(sql::formatted).collect(Collectors.joining(between));
    }

    private void compareWithEntries(List<LedgerDifference> found) {
        List<LedgerDifference> differences = new ArrayList<>();
        jdbc.sql(BALANCES_AND_ENTRIES).query(row -> {
            for (int i = 0; i < BALANCES.size(); i++) {
                BigDecimal expected = row.getBigDecimal(2 + 2 * i);
                BigDecimal stands = row.getBigDecimal(3 + 2 * i);
                if (expected.compareTo(stands) != 0) {
                    differences.add(new LedgerDifference(LimitAccountId.parse(row.getString(1)), BALANCES.get(i) + "/entries", expected, stands, Optional.empty()));
                }
            }
        });
        differences.stream().map(this::located).forEach(found::add);
    }

    private static String children(String balance, String levels, String own, String which) {
        return PARENT_AND_CHILDREN.formatted(balance, "carried_" + balance, levels, own, which);
    }

    private void compare(List<LedgerDifference> found, String what, String sql) {
        jdbc.sql(sql).query((row, n) -> new LedgerDifference(LimitAccountId.parse(row.getString(1)), what,
                row.getBigDecimal(2), row.getBigDecimal(3), Optional.empty())).list().stream().map(this::located).forEach(found::add);
    }

    private LedgerDifference located(LedgerDifference difference) {
        return new LedgerDifference(difference.account(), difference.what(), difference.expected(), difference.found(),
                partsAt(difference.account()));
    }

    /** Adds the account's entries up until a receipt says something else. */
    private Optional<Long> partsAt(LimitAccountId account) {
        Walk walk = new Walk();
        jdbc.sql("SELECT e.entry_id, e.line, e.account_id, e.reserved_change, e.committed_change, e.utilised_change, e.receipt "
                        + "FROM limit_entry e JOIN limit_path_account p ON p.path_id = e.path_id WHERE p.account_id = ? ORDER BY e.entry_id")
                .param(account.value()).query(row -> {
                    walk.step(row.getLong(1), account.value().equals(row.getString(3)) ? row.getString(7) : null,
                            row.getBigDecimal(4), row.getBigDecimal(5), row.getBigDecimal(6));
                });
        return Optional.ofNullable(walk.parts != null ? walk.parts : walk.last);
    }

    private static final class Walk {
        private BigDecimal reserved = BigDecimal.ZERO;
        private BigDecimal committed = BigDecimal.ZERO;
        private BigDecimal utilised = BigDecimal.ZERO;
        private Long parts;
        private Long last;

        void step(long entry, String receipt, BigDecimal reservedBy, BigDecimal committedBy, BigDecimal utilisedBy) {
            last = entry;
            reserved = add(reserved, reservedBy);
            committed = add(committed, committedBy);
            utilised = add(utilised, utilisedBy);
            if (receipt != null && parts == null) {
                String[] told = receipt.split("\\|", -1);
                if (differs(told[1], reserved) || differs(told[2], committed) || differs(told[3], utilised)) {
                    parts = entry;
                }
            }
        }

        private static BigDecimal add(BigDecimal sum, BigDecimal by) {
            return by == null ? sum : sum.add(by);
        }

        private static boolean differs(String told, BigDecimal sum) {
            return new BigDecimal(told).compareTo(sum) != 0;
        }
    }
}
