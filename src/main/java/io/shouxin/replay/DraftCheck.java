package io.shouxin.replay;

import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Wording;
import io.shouxin.policy.DecisionTables;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyTable;
import io.shouxin.policy.PolicyTable.DeclaredInput;
import io.shouxin.policy.PolicyVersion;
import io.shouxin.policy.TableUnreadable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Checks a draft before anybody sees it: it can be read, asks for nothing the bank does not know, takes every value the bank may
 * hold, says the same things as the version before, and has words for every code it says. Gaps and overlaps are {@link DraftGaps}'.
 */
@Component
class DraftCheck {

    /** Policies that can be drafted: those a replay can judge. */
    static final List<String> POLICIES = List.of("knock-out", "scorecard-statements", "scorecard-property", "scorecard-trade",
            "scorecard-invoices", "scorecard-individual", "grade-scale", "grade-terms", "approval-authority", "loss-given-default");

    private static final int LARGEST = 4_000_000;
    /** Outputs that are codes, and where their words stand. */
    private static final Map<String, String> WORDS = Map.of("reasonCode", "reason.", "grade", "grade.", "tier", "tier.",
            "monitoring", "monitoring.", "riskLevel", "riskLevel.", "characteristic", "characteristic.", "part", "scorePart.");
    /** What a table may leave unsaid: parts of a scorecard's lines, classes finer than the grade. */
    private static final Set<String> OPTIONAL = Set.of("part", "masterClass");
    /** The base points every customer has are no characteristic of his. */
    private static final String BASE = "base";

    private final DecisionTables tables;
    private final PolicyBook book;
    private final Wording words;

    DraftCheck(DecisionTables tables, PolicyBook book, Wording words) {
        this.tables = tables;
        this.book = book;
        this.words = words;
    }

    /** The table of the file when it may be replayed, else everything wrong with it. */
    Outcome<PolicyTable> of(String policy, byte[] file) {
        if (policy == null || !POLICIES.contains(policy)) {
            return Outcome.refused(Refusal.of("DRAFT_POLICY_UNKNOWN").at("policy").with("policy", policy));
        }
        if (file == null || file.length == 0 || file.length > LARGEST) {
            return Outcome.refused(Refusal.of("DRAFT_TOO_LARGE").at("file").with("most", "4 MB"));
        }
        PolicyTable draft;
        try {
            draft = tables.read(policy, file);
        } catch (TableUnreadable unreadable) {
            return Outcome.refused(Refusal.of("DRAFT_UNREADABLE").at("file").with("fault", "draftFault." + unreadable.fault())
                    .with("place", shortened(unreadable.place())));
        }
        List<PolicyVersion> versions = book.versions(policy);
        PolicyTable standing = book.table(versions.get(versions.size() - 1));
        List<Refusal> refusals = new ArrayList<>();
        checkInputs(draft, versions.stream().map(book::table).toList(), refusals);
        checkNothingIsLeftOut(policy, draft, standing, refusals);
        checkOutputs(draft, standing, refusals);
        if (refusals.isEmpty()) {
            DraftGaps.of(draft, standing).forEach(gap -> refusals.add(gap.at("file")));
        }
        return refusals.isEmpty() ? Outcome.done(draft) : Outcome.refused(refusals);
    }

    private static void checkInputs(PolicyTable draft, List<PolicyTable> published, List<Refusal> refusals) {
        Map<String, DeclaredInput> known = new LinkedHashMap<>();
        published.forEach(table -> table.inputs().forEach(input -> known.put(input.name(), input)));
        for (DeclaredInput asked : draft.inputs()) {
            DeclaredInput fact = known.get(asked.name());
            if (fact == null || !Objects.equals(fact.type(), asked.type())) {
                refusals.add(Refusal.of("DRAFT_ASKS_FOR_THE_UNKNOWN").at("file").with("input", asked.name()).with("type", asked.type()));
            } else if (fact.nullable() && !asked.nullable()) {
                refusals.add(Refusal.of("DRAFT_CANNOT_TAKE_UNKNOWN").at("file").with("input", asked.name()));
            } else if (!asked.allowed().isEmpty() && !asked.allowed().containsAll(fact.allowed())) {
                Set<String> shut = new TreeSet<>(fact.allowed());
                shut.removeAll(asked.allowed());
                refusals.add(Refusal.of("DRAFT_SHUTS_CODES_OUT").at("file").with("input", asked.name()).with("codes", String.join(", ", shut)));
            }
        }
    }

