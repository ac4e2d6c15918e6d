package io.shouxin.limit.check;

import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitVerb;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was booked on an account under a key. */
public final class PastUses {

    private final JdbcClient jdbc;

    public PastUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the key is taken: then the ledger says what it said the first time. */
    public boolean stands(LedgerKey key) {
        return jdbc.sql("SELECT COUNT(*) FROM limit_entry WHERE source = ? AND command_key = ? AND line = 0").params(key.source(), key.key())
                .query(Integer.class).single() > 0;
    }

    /** Whether anything was ever used of the account, whatever was repaid since. */
    public boolean isUsed(LimitAccountId account) {
        return !jdbc.sql("SELECT entry_id FROM limit_entry WHERE account_id = ? AND utilised_change > 0 LIMIT 1").param(account.value()).query(Long.class).list()
                .isEmpty();
    }

    /** Empty if nothing stands there under that key, or on another account. */
    public Optional<LimitVerb> verb(LedgerKey key, LimitAccountId account) {
        return jdbc.sql("SELECT verb FROM limit_entry WHERE source = ? AND command_key = ? AND line = 0 AND account_id = ?")
                .params(key.source(), key.key(), account.value()).query((row, n) -> LimitVerb.valueOf(row.getString(1))).optional();
    }
}
