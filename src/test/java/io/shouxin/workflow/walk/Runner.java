package io.shouxin.workflow.walk;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntConsumer;

/** One of those measured in turn: walks cases and adds up what they cost. */
final class Runner {

    private static final OperatingSystemMXBean MACHINE = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    final String name;
    private final CountedDataSource database;
    private final IntConsumer walk;
    private long wall;
    private long cpu;
    private long statements;
    private int count;

    Runner(String name, CountedDataSource database, IntConsumer walk) {
        this.name = name;
        this.database = database;
        this.walk = walk;
    }

    void run(int from, int cases) {
        for (int i = from; i < from + cases; i++) {
            walk.accept(i);
        }
    }

    void measure(int from, int cases) {
        long statementsBefore = database.statements();
        long cpuBefore = MACHINE.getProcessCpuTime();
        long wallBefore = System.nanoTime();
        run(from, cases);
        wall += System.nanoTime() - wallBefore;
        cpu += MACHINE.getProcessCpuTime() - cpuBefore;
        statements += database.statements() - statementsBefore;
        count += cases;
    }

    double perSecond() {
        return count * 1e9 / wall;
    }

    double cpuMillis() {
        return cpu / 1e6 / count;
    }

    double statementsEach() {
        return (double) statements / count;
    }
}
