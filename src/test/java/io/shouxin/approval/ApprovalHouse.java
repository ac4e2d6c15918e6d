package io.shouxin.approval;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import io.shouxin.audit.AuditTrail;
import io.shouxin.identity.CaseEntities;
import io.shouxin.identity.GrantingEntities;
import io.shouxin.identity.People;
import io.shouxin.identity.Role;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The approval desks with a database of their own and people at every tier; one tier per million, as the authority table of the tests says. */
final class ApprovalHouse implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final String HASH = "a1";
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static int number;

    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Beans.class);
    final ApprovalDesk desk = context.getBean(ApprovalDesk.class);
    final SignerDesk signers = context.getBean(SignerDesk.class);
    final ReturnDesk returns = context.getBean(ReturnDesk.class);
    final RecallDesk recalls = context.getBean(RecallDesk.class);
    final HandOverDesk handOvers = context.getBean(HandOverDesk.class);
    final AbsenceDesk absences = context.getBean(AbsenceDesk.class);
    final Bench bench = context.getBean(Bench.class);
    final People people = context.getBean(People.class);

    ApprovalHouse() {
        enter("manager", Role.CREDIT_MANAGER);
        enter("manager2", Role.CREDIT_MANAGER);
        enter("manager3", Role.CREDIT_MANAGER);
        enter("senior", Role.SENIOR_CREDIT_MANAGER);
        enter("senior2", Role.SENIOR_CREDIT_MANAGER);
        enter("allrounder", Role.CREDIT_MANAGER, Role.SENIOR_CREDIT_MANAGER);
        enter("director", Role.RISK_DIRECTOR);
        enter("auditor", Role.AUDITOR, Role.CREDIT_MANAGER);
        enter("admin", Role.ADMINISTRATOR, Role.CREDIT_MANAGER);
        enter("applicant", Role.APPLICANT);
        enter("analyst", Role.ANALYST);
        enter("analyst2", Role.ANALYST);
        enter("rm", Role.RELATIONSHIP_MANAGER);
        enter("legal", Role.LEGAL);
        for (int seat = 1; seat <= 6; seat++) {
            enter("committee" + seat, Role.COMMITTEE_MEMBER);
        }
    }

    private void enter(String id, Role... roles) {
        people.enter(person(id), id, Set.of(roles));
    }

    ApprovalCaseView opened(int millions) {
        return desk.open(request("CA-" + ++number, millions, HASH), person("analyst")).orElseThrow();
    }

    static OpenApproval request(String subject, int millions, String hash) {
        Money amount = Money.cny(millions + "000000");
        return new OpenApproval("credit-application", subject, hash, amount, amount, "GOOD", false, Set.of(person("analyst"), person("manager2")), TODAY);
    }

    Outcome<ApprovalCaseView> decide(ApprovalCaseView view, Verdict verdict, String officer) {
        ApprovalCaseView now = now(view);
        return desk.decide(new Decide(view.id(), now.currentTier(), verdict, verdict == Verdict.DECLINE ? "REPAYMENT_ABILITY" : "",
                verdict == Verdict.RETURN ? "Which orders?" : "", now.subjectHash()), person(officer));
    }

    ApprovalCaseView approve(ApprovalCaseView view, String... officers) {
        for (String officer : officers) {
            decide(view, Verdict.APPROVE, officer).orElseThrow();
        }
        return now(view);
    }

    ApprovalCaseView now(ApprovalCaseView view) {
        return desk.find(view.id()).orElseThrow();
    }

    void away(String person, String delegate) {
        absences.record(person(person), person(delegate), TODAY, TODAY.plusDays(5), "休假", person(person)).orElseThrow();
    }

    void allBack() {
        absences.open().forEach(absence -> absences.end(absence.id(), absence.person()).orElseThrow());
    }

    void moveOn(Duration time) {
        BusinessClock clock = context.getBean(BusinessClock.class);
        clock.follow(Clock.fixed(clock.instant().plus(time), BusinessClock.ZONE));
    }

    void backToToday() {
        context.getBean(BusinessClock.class).follow(Clock.fixed(NOW, BusinessClock.ZONE));
    }

    static SigningOrder order(SigningOrder.Place place, SigningOrder.Rule rule, String... persons) {
        return new SigningOrder(place, rule, java.util.Arrays.stream(persons).map(ApprovalHouse::person).toList(), List.of(), "请协助核实行业前景");
    }

    static List<String> codes(Outcome<?> outcome) {
        return outcome.refusals().stream().map(Refusal::code).toList();
    }

    static PersonId person(String id) {
        return new PersonId(id);
    }

    static Optional<PersonId> himself() {
        return Optional.empty();
    }

    @Override
    public void close() {
        context.close();
    }

    @TestConfiguration(proxyBeanMethods = true)
    @EnableTransactionManagement
    @Import({ApprovalDesk.class, SignerDesk.class, ReturnDesk.class, RecallDesk.class, HandOverDesk.class, AbsenceDesk.class, AbsenceCalendar.class,
            Bench.class, CaseBook.class, BusinessNumbers.class, People.class, CaseEntities.class, GrantingEntities.class, AuditTrail.class})
    static class Beans {

        @Bean
        DataSource dataSource() {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl("jdbc:h2:mem:approval" + ++number + ";LOCK_TIMEOUT=60000");
            pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/V002__business_number.sql"),
                    new ClassPathResource("db/migration/V011__identity.sql"), new ClassPathResource("db/migration/V012__audit.sql"),
                    new ClassPathResource("db/migration/V033__approval.sql"), new ClassPathResource("db/migration/V113__granting_entity.sql"),
                    new ClassPathResource("db/migration/V124__approval_act.sql"), new ClassPathResource("db/migration/V125__absence.sql"),
                    new ClassPathResource("db/migration/V129__audit_chain_and_receipts.sql"),
                    new ClassPathResource("db/migration/V131__audit_chain_places.sql")).execute(pool);
            return pool;
        }

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        BusinessClock businessClock() {
            return new BusinessClock(Clock.fixed(NOW, BusinessClock.ZONE));
        }

        /** Authority by exposure: one tier per million; below a million straight through if eligible. Two returns, two thirds from 9 million. */
        @Bean
        PolicyBook policyBook() {
            PolicyBook policies = mock(PolicyBook.class);
            when(policies.decide(eq("approval-authority"), any(), anyMap(), anyString())).thenAnswer(call -> {
                Map<String, ?> inputs = call.getArgument(2);
                int millions = ((BigDecimal) inputs.get("exposure")).intValue() / 1_000_000;
                Tier tier = millions == 0 && !(boolean) inputs.get("straightThroughEligible") ? Tier.CREDIT_MANAGER
                        : Tier.values()[Math.min(millions, 4)];
                return new PolicyDecision("approval-authority", "2026.1", List.of(new MatchedRow("r", Map.of("tier", tier.name()))));
            });
            when(policies.evaluate(eq(CaseRules.POLICY), any(), anyMap())).thenAnswer(call -> {
                Map<String, ?> inputs = call.getArgument(2);
                boolean large = ((BigDecimal) inputs.get("exposure")).intValue() >= 9_000_000;
                boolean lenient = inputs.get("subject").equals("rating-override");
                return new PolicyDecision(CaseRules.POLICY, "2026.1", List.of(new MatchedRow("r", Map.of("mostReturns", new BigDecimal("2"),
                        "urgeHours", new BigDecimal("24"), "fourEyes", lenient ? "VALIDATOR_MAY_APPROVE" : "STRICT",
                        "majority", large ? "TWO_THIRDS" : "MAJORITY", "quorum", "TWO_THIRDS"))));
            });
            return policies;
        }
    }
}
