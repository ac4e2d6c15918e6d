package io.shouxin.contract;

/** What a customer answers to an offer. */
public enum OfferAnswer {
    ACCEPT, COUNTER, REFUSE
}
