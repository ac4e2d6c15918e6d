package io.shouxin.kernel;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The words people read, in Chinese and English. Each module keeps its own bundle in {@code messages/}: {@code limit.properties}
 * (English) and {@code limit_zh.properties}. Values are named: {@code 可用额度 {free} 不足}.
 */
@Component
public class Wording {

    private static final Pattern AMOUNT = Pattern.compile("([A-Z]{3}) (-?\\d+)(\\.\\d+)?");
    private static final Pattern THOUSANDS = Pattern.compile("\\B(?=(\\d{3})+$)");

    private final Map<String, String> english = new HashMap<>();
    private final Map<String, String> chinese = new HashMap<>();

    Wording() {
        try {
            for (Resource bundle : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                Properties words = new Properties();
                try (var reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
                    words.load(reader);
                }
                Map<String, String> language = bundle.getFilename().endsWith("_zh.properties") ? chinese : english;
                words.forEach((key, text) -> language.put((String) key, (String) text));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * @param values shown as they are, sums of money with separators, and in the reader's language if they are themselves keys,
     *               such as {@code tier.COMMITTEE}
     * @return the text, or the key itself when no bundle has it (a test sees to it that this does not happen)
     */
    public String of(String key, Locale language, Map<String, String> values) {
        Map<String, String> first = isChinese(language) ? chinese : english;
        String text = first.getOrDefault(key, english.getOrDefault(key, key));
        for (Map.Entry<String, String> value : values.entrySet()) {
            String word = first.getOrDefault(value.getValue(), english.getOrDefault(value.getValue(), asAmount(value.getValue(), language)));
            text = text.replace("{" + value.getKey() + "}", word);
        }
        return text;
    }

    /** {@code CNY 2000000.00} as people write it; anything else as it is. */
    private static String asAmount(String value, Locale language) {
        Matcher amount = AMOUNT.matcher(value);
        if (!amount.matches()) {
            return value;
        }
        String grouped = THOUSANDS.matcher(amount.group(2)).replaceAll(",") + (amount.group(3) == null ? "" : amount.group(3));
        return isChinese(language) && amount.group(1).equals("CNY") ? grouped + " 元" : amount.group(1) + " " + grouped;
    }

    public String of(String key, Locale language) {
        return of(key, language, Map.of());
    }

    /** All labels of one language but the texts of refusals, which travel with the refusal. */
    public Map<String, String> labels(Locale language) {
        Map<String, String> labels = new HashMap<>(english);
        if (isChinese(language)) {
            labels.putAll(chinese);
        }
        labels.keySet().removeIf(key -> key.startsWith("refusal."));
        return labels;
    }

    public boolean knows(String key) {
        return english.containsKey(key) && chinese.containsKey(key);
    }

    /** What was refused and why. */
    public String of(Refusal refusal, Locale language) {
        return of("refusal." + refusal.code(), language, refusal.arguments());
    }

    /** Who can help. */
    public String help(Refusal refusal, Locale language) {
        return of("refusal." + refusal.code() + ".help", language, refusal.arguments());
    }

    private static boolean isChinese(Locale language) {
        return Locale.CHINESE.getLanguage().equals(language.getLanguage());
    }
}
