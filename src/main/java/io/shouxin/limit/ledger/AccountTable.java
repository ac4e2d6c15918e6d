package io.shouxin.limit.ledger;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountStatus;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code limit_account}. */
public final class AccountTable {

    /** What {@link #read} reads, in its order. */
    public static final String COLUMNS = "account_id, parent_id, currency, ceiling, temporary, temporary_to, reserved, provisional, committed, "
            + "utilised, set_aside, of_parts, excess, carried_reserved, carried_committed, carried_utilised, ring_fenced, own_line, revolving, status, "
            + "valid_to, products, version";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM limit_account ";

    /** So many accounts go into one statement: more make it long, fewer make many. */
    private static final int WRITTEN_TOGETHER = 12;

    private static final int READ_TOGETHER = 500;

    /** What can change in an account, and how it is told to the database; most changes touch few, so the first is all that is asked of most. */
    private record Column(String name, Function<Account, Object> value, Function<Object, Object> told) {

        Column(String name, Function<Account, Object> value) {
            this(name, value, Function.identity());
        }

        boolean differs(Posting.Change change) {
            Object before = value.apply(change.before());
            Object after = value.apply(change.after());
            if (before == after) {
                return false;
            }
            if (before instanceof BigDecimal was && after instanceof BigDecimal is) {
                return was.compareTo(is) != 0;
            }
            return before == null || !before.equals(after);
        }

        Object of(Account account) {
            Object is = value.apply(account);
            return is == null ? null : told.apply(is);
        }
    }

