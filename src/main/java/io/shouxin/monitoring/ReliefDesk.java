package io.shouxin.monitoring;

import io.shouxin.approval.Tier;
import io.shouxin.audit.AuditTrail;
import io.shouxin.deadline.WorkingCalendar;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.BilingualText;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Simultaneous;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deferral and waiver of a test (约定事项延期与豁免): one officer asks, another of the tier that policy {@code covenant-relief} names, or a higher
 * one, decides. Each holds for the one test; a renewal asks anew, and the policy counts how often it was granted.
 */
@Service
@Transactional
public class ReliefDesk {

    /** Policy key. */
    public static final String POLICY = "covenant-relief";
    private static final PersonId SYSTEM = new PersonId("system");

    private final CovenantRows rows;
    private final ReliefRows reliefs;
    private final PolicyBook policies;
    private final WorkingCalendar calendar;
    private final People people;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final Simultaneous simultaneous;

    ReliefDesk(CovenantRows rows, ReliefRows reliefs, PolicyBook policies, WorkingCalendar calendar, People people, BusinessNumbers numbers, BusinessClock clock,
               AuditTrail audit, Simultaneous simultaneous) {
        this.rows = rows;
        this.reliefs = reliefs;
        this.policies = policies;
        this.calendar = calendar;
        this.people = people;
        this.numbers = numbers;
        this.clock = clock;
        this.audit = audit;
        this.simultaneous = simultaneous;
    }

