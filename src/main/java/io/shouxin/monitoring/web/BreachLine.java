package io.shouxin.monitoring.web;

import io.shouxin.kernel.Wording;
import io.shouxin.monitoring.BreachCaseView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A breach case in the list, in the reader's language.
 *
 * @param outcome what became of the change of the limit or the review; null while open
 */
record BreachLine(String id, String facility, String application, String customer, boolean open, String proposal, String proposalLabel, BigDecimal share, String grade,
                  String ruleCode, String policyVersion, String reference, Instant openedAt, String outcome, String outcomeLabel, Instant settledAt, List<Cause> causes) {

    /** What was not kept. */
    record Cause(String source, String kind, String code, BigDecimal missedBy, int times, String proposal, String ruleCode, String reason, Instant notedAt) {
    }

    static BreachLine of(BreachCaseView view, Wording wording, Locale language) {
        return new BreachLine(view.id(), view.facility().value(), view.application().value(), view.customer().value(), view.open(), view.proposal().name(),
                wording.of("breachProposal." + view.proposal(), language), view.share(), view.grade(), view.ruleCode(), view.policyVersion(), view.reference(), view.openedAt(),
                view.outcome(), outcome(view.outcome(), wording, language), view.settledAt(), view.causes().stream().map(cause -> new Cause(cause.source(), cause.kind(),
                        cause.code(), cause.missedBy(), cause.times(), cause.proposal().name(), cause.ruleCode(), cause.reason().in(language), cause.notedAt())).toList());
    }

    /** The last state of a change of a limit or of a review. */
    private static String outcome(String code, Wording wording, Locale language) {
        return code == null ? null : List.of("limitChangeStatus.", "reviewStatus.").stream().map(kind -> kind + code).filter(wording::knows).findFirst()
                .map(key -> wording.of(key, language)).orElse(code);
    }
}
