package io.shouxin.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaperTemplateTest {

    private static final PaperTemplate SAMPLE = PaperTemplate.load("sample.xhtml");

    @Test
    void fillsInAndEscapesWhatPeopleTyped() {
        assertThat(SAMPLE.fill(Map.of("name", "<b>\"A&B\"</b>\u0000", "rows", List.of(), "late", false)))
                .contains("Dear &lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;.").contains("no rows").doesNotContain("late");
    }

    @Test
    void repeatsASectionForEachEntryAndSeesOuterValues() {
        assertThat(SAMPLE.fill(Map.of("name", "Li", "late", true, "rows", List.of(Map.of("item", "x"), Map.of("item", "y")))))
                .contains("[x for Li][y for Li]").contains("late").doesNotContain("no rows");
    }

    @Test
    void refusesToLeaveAHole() {
        assertThatThrownBy(() -> SAMPLE.fill(Map.of("rows", List.of(), "late", false)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("name");
    }
}
