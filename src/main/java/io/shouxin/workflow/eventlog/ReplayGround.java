package io.shouxin.workflow.eventlog;

import io.shouxin.identity.People;
import io.shouxin.kernel.PersonId;
import io.shouxin.workflow.people.DemoCustomers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Whether a log may be replayed here: invented applicants must never come beside a bank's own customers, and the demo people have to be
 * there to do the work. What can't be told counts as no.
 */
@Component
class ReplayGround {

    private static final String IN_MEMORY = "jdbc:h2:mem:";
    private static final List<String> NEEDED = List.of("rm", "analyst", "manager", "senior", "director", "legal");

    private final DataSource database;
    private final DemoCustomers demo;
    private final People people;

    ReplayGround(DataSource database, DemoCustomers demo, People people) {
        this.database = database;
        this.demo = demo;
        this.people = people;
    }

    /** Why not; empty when it may. */
    Optional<String> objection() {
        List<String> missing = NEEDED.stream().filter(login -> people.find(new PersonId(login)).isEmpty()).toList();
        if (!missing.isEmpty()) {
            return Optional.of("The demo people " + String.join(", ", missing) + " are not here; set shouxin.demo=true, and not in production.");
        }
        try (Connection connection = database.getConnection()) {
            String url = connection.getMetaData().getURL();
            boolean mayBeBanks = url == null || !url.startsWith(IN_MEMORY);
            return mayBeBanks && demo.areNotAlone() ? Optional.of("This database has customers of its own. Name another one, e.g."
                    + " -Dspring.datasource.url=\"jdbc:h2:mem:log;DB_CLOSE_DELAY=-1\".") : Optional.empty();
        } catch (SQLException unknown) {
            return Optional.of("The database does not tell where it is: " + unknown.getMessage());
        }
    }
}
