package io.shouxin.document;

/** What is wrong with a signed file (验签问题). Words: {@code signatureFlaw.CODE}. */
public enum SignatureFlaw {
    /** No PDF, encrypted, or broken. */
    UNREADABLE,
    /** Nobody has signed it. */
    NOT_SIGNED,
    /** The signature leaves out a part of the file as it was when it was signed. */
    NOT_THE_WHOLE_FILE,
    /** The signed bytes are not those of the file, or the signature was not made with the certificate it names. */
    BYTES_CHANGED,
    /** Something was added after the last signature. */
    ADDED_AFTER_SIGNING,
    /** A later part of the file shows other content than this signatory signed. */
    CONTENT_REPLACED,
    /** The certificate leads to no authority the bank trusts. */
    NOT_TRUSTED,
    /** The certificate was not valid on the day the signature claims. */
    CERTIFICATE_NOT_VALID,
    /** The signature claims a day that has not come. */
    TIME_IN_FUTURE,
    /** The file starts a program when it is opened. */
    ACTIVE_CONTENT
}
