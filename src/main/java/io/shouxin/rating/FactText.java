package io.shouxin.rating;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** How facts are written down with a rating: decimals plainly, unknown or undefined as empty text. */
public final class FactText {

    private FactText() {
    }

    public static String of(Object fact) {
        if (fact == null) {
            return "";
        }
        return fact instanceof BigDecimal number ? number.toPlainString() : fact.toString();
    }

    static Map<String, String> of(Map<String, Object> facts) {
        Map<String, String> texts = new LinkedHashMap<>();
        facts.forEach((name, fact) -> texts.put(name, of(fact)));
        return texts;
    }
}
