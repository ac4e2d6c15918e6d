package io.shouxin.adjustment;

import io.shouxin.approval.Tier;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLevel;
import io.shouxin.policy.PolicyBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Weighs a temporary exception before anything is written: for the preview, the request, and the day it comes into force. */
@Component
class ExceptionWeighing {

    private final ExceptionRules rules;
    private final TemporaryExceptions exceptions;
    private final PolicyBook policies;
    private final YuanRates rates;
    private final BusinessClock clock;

    ExceptionWeighing(ExceptionRules rules, TemporaryExceptions exceptions, PolicyBook policies, YuanRates rates, BusinessClock clock) {
        this.rules = rules;
        this.exceptions = exceptions;
        this.policies = policies;
        this.rates = rates;
        this.clock = clock;
    }

    /** @param extra and @param until are empty while they are not given yet */
    ChangePreview preview(ChangeWeighing.Target target, Optional<Money> extra, Optional<LocalDate> until) {
        AskedException.Judgement judgement = rules.judge(target.tree(), target.account(), extra, until);
        Optional<Money> after = after(target.account(), extra);
        List<LevelChange> levels = HeadroomForecast.of(target.tree(), target.account(), LimitChangeKind.INCREASE, after.orElse(null), rates);
        Optional<Money> exposure = HeadroomForecast.exposure(levels, LimitChangeKind.INCREASE, rates);
        Optional<Tier> tier = judgement.rule().flatMap(rule -> exposure.flatMap(sum -> rates.yuan(extra.orElse(Money.zero(Money.CNY)))
                .map(room -> ChangeWeighing.byExposure(room, sum, judgement.grade(), rule.tier()))))
                .map(authority -> authority.tier(policies, clock.today()));
        return new ChangePreview(target.account().committed().currency(), target.account().ceiling(), after, Optional.empty(), exposure,
                extra.flatMap(rates::toldIfForeign), tier,
                judgement.rule().map(ExceptionRule::reasonCode), false, judgement.version(), judgement.grade(), judgement.checks(),
                obstacles(target, extra, until), levels);
    }

    Outcome<AskedException> weigh(RequestException asked, ChangeWeighing.Target target, Money extra) {
        Optional<LocalDate> until = Optional.of(asked.until());
        List<Refusal> refusals = new ArrayList<>(obstacles(target, Optional.of(extra), until));
        AskedException.Judgement judgement = rules.judge(target.tree(), target.account(), Optional.of(extra), until);
        judgement.checks().forEach(check -> check.refusal().ifPresent(refusals::add));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        List<LevelChange> levels = HeadroomForecast.of(target.tree(), target.account(), LimitChangeKind.INCREASE,
                after(target.account(), Optional.of(extra)).orElseThrow(), rates);
        // Without a rate for it, it has been refused above.
        Money exposure = HeadroomForecast.exposure(levels, LimitChangeKind.INCREASE, rates).orElseThrow();
        return Outcome.done(new AskedException(asked, target.account().ceiling().orElseThrow(), extra, judgement, rates.toldIfForeign(extra), exposure,
                target.tree().isForeign(target.account())));
    }

    private static Optional<Money> after(LimitAccountView account, Optional<Money> extra) {
        return extra.flatMap(room -> account.ceiling().map(ceiling -> ceiling.plus(room)));
    }

    private List<Refusal> obstacles(ChangeWeighing.Target target, Optional<Money> extra, Optional<LocalDate> until) {
        LimitAccountView account = target.account();
        List<Refusal> obstacles = new ArrayList<>(rates.missing(target.tree(), account));
        if (target.customer().blocked()) {
            obstacles.add(Refusal.of("CUSTOMER_BLOCKED").at("customerId").with("customer", target.customer().name()));
        }
        if (account.ceiling().isEmpty()) {
            obstacles.add(Refusal.of("CHANGE_NO_CEILING").at("account").with("account", account.id().number()));
        }
        target.tree().path(account).stream().filter(each -> each.status() != LimitAccountStatus.ACTIVE).findFirst()
                .ifPresent(each -> obstacles.add(Refusal.of("ACCOUNT_SUSPENDED").at("account").with("account", each.id()).with("level", each.id().level())));
        exceptions.findByAccountIdAndStillOutGreaterThan(account.id().value(), BigDecimal.ZERO).stream().findFirst()
                .ifPresent(before -> obstacles.add(before.status() == ExceptionStatus.IN_FORCE
                        ? Refusal.of("EXCEPTION_ALREADY_OPEN").at("account").with("exception", before.id()).with("status", "exceptionStatus.IN_FORCE")
                        : Refusal.of("EXCEPTION_ROOM_OUT").at("account").with("exception", before.id()).with("out", before.stillOut())));
        until.filter(day -> day.isBefore(clock.today())).ifPresent(day -> obstacles.add(Refusal.of("EXCEPTION_UNTIL_PAST").at("until")
                .with("today", clock.today())));
        extra.filter(room -> !room.isPositive()).ifPresent(room -> obstacles.add(Refusal.of("EXCEPTION_AMOUNT").at("extra")));
        Optional<Money> group = account.id().level() == LimitLevel.CUSTOMER ? target.tree().lowestCeilingAbove(rates) : Optional.empty();
        after(account, extra).filter(top -> group.filter(most -> rates.exceeds(top, most)).isPresent())
                .ifPresent(top -> obstacles.add(Refusal.of("CHANGE_ABOVE_GROUP").at("extra").with("after", top).with("group", group.get())));
        return obstacles;
    }
}
