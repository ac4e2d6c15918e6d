package io.shouxin.limit;

import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Carries a command into the ledger: exactly once by its key, wholly or not at all.
 *
 * <p>Every account is changed by one conditional UPDATE that repeats the invariants, root to leaf, so no interleaving can
 * overdraw a level; nothing is decided on a balance that was only read. Where an UPDATE finds its condition unmet, the ones
 * before it are taken back while their rows are still locked, the accounts are read again, and either the reason is named
 * or, if another transaction had merely been faster, the command is worked out anew.
 */
class LedgerPosting {

    private static final int ATTEMPTS = 100;

    private final LimitAccounts accounts;
    private final LimitJournal journal;

    LedgerPosting(LimitAccounts accounts, LimitJournal journal) {
        this.accounts = accounts;
        this.journal = journal;
    }

    /** @param planner works the command out on the path of its account, root to leaf */
    Outcome<LedgerReceipt> post(LedgerCommand command, LocalDate today, Function<List<Account>, Outcome<Plan>> planner) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Outcome<LedgerReceipt>> repeated = repeated(command);
            if (repeated.isPresent()) {
                return repeated.get();
            }
            Optional<Refusal> date = LimitRefusals.valueDate(command.valueDate(), today);
            if (date.isPresent()) {
                return Outcome.refused(date.get());
            }
            List<Account> path = accounts.path(command.account());
            Outcome<Plan> planned = planned(command, path, planner);
            if (planned instanceof Outcome.Refused<Plan> refused) {
                return repeated(command).orElseGet(() -> Outcome.refused(refused.refusals()));
            }
            Plan plan = planned.orElseThrow();
            if (plan.carryOut()) {
                Optional<LedgerReceipt> written = journal.write(command, receipt(command, plan), plan.movements());
                if (written.isPresent()) {
                    return Outcome.done(written.get());
                }
                plan.takeBack();
            } else {
                Optional<Refusal> reason = reason(command, plan);
                if (reason.isPresent()) {
                    return repeated(command).orElseGet(() -> Outcome.refused(reason.get()));
                }
            }
        }
        throw new ConcurrencyFailureException("no turn for " + command.verb() + " on " + command.account());
    }

    private Outcome<Plan> planned(LedgerCommand command, List<Account> path, Function<List<Account>, Outcome<Plan>> planner) {
        if (path.isEmpty() || !path.get(path.size() - 1).id().equals(command.account())) {
            return Outcome.refused(LimitRefusals.of("ACCOUNT_UNKNOWN", command.account()));
        }
        String currency = path.get(path.size() - 1).currency();
        if (command.amount() != null && !command.amount().currency().getCurrencyCode().equals(currency)) {
            return Outcome.refused(LimitRefusals.of("CURRENCY_MISMATCH", command.account()).at("amount")
                    .with("expected", currency).with("given", command.amount().currency().getCurrencyCode()));
        }
        return planner.apply(path);
    }

    private Optional<Outcome<LedgerReceipt>> repeated(LedgerCommand command) {
        return journal.find(command.key()).map(past -> past.fingerprint().equals(LimitJournal.fingerprint(command))
                ? Outcome.done(past.receipt())
                : Outcome.refused(Refusal.of("KEY_REUSED").with("source", command.key().source()).with("key", command.key().key())));
    }

    private Optional<Refusal> reason(LedgerCommand command, Plan plan) {
        List<Account> fresh = new ArrayList<>(accounts.path(command.account()));
        for (Movement movement : plan.movements()) {
            if (fresh.stream().noneMatch(account -> account.id().equals(movement.account()))) {
                accounts.find(movement.account()).ifPresent(fresh::add);
            }
        }
        Optional<Refusal> status = command.isEasing() ? Optional.empty() : LimitRefusals.status(fresh, command.valueDate());
        return status.or(() -> LimitRefusals.broken(fresh, plan.movements()));
    }

    private LedgerReceipt receipt(LedgerCommand command, Plan plan) {
        List<Account> after = accounts.path(command.account());
        List<Account> before = after.stream().map(account -> plan.movements().stream()
                .filter(m -> m.account().equals(account.id())).findFirst()
                .map(m -> before(account, m, plan)).orElse(account)).toList();
        Account leaf = after.get(after.size() - 1);
        return new LedgerReceipt(List.of(), command.verb(), command.account(), plan.amount(),
                new LedgerReceipt.Balances(leaf.moneyOrUndefined(leaf.ceiling()), leaf.money(leaf.reserved()),
                        leaf.money(leaf.committed()), leaf.money(leaf.utilised())),
                leaf.moneyOrUndefined(Account.headroom(before)), leaf.moneyOrUndefined(Account.headroom(after)),
                Optional.ofNullable(plan.reservation()));
    }

    private static Account before(Account after, Movement m, Plan plan) {
        Account before = after.after(m.negated());
        return m.ceiling() != null && plan.definesCeiling() ? before.withoutCeiling() : before;
    }
}
