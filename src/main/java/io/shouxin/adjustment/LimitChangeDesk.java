package io.shouxin.adjustment;

import io.shouxin.approval.OpenApproval;
import io.shouxin.approval.Tier;
import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.InYuan;
import io.shouxin.identity.CaseEntities;
import io.shouxin.identity.People;
import io.shouxin.identity.Role;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.LimitChangeId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Simultaneous;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk for changes of limits (额度调整): an officer proposes to raise, lower, suspend or resume an account within policy
 * {@code limit-change-rules}; those with the authority decide; what they approved is brought into the ledger, if it still fits.
 *
 * <p>An account has at most one open change of a kind. Nothing changes by itself: a worse rating or a market signal only suggests.
 */
@Service
@Transactional
public class LimitChangeDesk {

    /** Who may propose, and take a suggestion up. */
    public static final Set<Role> MAKERS = Set.of(Role.ANALYST, Role.RELATIONSHIP_MANAGER);

    /** What it is in the approval desk's terms. */
    static final String SUBJECT = "limit-adjustment";

    private static final int LONGEST_REMARK = 500;

    private final LimitChanges changes;
    private final ChangeWeighing weighing;
    private final LedgerSteps steps;
    private final YuanRates rates;
    private final TierAtTheRate tiers;
    private final People people;
    private final CaseEntities cases;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final Simultaneous simultaneous;

    LimitChangeDesk(LimitChanges changes, ChangeWeighing weighing, LedgerSteps steps, YuanRates rates, TierAtTheRate tiers, People people,
                    CaseEntities cases, BusinessNumbers numbers, BusinessClock clock, AuditTrail audit, Simultaneous simultaneous) {
        this.changes = changes;
        this.weighing = weighing;
        this.steps = steps;
        this.rates = rates;
        this.tiers = tiers;
        this.people = people;
        this.cases = cases;
        this.numbers = numbers;
        this.clock = clock;
        this.audit = audit;
        this.simultaneous = simultaneous;
    }

    /**
     * Proposes a change.
     *
     * @return the change, or {@code MAY_NOT_CHANGE_LIMIT}; then what is missing in the form; then {@code LIMIT_CHANGE_ALREADY_OPEN};
     *         then everything that speaks against it, each condition of the rules with its figures
     */
    public Outcome<LimitChangeView> propose(RequestLimitChange asked, PersonId officer) {
        return permitted(asked, officer).then(proposed -> {
            Optional<Refusal> open = open(asked);
            if (open.isPresent()) {
                return Outcome.refused(open.get());
            }
            LimitChange change = simultaneous.write(() -> changes.saveAndFlush(new LimitChange(new LimitChangeId(numbers.next("LC")), proposed,
                    officer, now())), () -> open(asked).orElse(null));
            cases.belongs(change.id().value(), asked.customer(), cases.forCaseAbout(asked.customer(), people.find(officer)));
            record(change, "LIMIT_CHANGE_PROPOSED", officer);
            return Outcome.done(change.view());
        });
    }

    /**
     * Proposes again: after it was returned, by who proposed it; or a suggestion, by the officer who takes it up. The account stays;
     * of a change that has taken effect only the words may differ.
     */
    public Outcome<LimitChangeView> amend(LimitChangeId id, RequestLimitChange asked, PersonId officer) {
        return act(id, EnumSet.of(LimitChangeStatus.SUGGESTED, LimitChangeStatus.PROPOSED, LimitChangeStatus.RETURNED, LimitChangeStatus.IN_EFFECT),
                change -> {
                    if (change.status() != LimitChangeStatus.SUGGESTED && !change.requestedBy(officer)) {
                        return Outcome.refused(Refusal.of("MAY_NOT_CHANGE_LIMIT"));
                    }
                    if (!change.customerId().equals(asked.customer()) || !change.accountId().equals(asked.account())) {
                        return Outcome.refused(Refusal.of("LIMIT_CHANGE_OTHER_ACCOUNT").at("account").with("account", change.accountId().number()));
                    }
                    return change.status() == LimitChangeStatus.IN_EFFECT ? reword(change, asked, officer) : proposeAgain(change, asked, officer);
                });
    }

