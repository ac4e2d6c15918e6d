package io.shouxin.approval;

import io.shouxin.identity.CaseEntities;
import io.shouxin.identity.GrantingEntities;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is there to act on a case: the officers of each tier who may still decide, whoever stands in for those absent, and the
 * committee as it sits. Answers anew at every call; nobody is kept here.
 */
@Component
@Transactional(readOnly = true)
public class Bench {

    /** Seats of the committee. */
    static final int SEATS = 5;

    private final People people;
    private final CaseEntities cases;
    private final GrantingEntities entities;
    private final AbsenceCalendar absences;
    private final PersonId chair;

    Bench(People people, CaseEntities cases, GrantingEntities entities, AbsenceCalendar absences,
          @Value("${shouxin.committee.chair:committee1}") String chair) {
        this.people = people;
        this.cases = cases;
        this.entities = entities;
        this.absences = absences;
        this.chair = new PersonId(chair);
    }

    /** Officers who may decide at the tier now: there today and not barred, or standing in for somebody who is away. */
    public Set<PersonId> able(ApprovalCaseView view, Tier tier) {
        Set<PersonId> able = new LinkedHashSet<>();
        holders(view, tier).stream().filter(holder -> !view.isBarred(holder.id())).forEach(holder -> {
            Optional<PersonId> delegate = absences.delegateOf(holder.id());
            if (delegate.isPresent()) {
                delegate.filter(other -> !view.isBarred(other)).ifPresent(able::add);
            } else {
                able.add(holder.id());
            }
        });
        return able;
    }

    /** The officer himself if he is able at the tier, or who acts for him while he is away. */
    public Optional<PersonId> reachable(ApprovalCaseView view, Tier tier, PersonId officer) {
        Set<PersonId> able = able(view, tier);
        return absences.delegateOf(officer).or(() -> Optional.of(officer)).filter(able::contains);
    }

    /** Seats from which a vote that stands was heard in this case. */
    public static Set<PersonId> seatsHeard(ApprovalCaseView view) {
        Set<PersonId> heard = new LinkedHashSet<>();
        view.standing().stream().filter(vote -> vote.tier() == Tier.COMMITTEE).forEach(vote -> heard.add(vote.place()));
        return heard;
    }

    /** Of those able, who stands in for somebody and does not hold the tier's role himself. */
    public List<PersonId> standIns(ApprovalCaseView view, Tier tier) {
        Set<PersonId> holders = new LinkedHashSet<>();
        holders(view, tier).forEach(holder -> holders.add(holder.id()));
        return able(view, tier).stream().filter(officer -> !holders.contains(officer)).toList();
    }

    /** What is no granting entity's case, as a policy, is the head office's. */
    private List<Person> holders(ApprovalCaseView view, Tier tier) {
        Optional<EntityCode> entity = cases.of(view.subjectId());
        return tier.role().map(people::inRole).orElse(List.of()).stream()
                .filter(person -> !person.is(Role.AUDITOR) && !person.is(Role.ADMINISTRATOR))
                .filter(person -> entity.map(code -> entities.worksFor(person, code)).orElse(person.headOffice())).toList();
    }

    /** Seat by seat, who votes on it: the member, or who stands in for him while he is away. */
    public Map<PersonId, PersonId> seats() {
        Map<PersonId, PersonId> seats = new LinkedHashMap<>();
        members().forEach(member -> seats.put(member, absences.delegateOf(member).orElse(member)));
        return seats;
    }

    public boolean isChair(PersonId seat) {
        return chair.equals(seat);
    }

    /** Members with a seat: the chair, then the first others of the head office by login. Who comes after them is an alternate. */
    List<PersonId> members() {
        return people.inRole(Role.COMMITTEE_MEMBER).stream().filter(Person::headOffice).map(Person::id)
                .sorted(Comparator.comparing((PersonId id) -> !id.equals(chair)).thenComparing(PersonId::value)).limit(SEATS).toList();
    }

    /** Who votes on the seats from which nothing was heard yet and which may vote on this case. */
    public Set<PersonId> waitingSeats(ApprovalCaseView view) {
        Set<PersonId> waiting = new LinkedHashSet<>();
        seats().forEach((member, holder) -> {
            if (!view.isBarred(member) && !view.isBarred(holder)) {
                waiting.add(holder);
            }
        });
        return waiting;
    }

