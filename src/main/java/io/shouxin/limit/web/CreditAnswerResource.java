package io.shouxin.limit.web;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Wording;
import io.shouxin.limit.CreditAnswer;
import io.shouxin.limit.CreditDecision;
import io.shouxin.limit.LimitAccountId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An answer on the wire; amounts as decimal strings, absent where undefined.
 *
 * @param reasonCode code of what stands in the way, or {@code WITHIN_LIMIT}, {@code NOTHING_AT_RISK}
 * @param counted    what of the amount counts against the limit
 */
record CreditAnswerResource(String customerId, String use, LocalDate date, String paymentTerm, String decision, String decisionLabel,
                            String reasonCode, String reason, String help, String currency, String amount, String counted,
                            List<IgnoredResource> ignored, String policyVersion, String account, String bindingAccount, String prepay,
                            List<LevelResource> levels, List<StepResource> steps, ReservationResource reservation) {

    static CreditAnswerResource of(CreditAnswer answer, Wording wording, Locale language) {
        Optional<Refusal> obstacle = answer.obstacle().map(refusal -> inWords(refusal, wording, language));
        String code = obstacle.map(Refusal::code).orElse(answer.counted().isZero() ? "NOTHING_AT_RISK" : "WITHIN_LIMIT");
        return new CreditAnswerResource(answer.customer().value(), answer.use().name(), answer.day(), answer.paymentTerm(), answer.decision().name(),
                wording.of("creditDecision." + answer.decision(), language), code,
                obstacle.map(refusal -> wording.of(refusal, language)).orElseGet(() -> wording.of("creditReason." + code, language)),
                obstacle.map(refusal -> wording.help(refusal, language)).orElse(null), answer.amount().currency().getCurrencyCode(),
                plain(answer.amount()), plain(answer.counted()),
                answer.ignored().stream().map(part -> new IgnoredResource(plain(part.amount()), part.reasonCode(), wording.of("reason." + part.reasonCode(), language))).toList(),
                answer.policyVersion(), value(answer.account()), value(answer.binding()),
                answer.decision() == CreditDecision.YES_IF_PREPAID ? plain(answer.prepay()) : null,
                answer.levels().stream().map(level -> level(level, answer, wording, language)).toList(),
                answer.steps().stream().map(step -> step(step, wording, language)).toList(),
                answer.reservation().map(ReservationResource::of).orElse(null));
    }

    /** Names the account as people do: its level, its number. */
    private static Refusal inWords(Refusal refusal, Wording wording, Locale language) {
        if (!refusal.arguments().containsKey("account")) {
            return refusal;
        }
        LimitAccountId account = LimitAccountId.parse(refusal.arguments().get("account"));
        return refusal.with("account", wording.of("limitLevel." + account.level(), language) + " " + account.number());
    }

    private static LevelResource level(CreditAnswer.Level level, CreditAnswer answer, Wording wording, Locale language) {
        return new LevelResource(level.account().value(), level.account().level().name(), wording.of("limitLevel." + level.account().level(), language),
                level.status().name(), wording.of("limitStatus." + level.status(), language), level.used().currency().getCurrencyCode(),
                level.ceiling().map(CreditAnswerResource::plain).orElse(null), plain(level.used()),
                level.room().map(CreditAnswerResource::plain).orElse(null), level.asked(), answer.binding().filter(level.account()::equals).isPresent());
    }

    private static StepResource step(CreditAnswer.Step step, Wording wording, Locale language) {
        Map<String, String> amount = step.amount().map(money -> Map.of("amount", money.toString())).orElse(Map.of());
        return new StepResource(step.kind().name(), step.amount().map(CreditAnswerResource::plain).orElse(null),
                wording.of("creditStep." + step.kind(), language, amount), step.by().name(), wording.of("creditStepBy." + step.by(), language));
    }

    static String plain(Money money) {
        return money.amount().toPlainString();
    }

    private static String value(Optional<LimitAccountId> account) {
        return account.map(LimitAccountId::value).orElse(null);
    }

    record IgnoredResource(String amount, String reasonCode, String reason) {
    }

    /** @param room what the level can take on the day; absent if it has no ceiling */
    record LevelResource(String account, String level, String levelLabel, String status, String statusLabel, String currency, String ceiling,
                         String used, String room, boolean asked, boolean binds) {
    }

    record StepResource(String step, String amount, String text, String by, String byLabel) {
    }

    record ReservationResource(String reservationId, String account, String currency, String amount, String orderNumber, LocalDate expiresOn) {

        static ReservationResource of(CreditAnswer.Held held) {
            return new ReservationResource(held.id().value(), held.account().value(), held.amount().currency().getCurrencyCode(), plain(held.amount()),
                    held.orderNumber(), held.expiresOn());
        }
    }
}
