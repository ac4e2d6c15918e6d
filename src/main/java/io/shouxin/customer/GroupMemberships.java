package io.shouxin.customer;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.GroupId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of memberships. They follow {@code customer.group_id}, which is the membership of today; only the register writes them. */
@Component
class GroupMemberships {

    private static final String SELECT = """
            SELECT m.customer_id, c.name AS customer_name, m.group_id, g.name AS group_name, m.valid_from, m.valid_to, m.join_reason, m.joined_by,
              m.leave_reason
            FROM group_membership m JOIN customer c ON c.customer_id = m.customer_id JOIN customer_group g ON g.group_id = m.group_id
            WHERE m.annulled = FALSE
             """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    GroupMemberships(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<GroupMembership> of(CustomerId customer) {
        return jdbc.sql(SELECT + "AND m.customer_id = ? ORDER BY m.valid_from DESC, m.membership_id DESC").param(customer.value())
                .query(GroupMemberships::membership).list();
    }

    List<GroupMembership> of(GroupId group) {
        return jdbc.sql(SELECT + "AND m.group_id = ? ORDER BY m.customer_id, m.valid_from").param(group.value())
                .query(GroupMemberships::membership).list();
    }

    /** What stands against a membership from that day on; empty when nothing does. */
    Optional<Refusal> refusal(CustomerId customer, LocalDate registered, LocalDate from) {
        if (from.isAfter(clock.today())) {
            return Optional.of(Refusal.of("GROUP_DATE_IN_FUTURE").at("from").with("today", clock.today()));
        }
        if (from.isBefore(registered)) {
            return Optional.of(Refusal.of("GROUP_MEMBERSHIP_BEFORE_REGISTRATION").at("from").with("registered", registered));
        }
        return of(customer).stream().filter(other -> later(other, from)).findFirst()
                .map(other -> Refusal.of("GROUP_MEMBERSHIP_OVERLAPS").at("from").with("group", other.groupName()).with("from", other.validFrom()));
    }

    /** A membership of today that began today may be corrected; any other time behind the day stays as it was. */
    private boolean later(GroupMembership other, LocalDate from) {
        boolean correctable = other.validTo() == null && other.validFrom().equals(clock.today()) && from.equals(clock.today());
        return !correctable && (!other.validFrom().isBefore(from) || other.validTo() != null && !other.validTo().isBefore(from));
    }

    void join(CustomerId customer, GroupId group, LocalDate from, String reason, PersonId actor) {
        leave(customer, from, reason, actor);
        jdbc.sql("""
                        INSERT INTO group_membership (customer_id, group_id, valid_from, annulled, join_reason, joined_by, recorded_at)
                        VALUES (?, ?, ?, FALSE, ?, ?, ?)""")
                .params(customer.value(), group.value(), from, reason, actor.value(), Timestamp.from(clock.instant())).update();
    }

    /** @param firstDay first day on which he is no member any more */
    void leave(CustomerId customer, LocalDate firstDay, String reason, PersonId actor) {
        jdbc.sql("""
                        UPDATE group_membership SET annulled = TRUE, leave_reason = ?, ended_by = ?
                        WHERE customer_id = ? AND valid_to IS NULL AND annulled = FALSE AND valid_from >= ?""")
                .params(reason, actor.value(), customer.value(), firstDay).update();
        jdbc.sql("""
                        UPDATE group_membership SET valid_to = ?, leave_reason = ?, ended_by = ?
                        WHERE customer_id = ? AND valid_to IS NULL AND annulled = FALSE""")
                .params(firstDay.minusDays(1), reason, actor.value(), customer.value()).update();
    }

    private static GroupMembership membership(ResultSet row, int number) throws SQLException {
        return new GroupMembership(new CustomerId(row.getString("customer_id")), row.getString("customer_name"), new GroupId(row.getString("group_id")),
                row.getString("group_name"), row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class),
                row.getString("join_reason"), row.getString("joined_by"), row.getString("leave_reason"));
    }
}
