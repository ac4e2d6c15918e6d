package io.shouxin.origination;

/** Whose application it is, as chosen on the start form. */
public enum CustomerChoice {
    /** The firm the applicant already acts for. */
    OWN,
    /** A customer of the register, picked by an officer. */
    EXISTING,
    /** Registered together with the application. */
    NEW
}
