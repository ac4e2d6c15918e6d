package io.shouxin.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads the index {@code policy-book.yml} of the versions that come with the application as files. */
final class PolicyIndex {

    private static final String INDEX = "policy-book.yml";

    private PolicyIndex() {
    }

    static List<PolicyVersion> in(String folder) {
        return entries(folder + "/" + INDEX).stream().map(entry -> version(folder, entry)).toList();
    }

    private static PolicyVersion version(String folder, Map<String, String> entry) {
        String key = required(entry, "key");
        String version = required(entry, "version");
        return new PolicyVersion(key, version, LocalDate.parse(required(entry, "effectiveFrom")), required(entry, "sha256"),
                required(entry, "source"), "%s/%s/%s-%s.dmn".formatted(folder, key, key, version));
    }

    private static String required(Map<String, String> entry, String field) {
        String value = entry.get(field);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(INDEX + ": an entry has no " + field + ": " + entry);
        }
        return value;
    }

    private static List<Map<String, String>> entries(String index) {
        try (InputStream file = new ClassPathResource(index).getInputStream()) {
            Map<String, List<Map<String, Object>>> book = textOnly().load(file);
            List<Map<String, String>> entries = new ArrayList<>();
            for (Map<String, Object> entry : book.get("policies")) {
                Map<String, String> texts = new HashMap<>();
                entry.forEach((field, value) -> texts.put(field, String.valueOf(value)));
                entries.add(texts);
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + index, e);
        }
    }

    /** Reads every scalar as text: neither 2026.10 nor a fingerprint of digits is a number. */
    private static Yaml textOnly() {
        LoaderOptions options = new LoaderOptions();
        DumperOptions dumper = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                addImplicitResolver(Tag.MERGE, MERGE, "<");
            }
        });
    }
}
