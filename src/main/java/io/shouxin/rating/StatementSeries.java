package io.shouxin.rating;

import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The annual statements a rating looks at: newest first, year after year without a hole, in one currency, at most three.
 * Of two statements for the same year the audited one counts. Drafts, unexplained imbalances and interim statements stay out.
 */
public final class StatementSeries {

    private static final int LONGEST = 3;

    private final List<StatementView> statements;

    private StatementSeries(List<StatementView> statements) {
        this.statements = List.copyOf(statements);
    }

    /** The series that ends with the newest year on file not later than {@code latest}. */
    public static StatementSeries of(Collection<StatementView> onFile, LocalDate latest) {
        TreeMap<LocalDate, StatementView> byYearEnd = new TreeMap<>();
        for (StatementView statement : onFile) {
            if (statement.usable() && statement.annual() && !statement.periodEnd().isAfter(latest)) {
                byYearEnd.merge(statement.periodEnd(), statement, StatementSeries::moreReliable);
            }
        }
        List<StatementView> series = new ArrayList<>();
        for (Map.Entry<LocalDate, StatementView> entry : byYearEnd.descendingMap().entrySet()) {
            if (series.size() == LONGEST || !series.isEmpty() && !continues(entry.getValue(), series.get(series.size() - 1))) {
                break;
            }
            series.add(entry.getValue());
        }
        return new StatementSeries(series);
    }

    /** Number of years, 0 to 3. */
    public int years() {
        return statements.size();
    }

    /** Newest first. */
    public List<StatementView> statements() {
        return statements;
    }

    Optional<StatementView> newest() {
        return statements.stream().findFirst();
    }

    /** @param yearsBack 0 for the newest year */
    Optional<AnnualAccounts> year(int yearsBack) {
        if (yearsBack >= statements.size()) {
            return Optional.empty();
        }
        Optional<StatementView> before = yearsBack + 1 < statements.size() ? Optional.of(statements.get(yearsBack + 1)) : Optional.empty();
        return Optional.of(new AnnualAccounts(statements.get(yearsBack), before));
    }

    private static StatementView moreReliable(StatementView one, StatementView other) {
        return other.basis() == StatementBasis.AUDITED ? other : one;
    }

    private static boolean continues(StatementView earlier, StatementView later) {
        return earlier.periodEnd().equals(later.periodEnd().minusYears(1)) && earlier.currency().equals(later.currency());
    }
}
