package io.shouxin.customer.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.PartyRelation;
import io.shouxin.customer.RelationKind;
import io.shouxin.kernel.PartyId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectiveOwnershipTest {

    @ParameterizedTest(name = "{0}: of X {1} owns {2}/{3}")
    @CsvSource(delimiter = '|', value = {
        "A>X 60|A|3|5", "A>B 50, B>X 50|A|1|4", "A>B 50, B>X 50|B|1|2",
        // several ways add up
        "A>B 60, A>C 50, B>X 30, C>X 40|A|19|50", "A>X 10, A>B 50, B>X 20|A|1|5",
        // the firm's own shares in a round go to its owners: 0.5 / (1 - 0.4 * 0.2)
        "A>X 50, X>Z 40, Z>X 20|A|25|46", "A>X 80, X>Z 100, Z>X 20|A|1|1",
        // owners who hold each other: what arrives first is theirs
        "Y>Z 50, Z>Y 50, Z>X 100|Z|1|1", "Y>Z 50, Z>Y 50, Z>X 100|Y|1|2", "A>Y 50, Y>Z 50, Z>Y 50, Z>X 100|A|1|3",
        // a third has no end in decimals
        "A>B 33.333333, B>X 100|A|33333333|100000000"})
    void followsSharesThroughChainsExactly(String told, String owner, long over, long under) {
        Network network = Told.network(told);
        assertThat(new EffectiveOwnership(network).of(network.place(new PartyId("X"))).orElseThrow().get(network.place(new PartyId(owner))))
                .isEqualTo(new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under)));
    }

    @Test
    void tellsNothingWhereAllSharesGoRoundInACircle() {
        Network network = Told.network("A>B 100, B>A 100, A>X 100");
        assertThat(new EffectiveOwnership(network).of(network.place(new PartyId("X")))).isEmpty();
    }

    @Test
    void tellsNothingWhereTooManyFirmsHoldEachOther() {
        List<PartyRelation> relations = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            relations.add(Told.of(i, RelationKind.SHAREHOLDING, "F" + i, "F" + (i + 1) % 30, BigDecimal.TEN, null, null));
        }
        assertThat(new EffectiveOwnership(Network.of(relations)).of(0)).isEqualTo(Optional.empty());
    }

    /** Against following shares round by round, sixty rounds, on random graphs where at least a tenth of each firm is the public's. */
    @Test
    void agreesWithFollowingSharesRoundByRound() {
        Random random = new Random(77);
        for (int round = 0; round < 300; round++) {
            int firms = 2 + random.nextInt(5);
            List<PartyRelation> relations = new ArrayList<>();
            BigDecimal[][] share = new BigDecimal[firms][firms];
            for (int firm = 0; firm < firms; firm++) {
                int left = 60;
                for (int holder = 0; holder < firms; holder++) {
                    int part = holder == firm ? 0 : Math.min(left, random.nextInt(40));
                    left -= part;
                    share[holder][firm] = BigDecimal.valueOf(part, 2);
                    if (part > 0) {
                        relations.add(Told.of(relations.size(), RelationKind.SHAREHOLDING, "F" + holder, "F" + firm, BigDecimal.valueOf(part), null, null));
                    }
                }
            }
            Network network = Network.of(relations);
            for (int place = 0; place < network.size(); place++) {
                int firm = Integer.parseInt(network.party(place).value().substring(1));
                for (Map.Entry<Integer, Fraction> owner : new EffectiveOwnership(network).of(place).orElseThrow().entrySet()) {
                    int holder = Integer.parseInt(network.party(owner.getKey()).value().substring(1));
                    BigDecimal difference = owner.getValue().percent().movePointLeft(2).subtract(walked(share, firm, holder)).abs();
                    assertThat(difference).as("F%d of F%d in %s", holder, firm, relations).isLessThan(new BigDecimal("0.0000001"));
                }
            }
        }
    }

    private static BigDecimal walked(BigDecimal[][] share, int firm, int owner) {
        BigDecimal[] here = new BigDecimal[share.length];
        java.util.Arrays.fill(here, BigDecimal.ZERO);
        here[firm] = BigDecimal.ONE;
        BigDecimal arrived = BigDecimal.ZERO;
        for (int step = 0; step < 60; step++) {
            BigDecimal[] next = new BigDecimal[share.length];
            java.util.Arrays.fill(next, BigDecimal.ZERO);
            for (int holder = 0; holder < share.length; holder++) {
                for (int held = 0; held < share.length; held++) {
                    next[holder] = next[holder].add(here[held].multiply(share[holder][held])).setScale(20, java.math.RoundingMode.HALF_EVEN);
                }
            }
            arrived = arrived.add(next[owner]);
            next[owner] = BigDecimal.ZERO;
            here = next;
        }
        return arrived;
    }
}
