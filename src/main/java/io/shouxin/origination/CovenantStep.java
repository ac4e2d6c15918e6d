package io.shouxin.origination;

import java.math.BigDecimal;

/**
 * A later target of a covenant (目标阶梯).
 *
 * @param afterMonths full months since the facility became active, from which it counts
 */
public record CovenantStep(int afterMonths, BigDecimal target) {
}
