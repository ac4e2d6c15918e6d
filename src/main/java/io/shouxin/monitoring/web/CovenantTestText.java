package io.shouxin.monitoring.web;

import io.shouxin.customer.StatementItem;
import io.shouxin.kernel.Wording;
import io.shouxin.monitoring.CovenantTestView;
import io.shouxin.monitoring.ReliefView;
import io.shouxin.monitoring.TestDesk;
import io.shouxin.monitoring.TestFigures;
import io.shouxin.origination.CovenantText;
import io.shouxin.origination.CovenantUnit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * One test as it is told; figures as decimal text and as people read them.
 *
 * @param derived     system-derived value; absent when undefined, then {@code undefinedLabel} says why
 * @param differs     reported and derived value lie further apart than the policy lets pass without explanation
 * @param figuresHash goes back with the finding, so that it holds for the figures shown
 * @param headroom    room to the target, negative when missed
 */
record CovenantTestText(String testId, String covenantId, String applicationId, String customerId, String code, String kind, String kindLabel, String asked, String formula,
                        String schedule, LocalDate periodEnd, LocalDate noticeOn, LocalDate firstTestOn, LocalDate testOn, LocalDate graceEndsOn, String status, String statusLabel,
                        String target, String targetText, String unit, String derived, String derivedText, String undefined, String undefinedLabel, LocalDate receivedOn,
                        List<Input> inputs, List<String> statements, String figuresHash, String reported, String reportedText, String reportEvidence, String reportRemark,
                        String reportedBy, Instant reportedAt, boolean differs, String headroom, String headroomText, Boolean kept, String evidence, String remark, boolean cured,
                        String doneBy, Instant doneAt, List<Relief> reliefs, String reliefTier) {

    static CovenantTestText of(CovenantTestView test, TestFigures figures, boolean differs, List<ReliefView> reliefs, String tier, Wording wording, Locale language) {
        CovenantUnit unit = test.terms().unit() == null ? CovenantUnit.DAYS : test.terms().unit();
        BigDecimal value = figures.value().orElse(null);
        BigDecimal headroom = value == null || test.target() == null ? null : test.terms().bound().headroom(value, test.target());
        return new CovenantTestText(test.id(), test.covenant().id(), test.covenant().application().value(), test.covenant().customer().value(), test.terms().code(),
                test.terms().kind().name(), wording.of("covenantKind." + test.terms().kind(), language), CovenantText.asked(test.terms(), wording, language),
                CovenantText.formula(test.terms(), wording, language), CovenantText.tested(test.terms(), wording, language), test.periodEnd(), test.days().noticeOn(),
                test.firstTestOn(), test.days().testOn(), test.days().graceEndsOn(), test.status().name(), wording.of("covenantTestStatus." + test.status(), language),
                plain(test.target()), read(test.target(), unit, language), test.terms().unit() == null ? null : unit.name(), plain(value), read(value, unit, language),
                figures.undefined(), figures.undefined() == null ? null : wording.of("undefined." + figures.undefined(), language), figures.receivedOn(),
                figures.inputs().stream().map(input -> new Input(input.item(), label(input.item(), language), input.periodEnd(), input.amount().map(BigDecimal::toPlainString).orElse(null))).toList(),
                figures.statements(), TestDesk.hash(figures), plain(test.reported()), read(test.reported(), unit, language), test.reportEvidence(), test.reportRemark(),
                test.reportedBy(), test.reportedAt(), differs, plain(headroom), read(headroom, unit, language), test.kept(), test.evidence(), test.remark(), test.cured(),
                test.doneBy(), test.doneAt(), reliefs.stream().map(relief -> Relief.of(relief, wording, language)).toList(), tier);
    }

    private static String label(String item, Locale language) {
        StatementItem line = StatementItem.valueOf(item);
        return language.getLanguage().equals("zh") ? line.zh() : line.en();
    }

    private static String plain(BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros().toPlainString();
    }

    private static String read(BigDecimal value, CovenantUnit unit, Locale language) {
        return value == null ? null : CovenantText.figure(value, unit, language);
    }

    /** @param amount absent when the statement does not report the line */
    record Input(String item, String label, LocalDate periodEnd, String amount) {
    }

    /** A request for relief and its answer. */
    record Relief(String reliefId, String kind, String kindLabel, LocalDate until, String reason, String askedBy, Instant askedAt, String status, String statusLabel,
                  String decidedBy, String decision, Instant decidedAt) {

        static Relief of(ReliefView relief, Wording wording, Locale language) {
            return new Relief(relief.id(), relief.kind().name(), wording.of("reliefKind." + relief.kind(), language), relief.until(), relief.reason().in(language), relief.askedBy(),
                    relief.askedAt(), relief.status().name(), wording.of("reliefStatus." + relief.status(), language), relief.decidedBy(), relief.decision(), relief.decidedAt());
        }
    }
}
