package io.shouxin.workout;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.ApprovalStatus;
import io.shouxin.approval.CaseDecided;
import io.shouxin.approval.OpenApproval;
import io.shouxin.audit.AuditTrail;
import io.shouxin.contract.FacilityBook;
import io.shouxin.identity.CaseEntities;
import io.shouxin.identity.People;
import io.shouxin.identity.Role;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Simultaneous;
import io.shouxin.kernel.WriteOffId;
import io.shouxin.limit.HeadroomView;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitLedger;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk for write-offs (核销): proposed with evidence, approved like any case by policy {@code write-off-authority}, booked in the ledger in one
 * transaction with the record, and taken back as a past event if it was wrong. What comes in later is {@link RecoveryDesk}'s.
 */
@Service
@Transactional
public class WriteOffDesk {

    /** What it is in the approval desk's terms. */
    public static final String SUBJECT = "write-off";
    /** Table that names the tiers by amount in yuan. */
    public static final String POLICY = "write-off-authority";

    static final Set<Role> MAKERS = EnumSet.of(Role.RELATIONSHIP_MANAGER, Role.ANALYST);
    private static final String LEDGER_SOURCE = "write-off";
    private static final int LONGEST_REASON = 500;
    private static final PersonId SYSTEM = new PersonId("system");

    private final WriteOffs writeOffs;
    private final Recoveries recoveries;
    private final WriteOffWeighing weighing;
    private final FacilityBook facilities;
    private final LimitLedger ledger;
    private final ApprovalDesk approvals;
    private final People people;
    private final CaseEntities cases;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final Simultaneous simultaneous;

    WriteOffDesk(WriteOffs writeOffs, Recoveries recoveries, WriteOffWeighing weighing, FacilityBook facilities, LimitLedger ledger,
                 ApprovalDesk approvals, People people, CaseEntities cases, BusinessNumbers numbers, BusinessClock clock, AuditTrail audit,
                 Simultaneous simultaneous) {
        this.writeOffs = writeOffs;
        this.recoveries = recoveries;
        this.weighing = weighing;
        this.facilities = facilities;
        this.ledger = ledger;
        this.approvals = approvals;
        this.people = people;
        this.cases = cases;
        this.numbers = numbers;
        this.clock = clock;
        this.audit = audit;
        this.simultaneous = simultaneous;
    }

    /** Proposes; refused with {@code MAY_NOT_PROPOSE_WRITE_OFF}, what speaks against it, or {@code WRITE_OFF_ALREADY_OPEN}. */
    public Outcome<WriteOffView> propose(ProposeWriteOff proposal, PersonId officer) {
        return permitted(proposal, officer).then(weighed -> {
            Optional<Refusal> open = open(proposal.facility());
            if (open.isPresent()) {
                return Outcome.refused(open.get());
            }
            WriteOffId id = new WriteOffId(numbers.next("WO"));
            WriteOff proposed = simultaneous.write(() -> writeOffs.saveAndFlush(new WriteOff(id, weighed, officer, now())),
                    () -> open(proposal.facility()).orElse(null));
            cases.belongs(id.value(), weighed.customer(), facilities.find(proposal.facility()).orElseThrow().entity());
            return Outcome.done(recorded(proposed, "WRITE_OFF_PROPOSED", officer, ""));
        });
    }

    /** Proposes again after it came back; only who proposed it first may, and for the same facility. */
    public Outcome<WriteOffView> amend(WriteOffId id, ProposeWriteOff proposal, PersonId officer) {
        return act(id, EnumSet.of(WriteOffStatus.PROPOSED, WriteOffStatus.RETURNED), found -> {
            if (!found.proposedBy(officer)) {
                return Outcome.refused(Refusal.of("MAY_NOT_PROPOSE_WRITE_OFF"));
            }
            if (!view(found).facility().equals(proposal.facility())) {
                return Outcome.refused(Refusal.of("WRITE_OFF_OTHER_FACILITY").at("facilityId").with("facility", view(found).facility()));
            }
            return permitted(proposal, officer).then(weighed -> {
                found.propose(weighed, officer, now());
                return Outcome.done(recorded(found, "WRITE_OFF_AMENDED", officer, ""));
            });
        });
    }

