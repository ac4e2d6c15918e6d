package io.shouxin.limit.check;

import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitLevel;
import io.shouxin.limit.ReservationPurpose;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much room comes back in a tree because reservations end before a day. */
public final class DueReservations {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;

    public DueReservations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Node(LimitAccountId id, LimitAccountId parent, String currency, boolean ringFenced) {
    }

    private record Due(LimitAccountId account, ReservationPurpose purpose, BigDecimal amount) {
    }

    /** By account, in its currency; what is not certain to come back (into another currency, out of a ring-fence) is left out. */
    Map<LimitAccountId, BigDecimal> freed(LimitAccountId root, LocalDate day) {
        Map<LimitAccountId, Node> tree = tree(root);
        Map<LimitAccountId, BigDecimal> freed = new HashMap<>();
        due(new ArrayList<>(tree.keySet()), day).forEach(due -> passUp(due, tree, freed));
        return freed;
    }

    private static void passUp(Due due, Map<LimitAccountId, Node> tree, Map<LimitAccountId, BigDecimal> freed) {
        for (Node node = tree.get(due.account()); node != null;) {
            // New credit isn't held against the customer's own ceiling, so nothing comes back there.
            if (node.id().level() != LimitLevel.CUSTOMER || due.purpose() == ReservationPurpose.UNDER_CEILING) {
                freed.merge(node.id(), due.amount(), BigDecimal::add);
            }
            Node above = node.parent() == null ? null : tree.get(node.parent());
            // An order held on a facility takes nothing of the levels above, which count its whole size already.
            boolean shown = above != null && node.id().level() != LimitLevel.FACILITY && !node.ringFenced()
                    && above.currency().equals(node.currency());
            node = shown ? above : null;
        }
    }

    private Map<LimitAccountId, Node> tree(LimitAccountId root) {
        Map<LimitAccountId, Node> tree = new HashMap<>();
        List<Node> level = nodes("account_id", List.of(root.value()));
        while (!level.isEmpty()) {
            level.forEach(node -> tree.put(node.id(), node));
            level = nodes("parent_id", level.stream().map(node -> node.id().value()).toList());
        }
        return tree;
    }

    private List<Node> nodes(String column, List<String> ids) {
        List<Node> found = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += AT_ONCE) {
            found.addAll(jdbc.sql("SELECT account_id, parent_id, currency, ring_fenced FROM limit_account WHERE " + column + " IN (:ids)")
                    .param("ids", ids.subList(i, Math.min(i + AT_ONCE, ids.size())))
                    .query((row, n) -> new Node(LimitAccountId.parse(row.getString(1)),
                            row.getString(2) == null ? null : LimitAccountId.parse(row.getString(2)), row.getString(3), row.getBoolean(4))).list());
        }
        return found;
    }

    private List<Due> due(List<LimitAccountId> accounts, LocalDate day) {
        List<Due> due = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i += AT_ONCE) {
            due.addAll(jdbc.sql("SELECT account_id, purpose, amount FROM limit_reservation WHERE status = 'OPEN' AND expires_on < :day AND account_id IN (:ids)")
                    .param("day", day).param("ids", accounts.subList(i, Math.min(i + AT_ONCE, accounts.size())).stream().map(LimitAccountId::value).toList())
                    .query((row, n) -> new Due(LimitAccountId.parse(row.getString(1)), ReservationPurpose.valueOf(row.getString(2)), row.getBigDecimal(3)))
                    .list());
        }
        return due;
    }
}
