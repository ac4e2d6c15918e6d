package io.shouxin.adjustment;

import static io.shouxin.adjustment.StandingChecks.percent;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Holds a temporary exception against policy {@code exception-rules}: how much, how long, how often, for whom. */
@Component
class ExceptionRules {

    /** Policy key. */
    static final String POLICY = "exception-rules";

    private final PolicyBook policies;
    private final TemporaryExceptions exceptions;
    private final CreditStandings standings;
    private final BusinessClock clock;

    ExceptionRules(PolicyBook policies, TemporaryExceptions exceptions, CreditStandings standings, BusinessClock clock) {
        this.policies = policies;
        this.exceptions = exceptions;
        this.standings = standings;
        this.clock = clock;
    }

    /** @param extra and @param until are empty while they are not given yet */
    AskedException.Judgement judge(LimitTree tree, LimitAccountView account, Optional<Money> extra, Optional<LocalDate> until) {
        CreditStanding standing = standings.of(account.id(), tree);
        String grade = standing.gradeCode();
        PolicyDecision decision = policies.evaluate(POLICY, clock.today(), Map.of("level", account.id().level().name(), "grade", grade));
        if (decision.rows().isEmpty()) {
            Refusal refusal = Refusal.of("EXCEPTION_NOT_FORESEEN").at("account").with("level", "limitLevel." + account.id().level())
                    .with("grade", LimitChangeRules.gradeWord(grade));
            return new AskedException.Judgement(Optional.empty(), decision.version(), grade,
                    List.of(RuleCheck.of("FORESEEN", false, "", grade, refusal)));
        }
        ExceptionRule rule = ExceptionRule.of(decision.only());
        List<RuleCheck> checks = new ArrayList<>();
        checks.add(RuleCheck.of("FORESEEN", true, "", grade, null));
        extra.ifPresent(room -> account.ceiling().ifPresent(ceiling -> checks.add(amount(rule, ceiling, room))));
        until.ifPresent(day -> checks.add(days(rule, day)));
        int before = exceptions.countByAccountIdAndInForceOnGreaterThanEqual(account.id().value(), clock.today().minusMonths(12).plusDays(1));
        checks.add(RuleCheck.of("EXCEPTIONS_PER_YEAR", before < rule.mostPerYear(), String.valueOf(rule.mostPerYear()), String.valueOf(before),
                Refusal.of("EXCEPTION_TOO_OFTEN").at("account").with("times", before).with("most", rule.mostPerYear())));
        checks.addAll(StandingChecks.of(standing, rule.noOverdue(), Optional.of(rule.reportDays()), Optional.of(rule.ratingDays()), clock.today(),
                "account"));
        return new AskedException.Judgement(Optional.of(rule), decision.version(), grade, checks);
    }

    private static RuleCheck amount(ExceptionRule rule, Money ceiling, Money extra) {
        Money most = ceiling.times(rule.mostShare(), RoundingMode.DOWN);
        return RuleCheck.of("EXCEPTION_SHARE", extra.compareTo(most) <= 0, most.toString(), extra.toString(),
                Refusal.of("EXCEPTION_TOO_HIGH").at("extra").with("extra", extra).with("most", most).with("share", percent(rule.mostShare())));
    }

    private RuleCheck days(ExceptionRule rule, LocalDate until) {
        LocalDate last = clock.today().plusDays(rule.mostDays() - 1L);
        long days = ChronoUnit.DAYS.between(clock.today(), until) + 1;
        return RuleCheck.of("EXCEPTION_DAYS", !until.isAfter(last), String.valueOf(rule.mostDays()), String.valueOf(days),
                Refusal.of("EXCEPTION_TOO_LONG").at("until").with("until", until).with("days", rule.mostDays()).with("last", last));
    }
}
