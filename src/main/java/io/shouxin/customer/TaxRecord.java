package io.shouxin.customer;

import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What the tax office says (纳税记录).
 *
 * @param grade   tax credit grade (纳税信用等级): A, B, M (newly founded), C or D
 * @param year    the grade was given for
 * @param taxPaid tax paid in that year, in yuan
 * @param arrears tax due and unpaid, in yuan; 0 for none
 */
public record TaxRecord(String grade, Integer year, BigDecimal taxPaid, BigDecimal arrears) implements FactContent {

    /** Best first. */
    public static final List<String> GRADES = List.of("A", "B", "M", "C", "D");

    @Override
    public FactKind kind() {
        return FactKind.TAX_RECORD;
    }

    @Override
    public List<Refusal> refusals() {
        return new FactFields("taxRecord.").code("grade", grade, GRADES).whole("year", year, 1994, 2100).amount("taxPaid", taxPaid)
                .amount("arrears", arrears).refusals();
    }

    @Override
    public Map<String, String> details() {
        return FactFields.told("taxGrade", grade, "taxYear", year, "taxPaid", taxPaid, "taxArrears", arrears);
    }
}
