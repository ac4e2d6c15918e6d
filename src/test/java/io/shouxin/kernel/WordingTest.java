package io.shouxin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordingTest {

    private final Wording wording = new Wording();

    @Test
    void writesSumsOfMoneyAsPeopleReadThem() {
        Refusal refusal = Refusal.of("AMOUNT_TOO_LARGE").with("most", Money.cny("10000000000"));

        assertThat(wording.of(refusal, Locale.CHINA)).contains("最多 10,000,000,000.00 元");
        assertThat(wording.of(refusal, Locale.ENGLISH)).contains("at most CNY 10,000,000,000.00.");
    }

    @Test
    void leavesNumbersOfOtherThingsAlone() {
        Refusal refusal = Refusal.of("APPLICATION_UNKNOWN").with("applicationId", "CA 2026000001-7");

        assertThat(wording.of(refusal, Locale.ENGLISH)).contains("CA 2026000001-7");
    }
}
