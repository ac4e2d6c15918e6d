package io.shouxin.workflow.eventlog;

/** One act of a route through our process, by a person or, where it says so, by the rules or by time. */
enum RouteAct {
    /** The application is handed in; papers are asked for. */
    APPLY("apply"),
    /** 收集资料: the papers are uploaded and verified. */
    DOCUMENTS("documents"),
    /** 初筛: what is on file is forbidden by a knock-out rule; the rules decline before papers are asked for. */
    SCREENED_OUT("screened-out"),
    /** Facts are entered that a knock-out rule forbids; the rules decline. */
    KNOCKED_OUT("knocked-out"),
    /** 资质不合格: the analyst declines. */
    UNQUALIFIED("unqualified"),
    /** Found qualified, rated, and a proposal laid before the approvers. */
    ASSESS("assess"),
    /** 加签: the approver has a colleague look for fraud first. */
    ADDED_SIGNER("added-signer"),
    /** 补件: the approver asks for what is missing, and it is brought. */
    RETURNED("returned"),
    /** All tiers approve; the offer is made. */
    APPROVE("approve+offer"),
    /** The approver declines. */
    DECLINE("decline"),
    /** 还价: the customer wants other terms, the bank makes its offer again. */
    OFFER_AGAIN("offer-again"),
    /** 还价: the customer wants other terms, and the bank works them out anew. */
    REVISE("revise"),
    /** The customer accepts the offer. */
    ACCEPT("accept"),
    /** Customer and bank sign, conditions are met; the facility is active. */
    SIGN("sign+activate"),
    /** The customer has signed; the bank examines what came back and does not sign. */
    BANK_REFUSES("bank-refuses"),
    /** 撤回: the customer takes the application back. */
    WITHDRAW("withdraw"),
    /** The customer refuses the offer. */
    REFUSE_OFFER("refuse-offer"),
    /** Nothing comes until the time is over. */
    LAPSE("lapse"),
    /** The log ends while the case is open. */
    STAY_OPEN("stay-open");

    private final String word;

    RouteAct(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
