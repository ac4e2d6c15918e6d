package io.shouxin.approval;

import io.shouxin.audit.AuditTrail;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The absence calendar (缺勤日历): approvers who are away name a delegate. A delegate holds the absent officer's authority himself, is
 * there himself, and never leads back to who named him; a member of the committee is replaced by an alternate without a seat.
 */
@Service
@Transactional
public class AbsenceDesk {

    private static final int LONGEST_DAYS = 366;
    private static final int LONGEST_REASON = 500;

    private final AbsenceCalendar calendar;
    private final Bench bench;
    private final People people;
    private final AuditTrail audit;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    AbsenceDesk(AbsenceCalendar calendar, Bench bench, People people, AuditTrail audit, BusinessNumbers numbers, BusinessClock clock,
                ApplicationEventPublisher events) {
        this.calendar = calendar;
        this.bench = bench;
        this.people = people;
        this.audit = audit;
        this.numbers = numbers;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Enters an absence: one's own, or, by a risk director, somebody else's.
     *
     * @return the entry, or {@code ABSENCE_NOT_YOURS, NO_AUTHORITY_TO_DELEGATE, ABSENCE_DAYS, ABSENCE_REASON_REQUIRED, DELEGATE_UNKNOWN,
     *         DELEGATE_IS_HIMSELF, DELEGATE_LACKS_AUTHORITY, DELEGATE_HAS_SEAT, ABSENCE_OVERLAPS, ABSENCE_CIRCULAR, DELEGATE_ABSENT}
     */
    public Outcome<Absence> record(PersonId person, PersonId delegate, LocalDate from, LocalDate to, String reason, PersonId actor) {
        Optional<Person> away = people.find(person);
        Optional<Person> actorPerson = people.find(actor);
        if (away.isEmpty() || actorPerson.isEmpty() || !mayRecord(actorPerson.get(), person)) {
            return Outcome.refused(Refusal.of("ABSENCE_NOT_YOURS"));
        }
        if (Tier.highestOf(away.get()).isEmpty()) {
            return Outcome.refused(Refusal.of("NO_AUTHORITY_TO_DELEGATE").with("person", person));
        }
        String kept = reason == null ? "" : reason.strip();
        List<Refusal> faults = new ArrayList<>();
        if (from == null || to == null || to.isBefore(from) || to.isBefore(clock.today()) || ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
            faults.add(Refusal.of("ABSENCE_DAYS").at("to").with("most", LONGEST_DAYS));
        }
        if (kept.isEmpty() || kept.length() > LONGEST_REASON) {
            faults.add(Refusal.of("ABSENCE_REASON_REQUIRED").at("reason").with("most", LONGEST_REASON));
        }
        Optional<Person> acting = Optional.ofNullable(delegate).flatMap(people::find);
        acting.map(found -> unfit(away.get(), found)).orElseGet(() -> Optional.of(Refusal.of("DELEGATE_UNKNOWN")))
                .ifPresent(fault -> faults.add(fault.at("delegate")));
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        calendar.lock();
        Optional<Refusal> clash = clash(person, delegate, calendar.between(from, to));
        if (clash.isPresent()) {
            return Outcome.refused(clash.get());
        }
        Absence absence = new Absence(numbers.next("AB"), person, delegate, from, to, kept, actor, clock.instant().truncatedTo(ChronoUnit.MICROS),
                Optional.empty());
        calendar.insert(absence);
        audit.record(absence.id(), "ABSENCE_RECORDED", actor, person + " -> " + delegate + " " + from + ".." + to + " " + kept);
        events.publishEvent(new AbsencesChanged());
        return Outcome.done(absence);
    }

    /** @return the entry, ended from today on, or {@code ABSENCE_UNKNOWN, ABSENCE_NOT_YOURS}; one already ended stays as it was */
    public Outcome<Absence> end(String id, PersonId actor) {
        Optional<Absence> found = calendar.find(id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("ABSENCE_UNKNOWN").with("absence", id));
        }
        if (people.find(actor).filter(person -> mayRecord(person, found.get().person())).isEmpty()) {
            return Outcome.refused(Refusal.of("ABSENCE_NOT_YOURS"));
        }
        if (found.get().endedOn().isEmpty()) {
            calendar.end(id, clock.today(), actor);
            audit.record(id, "ABSENCE_ENDED", actor, "");
            events.publishEvent(new AbsencesChanged());
        }
        return Outcome.done(calendar.find(id).orElseThrow());
    }

    /** Entries that are not over, earliest first. */
    @Transactional(readOnly = true)
    public List<Absence> open() {
        return calendar.between(clock.today(), clock.today().plusYears(2));
    }

    /** Who is away today. */
    @Transactional(readOnly = true)
    public List<Absence> today() {
        return calendar.on(clock.today());
    }

    /** For whom this officer acts today. */
    @Transactional(readOnly = true)
    public List<PersonId> principalsOf(PersonId delegate) {
        return calendar.principalsOf(delegate);
    }

    /** Who acts for this officer today; empty while he is there. */
    @Transactional(readOnly = true)
    public Optional<PersonId> delegateOf(PersonId person) {
        return calendar.delegateOf(person);
    }

    private static boolean mayRecord(Person actor, PersonId person) {
        return !actor.is(Role.AUDITOR) && !actor.is(Role.ADMINISTRATOR) && (actor.id().equals(person) || actor.is(Role.RISK_DIRECTOR));
    }

    private Optional<Refusal> unfit(Person away, Person delegate) {
        if (away.id().equals(delegate.id())) {
            return Optional.of(Refusal.of("DELEGATE_IS_HIMSELF"));
        }
        if (away.is(Role.COMMITTEE_MEMBER) && bench.members().contains(away.id()) && bench.members().contains(delegate.id())) {
            return Optional.of(Refusal.of("DELEGATE_HAS_SEAT"));
        }
        boolean watches = delegate.is(Role.AUDITOR) || delegate.is(Role.ADMINISTRATOR);
        boolean sameHouse = delegate.headOffice() || delegate.entity().equals(away.entity());
        return watches || !sameHouse || !Tier.covers(delegate, away) ? Optional.of(Refusal.of("DELEGATE_LACKS_AUTHORITY").with("person", away.id()))
                : Optional.empty();
    }

    private static Optional<Refusal> clash(PersonId person, PersonId delegate, List<Absence> meanwhile) {
        if (meanwhile.stream().anyMatch(absence -> absence.person().equals(person))) {
            return Optional.of(Refusal.of("ABSENCE_OVERLAPS").at("from"));
        }
        Set<PersonId> chain = new HashSet<>(Set.of(delegate));
        boolean longer = true;
        while (longer) {
            longer = meanwhile.stream().filter(absence -> chain.contains(absence.person())).anyMatch(absence -> chain.add(absence.delegate()));
        }
        if (chain.contains(person)) {
            return Optional.of(Refusal.of("ABSENCE_CIRCULAR").at("delegate"));
        }
        boolean away = meanwhile.stream().anyMatch(absence -> absence.person().equals(delegate));
        boolean needed = meanwhile.stream().anyMatch(absence -> absence.delegate().equals(person));
        return away ? Optional.of(Refusal.of("DELEGATE_ABSENT").at("delegate"))
                : needed ? Optional.of(Refusal.of("STANDS_IN_MEANWHILE").at("from")) : Optional.empty();
    }
}
