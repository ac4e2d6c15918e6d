package io.shouxin.limit.check;

import io.shouxin.customer.ExchangeRates;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.CreditAnswer.Level;
import io.shouxin.limit.FirstUse;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLevel;
import io.shouxin.limit.ledger.LimitRefusals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * An account that might answer, as it stands on the day.
 *
 * @param levels   the account and all above it, root first
 * @param needed   what is counted, in the account's currency
 * @param binding  the level asked that has least room; empty if none has a ceiling
 * @param room     how much that is, in the currency of the question
 * @param obstacle why it can't answer yes
 */
record Candidate(LimitAccountView account, List<Level> levels, Money needed, Optional<LimitAccountId> binding, Optional<Money> room,
                 Optional<Refusal> obstacle) {

    static Outcome<Candidate> of(Question question, Money counted, List<LimitAccountView> line, KnownAccounts known) {
        LimitAccountView account = line.get(line.size() - 1);
        boolean toHold = question.reserve().isPresent();
        List<Level> levels = new ArrayList<>();
        Optional<Money> least = Optional.empty();
        Optional<Refusal> exceeding = Optional.empty();
        Optional<LimitAccountId> binding = Optional.empty();
        for (LimitAccountView view : line) {
            Optional<Money> room = known.room(view, line.get(0).id(), question.day(), toHold);
            boolean asked = isForUse(view.id()) == isForUse(account.id());
            levels.add(new Level(view.id(), view.status(), ceiling(view), used(view), room, asked));
            if (asked && room.isPresent()) {
                Optional<Money> needed = known.convert(counted, currency(view));
                Optional<Money> most = known.most(room.get(), counted.currency());
                if (needed.isEmpty() || most.isEmpty()) {
                    return noRate(counted, view, known);
                }
                if (least.isEmpty() || most.get().compareTo(least.get()) < 0) {
                    least = most;
                    binding = Optional.of(view.id());
                    exceeding = needed.get().compareTo(room.get()) <= 0 ? Optional.empty() : Optional.of(LimitRefusals.of("LIMIT_EXCEEDED", view.id())
                            .at("amount").with("free", room.get()).with("requested", needed.get()));
                }
            }
        }
        Optional<Money> needed = known.convert(counted, currency(account));
        if (needed.isEmpty()) {
            return noRate(counted, account, known);
        }
        Optional<Refusal> exceeded = exceeding;
        Optional<Refusal> obstacle = known.againstFirstUse(line, question.day()).or(() -> shut(line, question.day()))
                .or(() -> product(line, question.product()))
                .or(() -> levels.stream().noneMatch(level -> level.asked() && level.room().isPresent())
                        ? Optional.of(LimitRefusals.of("NO_LIMIT_GRANTED", account.id())) : exceeded);
        return Outcome.done(new Candidate(account, levels, needed.get(), binding, least, obstacle));
    }

    private static Outcome<Candidate> noRate(Money counted, LimitAccountView view, KnownAccounts known) {
        return Outcome.refused(ExchangeRates.missing(counted.currency().getCurrencyCode(), currency(view).getCurrencyCode(), known.today()).at("currency"));
    }

    /** In the order the ledger says it. */
    private static Optional<Refusal> shut(List<LimitAccountView> line, LocalDate day) {
        return first(line, LimitAccountStatus.CLOSED, "ACCOUNT_CLOSED")
                .or(() -> line.stream().filter(view -> view.status() == LimitAccountStatus.EXPIRED
                        || view.validTo().filter(last -> last.isBefore(day)).isPresent()).findFirst()
                        .map(view -> LimitRefusals.of("ACCOUNT_EXPIRED", view.id())))
                .or(() -> first(line, LimitAccountStatus.SUSPENDED, "ACCOUNT_SUSPENDED"));
    }

    private static Optional<Refusal> first(List<LimitAccountView> line, LimitAccountStatus status, String code) {
        return line.stream().filter(view -> view.status() == status).findFirst().map(view -> LimitRefusals.of(code, view.id()));
    }

    private static Optional<Refusal> product(List<LimitAccountView> line, Optional<String> product) {
        return line.stream().filter(view -> !view.products().isEmpty() && product.filter(view.products()::contains).isEmpty()).findFirst()
                .map(view -> LimitRefusals.of("PRODUCT_NOT_ALLOWED", view.id()).at("product").with("product", product.orElse("-"))
                        .with("allowed", String.join(" ", view.products().stream().sorted().toList())));
    }

    boolean isOpen() {
        return obstacle.isEmpty() || obstacle.get().code().equals("LIMIT_EXCEEDED");
    }

    boolean isEnough() {
        return obstacle.isEmpty();
    }

    /** Fits but is not to be used now, which its customer's ceiling must not hide. */
    boolean isStopped() {
        return obstacle.filter(refusal -> refusal.code().equals("ACCOUNT_SUSPENDED") || refusal.code().equals(FirstUse.LAPSED)).isPresent();
    }

    static boolean isForUse(LimitAccountId account) {
        return account.level() == LimitLevel.FACILITY || account.level() == LimitLevel.SUB_FACILITY;
    }

    static Currency currency(LimitAccountView view) {
        return view.reserved().currency();
    }

    /** The size of a facility is what is committed. */
    private static Optional<Money> ceiling(LimitAccountView view) {
        return view.id().level() == LimitLevel.FACILITY ? Optional.of(view.committed()) : view.ceiling();
    }

    private static Money used(LimitAccountView view) {
        return isForUse(view.id()) ? view.reserved().plus(view.utilised()) : view.exposure();
    }
}
