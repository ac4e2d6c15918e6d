package io.shouxin.customer;

import java.util.List;

/** How one party stands to another (关联关系); each names the values its detail may have, none for free text or nothing. */
public enum RelationKind {
    /** 持股: a holder and the firm he holds, percent of the shares. */
    SHAREHOLDING(Measure.PERCENT, List.of()),
    /** 表决权: a holder and the firm, percent of the votes; counts instead of the shares where both are told. */
    VOTING_CONTROL(Measure.PERCENT, List.of()),
    /** 关键人员: a natural person and the firm he runs. */
    KEY_PERSON(Measure.NONE, List.of("LEGAL_REPRESENTATIVE", "DIRECTOR", "EXECUTIVE", "ACTUAL_CONTROLLER")),
    /** 亲属: two natural persons, in either order; generations as the guidelines on group customers count them. */
    RELATIVE(Measure.NONE, List.of("SPOUSE", "DIRECT_LINE", "COLLATERAL")),
    /** 经济依存: who depends, and on whom; percent of his sales, purchases or means of repayment. */
    ECONOMIC_DEPENDENCE(Measure.PERCENT, List.of("SALES", "PURCHASES", "REPAYMENT")),
    /** 担保: guarantor and guaranteed; detail is the number of the contract. */
    GUARANTEE(Measure.AMOUNT, List.of());

    /** What a relation is measured by. */
    public enum Measure { PERCENT, AMOUNT, NONE }

    private final Measure measure;
    private final List<String> details;

    RelationKind(Measure measure, List<String> details) {
        this.measure = measure;
        this.details = details;
    }

    public Measure measure() {
        return measure;
    }

    /** Codes its detail may have, messages {@code relationDetail.CODE}. */
    public List<String> details() {
        return details;
    }
}
