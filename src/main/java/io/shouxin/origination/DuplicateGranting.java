package io.shouxin.origination;

import io.shouxin.audit.AuditTrail;
import io.shouxin.identity.Access;
import io.shouxin.identity.GrantingEntity;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.notification.MessageDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Warns when another granting entity already grants to the same customer or group (重复授信提示): told at the opening, acknowledged
 * with a reason at the assessment, frozen in the proposal, looked for again at the decision. What the policy blocks goes on only once
 * the role it names has released it.
 */
@Service
@Transactional
public class DuplicateGranting {

    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_REASON = 1000;

    private final OtherGrants others;
    private final CreditApplications applications;
    private final CreditProposals proposals;
    private final DuplicateNotes notes;
    private final People people;
    private final Access access;
    private final MessageDesk messages;
    private final BusinessClock clock;
    private final AuditTrail audit;

    DuplicateGranting(OtherGrants others, CreditApplications applications, CreditProposals proposals, DuplicateNotes notes, People people,
                      Access access, MessageDesk messages, BusinessClock clock, AuditTrail audit) {
        this.others = others;
        this.applications = applications;
        this.proposals = proposals;
        this.notes = notes;
        this.people = people;
        this.access = access;
        this.messages = messages;
        this.clock = clock;
        this.audit = audit;
    }

    /** What other entities grant now; empty for an unknown application. */
    @Transactional(readOnly = true)
    public List<OtherGrant> found(ApplicationId id) {
        return applications.findById(id.value()).map(others::found).orElse(List.of());
    }

    /** The same as the reader may see it, with what the proposal that stands knew and what was said about it. */
    @Transactional(readOnly = true)
    public DuplicateGrantingView view(ApplicationId id, Person reader) {
        Map<String, OtherGrant> now = byNumber(found(id));
        Map<String, OtherGrant> frozen = byNumber(frozen(id));
        Set<String> released = notes.released(id);
        List<DuplicateGrantingView.Line> lines = new ArrayList<>();
        now.values().forEach(grant -> lines.add(line(grant, reader, frozen.isEmpty() && proposals.findFirstByApplicationIdOrderByProposalNoDesc(id.value()).isEmpty()
                || frozen.containsKey(grant.number()) ? DuplicateGrantingView.State.KNOWN : DuplicateGrantingView.State.NEW, released)));
        frozen.values().stream().filter(grant -> !now.containsKey(grant.number()))
                .forEach(grant -> lines.add(line(grant, reader, DuplicateGrantingView.State.ENDED, released)));
        return new DuplicateGrantingView(lines, notes.of(id));
    }

    private DuplicateGrantingView.Line line(OtherGrant grant, Person reader, DuplicateGrantingView.State state, Set<String> released) {
        Optional<GrantingEntity> entity = others.entity(grant.entity());
        return DuplicateGrantingView.Line.of(grant, entity.map(GrantingEntity::nameZh), entity.map(GrantingEntity::nameEn),
                access.seesAmountsOf(reader, grant.entity()), state, released.contains(grant.number()));
    }

    /** At the opening: the trail keeps what was found, the officer who opens hears of it, and who can release a block does too. */
    void tellOpener(CreditApplication application, Person opener) {
        List<OtherGrant> found = others.found(application);
        if (found.isEmpty()) {
            return;
        }
        ApplicationId id = application.id();
        audit.record(id.value(), "DUPLICATE_GRANTING_FOUND", opener.id(), found.stream()
                .map(grant -> grant.entity() + " " + grant.number() + " " + grant.action()).collect(Collectors.joining(", ")));
        if (opener.isOfficer()) {
            messages.send(opener.id(), id + "/duplicate-granting", id.value(), "DUPLICATE_GRANTING_FOUND");
        }
        found.stream().filter(OtherGrant::blocks).map(OtherGrant::role).distinct().map(Role::valueOf)
                .flatMap(role -> people.inRole(role).stream()).filter(Person::headOffice)
                .forEach(person -> messages.send(person.id(), id + "/duplicate-granting", id.value(), "DUPLICATE_GRANTING_BLOCKED"));
    }

    /** What is in the way of finding the customer qualified; fields begin with {@code duplicates}. */
    List<Refusal> assessmentRefusals(CreditApplication application, AcknowledgeDuplicates known) {
        List<OtherGrant> found = others.found(application);
        if (found.isEmpty()) {
            return List.of();
        }
        List<Refusal> refusals = new ArrayList<>();
        String reason = known == null ? "" : known.reason();
        if (reason.length() < SHORTEST_REASON) {
            refusals.add(Refusal.of("DUPLICATE_GRANTING_UNACKNOWLEDGED").at("duplicates.reason").with("count", found.size()));
        } else if (reason.length() > LONGEST_REASON) {
            refusals.add(Refusal.of("TEXT_TOO_LONG").at("duplicates.reason").with("max", LONGEST_REASON));
        }
        List<String> unseen = found.stream().map(OtherGrant::number).filter(number -> known == null || !known.seen().contains(number)).toList();
        if (known != null && !unseen.isEmpty()) {
            refusals.add(Refusal.of("DUPLICATE_GRANTING_NEW").at("duplicates.seen").with("numbers", String.join(", ", unseen)));
        }
        refusals.addAll(blocks(application, found));
        return refusals;
    }

