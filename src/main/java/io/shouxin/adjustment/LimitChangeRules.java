package io.shouxin.adjustment;

import static io.shouxin.adjustment.StandingChecks.percent;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.CeilingHistory;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLevel;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.springframework.stereotype.Component;

/** Holds a change of a limit against policy {@code limit-change-rules}: bounds, frequency, conditions. */
@Component
class LimitChangeRules {

    /** Policy key. */
    static final String POLICY = "limit-change-rules";

    /** Commands that are no change of the standing limit: exceptions, and what was only taken back. */
    static final Set<String> NOT_COUNTED = Set.of(ExceptionDesk.LEDGER_SOURCE, LedgerSteps.UNDOING);

    private static final int DIGITS = 6;

    private final PolicyBook policies;
    private final CeilingHistory history;
    private final CreditStandings standings;
    private final YuanRates rates;
    private final BusinessClock clock;

    LimitChangeRules(PolicyBook policies, CeilingHistory history, CreditStandings standings, YuanRates rates, BusinessClock clock) {
        this.policies = policies;
        this.history = history;
        this.standings = standings;
        this.rates = rates;
        this.clock = clock;
    }

    /** What the policy asks about a change; also what the approval desk asks it by. */
    static Map<String, Object> question(LimitChangeKind kind, LimitLevel level, String grade) {
        return Map.of("kind", kind.name(), "level", level.name(), "grade", grade);
    }

    /** @param ceiling the ceiling afterwards; empty for suspensions and resumptions, and while it is not known yet */
    ChangeJudgement judge(LimitTree tree, LimitAccountView account, LimitChangeKind kind, Optional<Money> ceiling, boolean atOnce) {
        CreditStanding standing = standings.of(account.id(), tree);
        String grade = standing.gradeCode();
        PolicyDecision decision = policies.evaluate(POLICY, clock.today(), question(kind, account.id().level(), grade));
        if (decision.rows().isEmpty()) {
            Refusal refusal = Refusal.of("LIMIT_CHANGE_NOT_FORESEEN").at("kind").with("kind", "limitChangeKind." + kind)
                    .with("level", "limitLevel." + account.id().level()).with("grade", gradeWord(grade));
            return new ChangeJudgement(Optional.empty(), decision.version(), grade,
                    List.of(RuleCheck.of("FORESEEN", false, "", grade, refusal)));
        }
        ChangeRule rule = ChangeRule.of(decision.only());
        List<RuleCheck> checks = new ArrayList<>();
        checks.add(RuleCheck.of("FORESEEN", true, "", grade, null));
        ceiling.ifPresent(after -> checks.addAll(bounds(rule, account, after, rates)));
        checks.addAll(frequency(rule, account, kind));
        checks.addAll(StandingChecks.of(standing, rule.noOverdue(), rule.reportDays(), rule.ratingDays(), clock.today(), "kind"));
        rule.leastUse().ifPresent(least -> checks.add(use(account, least)));
        if (atOnce) {
            checks.add(RuleCheck.of("AT_ONCE", rule.atOnce(), "", "", Refusal.of("CHANGE_NOT_AT_ONCE").at("atOnce")
                    .with("kind", "limitChangeKind." + kind).with("grade", gradeWord(grade))));
        }
        return new ChangeJudgement(Optional.of(rule), decision.version(), grade, checks);
    }

    static String gradeWord(String grade) {
        return grade.equals(CreditStanding.UNKNOWN) ? "adjustmentFact.UNRATED" : "grade." + grade;
    }

