package io.shouxin.contract;

import io.shouxin.document.PaperTemplate;
import io.shouxin.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The versions of the contract templates (合同模板), like the policy book: a published one is never edited, and the application does not
 * start with a file that differs from its fingerprint. A case keeps the version it was drawn up with.
 */
@Component
class TemplateBook {

    static final String FOLDER = "contract/";
    /** Agreements of the days before templates had versions. */
    static final String FIRST = "2025.1";

    private final List<Entry> entries = new ArrayList<>();

    TemplateBook() {
        this("template-book.yml");
    }

    /** @throws IllegalStateException when a file is not the one the book names, or a kind has no template */
    TemplateBook(String index) {
        Map<String, List<Map<String, String>>> book = read(index);
        for (Map<String, String> part : book.get("parts")) {
            mustBe(part.get("file"), part.get("sha256"));
        }
        for (Map<String, String> entry : book.get("templates")) {
            mustBe(entry.get("file"), entry.get("sha256"));
            entries.add(new Entry(PaperKind.valueOf(entry.get("kind")), entry.get("version"), LocalDate.parse(entry.get("effectiveFrom")),
                    PaperTemplate.load(FOLDER + entry.get("file"))));
        }
        entries.sort(Comparator.comparing(Entry::effectiveFrom).reversed());
        for (PaperKind kind : PaperKind.values()) {
            if (entries.stream().noneMatch(entry -> entry.kind() == kind)) {
                throw new IllegalStateException(index + " has no template for " + kind);
            }
        }
    }

    /** The version for what is drawn up on that day; before the first one's day, the first. */
    String inForce(PaperKind kind, LocalDate day) {
        List<Entry> ofKind = entries.stream().filter(entry -> entry.kind() == kind).toList();
        return ofKind.stream().filter(entry -> !entry.effectiveFrom().isAfter(day)).findFirst().orElse(ofKind.get(ofKind.size() - 1)).version();
    }

    /** @throws IllegalStateException when a case names a version this release does not have */
    PaperTemplate template(PaperKind kind, String version) {
        return entries.stream().filter(entry -> entry.kind() == kind && entry.version().equals(version)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no template " + kind + " " + version)).template();
    }

    private static void mustBe(String file, String sha256) {
        try (InputStream content = new ClassPathResource("templates/" + FOLDER + file).getInputStream()) {
            String found = Sha256.of(content.readAllBytes());
            if (!found.equals(sha256)) {
                throw new IllegalStateException("contract template " + file + " is not the one published: " + found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static Map<String, List<Map<String, String>>> read(String index) {
        try (InputStream content = new ClassPathResource("templates/" + FOLDER + index).getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(content);
        } catch (IOException e) {
            throw new UncheckedIOException(index, e);
        }
    }

    /** One version of one template. */
    private record Entry(PaperKind kind, String version, LocalDate effectiveFrom, PaperTemplate template) {
    }
}
