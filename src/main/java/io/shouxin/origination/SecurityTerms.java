package io.shouxin.origination;

import java.math.BigDecimal;
import java.util.List;

/**
 * What an analyst needs to value the security of an application (担保核实资料).
 *
 * @param lines        every security as it counts today, by what is recorded so far
 * @param rates        of every kind; none when the policies of the case know none
 * @param requirements least cover of each facility by grade
 */
public record SecurityTerms(List<SecurityLine> lines, List<AdvanceRate> rates, List<Requirement> requirements) {

    /**
     * @param facility  position from 1
     * @param smallFirm rated on its invoices
     * @param required  what has to count, over what is lent; zero: no security is asked for
     */
    public record Requirement(int facility, String grade, boolean smallFirm, BigDecimal required) {
    }
}
