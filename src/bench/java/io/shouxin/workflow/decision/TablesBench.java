package io.shouxin.workflow.decision;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link RatingBenchmarks} with JMH and prints operations per second of processor time, side by side. */
@Tag("bench")
class TablesBench {

    /** Which of them, as a pattern of their names. */
    private static final String ONLY = System.getProperty("bench.only", "");
    private static final int SECONDS = Integer.getInteger("bench.seconds", 2);

    @Test
    void tablesAndRatingsPerSecondOfProcessorTime() throws RunnerException {
        Map<String, Double> found = new TreeMap<>();
        for (RunResult result : new Runner(new OptionsBuilder().include(RatingBenchmarks.class.getName() + "." + ONLY).forks(1).threads(1)
                .warmupIterations(2).warmupTime(TimeValue.seconds(SECONDS)).measurementIterations(3).measurementTime(TimeValue.seconds(SECONDS))
                .jvmArgs("-Xmx2g").shouldFailOnError(true).addProfiler(CpuPerOperation.class).build()).run()) {
            found.put(result.getParams().getBenchmark().replaceFirst(".*\\.", ""),
                    result.getSecondaryResults().values().stream().filter(second -> second.getLabel().endsWith(CpuPerOperation.NAME))
                            .findFirst().orElseThrow().getScore());
        }
        for (String what : new String[] {"table", "rating"}) {
            double camunda = found.getOrDefault(what + "OnCamunda", Double.NaN);
            double drools = found.getOrDefault(what + "OnDrools", Double.NaN);
            double plain = found.getOrDefault(what + "InPlainJava", Double.NaN);
            for (String how : new String[] {"DecidedAndKept", "InABatch", "OnCamunda", "OnDrools", "InPlainJava"}) {
                double perSecond = found.getOrDefault(what + how, Double.NaN);
                System.out.printf("%-24s %,14.1f per CPU second   x Camunda %,10.1f   x Drools %,8.1f   x plain Java %6.2f%n", what + how, perSecond,
                        perSecond / camunda, perSecond / drools, perSecond / plain);
            }
        }
    }
}
