package io.shouxin.customer;

import io.shouxin.kernel.PartyId;
import java.util.List;

/** Parties who hold or guarantee each other in a round (循环), beginning with the lowest number, in the direction of the relations. */
public record Circle(Kind kind, List<PartyId> parties) {

    /** Messages {@code circleKind.CODE}. */
    public enum Kind {
        /** 互相担保: two guarantee for each other. */
        MUTUAL_GUARANTEE,
        /** 担保圈: three or more. */
        GUARANTEE_CIRCLE,
        /** 交叉持股: two hold each other. */
        CROSS_HOLDING,
        /** 循环持股: three or more. */
        OWNERSHIP_CIRCLE
    }

    public Circle {
        parties = List.copyOf(parties);
    }

    public boolean ofGuarantees() {
        return kind == Kind.MUTUAL_GUARANTEE || kind == Kind.GUARANTEE_CIRCLE;
    }
}
