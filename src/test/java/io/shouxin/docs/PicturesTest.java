package io.shouxin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures of the processes show the models as they are. */
class PicturesTest {

    private static final Pattern DRAWN = Pattern.compile("data-element-id=\"([a-z]+_[a-z_-]+?)(?:_label)?\"");
    private static final Pattern MODELLED = Pattern.compile("bpmnElement=\"([a-z]+_[a-z_-]+)\"");
    private static final Pattern NAMED = Pattern.compile("<bpmn:(?!process|message |definitions)\\w+ id=\"[^\"]+\" name=\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"origination/credit-application", "origination/document-collection", "approval/credit-approval",
        "contract/contract-signing", "monitoring/covenant-test", "review/periodic-review", "rating/rating-override", "policy/policy-publication",
        "limit/limit-adjustment", "limit/temporary-exception", "audit/audit-check", "workout/write-off",
        "policyexception/policy-exception-renewal"})
    void aPictureShowsEveryElementOfItsModelByName(String process) {
        String model = Sources.read(Path.of("processes", process + ".bpmn"));
        Path file = Path.of("docs/pictures", process.substring(process.indexOf('/') + 1) + ".svg");
        assertThat(Files.exists(file)).as(file.toString()).isTrue();
        String picture = Sources.read(file);
        String words = picture.replaceAll("<[^>]*>|\\s", "");
        Set<String> modelled = new TreeSet<>(Page.matches(MODELLED, model));
        assertThat(new TreeSet<>(Page.matches(DRAWN, picture))).isEqualTo(modelled);
        assertThat(Page.matches(NAMED, model)).isNotEmpty().allSatisfy(name -> assertThat(words).contains(name.replaceAll("\\s", "")));
    }
}
