package io.shouxin.origination;

import io.shouxin.kernel.Money;
import java.util.List;
import java.util.Optional;

/**
 * What other entities grant to the same customer or group, as the reader may see it (重复授信提示).
 *
 * @param lines none when no other entity grants
 * @param notes what was said about it, oldest first
 */
public record DuplicateGrantingView(List<Line> lines, List<DuplicateNote> notes) {

    public DuplicateGrantingView {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /** A block nobody has released. */
    public boolean isBlocked() {
        return lines.stream().anyMatch(line -> line.action() == OtherGrant.Action.BLOCK && !line.released() && line.state() != State.ENDED);
    }

    /**
     * One facility or application.
     *
     * @param amount   null when the reader may not see it
     * @param reserved null when nothing is reserved or the reader may not see it
     * @param state    whether the proposal that stands knew of it
     * @param released its block was released for this application
     */
    public record Line(String number, OtherGrant.Kind kind, String entity, String entityZh, String entityEn, String customerId,
                       String customerName, boolean sameCustomer, List<String> products, Money amount, Money reserved,
                       boolean amountHidden, OtherGrant.Action action, String role, String reasonCode, State state, boolean released) {

        static Line of(OtherGrant grant, Optional<String> zh, Optional<String> en, boolean seesAmounts, State state, boolean released) {
            return new Line(grant.number(), grant.kind(), grant.entity().value(), zh.orElse(grant.entity().value()),
                    en.orElse(grant.entity().value()), grant.customer().value(), grant.customerName(), grant.sameCustomer(),
                    grant.products(), seesAmounts ? grant.amount() : null, seesAmounts ? grant.reserved() : null, !seesAmounts,
                    grant.action(), grant.role(), grant.reasonCode(), state, released);
        }
    }

    /** 方案中已列、方案后新增、已结束 */
    public enum State { KNOWN, NEW, ENDED }
}
