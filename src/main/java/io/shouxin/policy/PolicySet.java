package io.shouxin.policy;

import io.shouxin.policy.PolicyTable.DeclaredInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * One table for each policy (政策组合): those in force on a day, those a past decision was made by, or either with a draft in
 * place of one. What it has chosen for a policy it keeps. It answers and keeps no log.
 */
public final class PolicySet {

    private final Function<String, Optional<Chosen>> chooser;
    private final Map<String, Chosen> chosen = new ConcurrentHashMap<>();

    PolicySet(Function<String, Optional<Chosen>> chooser) {
        this.chooser = chooser;
    }

    /** The same set, this table answering for its policy instead. */
    public PolicySet with(String key, String version, PolicyTable table) {
        Optional<Chosen> draft = Optional.of(new Chosen(version, table));
        return new PolicySet(asked -> asked.equals(key) ? draft : chooser.apply(asked));
    }

    /** The same set; where it has no table, the other one's answers. */
    public PolicySet orElse(PolicySet other) {
        return new PolicySet(asked -> chooser.apply(asked).or(() -> other.chooser.apply(asked)));
    }

    /** Version that answers for this policy. @throws PolicyVersionUnknown when the set has none */
    public String version(String key) {
        return chosen(key).version();
    }

    public List<DeclaredInput> inputs(String key) {
        return chosen(key).table().inputs();
    }

    /** Values of one input by which the table's rows can be told apart, as {@link PolicyTable#probes}; none for an input it has not. */
    public List<Object> probes(String key, String input) {
        PolicyTable table = chosen(key).table();
        List<String> columns = table.inputs().stream().map(DeclaredInput::name).toList();
        return columns.contains(input) ? table.probes(columns.indexOf(input)) : List.of();
    }

    /**
     * @throws PolicyInputMissing   when a declared input is absent, or null where the table has no row for "unknown"
     * @throws PolicyInputUnknown   when the table doesn't ask for a given input
     * @throws PolicyVersionUnknown when the set has no table for it
     */
    public PolicyDecision evaluate(String key, Map<String, ?> inputs) {
        Chosen chosen = chosen(key);
        return new PolicyDecision(key, chosen.version(),
                chosen.table().evaluate(PolicyQuestion.asked(key, chosen.table().inputs(), inputs)));
    }

    /**
     * What the table asks for out of stored facts, each with its type again: numbers exact, days as days, truth values, codes.
     * What was stored as empty text or null is unknown; what was not stored is left out and will be missed by the table.
     *
     * @throws IllegalArgumentException when a stored text is no value of its column's type
     */
    public Map<String, Object> typed(String key, Map<String, ?> stored) {
        Map<String, Object> typed = new LinkedHashMap<>();
        for (DeclaredInput input : chosen(key).table().inputs()) {
            if (stored.containsKey(input.name())) {
                typed.put(input.name(), typed(input, stored.get(input.name())));
            }
        }
        return typed;
    }

    static Object typed(DeclaredInput input, Object stored) {
        if (!(stored instanceof String text)) {
            return stored;
        }
        if (text.isEmpty()) {
            return null;
        }
        return switch (input.type() == null ? "" : input.type()) {
            case "number", "integer", "long", "double" -> new BigDecimal(text);
            case "date" -> LocalDate.parse(text);
            case "boolean" -> switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException(input.name() + " is no truth value: " + text);
            };
            default -> text;
        };
    }

    private Chosen chosen(String key) {
        Chosen known = chosen.get(key);
        return known != null ? known : chosen.computeIfAbsent(key,
                missing -> chooser.apply(key).orElseThrow(() -> new PolicyVersionUnknown(key, "")));
    }

    /** A table and the version it is. */
    record Chosen(String version, PolicyTable table) {
    }
}
