package io.shouxin.customer;

import io.shouxin.customer.debt.DebtStatus;
import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What each row of a debt schedule must tell to be kept at all; told beside its field and by the number of its row. */
final class DebtCheck {

    private static final int MOST_LINES = 1_000;
    private static final BigDecimal TOO_LARGE = new BigDecimal("1E13");
    /** Before an amount is written out: 0E999999999 is a short text and a long number. */
    private static final int MOST_DIGITS = 100;
    private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    private final List<Refusal> refusals = new ArrayList<>();

    private DebtCheck() {
    }

    static List<Refusal> refusalsOf(List<DebtLine> lines) {
        DebtCheck check = new DebtCheck();
        if (lines.size() > MOST_LINES) {
            check.refusals.add(Refusal.of("DEBT_TOO_MANY_LINES").with("most", MOST_LINES));
            return check.refusals;
        }
        for (int i = 0; i < lines.size(); i++) {
            check.line(lines.get(i), "lines[" + i + "].");
        }
        return check.refusals;
    }

    private void line(DebtLine line, String at) {
        required(line, line.lender(), at + "lender", "DEBT_LENDER_MISSING");
        required(line, line.contractNumber(), at + "contractNumber", "DEBT_CONTRACT_NUMBER_MISSING");
        text(line.product(), at + "product");
        text(line.currency(), at + "currency");
        text(line.securedBy(), at + "securedBy");
        text(line.status(), at + "status");
        text(line.classification(), at + "classification");
        amount(line, line.contractAmount(), at + "contractAmount");
        amount(line, line.margin(), at + "margin");
        amount(line, line.balance(), at + "balance");
        if (line.balance() == null && !DebtStatus.isSettled(line.status())) {
            add("DEBT_BALANCE_MISSING", line, at + "balance");
        }
        day(line, line.startsOn(), at + "startsOn");
        day(line, line.maturesOn(), at + "maturesOn");
        if (line.startsOn() != null && line.maturesOn() != null && line.startsOn().isAfter(line.maturesOn())) {
            add("DEBT_DATES_CONTRADICT", line, at + "maturesOn");
        }
    }

    private void required(DebtLine line, String text, String field, String missing) {
        if (PlainText.stripped(text) == null) {
            add(missing, line, field);
        }
        text(text, field);
    }

    private void text(String text, String field) {
        PlainText.check(PlainText.stripped(text), field, 100, refusals);
    }

    private void amount(DebtLine line, BigDecimal amount, String field) {
        if (amount == null) {
            return;
        }
        if (Math.abs((long) amount.scale()) > MOST_DIGITS) {
            add("DEBT_AMOUNT_TOO_PRECISE", line, field);
        } else if (amount.signum() < 0) {
            add("DEBT_AMOUNT_NEGATIVE", line, field);
        } else if (amount.compareTo(TOO_LARGE) >= 0) {
            add("DEBT_AMOUNT_TOO_LARGE", line, field);
        } else if (amount.signum() != 0 && amount.stripTrailingZeros().scale() > 2) {
            add("DEBT_AMOUNT_TOO_PRECISE", line, field);
        }
    }

    private void day(DebtLine line, LocalDate day, String field) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
            add("DEBT_DATE_OUT_OF_RANGE", line, field);
        }
    }

    private void add(String code, DebtLine line, String field) {
        refusals.add(new Refusal(code, field, Map.of("line", String.valueOf(line.row()))));
    }
}
