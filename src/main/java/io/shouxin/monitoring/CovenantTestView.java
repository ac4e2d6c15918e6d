package io.shouxin.monitoring;

import io.shouxin.origination.Covenant;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One test of a covenant (约定事项测试).
 *
 * @param firstTestOn day it was due at first; later than that only after a deferral
 * @param target      for this period; null for what is no figure
 * @param figures     system-derived value and what it rests on, as they stood when the result was found; empty before
 * @param reported    value the customer reported; null when none
 * @param kept        an officer's finding about what is told in words; null otherwise
 * @param evidence    number of a document; null when the remark says it
 * @param remark      explanation, or how it was seen
 * @param cured       kept only after the test day, within the grace
 * @param doneBy      {@code system} when the end of the grace found it
 */
public record CovenantTestView(String id, StandingCovenant covenant, LocalDate periodEnd, LocalDate firstTestOn, TestDays days, BigDecimal target,
                               CovenantTestStatus status, Instant toldAt, Optional<TestFigures> figures, BigDecimal reported, String reportEvidence,
                               String reportRemark, String reportedBy, Instant reportedAt, Boolean kept, String evidence, String remark, boolean cured,
                               String doneBy, Instant doneAt) {

    public Covenant terms() {
        return covenant.terms();
    }

    /** Room between the figure and its target, negative when missed; empty without a figure. */
    public Optional<BigDecimal> headroom() {
        return target == null ? Optional.empty() : figures.flatMap(TestFigures::value).map(value -> terms().bound().headroom(value, target));
    }

    /** Its day has passed and nobody has found a result. */
    public boolean isOverdue(LocalDate today) {
        return status.isUnderTest() && today.isAfter(days.testOn());
    }
}
