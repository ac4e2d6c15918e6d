package io.shouxin.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.limit.LedgerModel.Node;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Random commands, most of them too much for some level, beside the simple model: each is done or refused as the model says. */
class LedgerBesideModelTest {

    private static final List<String> ACCOUNTS = List.of("G", "G2", "P", "C1", "C2", "C3", "C4", "F1", "F2", "F3", "F4", "S1", "S2");
    private static final List<String> VERBS = List.of("grant", "fence", "raise", "lower", "reserve", "reserve", "new", "order", "order", "release",
            "release", "use", "draw", "draw", "draw", "repay", "write", "write", "write", "suspend", "resume");
    /** Fewer done over all tries would mean that the sequences no longer say anything about write-offs. */
    private static final int LEAST_WRITTEN_OFF = 60;
    private static final List<String> DRAWN = List.of("F1", "F2", "F3", "F4", "S1");

    private static int writtenOff;

    private static LedgerBench bench;

    @BeforeContainer
    static void open() {
        bench = LedgerBench.onH2();
    }

    @AfterContainer
    static void close() {
        bench.close();
        assertThat(writtenOff).as("write-offs that were done").isGreaterThanOrEqualTo(LEAST_WRITTEN_OFF);
    }

    record Act(String verb, String account, int amount) {
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(Arbitraries.of(VERBS), Arbitraries.of(ACCOUNTS), Arbitraries.integers().between(1, 40)).as(LedgerBesideModelTest::act)
                .list().ofMinSize(10).ofMaxSize(40);
    }

    /** What is written off is little and mostly drawn, or nearly every one would be refused. */
    private static Act act(String verb, String account, int amount) {
        return verb.equals("write") ? new Act(verb, DRAWN.get(amount % DRAWN.size()), 1 + amount / 10) : new Act(verb, account, amount);
    }

    @Property(tries = 60)
    void whateverIsAskedTheLedgerAnswersLikeTheModel(@ForAll("acts") List<Act> acts) {
        LedgerScript script = new LedgerScript(bench.ledger());
        LedgerModel model = new LedgerModel();
        script.done("group G; group G2 under G; pool P under G; customer C1 under P; customer C2 under P; customer C3 under G2; customer C4 under G2;"
                + "credit F1 under C1 30; credit F2 under C2 20 once; credit F3 under C3 25; part S1 under F1; part S2 under F1;"
                + "grant C4 40; credit F4 under C4 15 within; draw F4 7;"
                + "draw F1 6; draw F2 8; draw F3 9; draw S1 5");
        List.of("G", "G2 G", "P G", "C1 P", "C2 P", "C3 G2", "C4 G2").forEach(pair -> {
            String[] names = pair.split(" ");
            model.add(names[0], names.length > 1 ? names[1] : null);
        });
        model.credit(model.nodes.get("C1"), "F1", 30, true);
        model.credit(model.nodes.get("C2"), "F2", 20, false);
        model.credit(model.nodes.get("C3"), "F3", 25, true);
        model.add("S1", "F1");
        model.add("S2", "F1");
        model.grant(model.nodes.get("C4"), 40, false);
        model.creditWithin(model.nodes.get("C4"), "F4", 15, true);
        List.of("F4 7", "F1 6", "F2 8", "F3 9", "S1 5").forEach(drawn -> model.draw(model.nodes.get(drawn.substring(0, 2)), Integer.parseInt(drawn.substring(3))));
        for (int i = 0; i < acts.size(); i++) {
            Act act = acts.get(i);
            boolean expected = model(model, act, "R" + i);
            String answer = script.run(words(act, i));
            assertThat(answer.equals("OK")).as(i + " " + act + " " + answer).isEqualTo(expected);
            writtenOff += act.verb().equals("write") && expected ? 1 : 0;
        }
        for (Node node : model.nodes.values()) {
            assertThat(script.figure(node.name, "utilised", LedgerBench.TODAY)).as(node.name).isEqualTo(String.valueOf(model.used(node)));
            assertThat(script.figure(node.name, "reserved", LedgerBench.TODAY)).as(node.name).isEqualTo(String.valueOf(model.reserved(node)));
            assertThat(script.figure(node.name, "ceiling", LedgerBench.TODAY)).as(node.name + " ceiling").isEqualTo(node.ceiling == null ? "none" : String.valueOf(node.ceiling));
            if (!node.name.startsWith("S")) {
                assertThat(script.figure(node.name, "committed", LedgerBench.TODAY)).as(node.name)
                        .isEqualTo(String.valueOf(model.committed(node)));
            }
        }
        assertThat(bench.history().reconcile()).isEmpty();
    }

    /** Releases and uses go to the reservation with the number of the amount, which may or may not be open. */
    private static String words(Act act, int i) {
        return switch (act.verb()) {
            case "release" -> "release R" + act.amount();
            case "use" -> "use R" + act.amount() + " 5";
            case "reserve", "new", "order" -> act.verb() + " " + act.account() + " " + act.amount() + " as R" + i;
            case "suspend", "resume" -> act.verb() + " " + act.account();
            default -> act.verb() + " " + act.account() + " " + act.amount();
        };
    }

    private static boolean model(LedgerModel model, Act act, String as) {
        Node node = model.nodes.get(act.account());
        return switch (act.verb()) {
            case "grant" -> model.grant(node, act.amount(), false);
            case "fence" -> model.grant(node, act.amount(), true);
            case "raise" -> model.adjust(node, act.amount());
            case "lower" -> model.adjust(node, -act.amount());
            case "reserve", "order" -> model.reserve(node, act.amount(), false, as);
            case "new" -> model.reserve(node, act.amount(), true, as);
            case "release" -> model.release("R" + act.amount());
            case "use" -> model.use("R" + act.amount(), 5);
            case "draw" -> model.draw(node, act.amount());
            case "repay" -> model.repay(node, act.amount());
            case "write" -> model.writeOff(node, act.amount());
            case "suspend" -> model.suspend(node);
            case "resume" -> model.resume(node);
            default -> throw new IllegalArgumentException(act.verb());
        };
    }
}
