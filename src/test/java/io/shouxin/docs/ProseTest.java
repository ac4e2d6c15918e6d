package io.shouxin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages point at exists: files, classes, elements of the models, codes. */
class ProseTest {

    private static final Pattern CLASS = Pattern.compile("[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+");
    private static final Pattern ELEMENT = Pattern.compile("(?:user|service|rule|call|sub|catch|boundary|xor|and|start|end)_[a-z-]+");
    private static final Pattern FILE = Pattern.compile("(?:src|docs|processes|forms|\\.ci)/[^ *<>…]*[^ *<>…/]");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]+(?:_[A-Z0-9]+)+");

    private static final Pattern WORD = Pattern.compile("(\\w+)");
    private static final Pattern TYPE = Pattern.compile("\\b(?:record|enum|interface|class) (\\w+)");

    /** Names of other people's making that the pages speak of. */
    private static final Set<String> FOREIGN = Set.of("BigDecimal", "FeelEngineFactory", "RoundingMode", "SERVER_PORT",
            "SPRING_PROFILES_ACTIVE");

    @Test
    void linksLeadSomewhere() {
        assertThat(wrong((page, link) -> Files.exists(page.target(link)), Page::links)).isEmpty();
    }

    @Test
    void classesExist() {
        Set<String> types = Sources.classes();
        types.addAll(Page.matches(TYPE, Sources.production()));
        assertThat(wrong((page, span) -> !CLASS.matcher(span).matches() || FOREIGN.contains(span) || types.contains(span),
                Page::codeSpans)).isEmpty();
    }

    @Test
    void elementsOfTheModelsExist() {
        Set<String> elements = Sources.elements();
        assertThat(wrong((page, span) -> !ELEMENT.matcher(span).matches() || elements.contains(span), Page::codeSpans)).isEmpty();
    }

    @Test
    void filesExist() {
        assertThat(wrong((page, span) -> !FILE.matcher(span).matches() || Files.exists(Path.of(span)), Page::codeSpans)).isEmpty();
    }

    @Test
    void codesExist() {
        Set<String> words = new TreeSet<>(Page.matches(WORD, Sources.production()));
        Stream.of("src/main/resources", "processes").flatMap(root -> Stream.of(".properties", ".dmn")
                .flatMap(ending -> Sources.files(root, ending).stream())).forEach(file -> words.addAll(Page.matches(WORD, Sources.read(file))));
        assertThat(wrong((page, span) -> !CODE.matcher(span).matches() || span.startsWith("SHOUXIN_") || FOREIGN.contains(span)
                || words.contains(span), Page::codeSpans)).isEmpty();
    }

    private static Set<String> wrong(BiPredicate<Page, String> right, Function<Page, List<String>> claims) {
        Set<String> wrong = new TreeSet<>();
        for (Page page : Page.all()) {
            claims.apply(page).stream().filter(claim -> !right.test(page, claim)).forEach(claim -> wrong.add(page.path() + ": " + claim));
        }
        return wrong;
    }
}
