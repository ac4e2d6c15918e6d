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
        Account leaf = leaf(line);
        return line.stream().filter(account -> account.isForUse() == leaf.isForUse() && account.currency().equals(leaf.currency()))
                .flatMap(account -> room(line, account, day).stream()).min(Comparator.naturalOrder());
    }

    /** What an account of the line has free for its leaf: what it has set aside for the line is the leaf's. */
    static Optional<BigDecimal> room(List<Account> line, Account account, LocalDate day) {
        if (account.free(day) == null) {
            return Optional.empty();
        }
        return Optional.of(line.subList(line.indexOf(account) + 1, line.size()).stream().filter(below -> !below.isForUse())
                .map(Account::fenced).reduce(account.free(day), BigDecimal::add));
    }
}
