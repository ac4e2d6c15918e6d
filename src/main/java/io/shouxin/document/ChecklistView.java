package io.shouxin.document;

import io.shouxin.kernel.CustomerId;
import java.util.List;

/**
 * The checklist of a subject as it stands.
 *
 * @param policyVersion version of policy {@code document-checklist} it was drawn up by
 * @param items         required ones first, in the order of the policy
 * @param complete      every required item is accepted
 * @param waitingFor    whose turn it is
 */
public record ChecklistView(String subject, CustomerId customer, String policyVersion, List<ChecklistItem> items, boolean complete,
                            WaitingFor waitingFor) {

    public ChecklistView {
        items = List.copyOf(items);
    }

    /** Kinds of the required items that are still missing or rejected. */
    public List<String> outstanding() {
        return items.stream().filter(ChecklistItem::outstanding).map(ChecklistItem::kind).toList();
    }

    /** Of these, what the customer has to bring; the rest is the bank's own. */
    public List<String> awaitedFromCustomer() {
        return items.stream().filter(item -> item.outstanding() && !item.fromBank()).map(ChecklistItem::kind).toList();
    }

    /** Of these, what the bank has to write itself. */
    public List<String> awaitedFromBank() {
        return items.stream().filter(item -> item.outstanding() && item.fromBank()).map(ChecklistItem::kind).toList();
    }

    /** As the customer sees it: without what the bank wrote for itself. */
    public ChecklistView forCustomer() {
        return new ChecklistView(subject, customer, policyVersion, items.stream().map(ChecklistItem::forCustomer).toList(), complete, waitingFor);
    }

    /** Whose turn it is with a checklist. */
    public enum WaitingFor {
        /** Required items are missing or rejected. */
        CUSTOMER,
        /** All required items are there, some not yet judged. */
        BANK,
        NOBODY
    }
}
