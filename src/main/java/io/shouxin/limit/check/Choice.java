package io.shouxin.limit.check;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.CreditUse;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLevel;
import io.shouxin.limit.ledger.LimitRefusals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which account answers: the one named; else the facility with most room that has enough; else the customer's own ceiling, for an order;
 * else the one that comes nearest.
 */
final class Choice {

    private final Question question;
    private final Money counted;
    private final KnownAccounts known;

    private Choice(Question question, Money counted, KnownAccounts known) {
        this.question = question;
        this.counted = counted;
        this.known = known;
    }

    /** Empty if the customer has no account that could answer. */
    static Outcome<Optional<Candidate>> of(Question question, Money counted, KnownAccounts known) {
        Choice choice = new Choice(question, counted, known);
        return question.account().isPresent() ? choice.named(question.account().get()).map(Optional::of) : choice.best();
    }

    private Outcome<Candidate> named(LimitAccountId id) {
        boolean answers = Candidate.isForUse(id) || id.level() == LimitLevel.CUSTOMER && question.use() == CreditUse.ORDER;
        if (!answers) {
            return Outcome.refused(LimitRefusals.of("WRONG_LEVEL", id).at("account"));
        }
        List<LimitAccountView> line = known.line(id);
        if (line.isEmpty()) {
            return Outcome.refused(Refusal.of("ACCOUNT_UNKNOWN").at("account").with("account", id));
        }
        LimitAccountId own = LimitAccountId.of(question.customer());
        if (line.stream().noneMatch(view -> view.id().equals(own))) {
            return Outcome.refused(LimitRefusals.of("ACCOUNT_OF_ANOTHER_CUSTOMER", id).at("account"));
        }
        if (!takesCurrency(line)) {
            return Outcome.refused(LimitRefusals.of("CURRENCY_MISMATCH", id).at("currency")
                    .with("expected", Candidate.currency(line.get(line.size() - 1)).getCurrencyCode())
                    .with("given", counted.currency().getCurrencyCode()));
        }
        return Candidate.of(question, counted, line, known);
    }

    private boolean takesCurrency(List<LimitAccountView> line) {
        return question.use() == CreditUse.ORDER || Candidate.currency(line.get(line.size() - 1)).equals(counted.currency());
    }

    private Outcome<Optional<Candidate>> best() {
        LimitAccountId own = LimitAccountId.of(question.customer());
        List<Candidate> facilities = new ArrayList<>();
        List<Refusal> noRates = new ArrayList<>();
        for (List<LimitAccountView> line : known.facilities(own)) {
            if (line.get(line.size() - 1).status() != LimitAccountStatus.CLOSED && takesCurrency(line)) {
                take(Candidate.of(question, counted, line, known), facilities, noRates);
            }
        }
        Optional<Candidate> enough = most(facilities.stream().filter(Candidate::isEnough).toList());
        if (enough.isPresent()) {
            return Outcome.done(enough);
        }
        List<Candidate> ceiling = new ArrayList<>();
        boolean stopped = facilities.stream().anyMatch(Candidate::isStopped);
        if (question.use() == CreditUse.ORDER && !stopped && !known.line(own).isEmpty()) {
            take(Candidate.of(question, counted, known.line(own), known), ceiling, noRates);
        }
        Optional<Candidate> nearest = ceiling.stream().filter(Candidate::isEnough).findFirst()
                .or(() -> most(facilities.stream().filter(Candidate::isOpen).toList()))
                .or(() -> facilities.stream().filter(Candidate::isStopped).findFirst()).or(() -> facilities.stream().findFirst())
                .or(() -> ceiling.stream().findFirst());
        return nearest.isEmpty() && !noRates.isEmpty() ? Outcome.refused(noRates.get(0)) : Outcome.done(nearest);
    }

    private static void take(Outcome<Candidate> outcome, List<Candidate> candidates, List<Refusal> noRates) {
        outcome.whenDone(candidates::add);
        noRates.addAll(outcome.refusals());
    }

    private Optional<Candidate> most(List<Candidate> candidates) {
        return candidates.stream().max(Comparator.comparing((Candidate candidate) -> candidate.room().orElse(Money.zero(counted.currency()))));
    }
}
