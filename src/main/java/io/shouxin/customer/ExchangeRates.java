package io.shouxin.customer;

import io.shouxin.audit.AuditTrail;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The dated table of exchange rates (汇率表) by which foreign debt is told in yuan. Rates are facts of a day with a source, entered by
 * officers and never changed: a correction is a new row, and of one day the row entered last counts.
 */
@Service
@Transactional
public class ExchangeRates {

    private static final BigDecimal LARGEST = new BigDecimal("10000");
    private static final int MOST_DECIMALS = 8;
    private static final LocalDate EARLIEST = LocalDate.of(1994, 1, 1);

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final AuditTrail audit;

    ExchangeRates(JdbcClient jdbc, BusinessClock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    public Outcome<ExchangeRate> record(ExchangeRate rate, PersonId actor) {
        List<Refusal> refusals = refusalsOf(rate);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        jdbc.sql("INSERT INTO exchange_rate (currency, rate_day, yuan, source, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(rate.currency(), rate.day(), rate.yuan(), rate.source().strip(), actor.value(), Timestamp.from(clock.instant())).update();
        audit.record("exchange-rate " + rate.currency(), "EXCHANGE_RATE_RECORDED", actor,
                rate.day() + " " + rate.yuan().toPlainString() + " " + rate.source().strip());
        return Outcome.done(rate);
    }

    /** The newest rate not after a day; empty when none is on file. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<ExchangeRate> onOrBefore(String currency, LocalDate day) {
        return jdbc.sql("""
                        SELECT currency, rate_day, yuan, source FROM exchange_rate WHERE currency = ? AND rate_day <= ?
                        ORDER BY rate_day DESC, rate_id DESC LIMIT 1""")
                .params(currency, day).query((row, n) -> rate(row)).optional();
    }

    /** Units of one currency for one of another by the newest rates not after a day, through the yuan; empty when one is not on file. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<BigDecimal> between(String from, String into, LocalDate day) {
        return from.equals(into) ? Optional.of(BigDecimal.ONE)
                : yuan(from, day).flatMap(one -> yuan(into, day).map(other -> one.divide(other, MathContext.DECIMAL64)));
    }

    /** Says that there is no rate between two currencies on file that is not after the day. */
    public static Refusal missing(String from, String into, LocalDate day) {
        return Refusal.of("EXCHANGE_RATE_MISSING").with("currency", from).with("into", into).with("day", day);
    }

    /** Likewise, of a sum that can't be told in yuan. */
    public static Refusal missing(Currency from, LocalDate day) {
        return missing(from.getCurrencyCode(), Money.CNY.getCurrencyCode(), day);
    }

    /** A sum in yuan at the newest rate not after a day; empty without one. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<InYuan> inYuan(Money sum, LocalDate day) {
        return sum.currency().equals(Money.CNY) ? Optional.of(new InYuan(sum, BigDecimal.ONE, day))
                : onOrBefore(sum.currency().getCurrencyCode(), day).map(rate -> new InYuan(Money.rounded(sum.amount().multiply(rate.yuan()), Money.CNY,
                        RoundingMode.HALF_UP), rate.yuan(), rate.day()));
    }

    private Optional<BigDecimal> yuan(String currency, LocalDate day) {
        return currency.equals("CNY") ? Optional.of(BigDecimal.ONE) : onOrBefore(currency, day).map(ExchangeRate::yuan);
    }

    /** The newest rates on file, newest day first, at most 200. */
    @Transactional(readOnly = true)
    public List<ExchangeRate> newest() {
        return jdbc.sql("SELECT currency, rate_day, yuan, source FROM exchange_rate ORDER BY rate_day DESC, rate_id DESC LIMIT 200")
                .query((row, n) -> rate(row)).list();
    }

    private List<Refusal> refusalsOf(ExchangeRate rate) {
        List<Refusal> refusals = new ArrayList<>();
        if (!isForeign(rate.currency())) {
            refusals.add(Refusal.of("EXCHANGE_RATE_CURRENCY").at("currency"));
        }
        if (rate.day() == null || rate.day().isAfter(clock.today()) || rate.day().isBefore(EARLIEST)) {
            refusals.add(Refusal.of("EXCHANGE_RATE_DAY").at("day"));
        }
        if (rate.yuan() == null || rate.yuan().signum() <= 0 || rate.yuan().compareTo(LARGEST) >= 0 || rate.yuan().scale() > MOST_DECIMALS) {
            refusals.add(Refusal.of("EXCHANGE_RATE_OUT_OF_RANGE").at("yuan").with("decimals", MOST_DECIMALS));
        }
        String source = PlainText.stripped(rate.source());
        if (source == null) {
            refusals.add(Refusal.of("EXCHANGE_RATE_SOURCE_MISSING").at("source"));
        }
        PlainText.check(source, "source", 100, refusals);
        return refusals;
    }

    private static boolean isForeign(String currency) {
        try {
            return currency != null && !"CNY".equals(Currency.getInstance(currency).getCurrencyCode());
        } catch (IllegalArgumentException noCurrency) {
            return false;
        }
    }

    private static ExchangeRate rate(ResultSet row) throws SQLException {
        BigDecimal yuan = row.getBigDecimal("yuan").stripTrailingZeros();
        return new ExchangeRate(row.getString("currency"), row.getObject("rate_day", LocalDate.class),
                yuan.setScale(Math.max(0, yuan.scale())), row.getString("source"));
    }
}
