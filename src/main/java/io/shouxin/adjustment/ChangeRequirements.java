package io.shouxin.adjustment;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.LimitAccountView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has to be filled in before a change can be proposed, and the ceiling it comes to (额度调整申请的要件). */
final class ChangeRequirements {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 2000;

    private ChangeRequirements() {
    }

    /** Everything that is missing in the form, whatever the account. */
    static List<Refusal> refusals(RequestLimitChange asked) {
        List<Refusal> refusals = new ArrayList<>();
        if (asked.reasonCode() == null) {
            refusals.add(Refusal.of("CHANGE_REASON_MISSING").at("reasonCode"));
        }
        explanation(asked.reason(), "reason").ifPresent(refusals::add);
        return refusals;
    }

    static Optional<Refusal> explanation(String text, String field) {
        int length = text == null ? 0 : text.strip().length();
        return length >= SHORTEST && length <= LONGEST ? Optional.empty()
                : Optional.of(Refusal.of("ADJUSTMENT_EXPLANATION").at(field).with("least", SHORTEST).with("most", LONGEST));
    }

    /** The ceiling asked for; empty where none is moved. */
    static Outcome<Optional<Money>> ceiling(RequestLimitChange asked, LimitAccountView account, YuanRates rates) {
        boolean amounts = asked.newCeiling() != null || asked.by() != null;
        if (!asked.kind().movesCeiling()) {
            return amounts ? Outcome.refused(Refusal.of("CHANGE_AMOUNT_NOT_ASKED").at("newCeiling").with("kind", "limitChangeKind." + asked.kind()))
                    : Outcome.done(Optional.empty());
        }
        if (!amounts) {
            return Outcome.refused(Refusal.of("CHANGE_AMOUNT_MISSING").at("newCeiling"));
        }
        if (asked.newCeiling() != null && asked.by() != null) {
            return Outcome.refused(Refusal.of("CHANGE_AMOUNT_TWICE").at("by"));
        }
        Optional<Money> before = LimitTree.ceiling(account);
        if (before.isEmpty()) {
            return Outcome.refused(Refusal.of("CHANGE_NO_CEILING").at("account").with("account", account.id().number()));
        }
        return (asked.newCeiling() != null ? money(asked.newCeiling(), before.get(), "newCeiling", rates)
                : money(asked.by(), before.get(), "by", rates).then(by -> moved(asked.kind(), before.get(), by))).map(Optional::of);
    }

    private static Outcome<Money> moved(LimitChangeKind kind, Money before, Money by) {
        Money after = kind == LimitChangeKind.INCREASE ? before.plus(by) : before.minus(by);
        return after.isNegative() ? Outcome.refused(Refusal.of("AMOUNT_MALFORMED").at("by")) : Outcome.done(after);
    }

    /** An amount in the currency of another; one too long to be told in yuan can't be either. */
    static Outcome<Money> money(BigDecimal amount, Money like, String field, YuanRates rates) {
        try {
            Money money = Money.of(amount, like.currency());
            rates.told(money);
            return money.isNegative() ? Outcome.refused(Refusal.of("AMOUNT_MALFORMED").at(field)) : Outcome.done(money);
        } catch (ArithmeticException outOfRange) {
            return Outcome.refused(Refusal.of("AMOUNT_MALFORMED").at(field));
        }
    }
}
