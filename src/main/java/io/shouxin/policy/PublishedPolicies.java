package io.shouxin.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The index {@code policy-book.yml}: every published version with the fingerprint its file must have. A file that was
 * changed after publication is not read at all.
 */
final class PublishedPolicies {

    private static final String INDEX = "policy-book.yml";

    private final Map<String, NavigableMap<LocalDate, PolicyVersion>> versions = new HashMap<>();

    private PublishedPolicies() {
    }

    /**
     * @param folder folder on the classpath that holds the index and a sub-folder per policy
     * @throws IllegalStateException when the index is malformed, a file is missing or a fingerprint differs
     */
    static PublishedPolicies in(String folder) {
        PublishedPolicies published = new PublishedPolicies();
        for (Map<String, String> entry : entries(folder + "/" + INDEX)) {
            published.add(checked(version(folder, entry)));
        }
        return published;
    }

    PolicyVersion inForce(String key, LocalDate asOf) {
        NavigableMap<LocalDate, PolicyVersion> byDate = versions.get(key);
        Map.Entry<LocalDate, PolicyVersion> latest = byDate == null ? null : byDate.floorEntry(asOf);
        if (latest == null) {
            throw new PolicyNotInForce(key, asOf);
        }
        return latest.getValue();
    }

    List<PolicyVersion> of(String key) {
        return List.copyOf(versions.getOrDefault(key, new TreeMap<>()).values());
    }

    List<String> keys() {
        return versions.keySet().stream().sorted().toList();
    }

    private void add(PolicyVersion version) {
        NavigableMap<LocalDate, PolicyVersion> byDate = versions.computeIfAbsent(version.key(), key -> new TreeMap<>());
        boolean repeated = byDate.values().stream().anyMatch(other -> other.version().equals(version.version()));
        if (repeated || byDate.putIfAbsent(version.effectiveFrom(), version) != null) {
            throw new IllegalStateException("policy " + version.key() + " has version " + version.version() + " or day "
                    + version.effectiveFrom() + " twice");
        }
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

    private static PolicyVersion checked(PolicyVersion version) {
        String found = fingerprint(version.resource());
        if (!found.equals(version.sha256())) {
            throw new IllegalStateException("policy file " + version.resource() + " was changed after publication: fingerprint "
                    + found + ", published " + version.sha256() + ". Publish a new version instead.");
        }
        return version;
    }

    /** SHA-256 of the file's bytes in lower-case hex, as {@code sha256sum} prints it. */
    private static String fingerprint(String resource) {
        try (InputStream file = new ClassPathResource(resource).getInputStream()) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.readAllBytes()));
        } catch (IOException e) {
            throw new IllegalStateException("published policy file is missing: " + resource, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
