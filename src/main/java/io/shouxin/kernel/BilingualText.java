package io.shouxin.kernel;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/**
 * A sentence kept as it was written (双语文本): by the bank itself in Chinese and English, by a person in his own words only.
 *
 * @param english null where there is no other language than the one it was written in
 */
public record BilingualText(String chinese, String english) {

    public BilingualText {
        Objects.requireNonNull(chinese, "chinese");
    }

    /** @param said the sentence in a language */
    public static BilingualText of(Function<Locale, String> said) {
        return new BilingualText(said.apply(Locale.CHINESE), said.apply(Locale.ENGLISH));
    }

    /** A person's own words, or a code that readers get in words. */
    public static BilingualText asWritten(String text) {
        return new BilingualText(text, null);
    }

    /** For a reader of that language. */
    public String in(Locale language) {
        return english == null || Locale.CHINESE.getLanguage().equals(language.getLanguage()) ? chinese : english;
    }

    /** No longer than so many characters, in each language. */
    public BilingualText atMost(int characters) {
        return new BilingualText(cut(chinese, characters), english == null ? null : cut(english, characters));
    }

    private static String cut(String text, int characters) {
        return text.length() > characters ? text.substring(0, characters) : text;
    }
}