    private static final List<Column> CHANGEABLE = List.of(
            new Column("parent_id", Account::parent, id -> ((LimitAccountId) id).value()),
            new Column("ceiling", Account::ceiling),
            new Column("temporary", Account::temporary),
            new Column("temporary_to", Account::temporaryTo, day -> Date.valueOf((LocalDate) day)),
            new Column("reserved", account -> account.balances().reserved()),
            new Column("provisional", account -> account.balances().provisional()),
            new Column("committed", account -> account.balances().committed()),
            new Column("utilised", account -> account.balances().utilised()),
            new Column("set_aside", account -> account.balances().setAside()),
            new Column("of_parts", account -> account.balances().ofParts()),
            new Column("excess", account -> account.balances().excess()),
            new Column("carried_reserved", account -> account.carried() == null ? null : account.carried().reserved()),
            new Column("carried_committed", account -> account.carried() == null ? null : account.carried().committed()),
            new Column("carried_utilised", account -> account.carried() == null ? null : account.carried().utilised()),
            new Column("ring_fenced", Account::ringFenced),
            new Column("status", Account::status, status -> ((LimitAccountStatus) status).name()),
            new Column("valid_to", Account::validTo, day -> Date.valueOf((LocalDate) day)),
            new Column("products", Account::products, AccountTable::text));

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    public AccountTable(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Account> find(LimitAccountId id) {
        return jdbc.sql(SELECT + "WHERE account_id = ?").param(id.value()).query(AccountTable::read).optional();
    }

    /** The account with all above it, root first; empty if there is none. */
    public List<Account> line(LimitAccountId id) {
        List<Account> line = new ArrayList<>(4);
        Optional<Account> next = find(id);
        while (next.isPresent()) {
            line.add(next.get());
            next = Optional.ofNullable(next.get().parent()).flatMap(this::find);
        }
        Collections.reverse(line);
        return line;
    }

    public List<Account> children(LimitAccountId parent) {
        return jdbc.sql(SELECT + "WHERE parent_id = ? ORDER BY opened_at, account_id").param(parent.value()).query(AccountTable::read).list();
    }

    /** Those in another currency than their parent's, at most {@code most}, after {@code after}. */
    public List<LimitAccountId> foreign(String after, int most) {
        return jdbc.sql("SELECT account_id FROM limit_account WHERE carried_committed IS NOT NULL AND account_id > ? ORDER BY account_id LIMIT ?")
                .params(after, most).query((row, n) -> LimitAccountId.parse(row.getString(1))).list();
    }

    /** Those with temporary room that has ended by {@code day} and of which something can still be taken back. */
    public List<LimitAccountId> temporaryOver(LocalDate day, int most) {
        return jdbc.sql("SELECT account_id FROM limit_account WHERE temporary > 0 AND temporary_to < ? AND (account_level <> 'FACILITY' "
                        + "OR reserved + utilised < committed) ORDER BY account_id LIMIT ?")
                .params(Date.valueOf(day), most).query((row, n) -> LimitAccountId.parse(row.getString(1))).list();
    }

    /** Facilities and their parts whose last day is before {@code day} and that still stand as active or suspended. */
    public List<LimitAccountId> over(LocalDate day, int most) {
        return jdbc.sql("SELECT account_id FROM limit_account WHERE valid_to < ? AND status IN ('ACTIVE', 'SUSPENDED') "
                        + "AND account_level IN ('FACILITY', 'SUB_FACILITY') ORDER BY account_id LIMIT ?")
                .params(Date.valueOf(day), most).query((row, n) -> LimitAccountId.parse(row.getString(1))).list();
    }

    /** Reads the accounts and keeps them from changing until the transaction ends; locked in the order of their ids, the group last. */
    List<Account> lock(Collection<LimitAccountId> ids) {
        List<Object> all = new ArrayList<>(new TreeSet<>(ids.stream().map(LimitAccountId::value).toList()));
        List<Account> locked = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); from += READ_TOGETHER) {
            List<Object> some = all.subList(from, Math.min(all.size(), from + READ_TOGETHER));
            locked.addAll(jdbc.sql(SELECT + "WHERE account_id IN (" + places(some.size()) + ") FOR UPDATE").params(some)
                    .query(AccountTable::read).list());
        }
        return locked;
    }

    /** @return false if the account exists already */
    public boolean open(Account account) {
        try {
            insert(account);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    void insert(Account account) {
        List<Object> values = new ArrayList<>();
        values.add(account.id().value());
        values.add(account.level().name());
        values.add(account.currency());
        values.add(account.ownLine());
        values.add(account.revolving());
        values.add(Timestamp.from(clock.instant()));
        CHANGEABLE.forEach(column -> values.add(column.of(account)));
        jdbc.sql("INSERT INTO limit_account (account_id, account_level, currency, own_line, revolving, opened_at, version, "
                        + String.join(", ", CHANGEABLE.stream().map(Column::name).toList()) + ") VALUES (?, ?, ?, ?, ?, ?, 0, "
                        + places(CHANGEABLE.size()) + ")").params(values).update();
    }

    /** @return false if an account has changed since it was read; then the transaction must not be committed */
    boolean write(List<Posting.Change> changes) {
        for (int from = 0; from < changes.size(); from += WRITTEN_TOGETHER) {
            List<Posting.Change> some = changes.subList(from, Math.min(changes.size(), from + WRITTEN_TOGETHER));
            if (!writeTogether(some)) {
                return false;
            }
        }
        return true;
    }

    private boolean writeTogether(List<Posting.Change> changes) {
        StringBuilder sql = new StringBuilder("UPDATE limit_account SET version = ?");
        List<Object> values = new ArrayList<>();
        values.add(changes.get(0).after().version());
        for (Column column : CHANGEABLE) {
            // Told of all if it changed in any: few different statements, which the server may keep prepared.
            if (changes.stream().anyMatch(column::differs)) {
                sql.append(", ").append(column.name()).append(" = CASE account_id");
                for (Posting.Change change : changes) {
                    sql.append(" WHEN ? THEN ?");
                    values.add(change.after().id().value());
                    values.add(column.of(change.after()));
                }
                sql.append(" ELSE ").append(column.name()).append(" END");
            }
        }
        // Found by their ids, in whose order they are locked everywhere; by the condition alone H2 goes through the table as it was filled.
        sql.append(" WHERE account_id IN (").append(places(changes.size())).append(") AND (");
        changes.forEach(change -> values.add(change.before().id().value()));
        for (int i = 0; i < changes.size(); i++) {
            sql.append(i == 0 ? "" : " OR ").append("(account_id = ? AND version = ?)");
            values.add(changes.get(i).before().id().value());
            values.add(changes.get(i).before().version());
        }
        return jdbc.sql(sql.append(')').toString()).params(values).update() == changes.size();
    }

    public static String places(int count) {
        return "?" + ", ?".repeat(count - 1);
    }

    private static LocalDate day(Date date) {
        return date == null ? null : date.toLocalDate();
    }

    private static Object text(Object products) {
        Set<?> codes = (Set<?>) products;
        return codes.isEmpty() ? null : String.join(" ", new TreeSet<>(codes.stream().map(String::valueOf).toList()));
    }

    /** @param n not looked at */
    public static Account read(ResultSet row, int n) throws SQLException {
        String parent = row.getString(2);
        BigDecimal carriedReserved = row.getBigDecimal(14);
        String products = row.getString(22);
        return new Account(LimitAccountId.parse(row.getString(1)), parent == null ? null : LimitAccountId.parse(parent), row.getString(3),
                row.getBigDecimal(4), row.getBigDecimal(5), day(row.getDate(6)),
                new Balances(row.getBigDecimal(7), row.getBigDecimal(8), row.getBigDecimal(9), row.getBigDecimal(10), row.getBigDecimal(11),
                        row.getBigDecimal(12), row.getBigDecimal(13)),
                carriedReserved == null ? null : new Share(carriedReserved, row.getBigDecimal(15), row.getBigDecimal(16)),
                row.getBoolean(17), row.getBoolean(18), row.getBoolean(19), LimitAccountStatus.valueOf(row.getString(20)),
                day(row.getDate(21)), products == null ? Set.of() : Set.of(products.split(" ")), row.getLong(23));
    }
}
