package io.shouxin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatchedRowTest {

    private final MatchedRow row = new MatchedRow("terms_good", Map.of("monitoring", "STANDARD", "months", new BigDecimal("12.0"),
            "factor", new BigDecimal("0.85"), "open", false));

    @Test
    void readsEachOutputInItsKind() {
        assertThat(row.text("monitoring")).isEqualTo("STANDARD");
        assertThat(row.whole("months")).isEqualTo(12);
        assertThat(row.number("factor")).isEqualByComparingTo("0.85");
        assertThat(row.flag("open")).isFalse();
        assertThat(row.says("open")).isTrue();
        assertThat(row.says("absent")).isFalse();
    }

    @Test
    void neverTakesSilenceForZeroOrNo() {
        assertThatThrownBy(() -> row.number("absent")).isInstanceOf(IllegalStateException.class).hasMessageContaining("terms_good");
        assertThatThrownBy(() -> row.flag("absent")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> row.text("months")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> row.whole("factor")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void insistsOnOneRowWhereOneIsMeant() {
        assertThat(new PolicyDecision("grade-terms", "2026.1", List.of(row)).only()).isEqualTo(row);
        assertThatThrownBy(() -> new PolicyDecision("grade-terms", "2026.1", List.of()).only()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new PolicyDecision("grade-terms", "2026.1", List.of(row, row)).only()).isInstanceOf(IllegalStateException.class);
    }
}
