package io.shouxin.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.kernel.Refusal;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where contracted terms are not the approved ones. */
final class TermsDifference {

    private static final String NOTHING = "–";

    private TermsDifference() {
    }

    /**
     * @param code of the refusal
     * @return the refusal at the first field that differs, e.g. {@code facilities[0].rate}, with both values; empty when all agree
     */
    static Optional<Refusal> between(Object approved, Object contracted, String code) {
        return first(tree(approved), tree(contracted), "").map(found -> Refusal.of(code).at(found.field())
                .with("field", found.field()).with("approved", found.approved()).with("contracted", found.contracted()));
    }

    private static JsonNode tree(Object terms) {
        return FrozenTerms.read(FrozenTerms.write(terms), new TypeReference<>() { });
    }

    private static Optional<Difference> first(JsonNode approved, JsonNode contracted, String path) {
        if (approved == null || contracted == null || approved.getNodeType() != contracted.getNodeType()) {
            return approved == contracted ? Optional.empty() : Optional.of(new Difference(path, text(approved), text(contracted)));
        }
        if (approved.isArray()) {
            for (int i = 0; i < Math.max(approved.size(), contracted.size()); i++) {
                Optional<Difference> found = first(approved.get(i), contracted.get(i), path + "[" + i + "]");
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        if (!approved.isObject()) {
            return approved.equals(contracted) ? Optional.empty() : Optional.of(new Difference(path, approved.asText(), contracted.asText()));
        }
        Set<String> names = new TreeSet<>();
        for (Iterator<String> each = approved.fieldNames(); each.hasNext();) {
            names.add(each.next());
        }
        for (Iterator<String> each = contracted.fieldNames(); each.hasNext();) {
            names.add(each.next());
        }
        for (String name : names) {
            Optional<Difference> found = first(approved.get(name), contracted.get(name), path.isEmpty() ? name : path + "." + name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String text(JsonNode node) {
        return node == null || node.isNull() ? NOTHING : node.isValueNode() ? node.asText() : node.toString();
    }

    /** One field with its two values. */
    private record Difference(String field, String approved, String contracted) {
    }
}