    /** Rules and scorecards are asked what they ask for; every other table is always asked the same, and would refuse to answer. */
    private static void checkNothingIsLeftOut(String policy, PolicyTable draft, PolicyTable standing, List<Refusal> refusals) {
        if (policy.equals("knock-out") || policy.startsWith("scorecard-")) {
            return;
        }
        Set<String> leftOut = standing.inputs().stream().map(DeclaredInput::name).collect(Collectors.toCollection(TreeSet::new));
        draft.inputs().forEach(input -> leftOut.remove(input.name()));
        if (!leftOut.isEmpty()) {
            refusals.add(Refusal.of("DRAFT_LEAVES_INPUTS_OUT").at("file").with("inputs", String.join(", ", leftOut)));
        }
    }

    private static Set<String> said(PolicyTable table) {
        Set<String> said = new TreeSet<>();
        table.rows().forEach(row -> said.addAll(row.outputs().keySet()));
        return said;
    }

    private void checkOutputs(PolicyTable draft, PolicyTable standing, List<Refusal> refusals) {
        Set<String> expected = said(standing);
        Set<String> leftOut = new TreeSet<>(expected);
        leftOut.removeAll(said(draft));
        if (!expected.containsAll(said(draft)) || !OPTIONAL.containsAll(leftOut) || draft.oneRowAtMost() != standing.oneRowAtMost()) {
            refusals.add(Refusal.of("DRAFT_SAYS_OTHERWISE").at("file").with("expected", String.join(", ", expected)));
            return;
        }
        Map<String, Set<Class<?>>> kinds = new LinkedHashMap<>();
        standing.rows().forEach(row -> row.outputs().forEach((name, value) ->
                kinds.computeIfAbsent(name, missing -> new HashSet<>()).add(value == null ? Void.class : value.getClass())));
        Set<String> wordless = new TreeSet<>();
        for (MatchedRow row : draft.rows()) {
            row.outputs().forEach((name, value) -> {
                if (!kinds.get(name).contains(value == null ? Void.class : value.getClass()) || !plausible(name, value)) {
                    refusals.add(Refusal.of("DRAFT_VALUE_IMPLAUSIBLE").at("file").with("row", row.ruleId()).with("output", name)
                            .with("value", String.valueOf(value)));
                }
                if (WORDS.containsKey(name) && value instanceof String code && !code.equals(BASE) && !words.knows(WORDS.get(name) + code)) {
                    wordless.add(code);
                }
            });
        }
        Set<String> ungraded = codes(standing, "grade");
        ungraded.removeAll(codes(draft, "grade"));
        if (!ungraded.isEmpty()) {
            refusals.add(Refusal.of("DRAFT_LEAVES_GRADES_OUT").at("file").with("grades", String.join(", ", ungraded)));
        }
        if (!wordless.isEmpty()) {
            refusals.add(Refusal.of("DRAFT_CODE_WITHOUT_WORDS").at("file").with("codes", shortened(String.join(", ", wordless))));
        }
    }

    private static Set<String> codes(PolicyTable table, String output) {
        return table.rows().stream().map(row -> row.outputs().get(output)).filter(Objects::nonNull).map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Shares and probabilities lie between nought and one, points and amounts are not negative, days and months are whole. */
    private static boolean plausible(String output, Object value) {
        if (!(value instanceof BigDecimal number)) {
            return true;
        }
        boolean share = Set.of("pd", "lossGivenDefault", "limitFactor").contains(output);
        boolean signed = output.equals("points") || output.equals("rateMarkupBp");
        boolean whole = output.endsWith("Days") || output.endsWith("Months");
        if (whole && (number.stripTrailingZeros().scale() > 0 || output.equals("reviewCycleMonths") && number.signum() == 0)) {
            return false;
        }
        return (signed || number.signum() >= 0) && (!share || number.compareTo(BigDecimal.ONE) <= 0);
    }

    private static String shortened(String text) {
        String line = text.lines().collect(Collectors.joining(" "));
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}
