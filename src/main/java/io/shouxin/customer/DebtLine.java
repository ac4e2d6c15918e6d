package io.shouxin.customer;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One row of a schedule of existing debt (存量债务明细), as the customer or a credit report tells it.
 *
 * @param row            row it stands in, in the file or in the form, from 1
 * @param lender         贷款机构
 * @param contractNumber 合同编号, with the number of the drawdown where there is one; one debt has one number
 * @param product        业务品种 in the lender's words
 * @param currency       ISO code; blank or another text when it was not understood
 * @param contractAmount in whole units of the currency; null when not told
 * @param balance        what is owed at the cut-off date; null only for a debt that is settled
 * @param startsOn       null when not told
 * @param maturesOn      null when not told
 * @param margin         保证金 deposited for it, in the same currency; null for none
 * @param securedBy      担保方式 in the lender's words
 * @param status         状态 as written, e.g. 结清, 正常, 逾期; blank when not told
 * @param classification 五级分类 as written; blank when not told
 */
public record DebtLine(int row, String lender, String contractNumber, String product, String currency, BigDecimal contractAmount,
                       BigDecimal balance, LocalDate startsOn, LocalDate maturesOn, BigDecimal margin, String securedBy, String status,
                       String classification) {

    public DebtLine {
        lender = stripped(lender);
        contractNumber = stripped(contractNumber);
        product = stripped(product);
        currency = stripped(currency);
        securedBy = stripped(securedBy);
        status = stripped(status);
        classification = stripped(classification);
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }
}
