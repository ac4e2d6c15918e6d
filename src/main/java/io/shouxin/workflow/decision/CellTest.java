package io.shouxin.workflow.decision;

import java.util.List;

/** One input cell of a decision table, compiled: does it hold for a value? */
@FunctionalInterface
interface CellTest {

    Verdict of(Object value);

    /** What a compiled cell knows about a value. */
    enum Verdict {
        HOLDS,
        FAILS,
        /** The comparison has no answer, as with null; it doesn't hold, and neither does its negation. */
        UNKNOWN,
        /** A kind of value this cell wasn't compiled for: the reference engine has to answer. */
        NOT_MINE;

        static Verdict when(boolean held) {
            return held ? HOLDS : FAILS;
        }
    }

    /** Holds when any of the tests does. */
    static CellTest anyOf(List<CellTest> tests) {
        if (tests.size() == 1) {
            return tests.get(0);
        }
        CellTest[] all = tests.toArray(new CellTest[0]);
        return value -> {
            Verdict sum = Verdict.FAILS;
            for (CellTest test : all) {
                Verdict verdict = test.of(value);
                if (verdict == Verdict.NOT_MINE || verdict == Verdict.HOLDS && sum == Verdict.FAILS) {
                    sum = verdict;
                } else if (verdict == Verdict.HOLDS && sum == Verdict.UNKNOWN) {
                    sum = verdict;
                } else if (verdict == Verdict.UNKNOWN && sum == Verdict.FAILS) {
                    sum = verdict;
                }
                if (sum == Verdict.NOT_MINE) {
                    return sum;
                }
            }
            return sum;
        };
    }

    /** Holds when the test fails. */
    static CellTest not(CellTest test) {
        return value -> switch (test.of(value)) {
            case HOLDS -> Verdict.FAILS;
            case FAILS -> Verdict.HOLDS;
            case UNKNOWN -> Verdict.UNKNOWN;
            case NOT_MINE -> Verdict.NOT_MINE;
        };
    }
}
