package io.shouxin.workflow.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import java.util.stream.Collectors;

/**
 * What a person submitted with a form: one JSON text in the variable {@value #VARIABLE}, read into the command's own
 * record and then removed. A form accepts exactly the fields its record names; anything else is refused.
 */
public record Submission(String json) {

    /** The only variable a form may submit. */
    public static final String VARIABLE = "submission";

    /** Longest accepted submission, in characters. */
    static final int MAX_LENGTH = 400_000;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    /** @throws RefusedException with {@code FORM_MALFORMED} at the field that could not be read */
    public <T> T as(Class<T> form) {
        if (json.length() > MAX_LENGTH) {
            throw new RefusedException(Refusal.of("FORM_TOO_LONG"));
        }
        try {
            T value = JSON.readValue(json, form);
            if (value == null) {
                throw new RefusedException(Refusal.of("FORM_MALFORMED"));
            }
            return value;
        } catch (JsonMappingException unreadable) {
            String path = unreadable.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                    .collect(Collectors.joining());
            throw new RefusedException(Refusal.of("FORM_MALFORMED").at(path.startsWith(".") ? path.substring(1) : path));
        } catch (JsonProcessingException broken) {
            throw new RefusedException(Refusal.of("FORM_MALFORMED"));
        }
    }
}
