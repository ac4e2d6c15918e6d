package io.shouxin.monitoring;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BilingualText;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.FacilityId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A case opened because a covenant or a standing condition was not kept (违约处理). A facility has at most one that is open.
 *
 * @param proposal  the heaviest that any of its causes asks for
 * @param share     by which part to lower the limit; nothing otherwise
 * @param grade     of the customer when it was opened, or {@code UNKNOWN}
 * @param ruleCode  row of policy {@code covenant-breach}; message {@code reason.CODE}
 * @param reference number of the change of the limit or of the review that decides it; null for the moment between
 * @param outcome   what became of that; null while open
 * @param causes    what was not kept, first the one that opened it
 */
public record BreachCaseView(String id, FacilityId facility, ApplicationId application, CustomerId customer, boolean open, BreachProposal proposal, BigDecimal share,
                             String grade, String ruleCode, String policyVersion, String reference, Instant openedAt, String outcome, Instant settledAt,
                             List<Cause> causes) {

    public BreachCaseView {
        causes = List.copyOf(causes);
    }

    BreachCaseView because(List<Cause> noted) {
        return new BreachCaseView(id, facility, application, customer, open, proposal, share, grade, ruleCode, policyVersion, reference, openedAt, outcome, settledAt, noted);
    }

    /**
     * @param source   number of the test or of the condition check
     * @param kind     {@code FINANCIAL}, {@code INFORMATIONAL}, {@code NEGATIVE} or {@code CONDITION}
     * @param missedBy share of the target by which it was missed; null when there is no figure
     * @param times    the how-many-th within twelve months
     */
    public record Cause(String source, String kind, String code, BigDecimal missedBy, int times, BreachProposal proposal, String ruleCode, BilingualText reason, Instant notedAt) {
    }
}
