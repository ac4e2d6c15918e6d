package io.shouxin.customer.statement;

import io.shouxin.customer.StatementItem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One relation between lines of a statement (勾稽关系): a total and the parts it is made of. The browser is given the same
 * relations, so that what is typed is checked as it will be on the desk.
 *
 * @param rule     its name, and the message key {@code articulation.<rule>}
 * @param total    the line that is compared
 * @param ways     how the parts may give the total: formats differ in what stands inside another line. It holds if one way does;
 *                 a difference is told by the first
 * @param needsAll lines that must be reported, or the relation is not looked at
 * @param needsOne lines of which one must be reported; empty when none must
 * @param itemised with fewer parts reported a sheet is a summary, and only parts that exceed their total contradict it; 0 when
 *                 even a single part must give the total
 */
public record StatementRelation(String rule, StatementItem total, List<Way> ways, List<StatementItem> needsAll,
                                List<StatementItem> needsOne, int itemised) {

    /** Parts that are added and parts that are taken off. */
    public record Way(List<StatementItem> plus, List<StatementItem> minus) {

        Way and(StatementItem... more) {
            return new Way(joined(plus, more), minus);
        }

        Way less(StatementItem... more) {
            return new Way(plus, joined(minus, more));
        }

        Way without(StatementItem left) {
            return new Way(plus, minus.stream().filter(item -> item != left).toList());
        }
    }

    static Way sumOf(StatementItem... parts) {
        return new Way(List.of(parts), List.of());
    }

    static StatementRelation of(String rule, StatementItem total, Way... ways) {
        return new StatementRelation(rule, total, List.of(ways), List.of(), List.of(), 0);
    }

    StatementRelation needing(StatementItem... all) {
        return new StatementRelation(rule, total, ways, List.of(all), needsOne, itemised);
    }

    StatementRelation needingOneOf(StatementItem... one) {
        return new StatementRelation(rule, total, ways, needsAll, List.of(one), itemised);
    }

    StatementRelation itemisedFrom(int parts) {
        return new StatementRelation(rule, total, ways, needsAll, needsOne, parts);
    }

    /** Every line that counts in the first way. */
    List<StatementItem> parts() {
        return joined(ways.get(0).plus(), ways.get(0).minus().toArray(StatementItem[]::new));
    }

    private static List<StatementItem> joined(List<StatementItem> items, StatementItem... more) {
        return Stream.concat(items.stream(), Arrays.stream(more)).toList();
    }
}
