package io.shouxin.policy;

/** A file that is no policy table: no DMN, not the decision asked for, or a cell that says more than a policy table may say. */
public class TableUnreadable extends RuntimeException {

    private final Fault fault;
    private final String place;

    /** @param place row, column or text that is wrong, as the table's author knows it */
    public TableUnreadable(Fault fault, String place) {
        super(fault + ": " + place);
        this.fault = fault;
        this.place = place;
    }

    public TableUnreadable(Fault fault, String place, Throwable cause) {
        super(fault + ": " + place, cause);
        this.fault = fault;
        this.place = place;
    }

    public Fault fault() {
        return fault;
    }

    public String place() {
        return place;
    }

    /** What is wrong with it. */
    public enum Fault {
        /** Not an XML file of DMN. */
        NOT_DMN,
        /** No decision table under the policy's key. */
        NO_SUCH_TABLE,
        /** A hit policy other than UNIQUE or COLLECT. */
        HIT_POLICY,
        /** A column without plain name or known type. */
        COLUMN,
        /** A cell that is more than literals, comparisons, intervals, lists, {@code not(…)} and {@code null}. */
        CELL,
        /** A row that says something other than a literal of its column's type. */
        OUTPUT,
        /** A row without an id of its own. */
        ROW
    }
}
