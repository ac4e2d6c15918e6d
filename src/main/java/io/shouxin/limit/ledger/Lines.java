package io.shouxin.limit.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lines of accounts, root to leaf. */
final class Lines {

    private Lines() {
    }

    static Account leaf(List<Account> line) {
        return line.get(line.size() - 1);
    }

    /**
     * Least of what the levels have free for the leaf: for a facility and its parts what can still be drawn, else what can still be
     * committed. Levels in other currencies than the leaf's are left out; empty if no level has a ceiling.
     */
    static Optional<BigDecimal> headroom(List<Account> line, LocalDate day) {
        return binding(line, day).map(account -> account.free(day));
    }

    static Optional<Account> binding(List<Account> line, LocalDate day) {
        Account leaf = leaf(line);
        return line.stream().filter(account -> account.isForUse() == leaf.isForUse() && account.currency().equals(leaf.currency()))
                .filter(account -> account.free(day) != null).min(Comparator.comparing(account -> account.free(day)));
    }
}