    private Outcome<LimitChangeView> proposeAgain(LimitChange change, RequestLimitChange asked, PersonId officer) {
        return permitted(asked, officer).then(proposed -> {
            Optional<Refusal> other = changes.findByOpenFor(openKey(asked)).filter(open -> !open.id().equals(change.id()))
                    .map(LimitChangeDesk::alreadyOpen);
            if (other.isPresent()) {
                return Outcome.refused(other.get());
            }
            change.propose(proposed, officer, now());
            simultaneous.write(() -> changes.saveAndFlush(change), () -> changes.findByOpenFor(openKey(asked)).map(LimitChangeDesk::alreadyOpen).orElse(null));
            record(change, "LIMIT_CHANGE_AMENDED", officer);
            return Outcome.done(change.view());
        });
    }

    private Outcome<LimitChangeView> reword(LimitChange change, RequestLimitChange asked, PersonId officer) {
        List<Refusal> missing = ChangeRequirements.refusals(asked);
        if (!missing.isEmpty()) {
            return Outcome.refused(missing);
        }
        boolean sameCeiling = change.ceilingAfter().map(after -> asked.newCeiling() != null && after.amount().compareTo(asked.newCeiling()) == 0)
                .orElse(asked.newCeiling() == null);
        if (asked.kind() != change.kind() || asked.by() != null || !sameCeiling) {
            return Outcome.refused(Refusal.of("LIMIT_CHANGE_IN_EFFECT").at("newCeiling").with("change", change.id()));
        }
        change.word(asked);
        record(change, "LIMIT_CHANGE_AMENDED", officer);
        return Outcome.done(change.view());
    }

    /**
     * Brings a change into the ledger before it is approved, where the rules allow it. One that does not fit the ledger any more waits
     * for its approval like any other. Repeatable.
     */
    public Outcome<LimitChangeView> applyAtOnce(LimitChangeId id, PersonId actor) {
        return act(id, EnumSet.of(LimitChangeStatus.PROPOSED, LimitChangeStatus.IN_EFFECT), change -> {
            if (change.status() == LimitChangeStatus.PROPOSED && change.atOnce()) {
                List<Refusal> against = weighedAgain(change).refusals();
                if (against.isEmpty()) {
                    steps.carryOut(change, actor);
                    change.takesEffect();
                } else {
                    change.waitsForApproval();
                }
                record(change, against.isEmpty() ? "LIMIT_CHANGE_IN_EFFECT" : "LIMIT_CHANGE_NOT_AT_ONCE", actor);
            }
            return Outcome.done(change.view());
        });
    }

    /**
     * Those with the authority have agreed: the change is brought into the ledger. If the ledger or the facts have moved so that
     * it no longer fits, nothing is changed and it is returned to who proposed it. Repeatable.
     */
    public Outcome<LimitChangeView> apply(LimitChangeId id, PersonId actor) {
        return act(id, EnumSet.of(LimitChangeStatus.PROPOSED, LimitChangeStatus.IN_EFFECT, LimitChangeStatus.APPLIED, LimitChangeStatus.RETURNED), change -> {
            boolean applies = change.status() == LimitChangeStatus.IN_EFFECT;
            if (change.status() == LimitChangeStatus.PROPOSED && stillFits(change, actor)) {
                steps.carryOut(change, actor);
                applies = true;
            }
            if (applies) {
                change.ends(LimitChangeStatus.APPLIED, null, now());
                record(change, "LIMIT_CHANGE_APPLIED", actor);
            }
            return Outcome.done(change.view());
        });
    }

