package io.shouxin.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseAmountTest {

    @ParameterizedTest
    @CsvSource({
        "0, 零元整", "0.01, 壹分", "0.10, 壹角整", "0.56, 伍角陆分", "1, 壹元整", "10, 壹拾元整", "16, 壹拾陆元整", "100, 壹佰元整", "101, 壹佰零壹元整",
        "110, 壹佰壹拾元整", "1001, 壹仟零壹元整", "1010, 壹仟零壹拾元整", "1234.56, 壹仟贰佰叁拾肆元伍角陆分", "1234.50, 壹仟贰佰叁拾肆元伍角整",
        "1234.06, 壹仟贰佰叁拾肆元零陆分", "10000, 壹万元整", "10001, 壹万零壹元整", "10100, 壹万零壹佰元整", "11000, 壹万壹仟元整", "100000, 壹拾万元整",
        "1000000, 壹佰万元整", "5000000, 伍佰万元整", "10050000, 壹仟零伍万元整", "100000000, 壹亿元整", "100000001, 壹亿零壹元整",
        "100010000, 壹亿零壹万元整", "120005000, 壹亿贰仟万伍仟元整", "107000.53, 壹拾万柒仟元伍角叁分", "16409.02, 壹万陆仟肆佰零玖元零贰分",
        "325.04, 叁佰贰拾伍元零肆分", "1680.32, 壹仟陆佰捌拾元叁角贰分", "1000000000000, 壹万亿元整", "1000500000000, 壹万零伍亿元整",
        "1000000000005, 壹万亿零伍元整", "2345678901234.99, 贰万叁仟肆佰伍拾陆亿柒仟捌佰玖拾万壹仟贰佰叁拾肆元玖角玖分"})
    void writesAmountsInWords(String amount, String words) {
        assertThat(ChineseAmount.inWords(Money.cny(amount))).isEqualTo("人民币" + words);
    }

    @Test
    void knowsNoWordsForOtherCurrenciesAndNegativeAmounts() {
        assertThatThrownBy(() -> ChineseAmount.inWords(Money.of("1", "USD"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ChineseAmount.inWords(Money.cny("-1"))).isInstanceOf(IllegalArgumentException.class);
    }
}
