package io.shouxin.contract;

/** How a signature was given (签署方式). Words: {@code signatureManner.CODE}. */
public enum SignatureManner {
    /** By typing the name while signed in; so were all before certificates were used. */
    TYPED,
    /** With a certificate, here. */
    CERTIFICATE,
    /** With a certificate, in another program; the file came back and was verified. */
    SIGNED_ELSEWHERE,
    /** By hand; the scan came back and was compared. */
    ON_PAPER
}
