package io.shouxin.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.relation.EffectiveOwnership;
import io.shouxin.customer.relation.Told;
import io.shouxin.kernel.PartyId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ten thousand parties and fifty thousand relations, among them guarantees so dense that most guarantors stand in one cluster. */
class LargeNetworkTest {

    private static final int PARTIES = 10_000;

    private final Random random = new Random(110);
    private final List<PartyRelation> relations = new ArrayList<>();
    private final Set<PartyId> customers = new HashSet<>();

    @Test
    @Timeout(60)
    void isAnalysedInSeconds() {
        for (int firm = 0; firm < PARTIES; firm++) {
            customers.add(new PartyId(name(firm)));
        }
        for (int i = 0; i < 20_000; i++) {
            add(RelationKind.SHAREHOLDING, BigDecimal.valueOf(1 + random.nextInt(45)), null, null);
        }
        for (int i = 0; i < 15_000; i++) {
            add(RelationKind.GUARANTEE, null, "DB", null);
        }
        for (int i = 0; i < 5_000; i++) {
            add(RelationKind.KEY_PERSON, null, "EXECUTIVE", null);
            add(RelationKind.RELATIVE, null, "COLLATERAL", 2);
            add(RelationKind.ECONOMIC_DEPENDENCE, BigDecimal.valueOf(1 + random.nextInt(99)), "SALES", null);
        }
        long start = System.nanoTime();
        ConnectionAnalysis analysis = ConnectionAnalysis.of(LocalDate.of(2026, 1, 1), relations, Told.RULES, customers, Map.of());
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("analysed " + relations.size() + " relations in " + taken.toMillis() + " ms: " + analysis.clusters().size() + " clusters, "
                + analysis.circles().circles().size() + " circles, complete " + analysis.circles().complete());
        assertThat(taken).isLessThan(Duration.ofSeconds(20));
        assertThat(analysis.circles().guaranteeClusters()).isNotEmpty();
        assertThat(analysis.circles().complete()).as("all of the listed length").isTrue();
    }

    @Test
    @Timeout(60)
    void aChainOfTenThousandFirmsIsNoDeepStack() {
        for (int firm = 0; firm + 1 < PARTIES; firm++) {
            relations.add(Told.of(firm, RelationKind.SHAREHOLDING, name(firm), name(firm + 1), new BigDecimal(60), null, null));
            relations.add(Told.of(PARTIES + firm, RelationKind.GUARANTEE, name(firm), name(firm + 1), null, "DB", null));
        }
        relations.add(Told.of(2 * PARTIES, RelationKind.GUARANTEE, name(PARTIES - 1), name(0), null, "DB", null));
        ConnectionAnalysis analysis = ConnectionAnalysis.of(LocalDate.of(2026, 1, 1), relations, Told.RULES, customers, Map.of());
        assertThat(analysis.clusters()).singleElement().satisfies(cluster -> assertThat(cluster.parties()).hasSize(PARTIES));
        assertThat(analysis.circles().guaranteeClusters()).singleElement().satisfies(cluster -> assertThat(cluster).hasSize(PARTIES));
        assertThat(analysis.circles().circles()).as("too long to be listed").isEmpty();
        assertThat(analysis.circles().longer()).isTrue();
        assertThat(new EffectiveOwnership(analysis.network()).of(PARTIES - 1)).as("more owners than are followed").isEmpty();
        assertThat(new EffectiveOwnership(analysis.network()).of(200).orElseThrow()).hasSize(200);
    }

    private void add(RelationKind kind, BigDecimal percent, String detail, Integer generations) {
        int from = random.nextInt(PARTIES);
        int to = random.nextInt(PARTIES);
        if (from != to) {
            relations.add(Told.of(relations.size(), kind, name(from), name(to), percent, detail, generations));
        }
    }

    private static String name(int number) {
        return "P%05d".formatted(number);
    }
}
