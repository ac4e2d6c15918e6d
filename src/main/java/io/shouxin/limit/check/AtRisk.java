package io.shouxin.limit.check;

import io.shouxin.kernel.Money;
import io.shouxin.limit.CreditAnswer.Ignored;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a question is at risk. A prepayment pays for the earliest call-offs first.
 *
 * @param exposed due within the horizon and not paid yet
 * @param counted its share by the payment term, rounded up
 * @param ignored everything else of the amount
 */
record AtRisk(Money exposed, Money counted, List<Ignored> ignored) {

    static AtRisk of(Question question) {
        Money none = Money.zero(question.amount().currency());
        LocalDate horizon = question.day().plusDays(question.risk().horizonDays());
        Money within = question.callOffs().stream().filter(part -> !part.day().isAfter(horizon)).map(Question.Part::amount).reduce(none, Money::plus);
        Money beyond = question.amount().minus(within);
        Money paid = question.prepaid().min(within);
        Money later = beyond.minus(question.prepaid().minus(paid));
        Money exposed = within.minus(paid);
        Money counted = exposed.times(question.risk().countedShare(), RoundingMode.CEILING);
        List<Ignored> ignored = new ArrayList<>();
        add(ignored, question.prepaid(), "PREPAID_PART");
        add(ignored, later, "CALL_OFF_BEYOND_HORIZON");
        add(ignored, exposed.minus(counted), question.risk().reasonCode());
        return new AtRisk(exposed, counted, ignored);
    }

    private static void add(List<Ignored> ignored, Money amount, String reasonCode) {
        if (amount.isPositive()) {
            ignored.add(new Ignored(amount, reasonCode));
        }
    }
}
