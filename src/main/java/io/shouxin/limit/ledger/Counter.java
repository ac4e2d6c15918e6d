package io.shouxin.limit.ledger;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Outcome;
import io.shouxin.limit.LedgerReceipt;
import io.shouxin.limit.ReservationId;
import io.shouxin.limit.ReservationView;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where commands are handed in. Within a transaction of the caller a command is carried out in it at once, and both commit or
 * neither; without one it goes into the lane of its tree, where all who wait share a transaction.
 */
public final class Counter {

    private static final int ATTEMPTS = 8;

    private final Batch batch;
    private final Memory memory;
    private final AccountTable accounts;
    private final LaneConnections connections;
    private final List<Lane> lanes;

    public Counter(AccountTable accounts, ReservationTable reservations, Journal journal, PathTable paths, ForeignRates rates,
                   BusinessClock clock, LaneConnections connections, int lanes) {
        this.accounts = accounts;
        this.memory = new Memory();
        this.batch = new Batch(accounts, reservations, paths, journal, memory, rates, clock);
        this.connections = connections;
        this.lanes = IntStream.range(0, lanes).mapToObj(n -> new Lane(this::serve)).toList();
    }

    public Outcome<LedgerReceipt> carryOut(LedgerCommand command) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return batch.run(List.of(command), Batch.Trust.NOTHING, Turn.NONE).of(command);
        }
        return lane(command).carryOut(command);
    }

    /** A reservation as this node last saw it, while it was open. */
    public Optional<ReservationView> reservation(ReservationId id) {
        return Optional.ofNullable(memory.reservation(id));
    }

    /** Commands on one tree meet in one lane; which root a tree has may be out of date, which costs time only. */
    private Lane lane(LedgerCommand command) {
        List<Account> line = memory.line(command.account());
        if (line.isEmpty()) {
            line = accounts.line(command.account());
            memory.remember(line);
        }
        Object root = line.isEmpty() ? command.account() : line.get(0).id();
        return lanes.get(Math.floorMod(root.hashCode() * 0x9E3779B9 >>> 8, lanes.size()));
    }

    private void serve(List<Ticket> tickets, Turn turn) {
        List<LedgerCommand> commands = tickets.stream().map(Ticket::command).toList();
        try {
            Batch.Result result = run(commands, turn);
            for (Ticket ticket : tickets) {
                answer(ticket, result);
            }
        } catch (RuntimeException failure) {
            if (tickets.size() == 1) {
                tickets.get(0).fail(failure);
            } else {
                // One of them can't be carried out; the others must not suffer for it.
                tickets.forEach(ticket -> serve(List.of(ticket), turn));
            }
        }
    }

    private static void answer(Ticket ticket, Batch.Result result) {
        try {
            ticket.answer(result.of(ticket.command()));
        } catch (RuntimeException bug) {
            ticket.fail(bug);
        }
    }

    private Batch.Result run(List<LedgerCommand> commands, Turn turn) {
        boolean moves = commands.stream().anyMatch(command -> command.also() != null || !command.opens().isEmpty());
        Batch.Trust trust = moves ? Batch.Trust.KEYS : Batch.Trust.ALL;
        for (int attempt = 1; ; attempt++) {
            Batch.Trust now = trust;
            try {
                Batch.Result result = connections.inTransaction(() -> batch.run(commands, now, turn));
                batch.committed(result, now);
                return result;
            } catch (Batch.Mistaken mistaken) {
                batch.forget(commands);
                trust = trust == Batch.Trust.ALL ? Batch.Trust.KEYS : Batch.Trust.NOTHING;
                if (attempt >= ATTEMPTS) {
                    throw new ConcurrencyFailureException("no turn for " + commands.size() + " commands");
                }
            } catch (RuntimeException failure) {
                // Whether it was committed is not known: from now on every key is looked up.
                batch.forget(commands);
                trust = Batch.Trust.NOTHING;
                if (attempt >= ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }
}
