package io.shouxin.customer;

import io.shouxin.audit.AuditTrail;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PartyId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk that keeps relations between parties (关联关系登记): who holds, runs, marries, depends on and guarantees whom, from when to
 * when, by which source. What is on file is never edited, so that the graph can be drawn as of any day. Writers stand in line: two who
 * enter sixty percent of one firm at once are not both let in.
 */
@Service
@Transactional
public class RelationRegister {

    private final RelationBook book;
    private final Parties parties;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final AuditTrail audit;

    RelationRegister(RelationBook book, Parties parties, BusinessNumbers numbers, BusinessClock clock, AuditTrail audit) {
        this.book = book;
        this.parties = parties;
        this.numbers = numbers;
        this.clock = clock;
        this.audit = audit;
    }

    /** Enters a relation; told the very same again, answers with the one on file. Refuses, all reasons at once, what cannot be. */
    public Outcome<PartyRelation> record(RecordRelation wish, PersonId actor) {
        book.standInLine();
        return enter(wish, Optional.empty(), actor);
    }

    /**
     * Ends a relation the day before another begins that takes its place: more shares, another position. Refuses another kind or other
     * parties, {@code RELATION_REPLACES_ANOTHER}.
     */
    public Outcome<PartyRelation> replace(String id, RecordRelation wish, PersonId actor) {
        book.standInLine();
        Optional<PartyRelation> former = book.find(id);
        if (former.isEmpty()) {
            return Outcome.refused(Refusal.of("RELATION_UNKNOWN").with("relation", abridged(id)));
        }
        return former.get().annulled() ? Outcome.refused(Refusal.of("RELATION_ENDED").with("relation", id)) : enter(wish, former, actor);
    }

    private Outcome<PartyRelation> enter(RecordRelation wish, Optional<PartyRelation> former, PersonId actor) {
        Function<String, PartyView> find = number -> parties.find(number).orElse(null);
        List<Refusal> refusals = new ArrayList<>(RelationCheck.refusalsOf(wish, clock.today(), find));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        PartyRelation told = RelationCheck.normalised(wish, find, new PartyRelation("", null, null, null, null, null, null, null, null, null,
                null, null, null, former.map(PartyRelation::id).orElse(null), false, null, null, actor, clock.instant()));
        List<PartyRelation> onFile = book.to(told.to(), told.kind());
        Optional<PartyRelation> again = onFile.stream().filter(other -> RelationBeside.repeats(told, other)).findFirst();
        if (again.isPresent()) {
            return Outcome.done(again.get());
        }
        if (former.isPresent()) {
            refusals.addAll(replacing(former.get(), told));
            onFile = onFile.stream().filter(other -> !other.id().equals(former.get().id())).toList();
        }
        refusals.addAll(RelationBeside.refusalsOf(told, onFile));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        former.ifPresent(replaced -> book.end(replaced.id(), told.validFrom().minusDays(1), told.evidence().length() <= 500 ? told.evidence()
                : told.evidence().substring(0, 500), actor, clock.instant()));
        PartyRelation kept = told.numbered(numbers.next("PR"));
        book.add(kept);
        String act = former.isPresent() ? "RELATION_REPLACED" : "RELATION_RECORDED";
        note(kept, act, actor, kept.kind() + " " + kept.id() + former.map(replaced -> " for " + replaced.id()).orElse("") + " from " + kept.validFrom());
        return Outcome.done(kept);
    }

    private static List<Refusal> replacing(PartyRelation former, PartyRelation told) {
        if (former.kind() != told.kind() || !former.from().equals(told.from()) || !former.to().equals(told.to())) {
            return List.of(Refusal.of("RELATION_REPLACES_ANOTHER").at("to").with("relation", former.id()));
        }
        boolean within = told.validFrom().isAfter(former.validFrom()) && (former.validTo() == null || !told.validFrom().isAfter(former.validTo()));
        return within ? List.of() : List.of(Refusal.of("RELATION_ENDED").at("validFrom").with("relation", former.id()));
    }

    /** Ends a relation, or annuls one that never held. Told the same again, answers alike. */
    public Outcome<PartyRelation> end(String id, EndRelation wish, PersonId actor) {
        book.standInLine();
        Optional<PartyRelation> found = book.find(id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("RELATION_UNKNOWN").with("relation", abridged(id)));
        }
        PartyRelation relation = found.get();
        String reason = PlainText.stripped(wish.reason());
        if (relation.endedBy() != null && relation.annulled() == wish.mistaken() && java.util.Objects.equals(relation.endReason(), reason)
                && (wish.mistaken() || relation.validTo().equals(wish.lastDay()))) {
            return Outcome.done(relation);
        }
        List<Refusal> refusals = endRefusals(relation, wish, reason);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        if (wish.mistaken()) {
            book.annul(id, reason, actor, clock.instant());
        } else {
            book.end(id, wish.lastDay(), reason, actor, clock.instant());
        }
        note(relation, wish.mistaken() ? "RELATION_ANNULLED" : "RELATION_ENDED", actor, relation.kind() + " " + id + " " + reason);
        return Outcome.done(book.find(id).orElseThrow());
    }

    private List<Refusal> endRefusals(PartyRelation relation, EndRelation wish, String reason) {
        List<Refusal> refusals = new ArrayList<>();
        LocalDate today = clock.today();
        if (reason == null) {
            refusals.add(Refusal.of("REASON_MISSING").at("reason"));
        }
        PlainText.check(reason, "reason", 500, refusals);
        if (relation.annulled() || relation.endedBy() != null && !wish.mistaken()) {
            refusals.add(Refusal.of("RELATION_ENDED").with("relation", relation.id()));
        } else if (!wish.mistaken() && wish.lastDay() == null) {
            refusals.add(Refusal.of("RELATION_DATE_MISSING").at("lastDay"));
        } else if (!wish.mistaken() && wish.lastDay().isAfter(today)) {
            refusals.add(Refusal.of("RELATION_DATE_OUT_OF_RANGE").at("lastDay"));
        } else if (!wish.mistaken() && (wish.lastDay().isBefore(relation.validFrom())
                || relation.validTo() != null && wish.lastDay().isAfter(relation.validTo()))) {
            refusals.add(Refusal.of("RELATION_DATES_REVERSED").at("lastDay"));
        }
        return refusals;
    }

    /** All relations of a party, ended and annulled ones included, newest first. */
    @Transactional(readOnly = true)
    public List<PartyRelation> of(PartyId party) {
        return book.of(parties.find(party.value()).map(PartyView::id).orElse(party));
    }

    @Transactional(readOnly = true)
    public Optional<PartyRelation> find(String id) {
        return book.find(id);
    }

    private void note(PartyRelation relation, String act, PersonId actor, String detail) {
        audit.record(relation.from().value(), act, actor, detail);
        audit.record(relation.to().value(), act, actor, detail);
    }

    private static String abridged(String id) {
        return id.length() <= 40 ? id : id.substring(0, 40) + "…";
    }
}
