package io.shouxin.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An XHTML page with places to fill in, kept under {@code templates/} on the classpath. A small part of the Mustache
 * language: {@code {{name}}} is filled in and escaped, {@code {{#name}} … {{/name}}} stands once per entry of a list or if a flag
 * is true, {@code {{^name}} … {{/name}}} if it is empty or false, {@code {{>place}}} takes in another file. A place nobody fills
 * throws {@link IllegalArgumentException}: a contract never goes out with a hole in it.
 */
public final class PaperTemplate {

    private static final Pattern TAG = Pattern.compile("\\{\\{([#^/>]?)\\s*([\\w./-]+)\\s*}}");

    private final String text;

    private PaperTemplate(String text) {
        this.text = text;
    }

    /** @param place path under {@code templates/}, e.g. {@code letter/letter.xhtml} */
    public static PaperTemplate load(String place) {
        String text = read(place);
        Matcher tag = TAG.matcher(text);
        return new PaperTemplate(tag.replaceAll(found ->
                Matcher.quoteReplacement(found.group(1).equals(">") ? read(found.group(2)) : found.group())));
    }

    /** @param values texts, numbers, flags, or lists of such maps; an inner map sees the outer one's values too */
    public String fill(Map<String, ?> values) {
        StringBuilder page = new StringBuilder(text.length() * 2);
        fill(text, new HashMap<>(values), page);
        return page.toString();
    }

    private static void fill(String part, Map<String, Object> values, StringBuilder page) {
        Matcher tag = TAG.matcher(part);
        int from = 0;
        while (tag.find(from)) {
            page.append(part, from, tag.start());
            String name = tag.group(2);
            if (!values.containsKey(name) || values.get(name) == null) {
                throw new IllegalArgumentException("nothing to fill in at " + name);
            }
            Object value = values.get(name);
            from = tag.end();
            if (tag.group(1).isEmpty()) {
                page.append(escaped(String.valueOf(value)));
                continue;
            }
            String end = "{{/" + name + "}}";
            int close = part.indexOf(end, from);
            if (close < 0) {
                throw new IllegalArgumentException("no " + end);
            }
            String inner = part.substring(from, close);
            boolean present = value instanceof List<?> list ? !list.isEmpty() : Boolean.TRUE.equals(value);
            if (tag.group(1).equals("^")) {
                if (!present) {
                    fill(inner, values, page);
                }
            } else if (value instanceof List<?> list) {
                list.forEach(entry -> fill(inner, within(values, entry), page));
            } else if (present) {
                fill(inner, values, page);
            }
            from = close + end.length();
        }
        page.append(part, from, part.length());
    }

    private static Map<String, Object> within(Map<String, Object> outer, Object entry) {
        Map<String, Object> values = new HashMap<>(outer);
        if (entry instanceof Map<?, ?> map) {
            map.forEach((name, value) -> values.put(String.valueOf(name), value));
        } else {
            values.put("it", entry);
        }
        return values;
    }

    private static String escaped(String value) {
        StringBuilder text = new StringBuilder(value.length() + 16);
        value.codePoints().filter(PaperTemplate::allowedInXml).forEach(character -> {
            switch (character) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                default -> text.appendCodePoint(character);
            }
        });
        return text.toString();
    }

    private static boolean allowedInXml(int character) {
        return character == '\t' || character == '\n' || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD) || character >= 0x10000;
    }

    private static String read(String place) {
        try (InputStream stream = PaperTemplate.class.getResourceAsStream("/templates/" + place)) {
            if (stream == null) {
                throw new IllegalArgumentException("no template " + place);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(place, e);
        }
    }
}
