package io.shouxin.origination;

import java.math.BigDecimal;
import java.util.List;

/**
 * The covenants a case would have if it were proposed now, and how far each may be amended (建议的约定事项).
 *
 * @param grade      the grade they are asked for, that of the customer's rating in force; null before the first, when of the targets of all
 *                   grades the hardest is shown
 * @param choices    those suggested first, then those that could be added
 * @param amendments as the analyst last asked for
 */
public record SuggestedCovenants(String grade, List<Choice> choices, List<CovenantAmendment> amendments) {

    /**
     * One covenant of the library.
     *
     * @param easiest the easiest target policy allows; null for what is no figure
     * @param why     reason code of the policy
     */
    public record Choice(Covenant covenant, boolean suggested, boolean mayAmend, boolean mayDrop, BigDecimal easiest, CovenantFrequency rarest, int mostGraceDays,
                         String why) {
    }
}
