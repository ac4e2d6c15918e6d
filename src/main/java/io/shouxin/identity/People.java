package io.shouxin.identity;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of people who can sign in, with roles, granting entity and, for applicants, the firm they act for. */
@Service
@Transactional
public class People {

    private static final String SELECT = "SELECT p.person_id, p.display_name, p.roles, p.customer_id, p.entity_code, e.parent_code, p.group_view"
            + " FROM person p JOIN granting_entity e ON e.entity_code = p.entity_code";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    People(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(PersonId id) {
        return jdbc.sql(SELECT + " WHERE p.person_id = :id").param("id", id.value()).query(People::read).optional();
    }

    /** Everybody, by login name. */
    @Transactional(readOnly = true)
    public List<Person> all() {
        return jdbc.sql(SELECT + " ORDER BY p.person_id").query(People::read).list();
    }

    @Transactional(readOnly = true)
    public List<Person> inRole(Role role) {
        return all().stream().filter(person -> person.is(role)).toList();
    }

    /** Display names by login name, for those of them who are known here. */
    @Transactional(readOnly = true)
    public Map<String, String> names(Set<String> logins) {
        if (logins.isEmpty()) {
            return Map.of();
        }
        Map<String, String> names = new TreeMap<>();
        jdbc.sql("SELECT person_id, display_name FROM person WHERE person_id IN (:ids)").param("ids", logins)
                .query(row -> {
                    names.put(row.getString(1), row.getString(2));
                });
        return names;
    }

    /** Enters a person, who then works for the head office, or corrects name and roles of one already entered; firm and entity stay. */
    public void enter(PersonId id, String displayName, Set<Role> roles) {
        String names = roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
        int changed = jdbc.sql("UPDATE person SET display_name = :name, roles = :roles WHERE person_id = :id")
                .param("name", displayName).param("roles", names).param("id", id.value()).update();
        if (changed == 0) {
            jdbc.sql("INSERT INTO person (person_id, display_name, roles) VALUES (:id, :name, :roles)")
                    .param("id", id.value()).param("name", displayName).param("roles", names).update();
        }
        events.publishEvent(new PersonEntered(id));
    }

    /**
     * From now on this person works for that granting entity.
     *
     * @param groupView may see what other entities granted, with amounts
     * @return the person, or {@code PERSON_UNKNOWN, ENTITY_UNKNOWN}
     */
    public Outcome<Person> assign(PersonId id, EntityCode entity, boolean groupView) {
        if (jdbc.sql("SELECT COUNT(*) FROM granting_entity WHERE entity_code = :code").param("code", entity.value()).query(Long.class).single() == 0) {
            return Outcome.refused(Refusal.of("ENTITY_UNKNOWN").at("grantingEntity").with("entity", entity));
        }
        int changed = jdbc.sql("UPDATE person SET entity_code = :entity, group_view = :view WHERE person_id = :id")
                .param("entity", entity.value()).param("view", groupView).param("id", id.value()).update();
        if (changed == 0) {
            return Outcome.refused(Refusal.of("PERSON_UNKNOWN").with("person", id));
        }
        events.publishEvent(new PersonEntered(id));
        return Outcome.done(find(id).orElseThrow());
    }

    /** From now on this person acts for that customer. */
    public void actFor(PersonId id, CustomerId firm) {
        jdbc.sql("UPDATE person SET customer_id = :firm WHERE person_id = :id")
                .param("firm", firm.value()).param("id", id.value()).update();
    }

    /** The people who act for a customer, in the order of their login names. */
    @Transactional(readOnly = true)
    public List<Person> of(CustomerId firm) {
        return jdbc.sql(SELECT + " WHERE p.customer_id = :firm ORDER BY p.person_id").param("firm", firm.value()).query(People::read).list();
    }

    private static Person read(ResultSet row, int number) throws SQLException {
        Set<Role> roles = Arrays.stream(row.getString(3).split(",")).filter(role -> !role.isBlank()).map(Role::valueOf).collect(Collectors.toSet());
        return new Person(new PersonId(row.getString(1)), row.getString(2), roles, Optional.ofNullable(row.getString(4)).map(CustomerId::new),
                new EntityCode(row.getString(5)), row.getString(6) == null, row.getBoolean(7));
    }
}