    /**
     * Asks that a test be put off or waived.
     *
     * @return the request, or {@code TEST_UNKNOWN, NOT_A_CREDIT_OFFICER, TEST_NOT_OPEN, RELIEF_KIND_MISSING, RELIEF_NEEDS_REASON, REMARK_TOO_LONG, RELIEF_OPEN,
     *         RELIEF_NOT_ALLOWED, DEFERRAL_DAY_MISSING, DEFERRAL_NOT_LATER, DEFERRAL_TOO_LONG}
     */
    public Outcome<ReliefView> ask(String id, AskRelief wish, PersonId actor) {
        Optional<CovenantTestView> found = rows.testForChange(id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("TEST_UNKNOWN").with("test", id));
        }
        if (people.find(actor).filter(Person::worksOnCredits).isEmpty()) {
            return Outcome.refused(Refusal.of("NOT_A_CREDIT_OFFICER"));
        }
        Optional<Refusal> objection = objection(found.get(), wish);
        return objection.isPresent() ? Outcome.refused(objection.get()) : Outcome.done(ask(found.get(), wish, BilingualText.asWritten(Words.of(wish.reason())), actor));
    }

    private ReliefView ask(CovenantTestView test, AskRelief wish, BilingualText reason, PersonId actor) {
        String number = numbers.next("CR");
        simultaneous.write(() -> {
            reliefs.insert(number, test, wish, reason, actor, Instants.of(clock.instant()));
            return number;
        }, () -> Refusal.of("RELIEF_OPEN"));
        audit.record(test.covenant().application().value(), "COVENANT_RELIEF_ASKED", actor, "%s %s %s%s %s".formatted(number, test.id(), wish.kind(),
                wish.until() == null ? "" : " " + wish.until(), reason.chinese()));
        return reliefs.find(number).orElseThrow();
    }

    private Optional<Refusal> objection(CovenantTestView test, AskRelief wish) {
        if (!test.status().isUnderTest()) {
            return Optional.of(Refusal.of("TEST_NOT_OPEN").with("test", test.id()));
        }
        if (wish.kind() == null) {
            return Optional.of(Refusal.of("RELIEF_KIND_MISSING").at("kind"));
        }
        String reason = Words.of(wish.reason());
        if (Words.tooShort(reason)) {
            return Optional.of(Refusal.of("RELIEF_NEEDS_REASON").at("reason"));
        }
        Optional<Refusal> tooLong = Words.tooLong(reason, "reason");
        if (tooLong.isPresent()) {
            return tooLong;
        }
        if (reliefs.open(test.id()).isPresent()) {
            return Optional.of(Refusal.of("RELIEF_OPEN"));
        }
        Optional<MatchedRow> allowed = rule(test, wish.kind());
        return allowed.isEmpty() ? Optional.of(notAllowed(wish.kind())) : wish.kind() == ReliefKind.WAIVER ? Optional.empty() : day(wish.until(), allowed.get());
    }

    private Optional<Refusal> day(LocalDate until, MatchedRow allowed) {
        if (until == null) {
            return Optional.of(Refusal.of("DEFERRAL_DAY_MISSING").at("until"));
        }
        if (!until.isAfter(clock.today())) {
            return Optional.of(Refusal.of("DEFERRAL_NOT_LATER").at("until"));
        }
        int most = allowed.whole("mostDays");
        return ChronoUnit.DAYS.between(clock.today(), until) > most ? Optional.of(Refusal.of("DEFERRAL_TOO_LONG").at("until").with("days", most)) : Optional.empty();
    }

    /** The row for one more relief of that kind; empty when it is not allowed. */
    private Optional<MatchedRow> rule(CovenantTestView test, ReliefKind kind) {
        int times = reliefs.granted(test.covenant().id(), kind, Instants.of(clock.today().minusMonths(12).atStartOfDay(BusinessClock.ZONE).toInstant()));
        return policies.evaluate(POLICY, clock.today(), Map.of("kind", test.terms().kind().name(), "relief", kind.name(), "times", BigDecimal.valueOf(times))).first();
    }

    private static Refusal notAllowed(ReliefKind kind) {
        return Refusal.of("RELIEF_NOT_ALLOWED").at("kind").with("relief", "reliefKind." + kind);
    }

    /**
     * Decides the request that is open for a test.
     *
     * @return the request as decided, or {@code TEST_UNKNOWN, NO_RELIEF_ASKED, RELIEF_NOT_ALLOWED, RELIEF_NEEDS_AUTHORITY, RELIEF_ASKED_BY_YOURSELF,
     *         RELIEF_NEEDS_REASON, REMARK_TOO_LONG, DEFERRAL_NOT_LATER}
     */
    public Outcome<ReliefView> decide(String id, boolean granted, String reason, PersonId actor) {
        Optional<CovenantTestView> found = rows.testForChange(id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("TEST_UNKNOWN").with("test", id));
        }
        CovenantTestView test = found.get();
        Optional<ReliefView> open = reliefs.open(id);
        if (open.isEmpty()) {
            return Outcome.refused(Refusal.of("NO_RELIEF_ASKED"));
        }
        Optional<MatchedRow> rule = rule(test, open.get().kind());
        if (rule.isEmpty() && granted) {
            return Outcome.refused(notAllowed(open.get().kind()));
        }
        Tier least = rule.map(row -> Tier.valueOf(row.text("tier"))).orElse(Tier.CREDIT_MANAGER);
        Optional<Person> officer = people.find(actor);
        if (officer.filter(least::isWithin).isEmpty()) {
            return Outcome.refused(Refusal.of("RELIEF_NEEDS_AUTHORITY").with("tier", "tier." + least));
        }
        String why = Words.of(reason);
        Optional<Refusal> objection = open.get().askedBy().equals(actor.value()) ? Optional.of(Refusal.of("RELIEF_ASKED_BY_YOURSELF"))
                : Words.tooShort(why) ? Optional.of(Refusal.of("RELIEF_NEEDS_REASON").at("reason")) : Words.tooLong(why, "reason");
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        if (granted && open.get().kind() == ReliefKind.DEFERRAL && !open.get().until().isAfter(clock.today())) {
            return Outcome.refused(Refusal.of("DEFERRAL_NOT_LATER").at("until"));
        }
        reliefs.decide(open.get().id(), granted, least, why, actor, Instants.of(clock.instant()));
        if (granted && open.get().kind() == ReliefKind.DEFERRAL) {
            rows.putOff(id, TestDays.from(test.terms(), open.get().until(), calendar::isWorkingDay));
        } else if (granted) {
            rows.waived(id, actor.value(), Instants.of(clock.instant()));
        }
        audit.record(test.covenant().application().value(), granted ? open.get().kind() == ReliefKind.DEFERRAL ? "COVENANT_DEFERRED" : "COVENANT_WAIVED"
                : "COVENANT_RELIEF_DENIED", actor, "%s %s asked by %s, least %s: %s".formatted(open.get().id(), id, open.get().askedBy(), least, why));
        return Outcome.done(reliefs.find(open.get().id()).orElseThrow());
    }

    /** The policy for breaches proposes to waive the test; false when that was proposed before, or the policy allows no waiver. */
    boolean propose(CovenantTestView test, BilingualText reason) {
        boolean before = reliefs.of(test.id()).stream().anyMatch(relief -> relief.askedBy().equals(SYSTEM.value()));
        if (before || reliefs.open(test.id()).isPresent() || rule(test, ReliefKind.WAIVER).isEmpty()) {
            return false;
        }
        ask(test, new AskRelief(ReliefKind.WAIVER, null, reason.chinese()), reason, SYSTEM);
        return true;
    }

    /** The grace is over: a request nobody has decided lapses. */
    void lapse(CovenantTestView test) {
        reliefs.open(test.id()).ifPresent(open -> {
            reliefs.lapse(open.id(), Instants.of(clock.instant()));
            audit.record(test.covenant().application().value(), "COVENANT_RELIEF_LAPSED", SYSTEM, open.id() + " " + test.id());
        });
    }

    /** All requests about a test, newest first. */
    @Transactional(readOnly = true)
    public List<ReliefView> of(String test) {
        return reliefs.of(test);
    }

    /** The lowest tier that may decide the request that is open; empty without one, or where nobody may grant it. */
    @Transactional(readOnly = true)
    public Optional<Tier> tier(CovenantTestView test) {
        return reliefs.open(test.id()).flatMap(open -> rule(test, open.kind())).map(row -> Tier.valueOf(row.text("tier")));
    }
}
