package io.shouxin.adjustment.web;

import io.shouxin.adjustment.ChangePreview;
import io.shouxin.adjustment.LevelChange;
import io.shouxin.adjustment.RuleCheck;
import io.shouxin.approval.Tier;
import io.shouxin.customer.InYuan;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Wording;
import io.shouxin.limit.LimitAccountId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A preview as it is read: the conditions in words, the levels with amounts as decimal text, absent where undefined.
 *
 * @param currency      of the account; amounts of other levels carry their own
 * @param exposureAfter in yuan
 * @param inYuan        what is asked for in yuan at the day's rate; absent on an account in yuan
 * @param tier    who would have the last word; absent if the rules do not foresee it, or there is no rate to ask them by
 * @param grade   grade the rules were asked by, or {@code UNKNOWN}
 * @param allowed whether nothing speaks against it
 */
record PreviewText(String currency, String ceilingBefore, String ceilingAfter, String lowest, String exposureAfter, Told inYuan, Tier tier,
                   String ruleCode, boolean atOnceAllowed, String policyVersion, String grade, boolean allowed, List<Check> checks, List<Obstacle> obstacles,
                   List<Level> levels) {

    static PreviewText of(ChangePreview preview, Wording words, Locale language) {
        return new PreviewText(preview.currency().getCurrencyCode(), plain(preview.ceilingBefore().orElse(null)), plain(preview.ceilingAfter().orElse(null)),
                plain(preview.lowest().orElse(null)), plain(preview.exposureAfter().orElse(null)),
                preview.inYuan().map(Told::of).orElse(null), preview.tier().orElse(null),
                preview.ruleCode().orElse(null), preview.atOnceAllowed(), preview.policyVersion(), preview.grade(), preview.allowed(),
                preview.checks().stream().map(check -> Check.of(check, words, language)).toList(),
                preview.obstacles().stream().map(refusal -> Obstacle.of(refusal, words, language)).toList(),
                preview.levels().stream().map(Level::of).toList());
    }

    private static String plain(Money money) {
        return money == null ? null : money.amount().toPlainString();
    }

    /** An amount told in yuan. @param rate yuan per one unit @param day the day the rate was published for */
    record Told(String amount, String rate, LocalDate day) {

        static Told of(InYuan told) {
            return new Told(plain(told.amount()), told.rate().toPlainString(), told.day());
        }
    }

    /** One condition of the rules. */
    record Check(String rule, String label, RuleCheck.State state, String asked, String given, String message, String help) {

        static Check of(RuleCheck check, Wording words, Locale language) {
            return new Check(check.rule(), words.of("limitRule." + check.rule(), language), check.state(), figure(check.asked(), words, language),
                    check.rule().equals("FORESEEN") ? words.of(grade(check.given()), language) : figure(check.given(), words, language),
                    check.refusal().map(refusal -> words.of(refusal, language)).orElse(null),
                    check.refusal().map(refusal -> words.help(refusal, language)).orElse(null));
        }

        private static String grade(String code) {
            return code.equals("UNKNOWN") ? "adjustmentFact.UNRATED" : "grade." + code;
        }

        /** An amount with separators; anything else as it is. */
        private static String figure(String text, Wording words, Locale language) {
            return text.isEmpty() ? "" : words.of("adjustmentFigure", language, Map.of("figure", text));
        }
    }

    /** What speaks against it beside the rules. */
    record Obstacle(String code, String field, String message, String help) {

        static Obstacle of(Refusal refusal, Wording words, Locale language) {
            return new Obstacle(refusal.code(), refusal.field(), words.of(refusal, language), words.help(refusal, language));
        }
    }

    /** One level, now and afterwards. */
    record Level(LimitAccountId account, String currency, String status, String statusAfter, String ceiling, String ceilingAfter,
                 String reserved, String committed, String committedAfter, String utilised, String free, String freeAfter, boolean target, boolean binds, boolean changes) {

        static Level of(LevelChange level) {
            return new Level(level.id(), level.account().committed().currency().getCurrencyCode(), level.account().status().name(),
                    level.statusAfter().name(), plain(level.account().ceiling().orElse(null)), plain(level.ceilingAfter().orElse(null)),
                    plain(level.account().reserved()), plain(level.account().committed()),
                    plain(level.committedAfter()), plain(level.account().utilised()), plain(level.free().orElse(null)),
                    plain(level.freeAfter().orElse(null)), level.target(), level.binds(), level.changes());
        }
    }
}
