package io.shouxin.customer;

/** Which side of the invoice the customer stands on. */
public enum InvoiceDirection {
    /** 销项: issued by the customer, his sales. */
    ISSUED,
    /** 进项: received by the customer, his purchases. */
    RECEIVED
}
