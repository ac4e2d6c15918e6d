package io.shouxin.customer.web;

import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementDifference;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementStatus;
import io.shouxin.customer.StatementView;
import io.shouxin.kernel.Wording;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A statement as the API shows it; amounts in yuan as decimal text. */
record StatementResource(LocalDate periodEnd, int months, StatementBasis basis, String currency, Map<StatementItem, BigDecimal> amounts,
                         StatementStatus status, boolean usable, List<Difference> differences, String explanation, Instant recordedAt) {

    /** Where it does not articulate, in words and figures. */
    record Difference(String rule, String ruleText, StatementItem item, String itemText, BigDecimal expected, BigDecimal reported,
                      BigDecimal difference) {
    }

    static StatementResource of(StatementView view, Wording wording, Locale language) {
        return new StatementResource(view.periodEnd(), view.months(), view.basis(), view.currency(), view.amounts(), view.status(),
                view.usable(), view.differences().stream().map(found -> difference(found, wording, language)).toList(),
                view.explanation(), view.recordedAt());
    }

    static Difference difference(StatementDifference found, Wording wording, Locale language) {
        return new Difference(found.rule(), wording.of("articulation." + found.rule(), language), found.item(),
                wording.of("statementItem." + found.item(), language), found.expected(), found.reported(), found.difference());
    }
}
