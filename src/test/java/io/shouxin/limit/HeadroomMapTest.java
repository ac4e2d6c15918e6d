package io.shouxin.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The map of a tree: what each account has free of its own and for itself, whose ceiling it shares, which level binds it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadroomMapTest {

    private static final String KNOWN_EXAMPLE = "group G; grant G 50; customer Cusa under G; fence Cusa 20; customer Cme under G; fence Cme 3; "
            + "customer Cca under G; customer Cmx under G; reserve Cca 2.5; reserve Cmx 3.5";

    private LedgerBench bench;

    LedgerBench bench() {
        return LedgerBench.onH2();
    }

    @BeforeAll
    void open() {
        bench = bench();
        bench.rate("USD", "7");
    }

    @AfterAll
    void close() {
        bench.close();
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            EXAMPLE | G | free 21, for it 21, binding G, shares none, aside 23, reserved 6
            EXAMPLE | Cca | free none, for it 21, binding G, shares G, aside 0, reserved 2.5
            EXAMPLE | Cusa | free 20, for it 20, binding Cusa, shares none, aside 0, reserved 0
            EXAMPLE | Cme | free 3, for it 3, binding Cme, shares none, aside 0, reserved 0
            group G; grant G 50; customer C1 under G; customer C2 under G; fence C1 20; reserve C2 30 | C1 | free 20, for it 20, binding G, shares none, aside 0, reserved 0
            group G; grant G 50; customer C1 under G; customer C2 under G; fence C1 20; reserve C2 30 | C2 | free none, for it 0, binding G, shares G, aside 0, reserved 30
            group G; grant G 5; pool P under G; grant P 10; customer C under P | C | free none, for it 5, binding G, shares P, aside 0, reserved 0
            customer C; credit F under C 10; part S under F; draw S 3 | S | free none, for it 7, binding F, shares F, aside 0, reserved 0
            customer C; credit F under C 10 | C | free 0, for it 0, binding C, shares none, aside 0, reserved 0
            customer C; grant C 10; suspend C | C | free 10, for it 0, binding C, shares none, aside 0, reserved 0
            group G; customer C under G | C | free none, for it none, binding none, shares none, aside 0, reserved 0
            group G; grant G 70; customer C under G currency USD; reserve C 4 currency USD | C | free none, for it 6, binding G, shares G, aside 0, reserved 4
            group G; grant G 70; customer C under G currency GBP | C | free none, for it none, binding none, shares G, aside 0, reserved 0
            """)
    void tellsOfEachAccount(String before, String account, String figures) {
        LedgerScript script = new LedgerScript(bench.ledger());
        script.done(before.replace("EXAMPLE", KNOWN_EXAMPLE));

        HeadroomMapView.Node node = node(script, account);

        LimitAccountView view = node.account();
        assertThat("free " + plain(view.free()) + ", for it " + plain(node.freeForIt()) + ", binding " + name(node.binding()) + ", shares "
                + name(node.sharesWith()) + ", aside " + plain(Optional.of(view.setAside())) + ", reserved " + plain(Optional.of(view.reserved())))
                .isEqualTo(figures);
        assertThat(view).isEqualTo(bench.ledger().account(view.id()).orElseThrow());
    }

    @Test
    void drawsTheWholeTreeWhicheverOfItsAccountsIsAskedFor() {
        LedgerScript script = new LedgerScript(bench.ledger());
        script.done("group G; grant G 100; group G2 under G; pool P under G2; customer C1 under P; customer C2 under G; credit F under C1 10; part S under F; order S 2");

        HeadroomMapView map = bench.map().of(script.id("C2")).orElseThrow();

        assertThat(map.truncated()).isFalse();
        assertThat(all(map.root()).map(node -> node.account().id())).containsExactlyInAnyOrder(script.id("G"), script.id("G2"), script.id("P"),
                script.id("C1"), script.id("C2"), script.id("F"), script.id("S"));
        assertThat(map.root().children().get(0).account().id()).as("the line asked for comes first").isEqualTo(script.id("C2"));
        assertThat(node(script, "S").reservations()).singleElement().satisfies(held -> {
            assertThat(held.subject()).isEqualTo("CA-1");
            assertThat(held.amount()).isEqualTo(Money.cny("2"));
            assertThat(held.expiresOn()).isEqualTo(LedgerBench.TODAY.plusDays(10));
        });
        assertThat(node(script, "F").reservations()).as("what its part holds isn't its own").isEmpty();
    }

    @Test
    void showsACustomersOwnPeopleNothingAboveHim() {
        LedgerScript script = new LedgerScript(bench.ledger());
        script.done("group G; grant G 5; customer C under G; grant C 9");

        HeadroomMapView branch = bench.map().branch(new CustomerId(script.id("C").number())).orElseThrow();

        assertThat(all(branch.root()).map(node -> node.account().id())).containsExactly(script.id("C"));
        assertThat(branch.root().freeForIt()).as("what the group has left is not his to know").contains(Money.cny("9"));
        assertThat(bench.map().trial(new TryAmount(script.id("C"), Money.cny("8")), new CustomerId(script.id("C").number())).orElseThrow().levels())
                .extracting(HeadroomTrialView.Level::account).containsExactly(script.id("C"));
        assertThat(bench.map().trial(new TryAmount(script.id("G"), Money.cny("1")), new CustomerId(script.id("C").number())).refusals())
                .extracting(refusal -> refusal.code()).containsExactly("ACCOUNT_UNKNOWN");
    }

    @Test
    void tellsWhatAForeignAccountCountsForAbove() {
        LedgerScript script = new LedgerScript(bench.ledger());
        script.done("customer C; credit F under C 10 currency USD; draw F 4 currency USD");

        assertThat(node(script, "F").carried()).contains(new HeadroomMapView.Carried(Money.cny("0"), Money.cny("70"), Money.cny("28")));
        assertThat(node(script, "C").carried()).isEmpty();
    }

    @Test
    void keepsTheOneAskedForAndTellsHowManyMembersAreLeftOut() {
        LedgerScript script = new LedgerScript(bench.ledger());
        StringBuilder many = new StringBuilder("group G; grant G 100");
        for (int i = 0; i < HeadroomMap.MOST_OF_A_LEVEL + 5; i++) {
            many.append("; customer C").append(i).append(" under G");
        }
        script.done(many.toString());
        String last = "C" + (HeadroomMap.MOST_OF_A_LEVEL + 4);

        HeadroomMapView map = bench.map().of(script.id(last)).orElseThrow();

        assertThat(map.truncated()).isTrue();
        assertThat(map.root().children()).hasSize(HeadroomMap.MOST_OF_A_LEVEL);
        assertThat(map.root().leftOut()).isEqualTo(5);
        assertThat(map.root().children().get(0).account().id()).isEqualTo(script.id(last));
    }

    @Test
    void readsAGroupOfFiveHundredMembersByOneQueryForEachLevel() {
        LedgerScript script = new LedgerScript(bench.ledger());
        StringBuilder many = new StringBuilder("group G; grant G 100000");
        for (int i = 0; i < 500; i++) {
            many.append("; customer C").append(i).append(" under G; credit F").append(i).append(" under C").append(i).append(" 10");
        }
        script.done(many.append("; part S under F1; order S 1").toString());
        AtomicInteger queries = new AtomicInteger();

        HeadroomMapView map = new HeadroomMap(new JdbcTemplate(counting(queries)), bench.clock(), bench.rates()).of(script.id("G")).orElseThrow();

        assertThat(all(map.root()).count()).isEqualTo(1002);
        assertThat(queries.get()).as("the root, members, facilities, parts, what is below parts, and the reservations").isEqualTo(6);
    }

    private DataSource counting(AtomicInteger queries) {
        return new DelegatingDataSource(bench.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        queries.incrementAndGet();
                    }
                    return method.invoke(connection, arguments);
                });
            }
        };
    }

    private HeadroomMapView.Node node(LedgerScript script, String account) {
        return all(bench.map().of(script.id(account)).orElseThrow().root())
                .filter(node -> node.account().id().equals(script.id(account))).findFirst().orElseThrow();
    }

    private static Stream<HeadroomMapView.Node> all(HeadroomMapView.Node node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(HeadroomMapTest::all));
    }

    private static String plain(Optional<Money> money) {
        return money.map(found -> found.isZero() ? "0" : found.amount().stripTrailingZeros().toPlainString()).orElse("none");
    }

    private static String name(Optional<LimitAccountId> account) {
        return account.map(id -> id.number().substring(0, id.number().indexOf('-'))).orElse("none");
    }
}
