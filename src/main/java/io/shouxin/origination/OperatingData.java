package io.shouxin.origination;

import java.math.BigDecimal;

/**
 * What the customer tells about his business and its need for funds (经营状况与资金需求). Amounts in yuan, zero or more;
 * {@code null} means not told, which is never read as zero.
 *
 * @param businessModel                how the firm earns its money (业务模式)
 * @param mainProducts                 what it makes or sells
 * @param expectedRevenue              sales expected in the coming year (本年预计销售收入)
 * @param expectedGrowth               growth of sales expected, as a fraction: 0.15 is 15 %
 * @param ownFunds                     own funds available as working capital (自有资金)
 * @param existingWorkingCapitalLoans  working-capital loans of all banks outstanding (现有流动资金贷款)
 * @param otherFunding                 working capital from other channels (其他渠道提供的营运资金)
 */
public record OperatingData(String businessModel, String mainProducts, BigDecimal expectedRevenue, BigDecimal expectedGrowth,
                            BigDecimal ownFunds, BigDecimal existingWorkingCapitalLoans, BigDecimal otherFunding) {
}
