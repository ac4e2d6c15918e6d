package io.shouxin.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.shouxin.kernel.Wording;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The words of a message in the reader's language: {@code messageTitle.CODE} and {@code message.CODE}, the same in inbox and e-mail. */
@Component
public class MessageWords {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_VALUES = 2000;

    private final Wording wording;

    MessageWords(Wording wording) {
        this.wording = wording;
    }

    public String title(String code, Locale language) {
        return wording.of("messageTitle." + code, language);
    }

    /** @param values named values of the text beside {@code subject}, the business number */
    public String text(String code, String subject, Map<String, String> values, Locale language) {
        Map<String, String> all = new TreeMap<>(values);
        all.put("subject", subject);
        return wording.of("message." + code, language, all);
    }

    static String kept(Map<String, String> values) {
        try {
            String json = JSON.writeValueAsString(values);
            if (json.length() > LONGEST_VALUES) {
                throw new IllegalArgumentException("a message carries short values only, these have " + json.length() + " characters");
            }
            return json;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Map<String, String> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() { });
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
