package io.shouxin.limit.ledger;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LedgerReceipt;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.ReservationId;
import io.shouxin.limit.ReservationView;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Some commands carried into the ledger together, in one transaction: one after the other on accounts that can't change meanwhile,
 * each wholly or not at all, then written at once.
 */
final class Batch {

    /** How much is taken for granted before the database has been asked. */
    enum Trust {
        /** Accounts are as this node remembers them, no command has been carried out before. */
        ALL,
        /** No command has been carried out before. */
        KEYS,
        NOTHING
    }

    /** What was taken for granted is not so; the transaction is to be rolled back and the batch run with less trust. */
    static final class Mistaken extends RuntimeException {
        Mistaken() {
            super("taken for granted what was not so", null, false, false);
        }
    }

    private final AccountTable accounts;
    private final ReservationTable reservations;
    private final PathTable paths;
    private final Journal journal;
    private final Memory memory;
    private final ForeignRates rates;
    private final BusinessClock clock;

    Batch(AccountTable accounts, ReservationTable reservations, PathTable paths, Journal journal, Memory memory, ForeignRates rates,
          BusinessClock clock) {
        this.accounts = accounts;
        this.reservations = reservations;
        this.paths = paths;
        this.journal = journal;
        this.memory = memory;
        this.rates = rates;
        this.clock = clock;
    }

    /** What came of a batch: an answer or an error for each command, and what is so once it is committed. */
    static final class Result {
        private final Map<LedgerCommand, Outcome<LedgerReceipt>> outcomes = new IdentityHashMap<>();
        private final Map<LedgerCommand, RuntimeException> errors = new IdentityHashMap<>();
        private final List<Account> accounts = new ArrayList<>();
        private final List<ReservationView> reservations = new ArrayList<>();
        private final Set<String> paths = new LinkedHashSet<>();

        Outcome<LedgerReceipt> of(LedgerCommand command) {
            RuntimeException error = errors.get(command);
            if (error != null) {
                throw error;
            }
            return outcomes.get(command);
        }
    }

    /** @throws Mistaken if the batch is to be rolled back and run with less trust */
    Result run(List<LedgerCommand> commands, Trust trust, Turn turn) {
        Result result = new Result();
        Map<LedgerKey, Journal.Past> past = new HashMap<>();
        if (trust == Trust.NOTHING) {
            past.putAll(journal.find(commands.stream().map(LedgerCommand::key).toList()));
        }
        Tree tree = trust == Trust.ALL ? remembered(commands) : locked(commands);
        Map<LedgerKey, Posting> postings = new LinkedHashMap<>();
        List<LedgerCommand> refused = new ArrayList<>();
        for (LedgerCommand command : commands) {
            if (past.containsKey(command.key())) {
                result.outcomes.put(command, repeated(command, past.get(command.key())));
            } else if (postings.containsKey(command.key())) {
                Posting first = postings.get(command.key());
                result.outcomes.put(command, repeated(command, new Journal.Past(first.command().fingerprint(), first.receipt())));
            } else {
                carryOut(command, tree, result).ifPresentOrElse(posting -> postings.put(command.key(), posting), () -> refused.add(command));
            }
        }
        if (trust == Trust.ALL && !refused.isEmpty()) {
            throw new Mistaken();
        }
        if (trust == Trust.KEYS && !refused.isEmpty()) {
            Map<LedgerKey, Journal.Past> found = journal.find(refused.stream().map(LedgerCommand::key).toList());
            refused.stream().filter(command -> found.containsKey(command.key()))
                    .forEach(command -> result.outcomes.put(command, repeated(command, found.get(command.key()))));
        }
        if (!postings.isEmpty()) {
            Changes changes = new Changes(postings.values(), tree);
            result.accounts.addAll(changes.accounts());
            result.reservations.addAll(changes.reservations());
            if (trust == Trust.ALL) {
                remember(result);
                turn.workedOut();
            }
            // Who has locked the accounts waits for nobody.
            write(postings.values(), changes, trust == Trust.ALL ? turn : Turn.NONE, result);
        }
        return result;
    }

    /** Empty if it was refused, or went wrong. */
    private Optional<Posting> carryOut(LedgerCommand command, Tree tree, Result result) {
        try {
            Posting posting = new Posting(tree, command, rates);
            Optional<Refusal> refusal = workOut(command, tree, posting);
            if (refusal.isEmpty()) {
                result.outcomes.put(command, Outcome.done(posting.receipt()));
                return Optional.of(posting);
            }
            result.outcomes.put(command, Outcome.refused(refusal.get()));
        } catch (RuntimeException bug) {
            result.errors.put(command, bug);
        }
        return Optional.empty();
    }

    /** What was worked out on what is remembered stands there already, and what the next batch has made of it may too. */
    void committed(Result result, Trust trust) {
        if (trust != Trust.ALL) {
            remember(result);
        }
        result.paths.forEach(paths::remember);
    }

    private void remember(Result result) {
        memory.remember(result.accounts);
        result.reservations.forEach(memory::remember);
    }

    void forget(List<LedgerCommand> commands) {
        Set<LimitAccountId> stale = commands.stream().flatMap(command -> memory.line(command.account()).stream()).map(Account::id)
                .collect(Collectors.toSet());
        commands.forEach(command -> stale.add(command.account()));
        memory.forget(stale, commands.stream().map(LedgerCommand::reservation).filter(id -> id != null).toList());
    }

