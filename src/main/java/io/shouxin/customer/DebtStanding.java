package io.shouxin.customer;

/** Whether and why a debt counts (是否计入及原因). */
public enum DebtStanding {
    /** Outstanding at the cut-off date. */
    COUNTED(true, false),
    /** Past its maturity, or said to be overdue, and still owed. */
    OVERDUE(true, false),
    /** 已结清. */
    SETTLED(false, false),
    /** Matured before the cut-off date, and nothing says that it is still owed. */
    MATURED(false, false),
    /** Begins after the cut-off date. */
    NOT_STARTED(false, false),
    /** The same row once more; the first counts. */
    DUPLICATE(false, false),
    /** Rows of one contract number that contradict each other; none counts until they are put right. */
    CONTRADICTING(false, true),
    /** Said to be settled, with a balance. */
    SETTLED_WITH_BALANCE(false, true),
    /** Said to be matured, with a maturity after the cut-off date. */
    MATURED_TOO_EARLY(false, true),
    /** The status is a word nobody knows. */
    STATUS_UNKNOWN(false, true),
    /** Neither a status nor a maturity is told. */
    MATURITY_MISSING(false, true),
    /** No currency is told, or one nobody knows. */
    CURRENCY_UNKNOWN(false, true),
    /** No exchange rate on or before the cut-off date is on file. */
    RATE_MISSING(false, true);

    private final boolean counted;
    private final boolean toVerify;

    DebtStanding(boolean counted, boolean toVerify) {
        this.counted = counted;
        this.toVerify = toVerify;
    }

    /** Part of the total. */
    public boolean counted() {
        return counted;
    }

    /** 待核实: may be owed, and is not in the total, which is therefore incomplete. */
    public boolean toVerify() {
        return toVerify;
    }
}
