package io.shouxin.customer;

import io.shouxin.kernel.PartyId;
import java.math.BigDecimal;
import java.util.List;

/**
 * One step of a detected connection.
 *
 * @param one       the controller, the person, who depends
 * @param other     the controlled firm, the firm, on whom he depends
 * @param reason    the rule it rests on, see policy {@code connection-rules}
 * @param percent   votes or dependence in percent; null where none is measured
 * @param relations numbers of the relations on file that it rests on
 */
public record PartyLink(PartyId one, PartyId other, ConnectionReason reason, BigDecimal percent, List<String> relations) {

    public PartyLink {
        relations = List.copyOf(relations);
    }
}
