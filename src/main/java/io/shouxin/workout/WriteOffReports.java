package io.shouxin.workout;

import io.shouxin.kernel.Money;
import java.math.RoundingMode;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Totals of what stands written off and what came in since (核销合计), currency by currency and in yuan. */
@Service
@Transactional(readOnly = true)
public class WriteOffReports {

    private final JdbcClient jdbc;

    WriteOffReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was taken back or never booked does not count. */
    public Totals totals() {
        List<Total> byCurrency = jdbc.sql("SELECT currency, COUNT(*), SUM(amount), SUM(recovered), SUM(base_amount) FROM write_off"
                        + " WHERE status = 'WRITTEN_OFF' GROUP BY currency ORDER BY currency")
                .query((row, n) -> {
                    java.util.Currency currency = java.util.Currency.getInstance(row.getString(1));
                    return new Total(row.getInt(2), Money.rounded(row.getBigDecimal(3), currency, RoundingMode.UNNECESSARY),
                            Money.rounded(row.getBigDecimal(4), currency, RoundingMode.UNNECESSARY),
                            Money.rounded(row.getBigDecimal(5), Money.CNY, RoundingMode.UNNECESSARY));
                }).list();
        int open = jdbc.sql("SELECT COUNT(*) FROM write_off WHERE status IN ('PROPOSED', 'RETURNED')").query(Integer.class).single();
        return new Totals(byCurrency.stream().map(Total::base).reduce(Money.zero(Money.CNY), Money::plus), byCurrency, open);
    }

    /** @param base all of it in yuan, each at the rate of its day @param open proposed and not ended */
    public record Totals(Money base, List<Total> byCurrency, int open) {
    }

    /** @param base the same in yuan, each write-off at the rate of its day */
    public record Total(int count, Money writtenOff, Money recovered, Money base) {
    }
}