    /**
     * It was not approved, taken back, or a suggestion nobody takes up. What had taken effect is taken back. Repeatable.
     *
     * @param how    {@code REFUSED} or {@code WITHDRAWN}
     * @param remark why, where an officer says so; at most 500 characters
     */
    public Outcome<LimitChangeView> drop(LimitChangeId id, LimitChangeStatus how, String remark, PersonId actor) {
        if (how != LimitChangeStatus.REFUSED && how != LimitChangeStatus.WITHDRAWN) {
            throw new IllegalArgumentException("a change that is not applied does not end as " + how);
        }
        if (remark != null && remark.length() > LONGEST_REMARK) {
            return Outcome.refused(Refusal.of("TEXT_TOO_LONG").at("remark").with("max", LONGEST_REMARK));
        }
        return act(id, EnumSet.of(LimitChangeStatus.SUGGESTED, LimitChangeStatus.PROPOSED, LimitChangeStatus.RETURNED, LimitChangeStatus.IN_EFFECT, how),
                change -> {
                    if (change.status() != how) {
                        if (change.status() == LimitChangeStatus.IN_EFFECT) {
                            steps.takeBack(change, actor);
                        }
                        change.ends(how, remark, now());
                        record(change, "LIMIT_CHANGE_" + how, actor);
                    }
                    return Outcome.done(change.view());
                });
    }

    /** What would come of it, without writing anything; an incomplete form shows what can be shown. */
    @Transactional(readOnly = true)
    public Outcome<ChangePreview> preview(RequestLimitChange asked) {
        return weighing.target(asked.customer(), asked.account()).then(target -> {
            if (asked.kind() == null) {
                return Outcome.done(weighing.asIs(target));
            }
            Outcome<Optional<Money>> ceiling = ChangeRequirements.ceiling(asked, target.account(), rates);
            boolean amountMissing = !ceiling.isDone() && ceiling.refusals().stream().map(Refusal::code).allMatch("CHANGE_AMOUNT_MISSING"::equals);
            return amountMissing ? Outcome.done(weighing.preview(target, asked.kind(), Optional.empty(), asked.atOnce()))
                    : ceiling.map(after -> weighing.preview(target, asked.kind(), after, asked.atOnce()));
        });
    }

    /** The same for a change on file, as things stand now. */
    @Transactional(readOnly = true)
    public Outcome<ChangePreview> picture(LimitChangeId id) {
        return act(id, EnumSet.allOf(LimitChangeStatus.class), change -> weighing.target(change.customerId(), change.accountId())
                .map(target -> weighing.preview(target, change.kind(), change.ceilingAfter(), change.atOnce())));
    }

    /** By which letter of authority a proposed change is decided, and on what amount. */
    @Transactional(readOnly = true)
    public OpenApproval.Authority authority(LimitChangeView change) {
        Tier atLeast = Tier.valueOf(change.tier().orElseThrow());
        return change.byExposure()
                ? ChangeWeighing.byExposure(amount(change), change.exposureAfter().orElseThrow(), change.grade(), atLeast)
                : new OpenApproval.Authority(LimitChangeRules.POLICY, LimitChangeRules.question(change.kind(), change.level(), change.grade()), atLeast);
    }

    /** What is asked for in yuan, as the letter of authority reads it. */
    public Money amount(LimitChangeView change) {
        return change.inYuan().map(InYuan::amount).or(() -> ChangeWeighing.amount(change.ceilingBefore(), change.ceilingAfter())
                .filter(sum -> sum.currency().equals(Money.CNY))).orElseGet(() -> change.exposureAfter().orElseThrow());
    }

    @Transactional(readOnly = true)
    public Optional<LimitChangeView> find(LimitChangeId id) {
        return changes.findById(id.value()).map(LimitChange::view);
    }

    /** All changes of a customer's limits, newest first. */
    @Transactional(readOnly = true)
    public List<LimitChangeView> of(CustomerId customer) {
        return changes.findByCustomerIdOrderByRequestedAtDescChangeIdDesc(customer.value()).stream().map(LimitChange::view).toList();
    }

    /** All changes, newest first. @param page from 0 @param size 1 to 200 */
    @Transactional(readOnly = true)
    public List<LimitChangeView> list(int page, int size) {
        return changes.findAllByOrderByRequestedAtDescChangeIdDesc(PageRequest.of(Math.max(page, 0), Math.max(1, Math.min(size, 200))))
                .stream().map(LimitChange::view).toList();
    }

