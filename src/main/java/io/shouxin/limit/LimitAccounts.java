package io.shouxin.limit;

import io.shouxin.kernel.BusinessClock;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code limit_account}. */
class LimitAccounts {

    private static final String COLUMNS = "account_id, parent_id, currency, ceiling, reserved, provisional, committed, utilised, "
            + "set_aside, ring_fenced, own_line, revolving, status, valid_to, version";

    /** Changes one account if, and only if, every invariant still holds afterwards and the account takes the verb. */
    private static final String MOVE_IF_ALLOWED = """
            UPDATE limit_account
               SET ceiling = CASE WHEN :touchesCeiling = 1 THEN COALESCE(ceiling, 0) + :ceiling ELSE ceiling END,
                   reserved = reserved + :reserved, provisional = provisional + :provisional,
                   committed = committed + :committed, utilised = utilised + :utilised,
                   set_aside = set_aside + :setAside, version = version + 1
             WHERE account_id = :id
               AND (:easing = 1 OR (status = 'ACTIVE' AND (valid_to IS NULL OR valid_to >= :valueDate)))
               AND (:version < 0 OR version = :version)
               AND ring_fenced = :ringFenced
               AND reserved + :reserved >= 0 AND provisional + :provisional >= 0
               AND committed + :committed >= 0 AND utilised + :utilised >= 0 AND set_aside + :setAside >= 0
               AND (account_level <> 'FACILITY' OR utilised + :utilised <= committed + :committed)
               AND ((ceiling IS NULL AND :touchesCeiling = 0)
                    OR reserved + :reserved - provisional - :provisional + committed + :committed + set_aside + :setAside
                       <= COALESCE(ceiling, 0) + :ceiling)
            """;

