package io.shouxin.limit.ledger;

import io.shouxin.limit.LimitAccountId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * By how much a command changed some accounts of one line, all by the same; one line of the journal.
 *
 * @param ceiling null if the ceiling was not touched
 */
public record Movement(List<LimitAccountId> accounts, String currency, BigDecimal ceiling, BigDecimal temporary, BigDecimal reserved,
                       BigDecimal provisional, BigDecimal committed, BigDecimal utilised, BigDecimal setAside, BigDecimal excess) {

    /** What a command did, the line with its own account first. */
    static List<Movement> of(LedgerCommand command, List<Posting.Change> changes) {
        Map<Movement, List<LimitAccountId>> alike = new LinkedHashMap<>();
        for (Posting.Change change : changes) {
            alike.computeIfAbsent(one(change), same -> new ArrayList<>(4)).add(change.after().id());
        }
        List<Movement> movements = new ArrayList<>(alike.size());
        alike.forEach((movement, accounts) -> {
            accounts.sort(Comparator.comparing(LimitAccountId::level).thenComparing(LimitAccountId::number));
            movements.add(movement.on(accounts));
        });
        movements.sort(Comparator.comparing(movement -> !movement.accounts().contains(command.account())));
        return movements;
    }

    private static Movement one(Posting.Change change) {
        Account after = change.after();
        Balances is = after.balances();
        Account before = change.before();
        Balances was = before == null ? Balances.NONE : before.balances();
        BigDecimal ceiling = before == null ? after.ceiling() : difference(before.ceiling(), after.ceiling());
        return new Movement(List.of(), after.currency(), ceiling,
                plain(after.temporary().subtract(before == null ? BigDecimal.ZERO : before.temporary())),
                plain(is.reserved().subtract(was.reserved())), plain(is.provisional().subtract(was.provisional())),
                plain(is.committed().subtract(was.committed())), plain(is.utilised().subtract(was.utilised())),
                plain(is.setAside().subtract(was.setAside())), plain(is.excess().subtract(was.excess())));
    }

    private static BigDecimal difference(BigDecimal before, BigDecimal after) {
        if (before == null || after == null) {
            return after;
        }
        return after.compareTo(before) == 0 ? null : plain(after.subtract(before));
    }

    /** Equal amounts are to be equal, whatever their scale. */
    private static BigDecimal plain(BigDecimal amount) {
        return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    private Movement on(List<LimitAccountId> changed) {
        return new Movement(List.copyOf(changed), currency, ceiling, temporary, reserved, provisional, committed, utilised, setAside, excess);
    }

    /** The accounts as one text, root first. */
    String path() {
        StringBuilder path = new StringBuilder();
        accounts.forEach(account -> path.append(path.isEmpty() ? "" : " ").append(account.value()));
        return path.toString();
    }
}
