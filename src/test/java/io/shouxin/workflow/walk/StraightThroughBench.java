package io.shouxin.workflow.walk;

import io.shouxin.approval.ApprovalDesk;
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
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyEvaluation;
import io.shouxin.workflow.engine.EngineClock;
import io.shouxin.workflow.people.SampleFirm;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How much the full product costs beside the same models with nothing in them. All are warmed up first and measured in
 * turn, in slices, so that a noisy machine disturbs all alike; only the ratios say anything.
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
    @Autowired
    private PolicyBook policies;
    @Autowired
    private ApprovalDesk approvals;

    private final List<CustomerView> customers = new ArrayList<>();
    private Instant start;

    /** Where a floor's engine keeps its tables: the same kind of database, a place of its own. */
    abstract DataSource floorDataSource(String name);

    abstract String database();

    @Test
    void theFullProductBesideAnEmptyFloor() {
        start = clock.instant();
        int needed = WARM_UP + SLICES * SLICE + 1;
        for (int i = 0; i < needed; i++) {
            customers.add(customer(i));
        }
        List<PolicyEvaluation> questions = questions(product(needed - 1));
        CountedDataSource bareCount = new CountedDataSource(floorDataSource("bare"));
        CountedDataSource tablesCount = new CountedDataSource(floorDataSource("tables"));
        try (EmptyFloor bare = new EmptyFloor("bare", bareCount, List.of());
                EmptyFloor tables = new EmptyFloor("tables", tablesCount, questions)) {
            List<Runner> runners = List.of(
                    new Runner("full product", (CountedDataSource) dataSource, this::product),
                    new Runner("floor with its tables", tablesCount, i -> tables.walk("C" + i)),
                    new Runner("bare floor", bareCount, i -> bare.walk("C" + i)));
            runners.forEach(runner -> runner.run(0, WARM_UP));
            for (int slice = 0; slice < SLICES; slice++) {
                int from = WARM_UP + slice * SLICE;
                runners.forEach(runner -> runner.measure(from, SLICE));
            }
            print(database(), runners);
        } finally {
            engineClock.release();
        }
    }

    /** What the business rule tasks of a case asked, each table once. */
    private List<PolicyEvaluation> questions(ApplicationId id) {
        Set<String> asked = new HashSet<>();
        List<String> keys = EmptyFloor.TABLES.values().stream().flatMap(List::stream).toList();
        List<PolicyEvaluation> questions = new ArrayList<>();
        Stream<String> subjects = Stream.concat(Stream.of(id.value()),
                approvals.history("credit-application", id.value()).stream().map(decided -> decided.id().value()));
        subjects.flatMap(subject -> policies.evaluations(subject).stream()).filter(one -> keys.contains(one.key()) && asked.add(one.key())).forEach(questions::add);
        if (!asked.containsAll(keys)) {
            throw new IllegalStateException("the case asked only " + asked);
        }
        return questions;
    }

    private ApplicationId product(int i) {
        engineClock.stopAt(start);
        ApplicationId id = walk.walk(customers.get(i), new BigDecimal("600000"));
        ApplicationView end = applications.find(id).orElseThrow();
        if (end.status() != ApplicationStatus.ACTIVE) {
            throw new IllegalStateException(id + " did not reach the active facility: " + end.status() + " " + end.closingReasons());
        }
        return id;
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

    private static void print(String database, List<Runner> runners) {
        System.out.printf("%n%s: straight-through applications, %,d measured each after %,d warm-up each%n", database,
                SLICES * SLICE, WARM_UP);
        System.out.printf("%-30s %12s %16s %18s%n", "", "per second", "CPU ms each", "SQL statements each");
        runners.forEach(runner -> System.out.printf("%-30s %12.1f %16.1f %18.1f%n", runner.name, runner.perSecond(), runner.cpuMillis(),
                runner.statementsEach()));
        Runner product = runners.get(0);
        runners.stream().skip(1).forEach(floor -> System.out.printf("%-30s %12.2f %16.2f %18.2f%n", "product / " + floor.name,
                product.perSecond() / floor.perSecond(), product.cpuMillis() / floor.cpuMillis(),
                product.statementsEach() / floor.statementsEach()));
        System.out.println();
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