    private Tree remembered(List<LedgerCommand> commands) {
        Tree tree = new Tree();
        Set<ReservationId> unknown = new LinkedHashSet<>();
        for (LedgerCommand command : commands) {
            List<Account> line = memory.line(command.account());
            if (line.isEmpty()) {
                throw new Mistaken();
            }
            line.forEach(tree::load);
            if (command.reservation() != null) {
                ReservationView held = memory.reservation(command.reservation());
                if (held == null) {
                    unknown.add(command.reservation());
                } else {
                    tree.load(held);
                }
            }
        }
        if (!unknown.isEmpty()) {
            reservations.find(unknown).forEach(tree::load);
        }
        return tree;
    }

    private Tree locked(List<LedgerCommand> commands) {
        Set<LimitAccountId> wanted = new LinkedHashSet<>();
        for (LedgerCommand command : commands) {
            ids(command.account()).forEach(wanted::add);
            if (command.also() != null) {
                ids(command.also()).forEach(wanted::add);
            }
            wanted.addAll(command.opens()); // they are there if somebody has opened them before
        }
        Tree tree = new Tree();
        while (!wanted.isEmpty()) {
            List<Account> locked = accounts.lock(wanted);
            locked.forEach(tree::load);
            // A line that somebody has moved since its ids were read goes on above.
            wanted = locked.stream().map(Account::parent).filter(parent -> parent != null && tree.account(parent) == null)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        Set<ReservationId> ended = commands.stream().map(LedgerCommand::reservation).filter(id -> id != null)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!ended.isEmpty()) {
            reservations.find(ended).forEach(tree::load);
        }
        return tree;
    }

    private Collection<LimitAccountId> ids(LimitAccountId account) {
        List<Account> line = memory.line(account);
        return (line.isEmpty() ? accounts.line(account) : line).stream().map(Account::id).toList();
    }

    private Optional<Refusal> workOut(LedgerCommand command, Tree tree, Posting posting) {
        Optional<Refusal> refusal = LimitRefusals.valueDate(command.valueDate(), clock.today());
        if (refusal.isPresent()) {
            return refusal;
        }
        if (posting.lineBefore().isEmpty() || command.also() != null && tree.line(command.also()).isEmpty()) {
            LimitAccountId unknown = posting.lineBefore().isEmpty() ? command.account() : command.also();
            return Optional.of(LimitRefusals.of("ACCOUNT_UNKNOWN", unknown));
        }
        String currency = posting.leaf().currency();
        if (command.amount() != null && !command.amount().currency().getCurrencyCode().equals(currency)) {
            return Optional.of(LimitRefusals.of("CURRENCY_MISMATCH", command.account()).at("amount")
                    .with("expected", currency).with("given", command.amount().currency().getCurrencyCode()));
        }
        if (command.reservation() != null && posting.held().filter(held -> held.status() == ReservationView.Status.OPEN).isEmpty()) {
            return posting.held().map(held -> Refusal.of("RESERVATION_ENDED").with("reservation", held.id())
                    .with("status", "reservationStatus." + held.status())).or(() -> Optional.of(Refusal.of("RESERVATION_UNKNOWN")
                    .with("reservation", command.reservation())));
        }
        try {
            refusal = command.work().on(posting);
            if (refusal.isEmpty()) {
                return posting.settle();
            }
        } catch (Posting.RateMissing missing) {
            refusal = Optional.of(missing.refusal());
        } catch (RuntimeException bug) {
            posting.putBack();
            throw bug;
        }
        posting.putBack();
        return refusal;
    }

    private static Outcome<LedgerReceipt> repeated(LedgerCommand command, Journal.Past past) {
        return past.fingerprint().equals(command.fingerprint()) ? Outcome.done(past.receipt())
                : Outcome.refused(Refusal.of("KEY_REUSED").with("source", command.key().source()).with("key", command.key().key()));
    }

    /** Rows that nobody else can be waiting for come first: accounts are held only from here to the commit. */
    private void write(Collection<Posting> postings, Changes changes, Turn turn, Result result) {
        Map<String, Movement> unknownPaths = writeEntries(postings, result);
        reservations.insert(changes.reservationsOpened());
        turn.await();
        if (!accounts.write(changes.changed())) {
            throw new Mistaken();
        }
        turn.over();
        changes.opened().forEach(accounts::insert);
        if (!reservations.end(changes.reservationsEnded())) {
            throw new Mistaken();
        }
        unknownPaths.forEach((path, movement) -> paths.write(path, movement.accounts()));
        postings.stream().map(Posting::command).filter(command -> command.reversed() != null).forEach(journal::reversed);
    }

    /** @return the paths that may have to be written too */
    private Map<String, Movement> writeEntries(Collection<Posting> postings, Result result) {
        List<Journal.Line> lines = new ArrayList<>(postings.size() * 2);
        Map<String, Movement> unknown = new LinkedHashMap<>();
        Timestamp now = Timestamp.from(clock.instant());
        for (Posting posting : postings) {
            int number = 0;
            for (Movement movement : posting.movements()) {
                String path = movement.path();
                if (result.paths.add(path) && !paths.isKnown(path)) {
                    unknown.put(path, movement);
                }
                lines.add(new Journal.Line(posting.command(), number++, paths.number(path), movement, posting.receipt(), posting.rate(), now));
            }
        }
        List<Long> ids = journal.write(lines);
        Map<LedgerKey, LedgerReceipt> receipts = new HashMap<>();
        int from = 0;
        for (Posting posting : postings) {
            int to = from + posting.movements().size();
            receipts.put(posting.command().key(), Journal.withIds(posting.receipt(), List.copyOf(ids.subList(from, to))));
            from = to;
        }
        // Also what repeated a command of this very batch.
        result.outcomes.replaceAll((command, outcome) -> outcome.isDone() && receipts.containsKey(command.key())
                ? Outcome.done(receipts.get(command.key())) : outcome);
        return unknown;
    }
}
