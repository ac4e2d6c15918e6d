package io.shouxin.limit;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks back at how often an account was raised, lowered, suspended or resumed (额度变动频率), whichever desk did it. */
@Service
@Transactional(readOnly = true)
public class CeilingHistory {

    private final JdbcClient jdbc;

    CeilingHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How often a verb was carried out on the account itself.
     *
     * @param since   first day that counts, by value date
     * @param leaving sources whose commands do not count; at least one
     */
    public int times(LimitAccountId account, LimitVerb verb, LocalDate since, Set<String> leaving) {
        return jdbc.sql("SELECT COUNT(*) FROM limit_entry WHERE account_id = :account AND verb = :verb AND value_date >= :since "
                        + "AND source NOT IN (:leaving)")
                .param("account", account.value()).param("verb", verb.name()).param("since", Date.valueOf(since))
                .param("leaving", leaving).query(Integer.class).single();
    }

    /** The last day on which a verb was carried out on the account itself; empty if it never was. */
    public Optional<LocalDate> last(LimitAccountId account, LimitVerb verb, Set<String> leaving) {
        List<Date> days = jdbc.sql("SELECT value_date FROM limit_entry WHERE account_id = :account AND verb = :verb "
                        + "AND source NOT IN (:leaving) ORDER BY value_date DESC LIMIT 1")
                .param("account", account.value()).param("verb", verb.name()).param("leaving", leaving).query(Date.class).list();
        return days.stream().findFirst().map(Date::toLocalDate);
    }

    /** Whether the customer's ceiling moves with this facility's commitment: it was granted for it alone. */
    public boolean carriesItsCeiling(LimitAccountId facility) {
        return jdbc.sql("SELECT own_line FROM limit_account WHERE account_id = :id").param("id", facility.value()).query(Boolean.class)
                .optional().orElse(false);
    }
}