    /** Keeps the analyst's word, if he was shown anything. */
    void acknowledge(CreditApplication application, AcknowledgeDuplicates known, PersonId analyst) {
        if (known != null && !known.seen().isEmpty() && !known.reason().isEmpty()) {
            note(application.id(), DuplicateNote.Kind.ACKNOWLEDGED, known.seen(), known.reason(), analyst);
        }
    }

    /** What is in the way of approving: others came that the proposal does not know, or a block stands. */
    @Transactional(readOnly = true)
    public List<Refusal> approvalRefusals(ApplicationId id) {
        CreditApplication application = applications.findById(id.value()).orElseThrow();
        List<OtherGrant> found = others.found(application);
        Set<String> frozen = byNumber(frozen(id)).keySet();
        List<String> unseen = found.stream().map(OtherGrant::number).filter(number -> !frozen.contains(number)).toList();
        List<Refusal> refusals = new ArrayList<>(blocks(application, found));
        if (!unseen.isEmpty()) {
            refusals.add(Refusal.of("DUPLICATE_GRANTING_NEW").with("numbers", String.join(", ", unseen)));
        }
        return refusals;
    }

    /**
     * Lets an application go on although the policy blocks it.
     *
     * @return what is granted elsewhere, or {@code APPLICATION_UNKNOWN, NOTHING_TO_RELEASE, MAY_NOT_RELEASE, TEXT_TOO_SHORT, TEXT_TOO_LONG}
     */
    public Outcome<List<OtherGrant>> release(ApplicationId id, String reason, PersonId actor) {
        CreditApplication application = applications.findById(id.value()).orElse(null);
        if (application == null) {
            return Outcome.refused(ApplicationRefusals.unknown(id));
        }
        Set<String> released = notes.released(id);
        List<OtherGrant> found = others.found(application);
        List<OtherGrant> blocking = found.stream().filter(grant -> grant.blocks() && !released.contains(grant.number())).toList();
        if (blocking.isEmpty()) {
            return Outcome.refused(Refusal.of("NOTHING_TO_RELEASE").with("applicationId", id));
        }
        Optional<Person> person = people.find(actor).filter(Person::headOffice)
                .filter(officer -> blocking.stream().map(OtherGrant::role).map(Role::valueOf).allMatch(officer::is))
                .filter(officer -> !application.madeBy().contains(actor));
        if (person.isEmpty()) {
            return Outcome.refused(Refusal.of("MAY_NOT_RELEASE").with("role", "role." + blocking.get(0).role()));
        }
        String stated = reason == null ? "" : reason.strip();
        if (stated.length() < SHORTEST_REASON) {
            return Outcome.refused(Refusal.of("TEXT_TOO_SHORT").at("reason").with("least", SHORTEST_REASON));
        }
        if (stated.length() > LONGEST_REASON) {
            return Outcome.refused(Refusal.of("TEXT_TOO_LONG").at("reason").with("max", LONGEST_REASON));
        }
        note(id, DuplicateNote.Kind.RELEASED, blocking.stream().map(OtherGrant::number).toList(), stated, actor);
        return Outcome.done(found);
    }

    private void note(ApplicationId id, DuplicateNote.Kind kind, List<String> numbers, String reason, PersonId actor) {
        notes.keep(id, new DuplicateNote(kind, numbers, reason, actor, clock.instant()));
        audit.record(id.value(), "DUPLICATE_GRANTING_" + kind, actor, String.join(", ", numbers) + ": " + reason);
    }

    private List<Refusal> blocks(CreditApplication application, List<OtherGrant> found) {
        Set<String> released = found.stream().anyMatch(OtherGrant::blocks) ? notes.released(application.id()) : Set.of();
        return found.stream().filter(grant -> grant.blocks() && !released.contains(grant.number()))
                .map(grant -> Refusal.of("DUPLICATE_GRANTING_BLOCKED").at("duplicates")
                        .with("entity", others.entity(grant.entity()).map(GrantingEntity::nameZh).orElse(grant.entity().value()))
                        .with("customer", grant.customerName()).with("product", "product." + grant.products().get(0))
                        .with("number", grant.number()).with("role", "role." + grant.role())).toList();
    }

    private List<OtherGrant> frozen(ApplicationId id) {
        return proposals.findFirstByApplicationIdOrderByProposalNoDesc(id.value()).map(proposal -> proposal.content().duplicates())
                .orElse(List.of());
    }

    private static Map<String, OtherGrant> byNumber(List<OtherGrant> grants) {
        return grants.stream().collect(Collectors.toMap(OtherGrant::number, Function.identity(), (first, again) -> first,
                java.util.LinkedHashMap::new));
    }
}
