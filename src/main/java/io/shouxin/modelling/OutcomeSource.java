package io.shouxin.modelling;

import java.util.List;

/** Tells of cases how they ended. The floors above, which know it, each answer for outcomes of their own. */
public interface OutcomeSource {

    /** Most cases looked at: the newest. */
    int MOST_CASES = 20_000;

    /** Codes such as {@code DECLINED}; their labels are messages {@code outcome.CODE}. */
    List<String> outcomes();

    /** The newest cases whose end is known; those still open are not among them. */
    List<ObservedCase> cases(String outcome);
}
