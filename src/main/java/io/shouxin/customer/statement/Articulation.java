package io.shouxin.customer.statement;

import io.shouxin.customer.StatementDifference;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementSheet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Checks the relations that must hold inside a period (勾稽关系). A relation is checked when its total and at least one of its
 * parts are reported; a blank part counts as zero, as it does on paper.
 */
public final class Articulation {

    private static final BigDecimal ROUNDED_PARTS = new BigDecimal("3");

    private final StatementSheet sheet;

    private Articulation(StatementSheet sheet) {
        this.sheet = sheet;
    }

    /** Where the sheet does not articulate by more than its rounding explains; empty when it does. */
    public static List<StatementDifference> differencesOf(StatementSheet sheet) {
        Articulation articulation = new Articulation(sheet);
        return StatementRelations.ALL.stream().map(articulation::difference).flatMap(Optional::stream).toList();
    }

    private Optional<StatementDifference> difference(StatementRelation relation) {
        List<StatementItem> parts = relation.parts().stream().filter(this::reported).toList();
        boolean looked = reported(relation.total()) && !parts.isEmpty() && relation.needsAll().stream().allMatch(this::reported)
                && (relation.needsOne().isEmpty() || relation.needsOne().stream().anyMatch(this::reported));
        if (!looked) {
            return Optional.empty();
        }
        BigDecimal told = value(relation.total());
        boolean holds = relation.ways().stream().anyMatch(way -> within(told.subtract(sum(way)), parts.size(), relation));
        BigDecimal expected = sum(relation.ways().get(0));
        boolean summary = parts.size() < relation.itemised() && expected.compareTo(told) <= 0;
        return holds || summary ? Optional.empty()
                : Optional.of(new StatementDifference(relation.rule(), relation.total(), expected, told, told.subtract(expected)));
    }

    /** Exact in yuan; where the source had rounded, each part may be off by half a step. */
    private boolean within(BigDecimal difference, int parts, StatementRelation relation) {
        BigDecimal resolution = sheet.resolution();
        BigDecimal steps = relation.itemised() == 0 ? ROUNDED_PARTS : ROUNDED_PARTS.max(BigDecimal.valueOf(parts / 2 + 1L));
        BigDecimal tolerance = resolution.compareTo(StatementSheet.FEN) <= 0 ? resolution : resolution.multiply(steps);
        return difference.abs().compareTo(tolerance) <= 0;
    }

    private BigDecimal sum(StatementRelation.Way way) {
        return total(way.plus()).subtract(total(way.minus()));
    }

    private BigDecimal total(List<StatementItem> items) {
        return items.stream().map(this::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal value(StatementItem item) {
        return sheet.amount(item).orElse(BigDecimal.ZERO);
    }

    private boolean reported(StatementItem item) {
        return sheet.amount(item).isPresent();
    }
}
