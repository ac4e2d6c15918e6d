package io.shouxin.monitoring;

/** What became of a request for relief; message {@code reliefStatus.CODE}. */
public enum ReliefStatus {
    ASKED, GRANTED, DENIED,
    /** The grace was over before anybody had decided. */
    LAPSED
}
