package io.shouxin.limit.ledger;

import io.shouxin.kernel.Sha256;
import io.shouxin.limit.LimitAccountId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables {@code limit_path} and {@code limit_path_account}. A path's number is made of its text, so that no node has to ask for it;
 * only who holds the accounts writes it, so that no two write the same.
 */
public final class PathTable {

    private static final int MOST_REMEMBERED = 100_000;

    private final JdbcClient jdbc;
    private final Map<String, Long> known = new ConcurrentHashMap<>();

    public PathTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long number(String path) {
        Long number = known.get(path);
        return number == null ? madeOf(path) : number;
    }

    private static long madeOf(String path) {
        return Long.parseUnsignedLong(Sha256.of(path).substring(0, 16), 16);
    }

    boolean isKnown(String path) {
        return known.containsKey(path);
    }

    /** Writes the path unless it stands there. */
    void write(String path, List<LimitAccountId> accounts) {
        long number = madeOf(path);
        List<String> there = jdbc.sql("SELECT accounts FROM limit_path WHERE path_id = ?").param(number).query(String.class).list();
        if (there.isEmpty()) {
            jdbc.sql("INSERT INTO limit_path (path_id, accounts) VALUES (?, ?)").params(number, path).update();
            accounts.forEach(account -> jdbc.sql("INSERT INTO limit_path_account (path_id, account_id) VALUES (?, ?)")
                    .params(number, account.value()).update());
        } else if (!there.get(0).equals(path)) {
            throw new IllegalStateException("two paths with one number: " + path + " and " + there.get(0));
        }
    }

    /** It is committed and need not be asked for again. */
    void remember(String path) {
        if (known.size() < MOST_REMEMBERED) {
            known.computeIfAbsent(path, PathTable::madeOf);
        }
    }
}
