package io.shouxin.origination;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the customer undertakes while a facility lives (约定事项): proposed by policy {@code covenants}, approved with the proposal, contracted
 * with the agreement, and tested afterwards.
 *
 * @param code       of the template; its name is message {@code covenant.CODE}
 * @param formula    a ratio, or an expression over statement lines; for statements {@code STATEMENTS} or {@code AUDITED_STATEMENTS}; null when
 *                   it is told in words
 * @param bound      null, as are target and unit, for what is not a figure
 * @param target     at first
 * @param steps      later targets, by month
 * @param dueDays    days after the end of a period on which it is tested, then on the next working day
 * @param noticeDays days before the test on which the customer is told
 * @param graceDays  days after the test within which a shortfall can be cured
 * @param source     where the template comes from: message {@code covenantSource.CODE}
 * @param positions  the facilities of the application because of which it is asked
 */
public record Covenant(String code, CovenantKind kind, String formula, CovenantBound bound, BigDecimal target, CovenantUnit unit,
                       List<CovenantStep> steps, CovenantFrequency frequency, int dueDays, int noticeDays, int graceDays, String source,
                       List<Integer> positions) {

    /** Formula of who delivers statements of any kind. */
    public static final String STATEMENTS = "STATEMENTS";
    /** Formula of who delivers audited statements. */
    public static final String AUDITED_STATEMENTS = "AUDITED_STATEMENTS";

    public Covenant {
        steps = steps == null ? List.of() : List.copyOf(steps);
        positions = positions == null ? List.of() : List.copyOf(positions);
    }

    /**
     * The target for a period: the first, or that of the last step reached by its end; null for what is not a figure.
     *
     * @param activeFrom day the facility became active
     */
    public BigDecimal targetAt(LocalDate periodEnd, LocalDate activeFrom) {
        return steps.stream().filter(step -> !activeFrom.plusMonths(step.afterMonths()).isAfter(periodEnd)).reduce((earlier, later) -> later)
                .map(CovenantStep::target).orElse(target);
    }

    /** The same with another target and days of grace, every later target moved by as much. */
    public Covenant with(BigDecimal newTarget, int newGraceDays) {
        List<CovenantStep> moved = target == null || newTarget == null ? steps
                : steps.stream().map(step -> new CovenantStep(step.afterMonths(), step.target().add(newTarget.subtract(target)))).toList();
        return new Covenant(code, kind, formula, bound, newTarget, unit, moved, frequency, dueDays, noticeDays, newGraceDays, source, positions);
    }

    /** The same, tested that often. */
    Covenant tested(CovenantFrequency often) {
        return new Covenant(code, kind, formula, bound, target, unit, steps, often, dueDays, noticeDays, graceDays, source, positions);
    }

    /** The same asked because of another facility too; of two targets the harder one counts. */
    Covenant beside(Covenant other) {
        Covenant harder = target == null || bound.stricter(target, other.target).compareTo(target) == 0 ? this : other;
        return new Covenant(code, kind, harder.formula, harder.bound, harder.target, harder.unit, harder.steps, harder.frequency, harder.dueDays, harder.noticeDays,
                harder.graceDays, harder.source, Stream.concat(positions.stream(), other.positions.stream()).distinct().sorted().toList());
    }
}
