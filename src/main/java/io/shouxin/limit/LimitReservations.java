package io.shouxin.limit;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code limit_reservation}. */
class LimitReservations {

    private static final String SELECT = "SELECT reservation_id, account_id, subject, purpose, currency, amount, confirmed, status, "
            + "expires_on FROM limit_reservation ";

    private final JdbcClient jdbc;

    LimitReservations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(ReservationId id, ReserveLimit command) {
        jdbc.sql("INSERT INTO limit_reservation (reservation_id, account_id, subject, purpose, currency, amount, confirmed, status, "
                        + "expires_on) VALUES (:id, :account, :subject, :purpose, :currency, :amount, 0, 'OPEN', :expiresOn)")
                .param("id", id.value()).param("account", LimitAccountId.of(command.customer()).value())
                .param("subject", command.subject()).param("purpose", command.purpose().name())
                .param("currency", command.amount().currency().getCurrencyCode()).param("amount", command.amount().amount())
                .param("expiresOn", Date.valueOf(command.expiresOn())).update();
    }

    void discard(ReservationId id) {
        jdbc.sql("DELETE FROM limit_reservation WHERE reservation_id = :id").param("id", id.value()).update();
    }

    /** Ends an open reservation; false if it has ended already. */
    boolean end(ReservationId id, ReservationView.Status how, BigDecimal confirmed) {
        return jdbc.sql("UPDATE limit_reservation SET status = :how, confirmed = :confirmed WHERE reservation_id = :id AND status = 'OPEN'")
                .param("how", how.name()).param("confirmed", confirmed).param("id", id.value()).update() == 1;
    }

    void reopen(ReservationId id) {
        jdbc.sql("UPDATE limit_reservation SET status = 'OPEN', confirmed = 0 WHERE reservation_id = :id").param("id", id.value()).update();
    }

    Optional<ReservationView> find(ReservationId id) {
        return jdbc.sql(SELECT + "WHERE reservation_id = :id").param("id", id.value()).query(LimitReservations::read).optional();
    }

    List<ReservationView> of(String subject) {
        return jdbc.sql(SELECT + "WHERE subject = :subject ORDER BY reservation_id").param("subject", subject)
                .query(LimitReservations::read).list();
    }

    /** Open reservations whose last day is before {@code day}, at most {@code limit}. */
    List<ReservationView> overdueOn(LocalDate day, int limit) {
        return jdbc.sql(SELECT + "WHERE status = 'OPEN' AND expires_on < :day ORDER BY expires_on, reservation_id LIMIT :limit")
                .param("day", Date.valueOf(day)).param("limit", limit).query(LimitReservations::read).list();
    }

    private static ReservationView read(ResultSet row, int n) throws SQLException {
        Currency currency = Currency.getInstance(row.getString(5));
        return new ReservationView(new ReservationId(row.getString(1)),
                new CustomerId(LimitAccountId.parse(row.getString(2)).number()), row.getString(3),
                ReservationPurpose.valueOf(row.getString(4)),
                Money.rounded(row.getBigDecimal(6), currency, RoundingMode.UNNECESSARY),
                Money.rounded(row.getBigDecimal(7), currency, RoundingMode.UNNECESSARY),
                ReservationView.Status.valueOf(row.getString(8)), row.getDate(9).toLocalDate());
    }
}
