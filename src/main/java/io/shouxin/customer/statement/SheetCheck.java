package io.shouxin.customer.statement;

import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementSheet;
import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a sheet must satisfy to be kept at all, balanced or not. */
public final class SheetCheck {

    private static final BigDecimal TOO_LARGE = new BigDecimal("1E13");
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 31);
    private static final Set<StatementItem> NEVER_NEGATIVE = EnumSet.of(StatementItem.CASH, StatementItem.NOTES_RECEIVABLE,
            StatementItem.INVENTORY, StatementItem.FIXED_ASSETS, StatementItem.CONSTRUCTION_IN_PROGRESS, StatementItem.INTANGIBLE_ASSETS,
            StatementItem.RIGHT_OF_USE_ASSETS, StatementItem.TOTAL_CURRENT_ASSETS, StatementItem.TOTAL_NON_CURRENT_ASSETS,
            StatementItem.TOTAL_ASSETS, StatementItem.SHORT_TERM_BORROWINGS, StatementItem.NOTES_PAYABLE, StatementItem.LONG_TERM_BORROWINGS,
            StatementItem.BONDS_PAYABLE, StatementItem.LEASE_LIABILITIES, StatementItem.TOTAL_CURRENT_LIABILITIES,
            StatementItem.TOTAL_LIABILITIES, StatementItem.PAID_IN_CAPITAL, StatementItem.RESTRICTED_CASH,
            StatementItem.RECEIVABLES_WITHIN_1_YEAR, StatementItem.RECEIVABLES_1_TO_2_YEARS, StatementItem.RECEIVABLES_2_TO_3_YEARS,
            StatementItem.RECEIVABLES_OVER_3_YEARS, StatementItem.GUARANTEES_GIVEN);

    private SheetCheck() {
    }

    public static List<Refusal> refusalsOf(StatementSheet sheet, LocalDate today) {
        List<Refusal> refusals = new ArrayList<>();
        LocalDate end = sheet.periodEnd();
        if (end == null || !end.equals(YearMonth.from(end).atEndOfMonth()) || end.isBefore(EARLIEST)) {
            refusals.add(Refusal.of("STATEMENT_PERIOD_END").at("periodEnd").with("periodEnd", end));
        } else if (end.isAfter(today)) {
            refusals.add(Refusal.of("STATEMENT_PERIOD_IN_FUTURE").at("periodEnd").with("periodEnd", end));
        }
        if (sheet.months() < 1 || sheet.months() > 12) {
            refusals.add(Refusal.of("STATEMENT_MONTHS").at("months").with("months", sheet.months()));
        }
        if (sheet.basis() == null) {
            refusals.add(Refusal.of("STATEMENT_BASIS_MISSING").at("basis"));
        }
        if (!"CNY".equals(sheet.currency())) {
            refusals.add(Refusal.of("STATEMENT_CURRENCY_UNSUPPORTED").at("currency").with("currency", sheet.currency()));
        }
        if (sheet.amounts().isEmpty()) {
            refusals.add(Refusal.of("STATEMENT_EMPTY").at("amounts"));
        }
        sheet.amounts().forEach((item, amount) -> check(item, amount, refusals));
        return refusals;
    }

    private static void check(StatementItem item, BigDecimal amount, List<Refusal> refusals) {
        String field = "amounts." + item;
        if (amount.abs().compareTo(TOO_LARGE) >= 0) {
            refusals.add(Refusal.of("STATEMENT_AMOUNT_TOO_LARGE").at(field).with("item", "statementItem." + item));
        } else if (amount.stripTrailingZeros().scale() > 2) {
            refusals.add(Refusal.of("STATEMENT_AMOUNT_TOO_PRECISE").at(field).with("item", "statementItem." + item));
        } else if (amount.signum() < 0 && NEVER_NEGATIVE.contains(item)) {
            refusals.add(Refusal.of("STATEMENT_AMOUNT_NEGATIVE").at(field).with("item", "statementItem." + item));
        }
    }
}
