package io.shouxin.workflow.approval;

/** What an approval case is about; the token carries the constant's name, the approval desk its type. */
public enum ApprovalSubject {
    APPLICATION("credit-application"),
    REVIEW("periodic-review");

    private final String type;

    ApprovalSubject(String type) {
        this.type = type;
    }

    public String type() {
        return type;
    }
}
