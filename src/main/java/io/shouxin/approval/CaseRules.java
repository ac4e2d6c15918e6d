package io.shouxin.approval;

import io.shouxin.policy.MatchedRow;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The row of policy {@code approval-rules} by which a case is run; kept with the case for life.
 *
 * @param mostReturns how often a subject may be returned before the next tier decides
 * @param urgeHours   hours between two reminders of the same case
 * @param fourEyes    whether who only validated may also approve
 * @param majority    share of all seats that has to approve in the committee
 * @param quorum      share of the seats able to vote that has to be heard before an approval stands
 */
public record CaseRules(int mostReturns, int urgeHours, FourEyes fourEyes, Majority majority, Majority quorum, String version) {

    /** Policy key. */
    public static final String POLICY = "approval-rules";

    /** For cases opened before there was a policy. */
    static final CaseRules OF_OLD = new CaseRules(3, 24, FourEyes.STRICT, Majority.MAJORITY, Majority.MAJORITY, "-");

    static Map<String, Object> question(String subjectType, BigDecimal exposure) {
        return Map.of("subject", subjectType, "exposure", exposure);
    }

    static CaseRules of(MatchedRow row, String version) {
        return new CaseRules(row.whole("mostReturns"), row.whole("urgeHours"), FourEyes.valueOf(row.text("fourEyes")),
                Majority.valueOf(row.text("majority")), Majority.valueOf(row.text("quorum")), version);
    }

    /** How strict the separation of making and deciding is. */
    public enum FourEyes {
        /** 严格: nobody who had a hand in the case decides on it. */
        STRICT,
        /** 小额放宽: who validated or assessed, and nothing else, may also decide. */
        VALIDATOR_MAY_APPROVE
    }

    /** A share of seats. */
    public enum Majority {
        /** 过半数 */
        MAJORITY,
        /** 三分之二 */
        TWO_THIRDS;

        /** The least number of seats that reaches the share. */
        int of(int seats) {
            return this == MAJORITY ? seats / 2 + 1 : (2 * seats + 2) / 3;
        }
    }
}
