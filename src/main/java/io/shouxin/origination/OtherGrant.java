package io.shouxin.origination;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Money;
import java.util.List;

/**
 * What another granting entity grants, or is asked to grant, to the same customer or a member of his connected group (重复授信).
 *
 * @param number     number of the facility or application
 * @param products   product codes
 * @param amount     the facility's amount, or the sum asked for
 * @param reserved   what is reserved for the application in the limit ledger; null when nothing is
 * @param action     what policy {@code duplicate-granting} says
 * @param role       role that has to acknowledge a warning, or can release a block
 * @param reasonCode row of that policy; label is message {@code reason.CODE}
 */
public record OtherGrant(String number, Kind kind, EntityCode entity, CustomerId customer, String customerName, boolean sameCustomer,
                         List<String> products, Money amount, Money reserved, Action action, String role, String reasonCode) {

    public OtherGrant {
        products = List.copyOf(products);
    }

    /** 在用额度、在途申请 */
    public enum Kind { FACILITY, APPLICATION }

    /** 提示、禁止 */
    public enum Action { WARN, BLOCK }

    boolean blocks() {
        return action == Action.BLOCK;
    }

    /** What counts in the exposure of the group: an application that has a reservation counts with that. */
    Money weight() {
        return reserved == null ? amount : reserved;
    }
}
