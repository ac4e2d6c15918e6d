package io.shouxin.limit;

import io.shouxin.customer.ExchangeRates;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.ledger.Account;
import io.shouxin.limit.ledger.AccountTable;
import io.shouxin.limit.ledger.LimitRefusals;
import io.shouxin.limit.map.Branch;
import io.shouxin.limit.map.BranchTable;
import io.shouxin.limit.map.TriedLine;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The map of headroom (额度地图): the whole tree an account stands in, and what the ledger would say to an amount on it. Reads only; one
 * query for each level of the tree, and one for the reservations.
 */
@Service
@Transactional(readOnly = true)
public class HeadroomMap {

    /** So many accounts of one level are shown; what is left out is told. */
    static final int MOST_OF_A_LEVEL = 1000;

    private final BranchTable table;
    private final AccountTable accounts;
    private final BusinessClock clock;
    private final ExchangeRates rates;

    HeadroomMap(JdbcTemplate jdbc, BusinessClock clock, ExchangeRates rates) {
        JdbcClient client = JdbcClient.create(jdbc);
        this.table = new BranchTable(client);
        this.accounts = new AccountTable(client, clock);
        this.clock = clock;
        this.rates = rates;
    }

    /** The whole tree an account stands in, from its root; empty if there is no such account. */
    public Optional<HeadroomMapView> of(LimitAccountId account) {
        return map(accounts.line(account), account);
    }

    /** A customer with what stands below, as if there were nothing above: what the customer's own people see. */
    public Optional<HeadroomMapView> branch(CustomerId customer) {
        LimitAccountId account = LimitAccountId.of(customer);
        return map(accounts.find(account).stream().toList(), account);
    }

    private Optional<HeadroomMapView> map(List<Account> line, LimitAccountId asked) {
        return line.isEmpty() ? Optional.empty() : Optional.of(new Branch(table, clock.today(), rates::between, MOST_OF_A_LEVEL).from(line, asked));
    }

    /**
     * Tries an amount on an account and all above it. Refused as {@code ACCOUNT_UNKNOWN}, {@code AMOUNT_NOT_POSITIVE},
     * {@code CURRENCY_MISMATCH}, {@code WRONG_LEVEL} (new credit on a facility), {@code EXCHANGE_RATE_MISSING},
     * {@code FORM_MALFORMED} (more than amounts can be).
     */
    public Outcome<HeadroomTrialView> trial(TryAmount wish) {
        return trial(wish, accounts.line(wish.account()));
    }

    /** The same on a customer's own accounts alone; {@code ACCOUNT_UNKNOWN} if the account isn't one of them. */
    public Outcome<HeadroomTrialView> trial(TryAmount wish, CustomerId within) {
        List<Account> line = accounts.line(wish.account());
        int from = line.stream().map(Account::id).toList().indexOf(LimitAccountId.of(within));
        return trial(wish, from < 0 ? List.of() : line.subList(from, line.size()));
    }

    private Outcome<HeadroomTrialView> trial(TryAmount wish, List<Account> line) {
        if (line.isEmpty()) {
            return Outcome.refused(LimitRefusals.of("ACCOUNT_UNKNOWN", wish.account()).at("account"));
        }
        Money amount = wish.amount();
        Account leaf = line.get(line.size() - 1);
        Optional<Refusal> wrong = LimitRefusals.positive(amount);
        if (wrong.isEmpty() && !amount.currency().getCurrencyCode().equals(leaf.currency())) {
            wrong = Optional.of(LimitRefusals.of("CURRENCY_MISMATCH", leaf.id()).at("currency").with("given", amount.currency().getCurrencyCode())
                    .with("expected", leaf.currency()));
        }
        boolean forUse = leaf.level() == LimitLevel.FACILITY || leaf.level() == LimitLevel.SUB_FACILITY;
        if (wrong.isEmpty() && forUse && wish.purpose() == ReservationPurpose.NEW_CREDIT) {
            wrong = Optional.of(LimitRefusals.of("WRONG_LEVEL", leaf.id()).at("account"));
        }
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        try {
            TriedLine tried = new TriedLine(line, clock.today(), rates::between);
            if (wish.inPlaceOf().isPresent()) {
                for (BranchTable.Held held : table.openOn(List.of(leaf.id()), Integer.MAX_VALUE)) {
                    tried = held.reservation().subject().equals(wish.inPlaceOf().get()) ? tried.without(held.reservation()) : tried;
                }
            }
            return Outcome.done(tried.tried(amount, wish.purpose()));
        } catch (TriedLine.RateMissing missing) {
            return Outcome.refused(ExchangeRates.missing(missing.from(), missing.to(), clock.today()));
        } catch (ArithmeticException tooLarge) {
            // In the currency of a level above, or below what it has free, there are no amounts of that size.
            return Outcome.refused(Refusal.of("FORM_MALFORMED").at("amount"));
        }
    }
}
