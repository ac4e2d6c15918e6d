package io.shouxin.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody typed is never reckoned by the spreadsheet that opens the list; a figure below zero stays a figure. */
class CovenantCsvTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', delimiter = ';', value = {"上海某厂;上海某厂", "=1+1;'=1+1", "@SUM(A1);'@SUM(A1)", "+86;'+86", "-某厂;'-某厂", "-1+1;'-1+1",
        "-2|cmd!A0;'-2|cmd!A0", "-1*SUM(A1);'-1*SUM(A1)", "-1 A1;'-1 A1", "-;'-", "a\"b;\"a\"\"b\"", "a,b;\"a,b\""})
    void noNameIsTakenForAFormula(String name, String cell) {
        assertThat(row(name, null)).isEqualTo("C-2026-000001," + cell + ",,,,,,,,,,,,,");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"-16.00%", "-1.20 倍", "-1.20×", "-3 days", "-3 天", "-3", "15.00%"})
    void aHeadroomBelowZeroStaysAFigure(String headroom) {
        assertThat(row("上海某厂", headroom)).isEqualTo("C-2026-000001,上海某厂,,,,,,,,,,,," + headroom + ",");
    }

    private static String row(String name, String headroom) {
        CovenantLine line = new CovenantLine(null, null, null, null, null, null, null, null, "C-2026-000001", name, null, List.of(), null, null, null, null, null, null, false,
                null, null, null, null, null, null, headroom, null);
        return new String(CovenantCsv.of(List.of(line), Locale.CHINESE), StandardCharsets.UTF_8).lines().skip(1).findFirst().orElseThrow();
    }
}
