package io.shouxin.workflow.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.workflow.people.DemoCustomers;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invented applicants never come beside a bank's own customers. */
class ReplayGroundTest {

    private final DataSource database = mock(DataSource.class, RETURNS_DEEP_STUBS);
    private final DemoCustomers demo = mock(DemoCustomers.class);
    private final People people = mock(People.class);
    private final ReplayGround ground = new ReplayGround(database, demo, people);

    @BeforeEach
    void theDemoPeopleAreThere() {
        when(people.find(any())).thenReturn(Optional.of(mock(Person.class)));
    }

    @ParameterizedTest
    @CsvSource({"jdbc:h2:mem:log, false, true", "jdbc:h2:mem:log, true, true", "jdbc:h2:file:./data/shouxin, false, true",
        "jdbc:h2:file:./data/shouxin, true, false", "jdbc:mysql://db/shouxin, true, false", ", true, false", ", false, true"})
    void onlyInMemoryOrWhereNobodyElseIs(String url, boolean others, boolean allowed) throws SQLException {
        when(database.getConnection().getMetaData().getURL()).thenReturn(url);
        when(demo.areNotAlone()).thenReturn(others);

        assertThat(ground.objection().isEmpty()).isEqualTo(allowed);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNone() throws SQLException {
        when(database.getConnection()).thenThrow(new SQLException("gone"));

        assertThat(ground.objection()).hasValueSatisfying(words -> assertThat(words).contains("gone"));
    }

    @Test
    void withoutTheDemoPeopleNobodyCanDoTheWork() {
        when(people.find(any())).thenReturn(Optional.empty());

        assertThat(ground.objection()).hasValueSatisfying(words -> assertThat(words).contains("rm", "legal", "shouxin.demo"));
    }
}