    /**
     * Books what the approval desk has approved in exactly this version, ledger and record in one transaction. If it no longer fits, for example
     * because the customer has repaid meanwhile, nothing is booked and it is returned. Repeatable.
     */
    public Outcome<WriteOffView> book(WriteOffId id, PersonId actor) {
        return act(id, EnumSet.of(WriteOffStatus.PROPOSED, WriteOffStatus.RETURNED, WriteOffStatus.WRITTEN_OFF), found -> {
            if (found.status() != WriteOffStatus.PROPOSED) {
                return Outcome.done(view(found));
            }
            WriteOffView proposed = view(found);
            Optional<ApprovalCaseView> approval = approvals.history(SUBJECT, id.value()).stream().filter(decided ->
                    decided.status() == ApprovalStatus.APPROVED && decided.subjectHash().equals(proposed.sha256())).reduce((older, newer) -> newer);
            if (approval.isEmpty()) {
                return Outcome.refused(Refusal.of("WRITE_OFF_NOT_APPROVED").with("writeOff", id));
            }
            Outcome<WriteOff.Weighed> weighed = weighing.weigh(proposal(proposed)).then(now -> ledger.writeOff(LimitAccountId.of(proposed.facility()),
                    proposed.amount(), key(proposed, "book"), clock.today(), actor).map(receipt -> now));
            if (!weighed.isDone()) {
                found.returns(weighed.refusals().get(0).code());
                return Outcome.done(recorded(found, "WRITE_OFF_RETURNED", actor, weighed.refusals().get(0).code()));
            }
            found.booked(approval.get().id(), weighed.orElseThrow().base(), clock.today(), now());
            return Outcome.done(recorded(found, "WRITTEN_OFF", actor, approval.get().id() + " base " + weighed.orElseThrow().base()));
        });
    }

    /** An approver sent it back: it lies with who proposed it until he proposes it again or takes it back. */
    @EventListener
    void on(CaseDecided decided) {
        ApprovalCaseView sentBack = approvals.find(decided.approval()).orElseThrow();
        if (!sentBack.subjectType().equals(SUBJECT) || sentBack.status() != ApprovalStatus.RETURNED) {
            return;
        }
        writeOffs.locked(sentBack.subjectId()).filter(found -> found.status() == WriteOffStatus.PROPOSED && view(found).sha256().equals(sentBack.subjectHash()))
                .ifPresent(found -> {
                    found.returns(null);
                    recorded(found, "WRITE_OFF_SENT_BACK", sentBack.standing().isEmpty() ? SYSTEM
                            : sentBack.standing().get(sentBack.standing().size() - 1).officer(), sentBack.id().value());
                });
    }

    /** Not approved, or taken back before it was booked. Repeatable. */
    public Outcome<WriteOffView> drop(WriteOffId id, WriteOffStatus how, PersonId actor) {
        if (how != WriteOffStatus.REFUSED && how != WriteOffStatus.WITHDRAWN) {
            throw new IllegalArgumentException("a write-off that was never booked does not end as " + how);
        }
        return act(id, EnumSet.of(WriteOffStatus.PROPOSED, WriteOffStatus.RETURNED, how), found -> {
            if (found.status() == how) {
                return Outcome.done(view(found));
            }
            found.drops(how, now());
            return Outcome.done(recorded(found, "WRITE_OFF_" + how, actor, ""));
        });
    }

