package io.shouxin.identity;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of people who can sign in, with roles and, for applicants, the firm they act for. */
@Service
@Transactional
public class People {

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(PersonId id) {
        return jdbc.sql("SELECT person_id, display_name, roles, customer_id FROM person WHERE person_id = :id")
                .param("id", id.value())
                .query((row, n) -> person(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Person> inRole(Role role) {
        return jdbc.sql("SELECT person_id, display_name, roles, customer_id FROM person ORDER BY person_id")
                .query((row, n) -> person(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list().stream().filter(person -> person.is(role)).toList();
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

    /** Enters a person, or corrects name and roles of one already entered; the firm stays as it is. */
    public void enter(PersonId id, String displayName, Set<Role> roles) {
        String names = roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
        int changed = jdbc.sql("UPDATE person SET display_name = :name, roles = :roles WHERE person_id = :id")
                .param("name", displayName).param("roles", names).param("id", id.value()).update();
        if (changed == 0) {
            jdbc.sql("INSERT INTO person (person_id, display_name, roles) VALUES (:id, :name, :roles)")
                    .param("id", id.value()).param("name", displayName).param("roles", names).update();
        }
    }

    /** From now on this person acts for that customer. */
    public void actFor(PersonId id, CustomerId firm) {
        jdbc.sql("UPDATE person SET customer_id = :firm WHERE person_id = :id")
                .param("firm", firm.value()).param("id", id.value()).update();
    }

    /** The people who act for a customer, in the order of their login names. */
    @Transactional(readOnly = true)
    public List<Person> of(CustomerId firm) {
        return jdbc.sql("SELECT person_id, display_name, roles, customer_id FROM person WHERE customer_id = :firm ORDER BY person_id")
                .param("firm", firm.value())
                .query((row, n) -> person(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    private static Person person(String id, String name, String roles, String firm) {
        Set<Role> parsed = Arrays.stream(roles.split(",")).filter(role -> !role.isBlank()).map(Role::valueOf).collect(Collectors.toSet());
        return new Person(new PersonId(id), name, parsed, Optional.ofNullable(firm).map(CustomerId::new));
    }
}
