package io.shouxin.workout;

import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.WriteOffId;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code write_off_recovery}: what came in after write-offs. Rows are added and read, never changed. */
@Repository
class Recoveries {

    private final JdbcClient jdbc;

    Recoveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first. */
    List<WriteOffView.Recovery> of(WriteOffId id) {
        return jdbc.sql("SELECT recovery_no, amount, currency, received_on, document_id, remark, recorded_by, recorded_at FROM write_off_recovery"
                        + " WHERE write_off_id = :id ORDER BY recovery_no").param("id", id.value())
                .query((row, n) -> new WriteOffView.Recovery(row.getInt(1),
                        Money.of(row.getBigDecimal(2).stripTrailingZeros(), Currency.getInstance(row.getString(3))), row.getDate(4).toLocalDate(),
                        new DocumentId(row.getString(5)), row.getString(6), new PersonId(row.getString(7)), row.getTimestamp(8).toInstant()))
                .list();
    }

    void add(WriteOffId id, WriteOffView.Recovery recovery) {
        jdbc.sql("INSERT INTO write_off_recovery (write_off_id, recovery_no, amount, currency, received_on, document_id, remark, recorded_by, recorded_at)"
                        + " VALUES (:id, :no, :amount, :currency, :day, :paper, :remark, :by, :at)")
                .param("id", id.value()).param("no", recovery.no()).param("amount", recovery.amount().amount())
                .param("currency", recovery.amount().currency().getCurrencyCode()).param("day", Date.valueOf(recovery.receivedOn()))
                .param("paper", recovery.paper().value()).param("remark", recovery.remark()).param("by", recovery.recordedBy().value())
                .param("at", Timestamp.from(recovery.recordedAt())).update();
    }
}
