package io.shouxin.replay;

import io.shouxin.kernel.Refusal;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyTable;
import io.shouxin.policy.PolicyTable.DeclaredInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Looks for gaps and overlaps by trying every boundary of every column with all others: facts for which the version in force has
 * an answer and the draft has none, or two. A scorecard must give each characteristic exactly one row, and 0 to 100 points in all.
 */
final class DraftGaps {

    private static final int MOST_COMBINATIONS = 400_000;
    private static final int SHOWN = 3;
    private static final String CHARACTERISTIC = "characteristic";
    private static final String BASE = "base";
    private static final BigDecimal FULL_SCORE = BigDecimal.valueOf(100);

    private final PolicyTable draft;
    private final PolicyTable standing;
    private final Set<Refusal> found = new LinkedHashSet<>();

    private DraftGaps(PolicyTable draft, PolicyTable standing) {
        this.draft = draft;
        this.standing = standing;
    }

    static List<Refusal> of(PolicyTable draft, PolicyTable standing) {
        DraftGaps gaps = new DraftGaps(draft, standing);
        if (draft.oneRowAtMost()) {
            gaps.lookThroughAll();
        } else if (draft.rows().get(0).outputs().containsKey(CHARACTERISTIC)) {
            gaps.lookThroughScorecard();
        }
        return List.copyOf(gaps.found);
    }

    private void lookThroughAll() {
        Set<Integer> all = new LinkedHashSet<>();
        for (int column = 0; column < draft.inputs().size(); column++) {
            all.add(column);
        }
        tryAll(all, Map.of(), facts -> {
            try {
                if (draft.evaluate(facts).isEmpty() && answeredToday(facts)) {
                    found.add(Refusal.of("DRAFT_GAP").with("facts", told(facts, all)));
                }
            } catch (IllegalStateException two) {
                found.add(Refusal.of("DRAFT_OVERLAP").with("facts", told(facts, all)));
            }
            return found.size() < SHOWN;
        });
    }

    /** True also when the version in force asks for more than the draft: then the draft has to answer always. */
    private boolean answeredToday(Map<String, Object> facts) {
        if (!standing.inputs().stream().map(DeclaredInput::name).allMatch(facts::containsKey)) {
            return true;
        }
        return !standing.evaluate(facts).isEmpty();
    }

    private void lookThroughScorecard() {
        Map<String, Set<Integer>> columns = new TreeMap<>();
        Map<String, List<BigDecimal>> points = new HashMap<>();
        for (int row = 0; row < draft.rows().size(); row++) {
            MatchedRow said = draft.rows().get(row);
            columns.computeIfAbsent(said.text(CHARACTERISTIC), missing -> new LinkedHashSet<>()).addAll(draft.columnsOf(row));
            points.computeIfAbsent(said.text(CHARACTERISTIC), missing -> new ArrayList<>()).add(said.number("points"));
        }
        Set<String> expected = new HashSet<>(draft.inputs().stream().map(DeclaredInput::name).toList());
        expected.add(BASE);
        if (!columns.keySet().equals(expected)) {
            Set<String> odd = new HashSet<>(expected);
            odd.removeAll(columns.keySet());
            columns.keySet().stream().filter(name -> !expected.contains(name)).forEach(odd::add);
            found.add(Refusal.of("DRAFT_CHARACTERISTICS").with("names", String.join(", ", odd.stream().sorted().toList())));
            return;
        }
        BigDecimal least = points.values().stream().map(given -> given.stream().min(BigDecimal::compareTo).orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal most = points.values().stream().map(given -> given.stream().max(BigDecimal::compareTo).orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (least.signum() < 0 || most.compareTo(FULL_SCORE) > 0) {
            found.add(Refusal.of("DRAFT_SCORE_OUT_OF_RANGE").with("least", least.toPlainString()).with("most", most.toPlainString()));
        }
        Map<String, Object> plain = new LinkedHashMap<>();
        for (int column = 0; column < draft.inputs().size(); column++) {
            plain.put(draft.inputs().get(column).name(), draft.probes(column).get(0));
        }
        columns.forEach((characteristic, asked) -> tryAll(asked, plain, facts -> {
            long hits = draft.evaluate(facts).stream().filter(row -> row.text(CHARACTERISTIC).equals(characteristic)).count();
            if (hits != 1) {
                found.add(Refusal.of(hits == 0 ? "DRAFT_GAP" : "DRAFT_OVERLAP").with("facts", characteristic + ": " + told(facts, asked)));
            }
            return found.size() < SHOWN;
        }));
    }

    /** Tries all combinations of the columns' probes, the other facts fixed, until the taker has enough. */
    private void tryAll(Set<Integer> columns, Map<String, Object> others, Predicate<Map<String, Object>> taker) {
        List<String> names = new ArrayList<>();
        List<List<Object>> values = new ArrayList<>();
        long combinations = 1;
        for (int column : columns) {
            names.add(draft.inputs().get(column).name());
            List<Object> probes = probes(column);
            values.add(probes);
            combinations *= probes.size();
            if (combinations > MOST_COMBINATIONS) {
                found.add(Refusal.of("DRAFT_TOO_FINE").with("most", MOST_COMBINATIONS));
                return;
            }
        }
        for (long combination = 0; combination < combinations; combination++) {
            Map<String, Object> facts = new LinkedHashMap<>(others);
            long left = combination;
            for (int at = 0; at < names.size(); at++) {
                facts.put(names.get(at), values.get(at).get((int) (left % values.get(at).size())));
                left /= values.get(at).size();
            }
            if (!taker.test(facts)) {
                return;
            }
        }
    }

    /** What to try in a column: where the draft tells values apart, and where the version in force does. */
    private List<Object> probes(int column) {
        Set<Object> probes = new LinkedHashSet<>(draft.probes(column));
        String name = draft.inputs().get(column).name();
        for (int other = 0; other < standing.inputs().size(); other++) {
            if (standing.inputs().get(other).name().equals(name)) {
                probes.addAll(standing.probes(other));
            }
        }
        return new ArrayList<>(probes);
    }

    private String told(Map<String, Object> facts, Set<Integer> columns) {
        List<String> told = new ArrayList<>();
        columns.forEach(column -> {
            DeclaredInput input = draft.inputs().get(column);
            Object value = facts.get(input.name());
            told.add(input.name() + " = " + (value instanceof BigDecimal number ? number.toPlainString() : value));
        });
        return String.join(", ", told);
    }
}
