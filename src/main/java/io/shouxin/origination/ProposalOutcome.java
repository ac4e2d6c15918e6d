package io.shouxin.origination;

/** What the underwriting came to. */
public enum ProposalOutcome {
    /** A limit is proposed and reserved. */
    LIMIT_PROPOSED,
    /** No limit: the grade, the need or the ability to repay leave nothing; the reasons say which. */
    NO_LIMIT,
    /** Too little is known to propose any amount; the missing facts are named. */
    FACTS_MISSING
}
