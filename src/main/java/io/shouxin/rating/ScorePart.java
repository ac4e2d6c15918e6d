package io.shouxin.rating;

import java.math.BigDecimal;

/**
 * A part of the score with its subtotal; message {@code scorePart.CODE}.
 *
 * @param points    given in this part
 * @param maxPoints most this part can give
 */
public record ScorePart(Kind kind, BigDecimal points, BigDecimal maxPoints) {

    /** What a characteristic looks at. */
    public enum Kind {
        /** 定量: figures. */
        QUANTITATIVE,
        /** 定性: judgements and circumstances. */
        QUALITATIVE,
        /** 行为: how the customer has behaved towards lenders, suppliers and the state. */
        BEHAVIOURAL
    }
}
