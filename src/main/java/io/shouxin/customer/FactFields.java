package io.shouxin.customer;

import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks the fields of a fact one after the other; an unknown figure must be told, it is never taken for none. */
final class FactFields {

    private static final BigDecimal MOST = new BigDecimal("10000000000000");

    private final String path;
    private final List<Refusal> refusals = new ArrayList<>();

    FactFields(String path) {
        this.path = path;
    }

    FactFields whole(String name, Integer number, int least, int most) {
        if (number == null) {
            refusals.add(Refusal.of("FACT_FIELD_MISSING").at(path + name));
        } else if (number < least || number > most) {
            refusals.add(Refusal.of("NUMBER_OUT_OF_RANGE").at(path + name).with("min", least).with("max", most));
        }
        return this;
    }

    /** Yuan, zero or more, at most two decimals. */
    FactFields amount(String name, BigDecimal yuan) {
        if (yuan == null || yuan.signum() < 0 || yuan.compareTo(MOST) > 0 || yuan.stripTrailingZeros().scale() > 2) {
            refusals.add(Refusal.of("AMOUNT_MISSING_OR_NEGATIVE").at(path + name));
        }
        return this;
    }

    /** Decimal fraction, 0 to 1. */
    FactFields share(String name, BigDecimal share) {
        if (share == null) {
            refusals.add(Refusal.of("FACT_FIELD_MISSING").at(path + name));
        } else if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            refusals.add(Refusal.of("NUMBER_OUT_OF_RANGE").at(path + name).with("min", 0).with("max", 1));
        }
        return this;
    }

    FactFields text(String name, String text, int longest) {
        String stated = PlainText.stripped(text);
        if (stated == null) {
            refusals.add(Refusal.of("FACT_FIELD_MISSING").at(path + name));
        }
        PlainText.check(stated, path + name, longest, refusals);
        return this;
    }

    FactFields code(String name, String code, List<String> known) {
        if (code == null || code.isBlank()) {
            refusals.add(Refusal.of("FACT_FIELD_MISSING").at(path + name));
        } else if (!known.contains(code)) {
            refusals.add(Refusal.of("FACT_CODE_UNKNOWN").at(path + name).with("known", String.join(" ", known)));
        }
        return this;
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** Pairs of name and value as text; null values are left out. */
    static Map<String, String> told(Object... pairs) {
        Map<String, String> told = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                told.put((String) pairs[i], pairs[i + 1] instanceof BigDecimal number ? number.toPlainString() : pairs[i + 1].toString());
            }
        }
        return told;
    }
}
