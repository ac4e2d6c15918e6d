package io.shouxin.workflow.walk;

import com.sun.management.OperatingSystemMXBean;
import io.shouxin.customer.CreditReport;
import io.shouxin.customer.CreditReports;
import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.EnterpriseSize;
import io.shouxin.customer.FinancialStatements;
import io.shouxin.customer.IdentifierType;
import io.shouxin.customer.RegisterCustomer;
import io.shouxin.customer.StatementSheet;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.origination.ApplicationView;
import io.shouxin.workflow.engine.EngineClock;
import io.shouxin.workflow.people.SampleFirm;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How much the full product costs beside the same models with nothing in them. Both are warmed up first and measured in
 * turn, in slices, so that a noisy machine disturbs both alike; only their ratio says anything.
 */
@Import(StraightThroughBench.Counted.class)
abstract class StraightThroughBench {

    private static final int WARM_UP = Integer.getInteger("bench.warmup", 2_000);
    private static final int SLICES = Integer.getInteger("bench.slices", 10);
    private static final int SLICE = Integer.getInteger("bench.slice", 40);
    private static final PersonId RM = new PersonId("rm");

    @Autowired
    private Walk walk;
    @Autowired
    private ApplicationDesk applications;
    @Autowired
    private CustomerRegister register;
    @Autowired
    private FinancialStatements statements;
    @Autowired
    private CreditReports reports;
    @Autowired
    private EngineClock engineClock;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private DataSource dataSource;
    @Autowired
    private TransactionTemplate transactions;

    private final List<CustomerView> customers = new ArrayList<>();
    private Instant start;

    /** Where the floor's engine keeps its tables: the same kind of database, a place of its own. */
    abstract DataSource floorDataSource();

    abstract String database();

    @Test
    void theFullProductBesideAnEmptyFloor() {
        start = clock.instant();
        CountedDataSource floorCount = new CountedDataSource(floorDataSource());
        try (EmptyFloor floor = new EmptyFloor(floorCount)) {
            int needed = WARM_UP + SLICES * SLICE;
            for (int i = 0; i < needed; i++) {
                customers.add(customer(i));
            }
            run(WARM_UP, 0, this::product);
            run(WARM_UP, 0, i -> floor.walk("W" + i));
            Figures product = new Figures();
            Figures empty = new Figures();
            for (int slice = 0; slice < SLICES; slice++) {
                int from = WARM_UP + slice * SLICE;
                product.add(measure((CountedDataSource) dataSource, () -> run(SLICE, from, this::product)));
                empty.add(measure(floorCount, () -> run(SLICE, from, i -> floor.walk("M" + i))));
            }
            print(product, empty);
        } finally {
            engineClock.release();
        }
    }

    private void product(int i) {
        engineClock.stopAt(start);
        ApplicationId id = walk.walk(customers.get(i), new BigDecimal("600000"));
        ApplicationView end = applications.find(id).orElseThrow();
        if (end.status() != ApplicationStatus.ACTIVE) {
            throw new IllegalStateException(id + " did not reach the active facility: " + end.status() + " " + end.closingReasons());
        }
    }

    private CustomerView customer(int i) {
        return transactions.execute(status -> {
            CustomerView firm = register.register(new RegisterCustomer(CustomerKind.ENTERPRISE, "示例企业" + i,
                    IdentifierType.INTERNAL_REFERENCE, "BENCH" + i, "C34", null, LocalDate.of(2010, 1, 1), 100, EnterpriseSize.MEDIUM,
                    null, null, null), RM).orElseThrow();
            for (StatementSheet sheet : SampleFirm.statements(clock.today().getYear() - 1, 1)) {
                statements.record(firm.id(), sheet, RM).orElseThrow();
            }
            reports.record(firm.id(), new CreditReport(clock.today(), 0, 0, 0, Money.cny("0"), Money.cny("0"), 0, false, false,
                    "BENCH-" + i, "bench"), RM).orElseThrow();
            return firm;
        });
    }

    private static void run(int count, int from, IntConsumer work) {
        for (int i = from; i < from + count; i++) {
            work.accept(i);
        }
    }

    private static Figures measure(CountedDataSource counted, Runnable work) {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long statementsBefore = counted.statements();
        long cpuBefore = machine.getProcessCpuTime();
        long wallBefore = System.nanoTime();
        work.run();
        Figures figures = new Figures();
        figures.wall = System.nanoTime() - wallBefore;
        figures.cpu = machine.getProcessCpuTime() - cpuBefore;
        figures.statements = counted.statements() - statementsBefore;
        figures.count = SLICE;
        return figures;
    }

    private void print(Figures product, Figures floor) {
        System.out.printf("%n%s: straight-through applications, %,d measured each after %,d warm-up each%n", database(), product.count, WARM_UP);
        System.out.printf("%-28s %12s %16s %18s%n", "", "per second", "CPU ms each", "SQL statements each");
        System.out.printf("%-28s %12.1f %16.1f %18.1f%n", "full product", product.perSecond(), product.cpuMillis(), product.statementsEach());
        System.out.printf("%-28s %12.1f %16.1f %18.1f%n", "same models, empty delegates", floor.perSecond(), floor.cpuMillis(), floor.statementsEach());
        System.out.printf("%-28s %12.2f %16.2f %18.2f%n%n", "product / floor", product.perSecond() / floor.perSecond(),
                product.cpuMillis() / floor.cpuMillis(), product.statementsEach() / floor.statementsEach());
    }

    /** Sums of what was measured. */
    private static final class Figures {
        private long wall;
        private long cpu;
        private long statements;
        private int count;

        private void add(Figures slice) {
            wall += slice.wall;
            cpu += slice.cpu;
            statements += slice.statements;
            count += slice.count;
        }

        private double perSecond() {
            return count * 1e9 / wall;
        }

        private double cpuMillis() {
            return cpu / 1e6 / count;
        }

        private double statementsEach() {
            return (double) statements / count;
        }
    }

    /** Counts what the application sends to its database. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Counted {
        @Bean
        static BeanPostProcessor countedDataSource() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source && !(bean instanceof CountedDataSource) ? new CountedDataSource(source) : bean;
                }
            };
        }
    }
}
