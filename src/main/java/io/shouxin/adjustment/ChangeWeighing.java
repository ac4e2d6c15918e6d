package io.shouxin.adjustment;

import io.shouxin.approval.OpenApproval;
import io.shouxin.approval.Tier;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.policy.PolicyBook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Weighs a change before anything is written: the same judgement for the preview while one types, the proposal, and the day it is applied. */
@Component
class ChangeWeighing {

    private final LimitTrees trees;
    private final LimitChangeRules rules;
    private final CustomerRegister register;
    private final TemporaryExceptions exceptions;
    private final PolicyBook policies;
    private final YuanRates rates;
    private final BusinessClock clock;

    ChangeWeighing(LimitTrees trees, LimitChangeRules rules, CustomerRegister register, TemporaryExceptions exceptions, PolicyBook policies,
                   YuanRates rates, BusinessClock clock) {
        this.trees = trees;
        this.rules = rules;
        this.register = register;
        this.exceptions = exceptions;
        this.policies = policies;
        this.rates = rates;
        this.clock = clock;
    }

    /** The customer's accounts and the one asked for, or {@code CUSTOMER_UNKNOWN, CHANGE_NO_ACCOUNT, CHANGE_ACCOUNT_OTHER_CUSTOMER}. */
    Outcome<Target> target(CustomerId customerId, LimitAccountId account) {
        Optional<CustomerView> customer = register.find(customerId);
        if (customer.isEmpty()) {
            return Outcome.refused(Refusal.of("CUSTOMER_UNKNOWN").at("customerId").with("customerId", customerId));
        }
        Optional<LimitTree> tree = trees.of(customerId);
        if (tree.isEmpty()) {
            return Outcome.refused(Refusal.of("CHANGE_NO_ACCOUNT").at("customerId").with("customer", customer.get().name()));
        }
        return tree.get().find(account).map(found -> Outcome.done(new Target(customer.get(), tree.get(), found)))
                .orElseGet(() -> Outcome.refused(Refusal.of("CHANGE_ACCOUNT_OTHER_CUSTOMER").at("account").with("account", account.number())));
    }

    /** @param ceiling empty where none is moved, or none is given yet */
    ChangePreview preview(Target target, LimitChangeKind kind, Optional<Money> ceiling, boolean atOnce) {
        ChangeJudgement judgement = rules.judge(target.tree(), target.account(), kind, ceiling, atOnce);
        List<LevelChange> levels = HeadroomForecast.of(target.tree(), target.account(), kind, ceiling.orElse(null), rates);
        Optional<Money> exposure = HeadroomForecast.exposure(levels, kind, rates);
        Optional<Money> asked = amount(LimitTree.ceiling(target.account()), ceiling);
        return new ChangePreview(target.account().committed().currency(), LimitTree.ceiling(target.account()), ceiling,
                Optional.of(target.tree().lowest(target.account())), exposure, asked.flatMap(rates::toldIfForeign),
                judgement.rule().flatMap(rule -> tier(rule, asked, exposure, judgement.grade())),
                judgement.rule().map(ChangeRule::reasonCode), judgement.rule().filter(ChangeRule::atOnce).isPresent(), judgement.version(),
                judgement.grade(), judgement.checks(), obstacles(target, kind, ceiling), levels);
    }

    /** The levels as they are, while it is not known yet what is to become of them. */
    ChangePreview asIs(Target target) {
        return new ChangePreview(target.account().committed().currency(), LimitTree.ceiling(target.account()), Optional.empty(),
                Optional.of(target.tree().lowest(target.account())), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, "", "",
                List.of(), List.of(), HeadroomForecast.asIs(target.tree(), rates));
    }

    /** What speaks against the change, the rules included; with the judgement if nothing does. */
    Outcome<ProposedChange> weigh(RequestLimitChange asked, Target target, Optional<Money> ceiling) {
        List<Refusal> refusals = new ArrayList<>(obstacles(target, asked.kind(), ceiling));
        ChangeJudgement judgement = rules.judge(target.tree(), target.account(), asked.kind(), ceiling, asked.atOnce());
        refusals.addAll(judgement.refusals());
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        List<LevelChange> levels = HeadroomForecast.of(target.tree(), target.account(), asked.kind(), ceiling.orElse(null), rates);
        // Without a rate for it, it has been refused above.
        Money exposure = HeadroomForecast.exposure(levels, asked.kind(), rates).orElseThrow();
        return Outcome.done(new ProposedChange(asked, target.account(), ceiling, judgement,
                amount(LimitTree.ceiling(target.account()), ceiling).flatMap(rates::toldIfForeign), exposure, target.tree().isForeign(target.account())));
    }

    private List<Refusal> obstacles(Target target, LimitChangeKind kind, Optional<Money> ceiling) {
        Optional<TemporaryException> exception = exceptions.findByAccountIdAndStillOutGreaterThan(target.account().id().value(), BigDecimal.ZERO)
                .stream().findFirst();
        return ChangeObstacles.of(target.tree(), target.account(), kind, ceiling, target.customer(), exception, rates);
    }

    /** Empty where the letter of authority has to be asked and there is no rate to ask it by. */
    private Optional<Tier> tier(ChangeRule rule, Optional<Money> asked, Optional<Money> exposure, String grade) {
        return rule.byExposure() ? exposure.flatMap(sum -> asked.map(rates::yuan).orElse(exposure).map(amount -> byExposure(amount, sum, grade, rule.tier())))
                .map(authority -> authority.tier(policies, clock.today()))
                : Optional.of(rule.tier());
    }

    /**
     * What is asked for, as the letter of authority reads it: the raise, or the whole ceiling that is opened again. Empty where there is no
     * ceiling: then it is the exposure.
     */
    static Optional<Money> amount(Optional<Money> before, Optional<Money> after) {
        return after.flatMap(to -> before.map(from -> to.compareTo(from) >= 0 ? to.minus(from) : from.minus(to))).or(() -> before);
    }

    /** Credit authority by amount and total exposure, but not below what the rule asks. */
    static OpenApproval.Authority byExposure(Money amount, Money exposure, String grade, Tier atLeast) {
        return new OpenApproval.Authority(Tier.POLICY, Tier.question(amount, exposure, grade, BigDecimal.ZERO, false), atLeast);
    }

    /** A customer, his accounts, and the one a change is about. */
    record Target(CustomerView customer, LimitTree tree, LimitAccountView account) {
    }
}
