package io.shouxin.customer.file;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Currencies as lenders write them. */
public final class CurrencyWords {

    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("人民币", "CNY"), Map.entry("人民币元", "CNY"), Map.entry("元", "CNY"),
            Map.entry("RMB", "CNY"), Map.entry("本币", "CNY"), Map.entry("美元", "USD"), Map.entry("美金", "USD"), Map.entry("US$", "USD"),
            Map.entry("欧元", "EUR"), Map.entry("港币", "HKD"), Map.entry("港元", "HKD"), Map.entry("HK$", "HKD"), Map.entry("日元", "JPY"),
            Map.entry("日圆", "JPY"), Map.entry("英镑", "GBP"), Map.entry("澳元", "AUD"), Map.entry("加元", "CAD"), Map.entry("加拿大元", "CAD"),
            Map.entry("新加坡元", "SGD"), Map.entry("新元", "SGD"), Map.entry("瑞士法郎", "CHF"), Map.entry("新西兰元", "NZD"));

    private CurrencyWords() {
    }

    /** The currency meant; empty for a blank cell and for a word nobody knows. */
    public static Optional<Currency> find(String written) {
        String word = written == null ? "" : Table.narrow(written).toUpperCase(Locale.ROOT);
        String code = WORDS.getOrDefault(word, word);
        try {
            return code.isEmpty() ? Optional.empty() : Optional.of(Currency.getInstance(code));
        } catch (IllegalArgumentException noCurrency) {
            return Optional.empty();
        }
    }
}