    /** Whether anybody is left who may sign for that added signer: the one named or who acts for him, or somebody in the role. */
    boolean maySign(ApprovalCaseView view, AddedSigner signer) {
        return signer.person().map(named -> !view.isBarred(named) && absences.delegateOf(named).filter(view::isBarred).isEmpty())
                .orElseGet(() -> people.inRole(signer.role().orElseThrow()).stream().anyMatch(person -> person.isOfficer() && !person.is(Role.AUDITOR)
                        && !person.is(Role.ADMINISTRATOR) && !view.isBarred(person.id())));
    }

    /**
     * Why an open case can't be decided as its people stand, as a code; empty while it can. At a tier because nobody is there; in the
     * committee because those who still may vote are too few for the majority or the quorum, or nobody may vote for its chair.
     */
    Optional<String> stall(ApprovalCaseView view) {
        if (!view.isOpen() || view.course().turn() != Turn.TIER || view.currentTier() == Tier.STRAIGHT_THROUGH) {
            return Optional.empty();
        }
        if (view.currentTier() != Tier.COMMITTEE) {
            return able(view, view.currentTier()).isEmpty() ? Optional.of("NOBODY_PRESENT") : Optional.empty();
        }
        Committee committee = committee(view.course().rules());
        Set<PersonId> heard = seatsHeard(view);
        Map<PersonId, PersonId> seats = seats();
        long approvals = view.standing().stream().filter(vote -> vote.tier() == Tier.COMMITTEE && vote.verdict().approves()).count();
        Set<PersonId> waiting = seats.keySet().stream().filter(seat -> !heard.contains(seat) && !view.isBarred(seat) && !view.isBarred(seats.get(seat)))
                .collect(Collectors.toSet());
        long able = heard.size() + seats.keySet().stream().filter(seat -> !heard.contains(seat) && !view.isBarred(seat)).count();
        if (approvals + waiting.size() < committee.needed()) {
            return Optional.of("NO_MAJORITY");
        }
        boolean chairMute = seats.containsKey(chair) && !heard.contains(chair) && !view.isBarred(chair) && !waiting.contains(chair);
        return heard.size() + waiting.size() < committee.quorum().of((int) able) ? Optional.of("NO_QUORUM")
                : chairMute ? Optional.of("NO_CHAIR") : Optional.empty();
    }

    Committee committee(CaseRules rules) {
        return new Committee(Set.copyOf(members()), chair, rules.majority(), rules.quorum());
    }

    /** The officer as an added signer: himself, or for an absent colleague who is waited for. */
    Outcome<Actor> signer(Person officer, ApprovalCaseView view) {
        List<AddedSigner> waiting = view.course().signing().map(SigningRound::waiting).orElse(List.of());
        boolean himself = waiting.stream().anyMatch(signer -> signer.asks(officer, Optional.empty()));
        Optional<Person> absent = absences.principalsOf(officer.id()).stream()
                .filter(principal -> waiting.stream().anyMatch(signer -> signer.person().filter(principal::equals).isPresent()))
                .findFirst().flatMap(people::find);
        return Outcome.done(himself || absent.isEmpty() ? Actor.himself(officer) : new Actor(officer, absent));
    }

    /**
     * The officer as he acts here. Without a principal named he acts for himself, unless he holds the tier's
     * role, in the committee a seat, through somebody absent only.
     *
     * @return empty if he does not stand in for the principal named
     */
    Optional<Actor> actor(Person officer, Optional<PersonId> named, Optional<Role> needed) {
        List<PersonId> principals = absences.principalsOf(officer.id());
        if (named.isPresent()) {
            return named.filter(principals::contains).flatMap(people::find).map(principal -> new Actor(officer, Optional.of(principal)));
        }
        boolean ownRight = needed.isEmpty() || officer.is(needed.get())
                && (needed.get() != Role.COMMITTEE_MEMBER || members().contains(officer.id()));
        if (ownRight) {
            return Optional.of(Actor.himself(officer));
        }
        List<Person> absent = principals.stream().map(people::find).flatMap(Optional::stream).filter(person -> person.is(needed.get())).toList();
        return Optional.of(absent.size() == 1 ? new Actor(officer, Optional.of(absent.get(0))) : Actor.himself(officer));
    }
}