    private static final String TAKE_BACK = """
            UPDATE limit_account
               SET ceiling = CASE WHEN :undefines = 1 THEN NULL ELSE ceiling - :ceiling END,
                   reserved = reserved - :reserved, provisional = provisional - :provisional,
                   committed = committed - :committed, utilised = utilised - :utilised,
                   set_aside = set_aside - :setAside, version = version + 1
             WHERE account_id = :id
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    LimitAccounts(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Account> find(LimitAccountId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM limit_account WHERE account_id = :id")
                .param("id", id.value()).query(LimitAccounts::read).optional();
    }

    /** The account with all above it, root first; empty if there is none. */
    List<Account> path(LimitAccountId id) {
        List<Account> path = new ArrayList<>(jdbc.sql("SELECT " + COLUMNS + """
                 FROM limit_account WHERE account_id IN (:id,
                    (SELECT parent_id FROM limit_account WHERE account_id = :id),
                    (SELECT p.parent_id FROM limit_account a JOIN limit_account p ON p.account_id = a.parent_id
                      WHERE a.account_id = :id))
                """).param("id", id.value()).query(LimitAccounts::read).list());
        path.sort(Comparator.comparing(account -> account.id().level()));
        return path;
    }

    List<Account> children(LimitAccountId parent) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM limit_account WHERE parent_id = :id ORDER BY opened_at, account_id")
                .param("id", parent.value()).query(LimitAccounts::read).list();
    }

    /** @return false if the account exists already */
    boolean open(LimitAccountId id, LimitAccountId parent, String currency, FacilityTerms terms) {
        try {
            jdbc.sql("INSERT INTO limit_account (account_id, parent_id, account_level, currency, reserved, provisional, committed, "
                            + "utilised, set_aside, ring_fenced, own_line, revolving, status, valid_to, opened_at, version) "
                            + "VALUES (:id, :parent, :level, :currency, 0, 0, :committed, 0, 0, FALSE, :ownLine, :revolving, "
                            + "'ACTIVE', :validTo, :openedAt, 0)")
                    .param("id", id.value()).param("parent", parent == null ? null : parent.value())
                    .param("level", id.level().name()).param("currency", currency)
                    .param("committed", terms.committed()).param("ownLine", terms.ownLine())
                    .param("revolving", terms.revolving())
                    .param("validTo", terms.validTo() == null ? null : Date.valueOf(terms.validTo()))
                    .param("openedAt", Timestamp.from(clock.instant())).update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** What a facility account opens with; {@link #NONE} for group and customer. */
    record FacilityTerms(BigDecimal committed, boolean ownLine, boolean revolving, LocalDate validTo) {
        static final FacilityTerms NONE = new FacilityTerms(BigDecimal.ZERO, false, false, null);
    }

    void discard(LimitAccountId id) {
        jdbc.sql("DELETE FROM limit_account WHERE account_id = :id").param("id", id.value()).update();
    }

    /**
     * @param asRead the account as it was read when the movement was worked out
     * @param exact  true if the movement is right only as long as nobody else has changed the account
     * @param easing true for verbs a suspended or expired account takes too
     * @return false if nothing was changed, because it may not or because {@code asRead} is out of date
     */
    boolean move(Movement m, Account asRead, boolean exact, boolean easing, LocalDate valueDate) {
        return jdbc.sql(MOVE_IF_ALLOWED)
                .param("touchesCeiling", m.ceiling() == null ? 0 : 1)
                .param("ceiling", m.ceiling() == null ? BigDecimal.ZERO : m.ceiling())
                .param("reserved", m.reserved()).param("provisional", m.provisional())
                .param("committed", m.committed()).param("utilised", m.utilised()).param("setAside", m.setAside())
                .param("id", m.account().value()).param("easing", easing ? 1 : 0)
                .param("valueDate", Date.valueOf(valueDate))
                .param("version", exact ? asRead.version() : -1L).param("ringFenced", asRead.ringFenced())
                .update() == 1;
    }

    /** Undoes {@link #move} in the same transaction, while the row is still locked by it. */
    void takeBack(Movement m, Account asRead) {
        jdbc.sql(TAKE_BACK)
                .param("undefines", m.ceiling() != null && asRead.ceiling() == null ? 1 : 0)
                .param("ceiling", m.ceiling() == null ? BigDecimal.ZERO : m.ceiling())
                .param("reserved", m.reserved()).param("provisional", m.provisional())
                .param("committed", m.committed()).param("utilised", m.utilised()).param("setAside", m.setAside())
                .param("id", m.account().value()).update();
    }

    boolean changeStatus(LimitAccountId id, LimitAccountStatus from, LimitAccountStatus to) {
        return jdbc.sql("UPDATE limit_account SET status = :to, version = version + 1 WHERE account_id = :id AND status = :from")
                .param("to", to.name()).param("id", id.value()).param("from", from.name()).update() == 1;
    }

    void fence(LimitAccountId id, boolean ringFenced) {
        jdbc.sql("UPDATE limit_account SET ring_fenced = :fenced WHERE account_id = :id")
                .param("fenced", ringFenced).param("id", id.value()).update();
    }

    boolean reparent(Account asRead, LimitAccountId parent) {
        return jdbc.sql("UPDATE limit_account SET parent_id = :parent, version = version + 1 WHERE account_id = :id AND version = :version")
                .param("parent", parent == null ? null : parent.value()).param("id", asRead.id().value())
                .param("version", asRead.version()).update() == 1;
    }

    /** Undoes {@link #reparent} in the same transaction. */
    void returnTo(Account asRead) {
        jdbc.sql("UPDATE limit_account SET parent_id = :parent WHERE account_id = :id")
                .param("parent", asRead.parent() == null ? null : asRead.parent().value()).param("id", asRead.id().value()).update();
    }

    private static Account read(ResultSet row, int n) throws SQLException {
        String parent = row.getString(2);
        Date validTo = row.getDate(14);
        return new Account(LimitAccountId.parse(row.getString(1)), parent == null ? null : LimitAccountId.parse(parent),
                row.getString(3), row.getBigDecimal(4), row.getBigDecimal(5), row.getBigDecimal(6), row.getBigDecimal(7),
                row.getBigDecimal(8), row.getBigDecimal(9), row.getBoolean(10), row.getBoolean(11), row.getBoolean(12),
                LimitAccountStatus.valueOf(row.getString(13)), validTo == null ? null : validTo.toLocalDate(), row.getLong(15));
    }
}
