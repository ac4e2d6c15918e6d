package io.shouxin.workflow.eventlog;

/** Where our process goes another way than the logged bank to the same ending, and why. */
enum RouteDifference {
    /** Declined there by a person without papers. */
    PAPERS_BEFORE_DECLINING("A", "declined there by a person before papers were asked for; here a person judges a complete file"),
    /** Validation follows the offer there. */
    EXAMINED_BEFORE_THE_OFFER("B", "missing papers are asked for after the offer there; an offer binds us, so the approver asks before it"),
    /** Offers are taken back there. */
    OPEN_OFFER_STANDS("C", "declined there while an offer was open; our offer stands until it is answered: the customer counters and the new proposal is declined"),
    /** A further offer after the customer's answer. */
    ANSWER_WAS_A_COUNTER("D", "a new offer there after the customer had sent one back; here that answer is a counter-offer, worked out and approved anew"),
    /** The last answer is not in the log. */
    ANSWER_NOT_LOGGED("E", "approved there though the last offer never came back by the log; nobody gets a contract here without accepting its offer"),
    /** The system cancels while the bank has the file. */
    BANK_HAS_THE_FILE("F", "cancelled there by the system while the file lay with the bank; here only a customer's time runs out, so he withdraws"),
    /** Asked for less than the least amount. */
    LESS_THAN_THE_LEAST("G", "asked for less than the product's least amount; replayed with that amount"),
    /** Details of a contract changed. */
    CONTRACT_DETAILS_CHANGED("H", "details of a contract were changed there; no act of ours, they are the approved ones or the case goes back to approval");

    private final String letter;
    private final String words;

    RouteDifference(String letter, String words) {
        this.letter = letter;
        this.words = words;
    }

    String letter() {
        return letter;
    }

    String words() {
        return words;
    }
}