    /**
     * Takes a booked write-off back by the opposite of what the ledger did. By a risk director who did not propose it; not once something was
     * recovered on it. Repeated, it answers with what stands.
     */
    public Outcome<WriteOffView> reverse(WriteOffId id, String reason, PersonId officer) {
        if (people.find(officer).filter(person -> person.is(Role.RISK_DIRECTOR)).isEmpty()) {
            return Outcome.refused(Refusal.of("MAY_NOT_REVERSE_WRITE_OFF"));
        }
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return Outcome.refused(Refusal.of("WRITE_OFF_REVERSAL_REASON").at("reason").with("most", LONGEST_REASON));
        }
        return act(id, EnumSet.of(WriteOffStatus.WRITTEN_OFF, WriteOffStatus.REVERSED), found -> {
            WriteOffView booked = view(found);
            if (found.status() == WriteOffStatus.REVERSED) {
                return Outcome.done(booked);
            }
            if (found.proposedBy(officer)) {
                return Outcome.refused(Refusal.of("FOUR_EYES"));
            }
            if (booked.recovered().isPositive()) {
                return Outcome.refused(Refusal.of("WRITE_OFF_HAS_RECOVERIES").with("recovered", booked.recovered()));
            }
            return ledger.reverse(key(booked, "book"), key(booked, "reverse"), clock.today(), officer).map(receipt -> {
                found.reversed(why);
                return recorded(found, "WRITE_OFF_REVERSED", officer, why);
            });
        });
    }

    /** The proposal as an approval case: bound to its hash, decided by amount in yuan. */
    @Transactional(readOnly = true)
    public OpenApproval asCase(WriteOffId id) {
        WriteOffView proposed = find(id).orElseThrow();
        Money exposure = ledger.headroom(proposed.customer()).flatMap(HeadroomView::totalExposure)
                .filter(total -> total.currency().equals(Money.CNY)).orElse(proposed.baseAmount());
        return new OpenApproval(SUBJECT, id.value(), proposed.sha256(), proposed.baseAmount(), exposure, proposed.grade(), BigDecimal.ZERO, false,
                Set.of(proposed.proposedBy()), clock.today(), new OpenApproval.Authority(POLICY, Map.of("amount", proposed.baseAmount().amount())));
    }

    @Transactional(readOnly = true)
    public Optional<WriteOffView> find(WriteOffId id) {
        return writeOffs.findById(id.value()).map(this::view);
    }

    /** All write-offs of a customer, newest first. */
    @Transactional(readOnly = true)
    public List<WriteOffView> of(CustomerId customer) {
        return writeOffs.findByCustomerIdOrderByProposedAtDescWriteOffIdDesc(customer.value()).stream().map(this::view).toList();
    }

    /** All, newest first. @param page from 0 @param size 1 to 200 */
    @Transactional(readOnly = true)
    public List<WriteOffView> list(int page, int size) {
        return writeOffs.findAllByOrderByProposedAtDescWriteOffIdDesc(PageRequest.of(Math.max(page, 0), Math.max(1, Math.min(size, 200)))).stream()
                .map(this::view).toList();
    }

    /** Facilities of the customer on which something is drawn, with what speaks against writing it off. */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(CustomerId customer) {
        return facilities.facilities(customer).stream().flatMap(facility -> weighing.drawn(facility.id()).filter(Money::isPositive)
                .map(drawn -> new Candidate(facility.id(), facility.product(), drawn, weighing.obstacles(facility))).stream()).toList();
    }

    /** A facility that may be written off. @param obstacles empty when nothing speaks against it */
    public record Candidate(FacilityId facility, String product, Money drawn, List<Refusal> obstacles) {
    }

    private Outcome<WriteOff.Weighed> permitted(ProposeWriteOff proposal, PersonId officer) {
        return people.find(officer).filter(person -> MAKERS.stream().anyMatch(person::is)).isEmpty()
                ? Outcome.refused(Refusal.of("MAY_NOT_PROPOSE_WRITE_OFF")) : weighing.weigh(proposal);
    }

    private Optional<Refusal> open(FacilityId facility) {
        return writeOffs.findByOpenFor(facility.value()).map(this::view).map(open -> Refusal.of("WRITE_OFF_ALREADY_OPEN").at("facilityId")
                .with("writeOff", open.id()).with("status", "writeOffStatus." + open.status()));
    }

    private Outcome<WriteOffView> act(WriteOffId id, Set<WriteOffStatus> stages, Function<WriteOff, Outcome<WriteOffView>> act) {
        Optional<WriteOff> found = writeOffs.locked(id.value());
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("WRITE_OFF_UNKNOWN").with("writeOff", id));
        }
        return stages.contains(found.get().status()) ? act.apply(found.get()) : Outcome.refused(Refusal.of("WRITE_OFF_NOT_AT_THIS_STAGE")
                .with("writeOff", id).with("status", "writeOffStatus." + found.get().status()));
    }

    private static ProposeWriteOff proposal(WriteOffView proposed) {
        return new ProposeWriteOff(proposed.facility(), proposed.amount().amount(), proposed.reasonCode(), proposed.reason(), proposed.measures(),
                proposed.papers());
    }

    private static LedgerKey key(WriteOffView proposed, String act) {
        return new LedgerKey(LEDGER_SOURCE, proposed.id() + "/" + act);
    }

    private WriteOffView recorded(WriteOff writeOff, String act, PersonId actor, String more) {
        WriteOffView view = view(writeOff);
        audit.record(view.id().value(), act, actor, "%s %s of %s %s %s".formatted(view.facility(), view.amount(), view.drawn(), view.sha256(), more).strip());
        return view;
    }

    private WriteOffView view(WriteOff writeOff) {
        WriteOffView bare = writeOff.view(List.of());
        return bare.recovered().isPositive() ? writeOff.view(recoveries.of(bare.id())) : bare;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
