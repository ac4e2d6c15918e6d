package io.shouxin.review;

import io.shouxin.kernel.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a customer declares who has no statements newer than the last rating.
 *
 * @param reason     why, 1 to {@value #LONGEST_REASON} characters
 * @param expectedOn day on which he expects the next statements, today or later; null if he can't say
 */
public record NoNewerStatements(String reason, LocalDate expectedOn) {

    /** Longest reason, in characters. */
    static final int LONGEST_REASON = 1000;

    public NoNewerStatements {
        reason = reason == null ? "" : reason.strip();
    }

    List<Refusal> refusals(LocalDate today) {
        List<Refusal> refusals = new ArrayList<>();
        if (reason.isEmpty()) {
            refusals.add(Refusal.of("NO_STATEMENTS_NEEDS_REASON").at("noNewerStatements.reason"));
        }
        if (reason.length() > LONGEST_REASON) {
            refusals.add(Refusal.of("TEXT_TOO_LONG").at("noNewerStatements.reason").with("max", LONGEST_REASON));
        }
        if (expectedOn != null && expectedOn.isBefore(today)) {
            refusals.add(Refusal.of("STATEMENTS_EXPECTED_IN_PAST").at("noNewerStatements.expectedOn").with("today", today));
        }
        return refusals;
    }
}
