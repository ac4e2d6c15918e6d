package io.shouxin.limit.ledger;

import io.shouxin.kernel.Money;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.ReservationId;
import io.shouxin.limit.ReservationPurpose;
import io.shouxin.limit.ReservationView;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code limit_reservation}. */
public final class ReservationTable {

    private static final String SELECT = "SELECT reservation_id, account_id, subject, purpose, product, currency, amount, confirmed, status, "
            + "expires_on FROM limit_reservation ";

    private static final ManyRows<ReservationView> ROWS = new ManyRows<>("limit_reservation",
            "reservation_id, account_id, subject, purpose, product, currency, amount, confirmed, status, expires_on", ReservationTable::fill);

    private static final int TOGETHER = 200;

    private final JdbcOperations jdbc;
    private final JdbcClient client;

    public ReservationTable(JdbcOperations jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    void insert(List<ReservationView> opened) {
        ROWS.insert(jdbc, opened);
    }

    private static void fill(PreparedStatement insert, int before, ReservationView held) throws SQLException {
        insert.setString(before + 1, held.id().value());
        insert.setString(before + 2, held.account().value());
        insert.setString(before + 3, held.subject());
        insert.setString(before + 4, held.purpose().name());
        insert.setString(before + 5, held.product().orElse(null));
        insert.setString(before + 6, held.amount().currency().getCurrencyCode());
        insert.setBigDecimal(before + 7, held.amount().amount());
        insert.setBigDecimal(before + 8, held.confirmed().amount());
        insert.setString(before + 9, held.status().name());
        insert.setDate(before + 10, Date.valueOf(held.expiresOn()));
    }

    /** @return false if one of them has ended already; then the transaction must not be committed */
    boolean end(List<ReservationView> ended) {
        Map<String, List<ReservationView>> alike = new LinkedHashMap<>();
        ended.forEach(held -> alike.computeIfAbsent(held.status() + (isWhole(held) ? " whole" : " " + held.confirmed().amount()),
                same -> new ArrayList<>()).add(held));
        return alike.values().stream().allMatch(this::endTogether);
    }

    private boolean endTogether(List<ReservationView> ended) {
        ReservationView first = ended.get(0);
        for (int from = 0; from < ended.size(); from += TOGETHER) {
            List<ReservationView> some = ended.subList(from, Math.min(ended.size(), from + TOGETHER));
            List<Object> values = new ArrayList<>();
            values.add(first.status().name());
            if (!isWhole(first)) {
                values.add(first.confirmed().amount());
            }
            some.forEach(held -> values.add(held.id().value()));
            int changed = client.sql("UPDATE limit_reservation SET status = ?, confirmed = " + (isWhole(first) ? "amount" : "?")
                    + " WHERE reservation_id IN (" + AccountTable.places(some.size()) + ") AND status = 'OPEN'").params(values).update();
            if (changed != some.size()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhole(ReservationView held) {
        return held.confirmed().compareTo(held.amount()) == 0;
    }

    public Optional<ReservationView> find(ReservationId id) {
        return find(List.of(id)).stream().findFirst();
    }

    List<ReservationView> find(Collection<ReservationId> ids) {
        List<Object> all = new ArrayList<>(ids.stream().map(ReservationId::value).toList());
        List<ReservationView> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += TOGETHER) {
            List<Object> some = all.subList(from, Math.min(all.size(), from + TOGETHER));
            found.addAll(client.sql(SELECT + "WHERE reservation_id IN (" + AccountTable.places(some.size()) + ")").params(some)
                    .query(ReservationTable::read).list());
        }
        return found;
    }

    public List<ReservationView> of(String subject) {
        return client.sql(SELECT + "WHERE subject = ? ORDER BY reservation_id").param(subject).query(ReservationTable::read).list();
    }

    /** Open reservations of an account, those that end first, first. */
    public List<ReservationView> openOn(LimitAccountId account) {
        return client.sql(SELECT + "WHERE account_id = ? AND status = 'OPEN' ORDER BY expires_on, reservation_id").param(account.value())
                .query(ReservationTable::read).list();
    }

    /** Open reservations whose last day is before {@code day}, at most {@code limit}. */
    public List<ReservationView> overdueOn(LocalDate day, int limit) {
        return client.sql(SELECT + "WHERE status = 'OPEN' AND expires_on < ? ORDER BY expires_on, reservation_id LIMIT ?")
                .params(Date.valueOf(day), limit).query(ReservationTable::read).list();
    }

    private static ReservationView read(ResultSet row, int n) throws SQLException {
        Currency currency = Currency.getInstance(row.getString(6));
        return new ReservationView(new ReservationId(row.getString(1)), LimitAccountId.parse(row.getString(2)), row.getString(3),
                ReservationPurpose.valueOf(row.getString(4)), Optional.ofNullable(row.getString(5)),
                Money.rounded(row.getBigDecimal(7), currency, RoundingMode.UNNECESSARY),
                Money.rounded(row.getBigDecimal(8), currency, RoundingMode.UNNECESSARY),
                ReservationView.Status.valueOf(row.getString(9)), row.getDate(10).toLocalDate());
    }
}
