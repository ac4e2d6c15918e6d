package io.shouxin.workflow.decision;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Counts operations per second of processor time of the threads that do the work, so that a busy machine disturbs little. What the
 * JVM compiles and collects on threads of its own is not counted, for nobody.
 */
public final class CpuPerOperation implements InternalProfiler {

    static final String NAME = "perCpuSecond";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long before;

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = worked();
    }

    @Override
    public Collection<? extends Result> afterIteration(BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double seconds = (worked() - before) / 1e9;
        return List.of(new ScalarResult(NAME, result.getMetadata().getAllOps() / seconds, "ops/s", AggregationPolicy.AVG));
    }

    private long worked() {
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds())).filter(Objects::nonNull)
                .filter(thread -> thread.getThreadName().contains("jmh-worker")).mapToLong(ThreadInfo::getThreadId)
                .map(threads::getThreadCpuTime).sum();
    }

    @Override
    public String getDescription() {
        return "operations per second of processor time";
    }
}
