package io.shouxin.limit;

import java.util.List;

/**
 * Question: can this customer buy or draw so much on a day? All as a program sends it, in text, so that each bad field is refused
 * beside its name and a bad line doesn't spoil the others. What may be left out may be null.
 *
 * @param use         {@link CreditUse}; ORDER if left out
 * @param amount      decimal text, above zero, with no more digits than the currency has
 * @param currency    ISO code; CNY if left out
 * @param date        day of the order or drawdown; today if left out
 * @param product     code of the product, which accounts with a list of products ask for
 * @param account     the account that shall answer, e.g. {@code FACILITY:F-2026-000123}; left out, the best one of the customer does
 * @param paymentTerm code that policy {@code order-risk} knows; ON_ACCOUNT if left out
 * @param callOffs    dated parts of the order, which must add up to the amount
 * @param prepaid     what is paid already
 * @param reserve     what is to be held if the answer is yes; only where a reservation is asked for
 */
public record CheckCredit(String customerId, String use, String amount, String currency, String date, String product, String account,
                          String paymentTerm, List<CallOff> callOffs, String prepaid, Reserve reserve) {

    /** 分批交货: one dated part of an order. */
    public record CallOff(String date, String amount) {
    }

    /**
     * @param orderNumber the caller's number of the order, at most 60 characters
     * @param expiresOn   last day of the reservation, not before the day of the order
     */
    public record Reserve(String orderNumber, String expiresOn) {
    }
}
