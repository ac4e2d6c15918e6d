package io.shouxin.document.console;

import io.shouxin.document.SignatureFlaw;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What is wrong with a signature, in the Chinese words the application has for it; read without the application. */
final class FlawWords {

    private static final Properties CHINESE = new Properties();

    static {
        try (InputStream words = FlawWords.class.getResourceAsStream("/messages/document_zh.properties")) {
            CHINESE.load(new InputStreamReader(words, StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private FlawWords() {
    }

    static String chinese(SignatureFlaw flaw) {
        return CHINESE.getProperty("signatureFlaw." + flaw, flaw.name());
    }
}