    /** Shares of the ceiling in the account's own currency, amounts in yuan: of a foreign account each is a check of its own. */
    static List<RuleCheck> bounds(ChangeRule rule, LimitAccountView account, Money after, YuanRates rates) {
        Optional<Money> present = LimitTree.ceiling(account);
        if (present.isEmpty()) {
            return List.of();
        }
        Money before = present.get();
        Money by = after.compareTo(before) >= 0 ? after.minus(before) : before.minus(after);
        Optional<Money> leastShare = rule.leastShare().map(part -> before.times(part, RoundingMode.UP));
        Optional<Money> leastAmount = rule.leastAmount().map(Money::cny);
        Optional<Money> mostShare = rule.mostShare().map(part -> before.times(part, RoundingMode.DOWN));
        Optional<Money> mostAmount = rule.mostAmount().map(Money::cny);
        List<RuleCheck> checks = new ArrayList<>();
        if (by.currency().equals(Money.CNY)) {
            stricter(leastShare, leastAmount, Money::max).ifPresent(least -> checks.add(lower(rule, by, least)));
            stricter(mostShare, mostAmount, Money::min).ifPresent(most -> checks.add(upper(rule, by, most)));
            return checks;
        }
        leastShare.ifPresent(least -> checks.add(lower(rule, by, least)));
        mostShare.ifPresent(most -> checks.add(upper(rule, by, most)));
        rates.yuan(by).ifPresent(yuan -> {
            leastAmount.ifPresent(least -> checks.add(lower(rule, yuan, least)));
            mostAmount.ifPresent(most -> checks.add(upper(rule, yuan, most)));
        });
        return checks;
    }

    private static RuleCheck lower(ChangeRule rule, Money by, Money least) {
        return RuleCheck.of("LOWER_BOUND", by.compareTo(least) >= 0, least.toString(), by.toString(), Refusal.of("CHANGE_BELOW_LOWER_BOUND").at("newCeiling")
                .with("by", by).with("least", least).with("share", rule.leastShare().map(StandingChecks::percent).orElse("0%")));
    }

    private static RuleCheck upper(ChangeRule rule, Money by, Money most) {
        return RuleCheck.of("UPPER_BOUND", by.compareTo(most) <= 0, most.toString(), by.toString(), Refusal.of("CHANGE_ABOVE_UPPER_BOUND").at("newCeiling")
                .with("by", by).with("most", most).with("share", rule.mostShare().map(StandingChecks::percent).orElse("100%")));
    }

    private static Optional<Money> stricter(Optional<Money> byShare, Optional<Money> byAmount, BinaryOperator<Money> of) {
        return byShare.flatMap(share -> byAmount.map(amount -> of.apply(share, amount))).or(() -> byShare).or(() -> byAmount);
    }

    private List<RuleCheck> frequency(ChangeRule rule, LimitAccountView account, LimitChangeKind kind) {
        LocalDate today = clock.today();
        List<RuleCheck> checks = new ArrayList<>();
        if (rule.mostInPeriod().isPresent() && rule.periodMonths().isPresent()) {
            int most = rule.mostInPeriod().get();
            int months = rule.periodMonths().get();
            int times = history.times(account.id(), kind.verb(), today.minusMonths(months).plusDays(1), NOT_COUNTED);
            checks.add(RuleCheck.of("FREQUENCY", times < most, String.valueOf(most), String.valueOf(times),
                    Refusal.of("CHANGE_TOO_OFTEN").at("kind").with("times", times).with("most", most).with("months", months)));
        }
        rule.daysBetween().filter(days -> days > 0).ifPresent(days -> {
            Optional<LocalDate> last = history.last(account.id(), kind.verb(), NOT_COUNTED);
            checks.add(RuleCheck.of("DAYS_BETWEEN", last.filter(day -> day.plusDays(days).isAfter(today)).isEmpty(), String.valueOf(days),
                    last.map(LocalDate::toString).orElse(""), Refusal.of("CHANGE_TOO_SOON").at("kind").with("last", last.orElse(today))
                            .with("days", days).with("from", last.orElse(today).plusDays(days))));
        });
        return checks;
    }

    private static RuleCheck use(LimitAccountView account, BigDecimal least) {
        Optional<Money> ceiling = LimitTree.ceiling(account).filter(Money::isPositive);
        if (ceiling.isEmpty()) {
            return RuleCheck.toVerify("LEAST_USE", percent(least), "CEILING", "kind");
        }
        BigDecimal use = account.utilised().amount().divide(ceiling.get().amount(), DIGITS, RoundingMode.DOWN);
        String shown = percent(use.setScale(3, RoundingMode.DOWN));
        return RuleCheck.of("LEAST_USE", use.compareTo(least) >= 0, percent(least), shown,
                Refusal.of("CHANGE_LIMIT_HARDLY_USED").at("kind").with("use", shown).with("least", percent(least)));
    }
}
