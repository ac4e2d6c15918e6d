package io.shouxin.modelling.console;

import io.shouxin.kernel.Outcome;
import io.shouxin.modelling.data.DataTableFile;
import io.shouxin.modelling.data.Sample;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** Options that name a file of past cases and what a bad end is. */
class DataOptions {

    @Option(names = "--data", paramLabel = "FILE", required = true,
            description = "past cases, one per row: CSV with a header, or ARFF; plain or gzip, UTF-8 or GBK")
    private Path data;

    @Option(names = "--outcome", paramLabel = "COLUMN", required = true, description = "column that tells how a case ended")
    private String outcome;

    @Option(names = "--bad", paramLabel = "VALUE", required = true, description = "its value for a bad end; every other value is good")
    private String bad;

    @Option(names = "--exclude", paramLabel = "COLUMN", split = ",",
            description = "columns that are no factors: identifiers, and whatever was known only afterwards")
    private Set<String> excluded = new HashSet<>();

    Outcome<Sample> sample() {
        return sample(data);
    }

    /** The same columns of another file. */
    Outcome<Sample> sample(Path file) {
        return DataTableFile.read(file, excluded).then(table -> Sample.of(table, outcome, bad));
    }
}
