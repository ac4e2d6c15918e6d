package io.shouxin.rating;

import io.shouxin.kernel.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What has to be filled in before an override can be asked for (等级调整申请的要件). */
final class OverrideCheck {

    private static final int SHORTEST_EVIDENCE = 20;
    private static final int LONGEST_EVIDENCE = 2000;
    private static final int LONGEST_SOURCE = 200;

    private OverrideCheck() {
    }

    /** @param reasons codes the policy in force knows */
    static List<Refusal> refusals(RequestOverride asked, Set<String> reasons, LocalDate today) {
        List<Refusal> refusals = new ArrayList<>();
        if (asked.grade() == null) {
            refusals.add(Refusal.of("OVERRIDE_GRADE_MISSING").at("grade"));
        }
        if (asked.reasonCode() == null || !reasons.contains(asked.reasonCode())) {
            refusals.add(Refusal.of("OVERRIDE_REASON_MISSING").at("reasonCode"));
        }
        int length = asked.evidence() == null ? 0 : asked.evidence().strip().length();
        if (length < SHORTEST_EVIDENCE || length > LONGEST_EVIDENCE) {
            refusals.add(Refusal.of("OVERRIDE_EVIDENCE_MISSING").at("evidence").with("least", SHORTEST_EVIDENCE).with("most", LONGEST_EVIDENCE));
        }
        if (asked.evidenceSource() == null || asked.evidenceSource().isBlank() || asked.evidenceSource().strip().length() > LONGEST_SOURCE) {
            refusals.add(Refusal.of("OVERRIDE_SOURCE_MISSING").at("evidenceSource").with("most", LONGEST_SOURCE));
        }
        if (asked.evidenceDate() == null || asked.evidenceDate().isAfter(today)) {
            refusals.add(Refusal.of("OVERRIDE_EVIDENCE_DATE").at("evidenceDate"));
        }
        return refusals;
    }
}
