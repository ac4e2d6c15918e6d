package io.shouxin.receipt;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeMap;

/**
 * The one way a receipt is written down: UTF-8, no white space, names in the order of their characters, whole numbers as numbers,
 * all other numbers as text. The same content always gives the same bytes, and other bytes are never the same content.
 */
final class CanonicalJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE).build();

    private CanonicalJson() {
    }

    static byte[] bytes(JsonNode content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = MAPPER.createGenerator(bytes)) {
            write(content, generator);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException when it is no JSON, or a name stands twice in it */
    static JsonNode read(byte[] bytes) throws IOException {
        JsonNode found = MAPPER.readTree(bytes);
        if (found == null) {
            throw new IOException("empty");
        }
        return found;
    }

    /** The same content with every number that is not whole as text, and nothing but plain kinds of values. */
    static JsonNode plain(JsonNode content) {
        if (content.isObject()) {
            ObjectNode plain = JsonNodeFactory.instance.objectNode();
            content.fields().forEachRemaining(field -> plain.set(field.getKey(), plain(field.getValue())));
            return plain;
        }
        if (content.isArray()) {
            ArrayNode plain = JsonNodeFactory.instance.arrayNode();
            content.forEach(each -> plain.add(plain(each)));
            return plain;
        }
        if (content.isNumber() && !content.isIntegralNumber()) {
            return TextNode.valueOf(content.decimalValue().toPlainString());
        }
        return content.isTextual() ? TextNode.valueOf(whole(content.textValue())) : content;
    }

    /** Half a character cannot be written down. */
    private static String whole(String text) {
        return text.codePoints().map(character -> character >= 0xD800 && character <= 0xDFFF ? 0xFFFD : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static void write(JsonNode content, JsonGenerator to) throws IOException {
        if (content.isObject()) {
            TreeMap<String, JsonNode> sorted = new TreeMap<>();
            content.fields().forEachRemaining(field -> sorted.put(field.getKey(), field.getValue()));
            to.writeStartObject();
            for (var field : sorted.entrySet()) {
                to.writeFieldName(field.getKey());
                write(field.getValue(), to);
            }
            to.writeEndObject();
        } else if (content.isArray()) {
            to.writeStartArray();
            for (JsonNode each : content) {
                write(each, to);
            }
            to.writeEndArray();
        } else if (content.isIntegralNumber()) {
            to.writeNumber(content.bigIntegerValue());
        } else if (content.isBoolean()) {
            to.writeBoolean(content.booleanValue());
        } else if (content.isNull()) {
            to.writeNull();
        } else {
            to.writeString(content.isNumber() ? content.decimalValue().toPlainString() : content.textValue());
        }
    }
}
