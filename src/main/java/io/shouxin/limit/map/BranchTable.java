package io.shouxin.limit.map;

import io.shouxin.kernel.Money;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.ReservationId;
import io.shouxin.limit.ReservationPurpose;
import io.shouxin.limit.ReservationView;
import io.shouxin.limit.ledger.Account;
import io.shouxin.limit.ledger.AccountTable;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the tables {@code limit_account} and {@code limit_reservation} many parents at a time. */
public final class BranchTable {

    private final JdbcClient jdbc;

    public BranchTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param siblings how many children its parent has, shown or not */
    public record Child(Account account, int siblings) {
    }

    /** @param among how many open reservations its account has, shown or not */
    public record Held(ReservationView reservation, int among) {
    }

    /**
     * What stands right below some accounts, by one query; of each parent those asked for first, then in the order of opening.
     *
     * @param parents at least one
     * @param first   accounts that must not be left out
     * @param most    of all together; each parent has its share
     */
    public List<Child> below(Collection<LimitAccountId> parents, Collection<LimitAccountId> first, int most) {
        List<Object> values = new ArrayList<>(values(first));
        values.addAll(values(parents));
        values.add(most);
        return jdbc.sql("SELECT " + AccountTable.COLUMNS + ", siblings FROM (SELECT " + AccountTable.COLUMNS + ", COUNT(*) OVER (PARTITION BY parent_id) AS siblings, "
                        + "ROW_NUMBER() OVER (PARTITION BY parent_id ORDER BY CASE WHEN account_id IN (" + AccountTable.places(first.size())
                        + ") THEN 0 ELSE 1 END, opened_at, account_id) AS place_below FROM limit_account WHERE parent_id IN ("
                        + AccountTable.places(parents.size()) + ")) numbered ORDER BY place_below, account_id LIMIT ?")
                .params(values).query((row, n) -> new Child(AccountTable.read(row, n), row.getInt(24))).list();
    }

    /**
     * Open reservations of some accounts, by one query, those that end first, first.
     *
     * @param accounts at least one
     * @param most     of each account
     */
    public List<Held> openOn(Collection<LimitAccountId> accounts, int most) {
        List<Object> values = new ArrayList<>(values(accounts));
        values.add(most);
        return jdbc.sql("SELECT reservation_id, account_id, subject, purpose, product, currency, amount, expires_on, among FROM (SELECT "
                        + "reservation_id, account_id, subject, purpose, product, currency, amount, expires_on, "
                        + "COUNT(*) OVER (PARTITION BY account_id) AS among, "
                        + "ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY expires_on, reservation_id) AS place_on "
                        + "FROM limit_reservation WHERE status = 'OPEN' AND account_id IN (" + AccountTable.places(accounts.size())
                        + ")) numbered WHERE place_on <= ? ORDER BY account_id, place_on")
                .params(values).query((row, n) -> new Held(reservation(row), row.getInt(9))).list();
    }

    private static List<String> values(Collection<LimitAccountId> ids) {
        return ids.stream().map(LimitAccountId::value).toList();
    }

    private static ReservationView reservation(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString(6));
        return new ReservationView(new ReservationId(row.getString(1)), LimitAccountId.parse(row.getString(2)), row.getString(3),
                ReservationPurpose.valueOf(row.getString(4)), Optional.ofNullable(row.getString(5)),
                Money.rounded(row.getBigDecimal(7), currency, RoundingMode.UNNECESSARY), Money.zero(currency), ReservationView.Status.OPEN,
                row.getDate(8).toLocalDate());
    }
}
