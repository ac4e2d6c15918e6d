package io.shouxin.customer.statement;

import static io.shouxin.customer.StatementItem.*;

import io.shouxin.customer.BasisComparison;
import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementFinding;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementReconciliation;
import io.shouxin.customer.StatementView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds a customer's statements against each other: cash, profit and opening balances, audited and self-reported figures. */
public final class Reconciliation {

    /** Rounding of statements told in 万元 with two decimals. */
    private static final BigDecimal TOLERANCE = new BigDecimal("300");

    private final List<StatementView> statements;
    private final List<StatementFinding> findings = new ArrayList<>();

    private Reconciliation(List<StatementView> statements) {
        this.statements = statements;
    }

    /** @param statements of one customer, newest first */
    public static StatementReconciliation of(List<StatementView> statements) {
        Reconciliation reconciliation = new Reconciliation(statements);
        statements.forEach(reconciliation::look);
        return new StatementReconciliation(List.copyOf(reconciliation.findings), comparisons(statements));
    }

    private void look(StatementView now) {
        if (now.amount(RESTRICTED_CASH).isEmpty()) {
            // Where restricted cash is told, the relation CLOSING_CASH is checked with the statement itself.
            compare(now, "CLOSING_CASH_AND_BALANCE", false, CASH_AT_END, now.amount(CASH));
        }
        ageing(now);
        Optional<StatementView> yearEnd = at(now, LocalDate.of(now.periodEnd().getYear() - 1, 12, 31), 12);
        yearEnd.ifPresent(before -> {
            compare(now, "OPENING_CASH", true, CASH_AT_BEGINNING, before.amount(CASH_AT_END));
            Optional<BigDecimal> profit = now.amount(PROFIT_OF_PARENT).or(() -> now.amount(NET_PROFIT));
            compare(now, "PROFIT_MOVEMENT", false, UNDISTRIBUTED_PROFIT, before.amount(UNDISTRIBUTED_PROFIT)
                    .flatMap(opening -> profit.map(opening::add)));
            opening(now, before, EnumSet.range(CASH, TOTAL_LIABILITIES_AND_EQUITY));
        });
        at(now, now.periodEnd().minusYears(1), now.months())
                .ifPresent(before -> opening(now, before, EnumSet.range(REVENUE, AMORTISATION_OF_DEFERRED_EXPENSES)));
    }

    /** Ageing tells gross claims; the balance sheet tells them less provisions, so it cannot tell more. */
    private void ageing(StatementView now) {
        Set<StatementItem> bands = EnumSet.range(RECEIVABLES_WITHIN_1_YEAR, RECEIVABLES_OVER_3_YEARS);
        if (bands.stream().anyMatch(band -> now.amount(band).isPresent())) {
            BigDecimal gross = bands.stream().map(band -> now.amount(band).orElse(BigDecimal.ZERO)).reduce(BigDecimal.ZERO, BigDecimal::add);
            now.amount(ACCOUNTS_RECEIVABLE).filter(net -> net.subtract(gross).compareTo(TOLERANCE) > 0)
                    .ifPresent(net -> add(now, "RECEIVABLE_AGEING", true, ACCOUNTS_RECEIVABLE, gross, net));
        }
    }

    /** What this report says of the period before, against what that period's own report said. */
    private void opening(StatementView now, StatementView before, Set<StatementItem> items) {
        now.comparatives().forEach((item, retold) -> before.amount(item).filter(own -> items.contains(item) && off(retold, own))
                .ifPresent(own -> add(now, "OPENING_BALANCE", true, item, own, retold)));
    }

    private void compare(StatementView now, String rule, boolean grave, StatementItem item, Optional<BigDecimal> expected) {
        now.amount(item).ifPresent(told -> expected.filter(should -> off(told, should))
                .ifPresent(should -> add(now, rule, grave, item, should, told)));
    }

    private void add(StatementView now, String rule, boolean grave, StatementItem item, BigDecimal expected, BigDecimal told) {
        findings.add(new StatementFinding(now.periodEnd(), now.months(), now.basis(), rule, grave, item, expected, told, told.subtract(expected)));
    }

    private static boolean off(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(TOLERANCE) > 0;
    }

    /** The statement of a period in the same basis; in the other where there is none. */
    private Optional<StatementView> at(StatementView now, LocalDate periodEnd, int months) {
        List<StatementView> found = statements.stream().filter(other -> other.periodEnd().equals(periodEnd.withDayOfMonth(periodEnd.lengthOfMonth()))
                && other.months() == months).toList();
        return found.stream().filter(other -> other.basis() == now.basis()).findFirst().or(() -> found.stream().findFirst());
    }

    private static List<BasisComparison> comparisons(List<StatementView> statements) {
        List<BasisComparison> comparisons = new ArrayList<>();
        for (StatementView audited : statements) {
            if (audited.basis() == StatementBasis.AUDITED) {
                statements.stream().filter(other -> other.basis() == StatementBasis.SELF_REPORTED && other.months() == audited.months()
                                && other.periodEnd().equals(audited.periodEnd()))
                        .findFirst().ifPresent(reported -> comparisons.add(compared(audited, reported)));
            }
        }
        return comparisons;
    }

    private static BasisComparison compared(StatementView audited, StatementView reported) {
        List<BasisComparison.Line> lines = new ArrayList<>();
        for (StatementItem item : StatementItem.values()) {
            BigDecimal ours = audited.amount(item).orElse(null);
            BigDecimal theirs = reported.amount(item).orElse(null);
            boolean same = ours == null ? theirs == null : theirs != null && ours.compareTo(theirs) == 0;
            if (!same) {
                BigDecimal difference = ours == null || theirs == null ? null : ours.subtract(theirs);
                BigDecimal share = difference == null || theirs.signum() == 0 ? null : difference.divide(theirs.abs(), 4, RoundingMode.HALF_UP);
                lines.add(new BasisComparison.Line(item, ours, theirs, difference, share));
            }
        }
        return new BasisComparison(audited.periodEnd(), audited.months(), lines);
    }
}
