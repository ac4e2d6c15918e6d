package io.shouxin.contract;

/** Whether a facility can be used. */
public enum FacilityStatus {
    ACTIVE, SUSPENDED, EXPIRED, CLOSED
}
