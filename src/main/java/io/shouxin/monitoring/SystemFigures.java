package io.shouxin.monitoring;

import io.shouxin.customer.FinancialStatements;
import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementView;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.origination.Covenant;
import io.shouxin.origination.CovenantKind;
import io.shouxin.rating.FormulaFigure;
import io.shouxin.rating.StatementFigures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what a test is to be held against, on the customer's verified statements as they stand now. */
@Component
class SystemFigures {

    private static final String STATEMENT_MISSING = "STATEMENT_MISSING";

    private final StatementFigures figures;
    private final FinancialStatements statements;
    private final BusinessClock clock;

    SystemFigures(StatementFigures figures, FinancialStatements statements, BusinessClock clock) {
        this.figures = figures;
        this.statements = statements;
        this.clock = clock;
    }

    TestFigures of(CovenantTestView test) {
        return test.terms().kind() == CovenantKind.NEGATIVE ? TestFigures.NONE
                : test.terms().kind() == CovenantKind.INFORMATIONAL ? delivered(test) : measured(test);
    }

    private TestFigures measured(CovenantTestView test) {
        FormulaFigure found;
        try {
            found = figures.of(test.covenant().customer(), test.periodEnd(), test.terms().formula(), clock.today());
        } catch (IllegalArgumentException unreadable) {
            return new TestFigures(Optional.empty(), "FORMULA_UNREADABLE", List.of(), List.of(), Map.of(), null, null);
        }
        return new TestFigures(found.value(), found.undefined() == null ? null : found.statements().isEmpty() ? STATEMENT_MISSING : found.undefined().name(),
                found.inputs().stream().map(input -> new TestFigures.Input(input.item().name(), input.periodEnd(), input.amount())).toList(),
                found.statements(), found.definitions(), null, found.version());
    }

    private TestFigures delivered(CovenantTestView test) {
        boolean audited = Covenant.AUDITED_STATEMENTS.equals(test.terms().formula());
        Optional<StatementView> first = statements.of(test.covenant().customer()).stream()
                .filter(statement -> statement.usable() && statement.periodEnd().equals(test.periodEnd())
                        && (!audited || statement.basis() == StatementBasis.AUDITED))
                .min(Comparator.comparing(StatementView::recordedAt));
        if (first.isEmpty()) {
            return new TestFigures(Optional.empty(), audited ? "AUDITED_STATEMENT_MISSING" : STATEMENT_MISSING, List.of(), List.of(), Map.of(), null, null);
        }
        LocalDate receivedOn = LocalDate.ofInstant(first.get().recordedAt(), BusinessClock.ZONE);
        return new TestFigures(Optional.of(BigDecimal.valueOf(ChronoUnit.DAYS.between(test.periodEnd(), receivedOn))), null, List.of(),
                List.of(first.get().periodEnd() + "/" + first.get().months() + "/" + first.get().basis()), Map.of(), receivedOn, null);
    }
}
