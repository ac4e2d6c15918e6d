package io.shouxin.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The forms as files: each that a model names exists, and each can be read, labelled and used in both languages. */
class FormFilesTest {

    private static final Path FORMS = Path.of("forms");
    private static final Path PROCESSES = Path.of("processes");

    private static final Pattern FORM_KEY = Pattern.compile("formKey=\"([^\"]*)\"");
    private static final Pattern INCLUDED = Pattern.compile("ng-include=\"'/([^']+)'\"");
    private static final Pattern FIELD = Pattern.compile("<(input|select|textarea)\\b([^>]*)>");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]+)\"");
    private static final Pattern TAG = Pattern.compile("<[a-z][\\w-]*\\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>");
    private static final Pattern HANDLER = Pattern.compile("\\son[a-z]+\\s*=");
    private static final Pattern SAID = Pattern.compile("\\bsay\\(");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern SCRIPT = Pattern.compile("<script\\b.*?</script>", Pattern.DOTALL);
    private static final Pattern BETWEEN_TAGS = Pattern.compile(">([^<]*)<");
    private static final Pattern EXPRESSION = Pattern.compile("\\{\\{.*?}}", Pattern.DOTALL);

    @Test
    void findsTheFormOfEachTaskAndStart() throws IOException {
        List<String> keys = files(PROCESSES, ".bpmn").flatMap(model -> FORM_KEY.matcher(text(model)).results()).map(FormFilesTest::first).toList();

        assertThat(keys).isNotEmpty().allSatisfy(key -> {
            assertThat(key).startsWith("embedded:deployment:forms/");
            assertThat(Path.of(key.substring("embedded:deployment:".length()))).exists();
        });
    }

    @Test
    void keepsNoFormThatNoModelNames() throws IOException {
        Set<String> named = files(PROCESSES, ".bpmn").flatMap(model -> FORM_KEY.matcher(text(model)).results())
                .map(key -> first(key).substring("embedded:deployment:".length())).collect(Collectors.toCollection(TreeSet::new));
        Set<String> kept = forms().filter(form -> !form.startsWith(FORMS.resolve("shared")))
                .map(form -> form.toString().replace('\\', '/')).collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).containsAll(kept);
    }

    @Test
    void includesOnlyPanelsThatExist() throws IOException {
        assertThat(forms().flatMap(form -> INCLUDED.matcher(text(form)).results()).map(FormFilesTest::first).distinct().map(Path::of))
                .isNotEmpty().allSatisfy(panel -> assertThat(panel).exists());
    }

    /** A form submits one variable, which the kit sets. */
    @Test
    void bindsNoEngineVariable() throws IOException {
        assertThat(forms().filter(form -> text(form).contains("cam-variable-name"))).isEmpty();
    }

    /** The content security policy would silently ignore them. */
    @Test
    void hasNoInlineHandlers() throws IOException {
        assertThat(forms().filter(form -> TAG.matcher(markup(form)).results().anyMatch(tag -> hasHandler(tag.group())))).isEmpty();
    }

    @Test
    void labelsEachField() throws IOException {
        Set<String> unlabelled = new TreeSet<>();
        for (Path form : forms().toList()) {
            String markup = markup(form);
            FIELD.matcher(masked(markup)).results().filter(field -> !isLabelled(markup, field))
                    .forEach(field -> unlabelled.add(form + ": " + markup.substring(field.start(), field.end())));
        }

        assertThat(unlabelled).isEmpty();
    }

    @Test
    void saysEverythingInBothLanguages() throws IOException {
        Set<String> oneLanguage = new TreeSet<>();
        for (Path form : forms().toList()) {
            String text = text(form);
            SAID.matcher(text).results().map(said -> arguments(text, said.end())).filter(pair -> pair.size() != 2)
                    .forEach(pair -> oneLanguage.add(form + ": say(" + String.join(", ", pair) + ")"));
        }

        assertThat(oneLanguage).isEmpty();
    }

    @Test
    void writesNoChineseOutsideThePairs() throws IOException {
        Set<String> bare = new TreeSet<>();
        for (Path form : forms().toList()) {
            BETWEEN_TAGS.matcher(EXPRESSION.matcher(markup(form)).replaceAll("")).results().map(MatchResult::group)
                    .filter(text -> CHINESE.matcher(text).find()).forEach(text -> bare.add(form + ": " + text));
        }

        assertThat(bare).isEmpty();
    }

    private static boolean hasHandler(String tag) {
        return HANDLER.matcher(tag.replaceAll("\"[^\"]*\"", "\"\"")).find();
    }

    /** By a name of its own, by a label around it, or by a label that points to it. */
    private static boolean isLabelled(String markup, MatchResult field) {
        String tag = markup.substring(field.start(), field.end());
        if (tag.contains("aria-label=") || tag.contains("type=\"hidden\"")) {
            return true;
        }
        String before = markup.substring(0, field.start());
        if (before.lastIndexOf("<label") > before.lastIndexOf("</label>")) {
            return true;
        }
        return ID.matcher(tag).results().anyMatch(id -> markup.contains("for=\"" + first(id) + "\""));
    }

    /** The same text with what stands in quotes blotted out, so that a {@code >} in an expression ends no tag. */
    private static String masked(String markup) {
        return Pattern.compile("\"[^\"]*\"").matcher(markup).replaceAll(quoted -> "\"" + "_".repeat(quoted.group().length() - 2) + "\"");
    }

    /** The arguments of a call, from behind its opening bracket, split at the commas of this call. */
    private static List<String> arguments(String text, int from) {
        Stream.Builder<String> arguments = Stream.builder();
        int depth = 0;
        int start = from;
        char quote = 0;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                if (c == '\\') {
                    at++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\'' || c == '`') {
                quote = c;
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' && depth == 0) {
                arguments.add(text.substring(start, at).strip());
                break;
            } else if (c == ')' || c == ']') {
                depth--;
            } else if (c == ',' && depth == 0) {
                arguments.add(text.substring(start, at).strip());
                start = at + 1;
            }
        }
        return arguments.build().filter(argument -> !argument.isEmpty()).toList();
    }

    private static Stream<Path> forms() throws IOException {
        return files(FORMS, ".html");
    }

    private static Stream<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }

    private static String markup(Path form) {
        return SCRIPT.matcher(COMMENT.matcher(text(form)).replaceAll("")).replaceAll("");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static String first(MatchResult found) {
        return found.group(1);
    }
}
