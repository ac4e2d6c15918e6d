package io.shouxin.workflow.approval;

import java.util.List;

/**
 * Whom an approver asks for documents, as forms and programs write it.
 *
 * @param from  {@code BANK} or nothing: an analyst or relationship manager; {@code CUSTOMER}: the customer himself
 * @param days  working days the customer has, 10 when not said
 * @param items what the customer is asked for; nobody else is asked for single documents
 */
public record AskedDocuments(From from, Integer days, List<Item> items) {

    /** Who brings them. */
    public enum From {
        BANK,
        CUSTOMER
    }

    /** One document and why it is wanted. */
    public record Item(String kind, String reason) {
    }

    boolean ofCustomer() {
        return from == From.CUSTOMER;
    }
}
