package io.shouxin.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.shouxin.kernel.PartyId;
import io.shouxin.kernel.PersonId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Groups as they were before there was time in them are carried over, and the relations' questions are understood by the database. */
class GroupMigrationTest {

    HikariDataSource database() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        return pool;
    }

    @Test
    void membersAreMembersSinceTheDayInBeijingTheyWereRegistered() {
        try (HikariDataSource pool = database()) {
            JdbcClient jdbc = JdbcClient.create(pool);
            run(pool, "V020__customer");
            jdbc.sql("INSERT INTO customer_group VALUES ('G-1', 0, '某集团', '2026-01-31 17:30:00')").update();
            customer(jdbc, "C-1", "'G-1'");
            customer(jdbc, "C-2", "NULL");
            run(pool, "V110__party_relation");
            run(pool, "V111__group_membership");
            run(pool, "V112__group_proposal");
            assertThat(jdbc.sql("SELECT customer_id, group_id, valid_from FROM group_membership")
                    .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getObject(3, LocalDate.class)).list()).containsExactly("C-1 G-1 2026-02-01");

            jdbc.sql("INSERT INTO outside_party VALUES ('OP-1', 'ENTERPRISE', '某企业', 'UNIFIED_SOCIAL_CREDIT_CODE', 'hash C-2', 'x', 'x', 'analyst', '2026-01-01 00:00:00')").update();
            RelationBook book = new RelationBook(jdbc);
            book.add(new PartyRelation("PR-1", RelationKind.SHAREHOLDING, new PartyId("OP-1"), new PartyId("C-1"), new BigDecimal("33.333333"), null, null, null,
                    null, LocalDate.of(2025, 1, 1), null, "工商", "名册", null, false, null, null, new PersonId("analyst"), Instant.EPOCH));
            book.standInLine();
            book.keepAsItIs();
            assertThat(book.revision()).isEqualTo("1/1");
            assertThat(book.holdingOn(LocalDate.of(2026, 1, 1))).singleElement().satisfies(relation -> {
                assertThat(relation.from()).as("the customer he has become").isEqualTo(new PartyId("C-2"));
                assertThat(relation.percent()).isEqualTo(new BigDecimal("33.333333"));
            });
            assertThat(book.of(new PartyId("C-2"))).hasSize(1);
            assertThat(book.to(new PartyId("C-1"), RelationKind.SHAREHOLDING)).hasSize(1);
            assertThat(book.everRelated()).containsExactlyInAnyOrder(new PartyId("C-1"), new PartyId("C-2"));
            book.end("PR-1", LocalDate.of(2025, 12, 31), "转让", new PersonId("analyst"), Instant.EPOCH);
            assertThat(book.holdingOn(LocalDate.of(2026, 1, 1))).isEmpty();
        }
    }

    private static void customer(JdbcClient jdbc, String id, String group) {
        jdbc.sql("INSERT INTO customer (customer_id, version, kind, name, identifier_type, identifier_hash, identifier_kept, identifier_masked, group_id, blocked, "
                + "registered_at) VALUES ('" + id + "', 0, 'ENTERPRISE', '某企业', 'INTERNAL_REFERENCE', 'hash " + id + "', 'x', 'x', " + group
                + ", FALSE, '2026-01-31 17:30:00')").update();
    }

    private static void run(HikariDataSource pool, String migration) {
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + migration + ".sql")).execute(pool);
    }
}
