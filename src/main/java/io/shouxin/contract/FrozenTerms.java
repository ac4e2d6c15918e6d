package io.shouxin.contract;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.shouxin.kernel.Sha256;
import io.shouxin.origination.ApprovedTerms;
import io.shouxin.origination.ProposedFacility;
import java.util.List;

/**
 * Terms as offered, never changed afterwards. Kept as one canonical text, whose fingerprint stands in the offer, in the
 * agreement and in the agreement's last clause.
 *
 * @param sheet null in terms of the days before there were term sheets
 */
record FrozenTerms(ApprovedTerms approved, TermSheet sheet) {

    private static final JsonMapper CANONICAL = JsonMapper.builder().addModule(new JavaTimeModule())
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    /** What is contracted: the approved facilities at the rate and payment term that were agreed. */
    List<ProposedFacility> contracted() {
        return sheet == null ? approved.facilities() : sheet.contracted(approved);
    }

    String text() {
        return write(this);
    }

    static String hash(String text) {
        return Sha256.of(text);
    }

    /** @throws IllegalStateException when the kept text no longer has the fingerprint it was kept with */
    static FrozenTerms read(String text, String hash) {
        if (!hash(text).equals(hash)) {
            throw new IllegalStateException("kept terms were changed; fingerprint was " + hash);
        }
        return read(text, new TypeReference<>() { });
    }

    static String write(Object content) {
        try {
            return CANONICAL.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T read(String text, TypeReference<T> type) {
        try {
            return CANONICAL.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