    private Outcome<ProposedChange> permitted(RequestLimitChange asked, PersonId officer) {
        if (people.find(officer).filter(person -> MAKERS.stream().anyMatch(person::is)).isEmpty()) {
            return Outcome.refused(Refusal.of("MAY_NOT_CHANGE_LIMIT"));
        }
        if (asked.kind() == null) {
            return Outcome.refused(Refusal.of("CHANGE_KIND_MISSING").at("kind"));
        }
        return weighing.target(asked.customer(), asked.account()).then(target -> {
            List<Refusal> missing = new ArrayList<>(ChangeRequirements.refusals(asked));
            Outcome<Optional<Money>> ceiling = ChangeRequirements.ceiling(asked, target.account(), rates);
            missing.addAll(ceiling.refusals());
            return missing.isEmpty() ? weighing.weigh(asked, target, ceiling.orElseThrow()) : Outcome.refused(missing);
        });
    }

    /** Whether the ledger, the facts and the rate are still what was decided on; if not, the change is returned. */
    private boolean stillFits(LimitChange change, PersonId actor) {
        List<Refusal> against = weighedAgain(change).then(now -> outOfAuthority(change, now).<Outcome<ProposedChange>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(now))).refusals();
        if (!against.isEmpty()) {
            change.returns(against.get(0).code());
            audit.record(change.id().value(), "LIMIT_CHANGE_RETURNED", actor, against.get(0).code() + " " + against.get(0).arguments());
        }
        return against.isEmpty();
    }

    private Optional<Refusal> outOfAuthority(LimitChange change, ProposedChange now) {
        return now.foreign() ? now.byExposure().flatMap(authority -> tiers.refusal(SUBJECT, change.id().value(), change.view().sha256().orElseThrow(),
                authority)) : Optional.empty();
    }

    /** A proposed change held against what is the case by now. */
    private Outcome<ProposedChange> weighedAgain(LimitChange change) {
        return weighing.target(change.customerId(), change.accountId()).then(target -> {
            boolean moved = !LimitTree.ceiling(target.account()).equals(change.ceilingBefore()) || target.account().status() != change.accountStatus();
            return moved ? Outcome.<ProposedChange>refused(Refusal.of("LIMIT_CHANGED_MEANWHILE"))
                    : weighing.weigh(asked(change), target, change.ceilingAfter());
        });
    }

    private static RequestLimitChange asked(LimitChange change) {
        LimitChangeView view = change.view();
        return new RequestLimitChange(view.customer(), view.account(), view.kind(), view.ceilingAfter().map(Money::amount).orElse(null), null,
                view.atOnce(), view.cause(), view.reasonCode().orElse(null), view.reason(), view.document());
    }

    private Optional<Refusal> open(RequestLimitChange asked) {
        return changes.findByOpenFor(openKey(asked)).map(LimitChangeDesk::alreadyOpen);
    }

    private static Refusal alreadyOpen(LimitChange open) {
        return Refusal.of("LIMIT_CHANGE_ALREADY_OPEN").at("kind").with("change", open.id()).with("status", "limitChangeStatus." + open.status());
    }

    private static String openKey(RequestLimitChange asked) {
        return asked.account().value() + "/" + asked.kind();
    }

    private <T> Outcome<T> act(LimitChangeId id, Set<LimitChangeStatus> stages, Function<LimitChange, Outcome<T>> act) {
        Optional<LimitChange> found = changes.findById(id.value());
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("LIMIT_CHANGE_UNKNOWN").with("change", id));
        }
        if (!stages.contains(found.get().status())) {
            return Outcome.refused(Refusal.of("LIMIT_CHANGE_NOT_AT_THIS_STAGE").with("change", id)
                    .with("status", "limitChangeStatus." + found.get().status()));
        }
        return act.apply(found.get());
    }

    private void record(LimitChange change, String act, PersonId actor) {
        LimitChangeView view = change.view();
        audit.record(view.id().value(), act, actor, "%s %s %s -> %s %s".formatted(view.kind(), view.account(),
                view.ceilingBefore().map(Money::toString).orElse("-"), view.ceilingAfter().map(Money::toString).orElse("-"), view.sha256().orElse("")));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
