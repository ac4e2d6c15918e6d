package io.shouxin.customer.statement;

import io.shouxin.customer.StatementItem;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises the lines of a statement by their names, as they are written: numbered, indented, full width, with remarks. */
final class Labels {

    private static final Pattern LEADING = Pattern.compile(
            "^(?:[一二三四五六七八九十]+[、.,]|\\([一二三四五六七八九十0-9]+\\)|[0-9]+[、.)]|(?:其中|加|减|附)[:、]|[*#△▲☆★])");
    private static final Pattern REMARK = Pattern.compile("\\([^()]*\\)|[:*#]+$");
    private static final Map<String, Match> NAMES = names();

    private Labels() {
    }

    /**
     * What a label means.
     *
     * @param precedence 0 for the official name, higher for older synonyms; of two labels for one item the lower counts
     */
    record Match(StatementItem item, int precedence) {
    }

    static Optional<Match> find(String label) {
        String name = key(label);
        Match found = NAMES.get(name);
        for (String shorter = LEADING.matcher(name).replaceFirst(""); found == null && !shorter.equals(name);
                shorter = LEADING.matcher(name).replaceFirst("")) {
            name = shorter;
            found = NAMES.get(name);
        }
        return Optional.ofNullable(found != null ? found : NAMES.get(REMARK.matcher(name).replaceAll("")));
    }

    /** Full-width characters narrowed, blanks dropped. */
    static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\u00a0]+", "");
    }

    private static String key(String label) {
        return narrow(label).toLowerCase(Locale.ROOT);
    }

    private static Map<String, Match> names() {
        Map<String, Match> names = new HashMap<>();
        for (StatementItem item : StatementItem.values()) {
            names.put(key(item.zh()), new Match(item, 0));
            names.put(key(item.en()), new Match(item, 0));
            names.put(key(item.name()), new Match(item, 0));
            List<String> synonyms = item.synonyms();
            for (int i = 0; i < synonyms.size(); i++) {
                names.putIfAbsent(key(synonyms.get(i)), new Match(item, i + 1));
            }
        }
        return names;
    }
}
