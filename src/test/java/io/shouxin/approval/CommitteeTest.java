package io.shouxin.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitteeTest {

    private static final Set<PersonId> FIVE = IntStream.rangeClosed(1, 5).mapToObj(CommitteeTest::member).collect(Collectors.toSet());

    /** Votes in order: member, then + for, - against, 0 abstention, R return. Member 1 is the chair. */
    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {
            "1+,            OPEN",
            "1+ 2+,         OPEN",
            "1+ 2+ 3+,      APPROVED",
            "2+ 3+ 4+,      OPEN",
            "2+ 3+ 4+ 1+,   APPROVED",
            "2+ 3+ 4+ 10,   APPROVED",
            "2+ 3+ 4+ 1-,   DECLINED",
            "2+ 3+ 4+ 5+,   OPEN",
            "2+ 3+ 4+ 5+ 1-, DECLINED",
            "1-,            DECLINED",
            "2-,            OPEN",
            "2- 3-,         OPEN",
            "2- 3- 4-,      DECLINED",
            "1+ 2- 3-,      OPEN",
            "1+ 2+ 3- 4-,   OPEN",
            "1+ 2+ 3- 4- 5+, APPROVED",
            "20 30,         OPEN",
            "20 30 40,      DECLINED",
            "1+ 2+ 30 4- 50, DECLINED",
            "1R,            RETURNED"})
    void rulesByMajorityAndVeto(String votes, ApprovalStatus expected) {
        assertThat(new Committee(FIVE, member(1)).rule(votes(votes), Set.of())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"MAJORITY, 1+ 2+ 3+, OPEN", "MAJORITY, 1+ 2+ 3+ 40, APPROVED", "MAJORITY, 1+ 2+ 3+ 4-, APPROVED", "TWO_THIRDS, 1+ 2+ 3+ 4-, OPEN",
            "TWO_THIRDS, 1+ 2+ 3+ 4- 5-, DECLINED", "TWO_THIRDS, 1+ 2+ 3+ 40 50, DECLINED", "TWO_THIRDS, 1+ 2+ 3+ 4+, APPROVED",
            "TWO_THIRDS, 2+ 3+ 4+ 5+, OPEN"})
    void approvesByTheShareItsRulesAskForOnceTwoThirdsWereHeard(CaseRules.Majority majority, String votes, ApprovalStatus expected) {
        assertThat(new Committee(FIVE, member(1), majority, CaseRules.Majority.TWO_THIRDS).rule(votes(votes), Set.of())).isEqualTo(expected);
    }

    @Test
    void aBarredChairHasNoVeto() {
        assertThat(new Committee(FIVE, member(1)).rule(votes("2+ 3+ 4+"), Set.of(member(1)))).isEqualTo(ApprovalStatus.APPROVED);
    }

    @Test
    void barredMembersLowerNoMajority() {
        Set<PersonId> barred = Set.of(member(4), member(5));
        assertThat(new Committee(FIVE, member(1)).rule(votes("1+ 2+"), barred)).isEqualTo(ApprovalStatus.OPEN);
        assertThat(new Committee(FIVE, member(1)).rule(votes("1+ 2-"), barred)).isEqualTo(ApprovalStatus.DECLINED);
    }

    private static List<ApprovalCaseView.Decision> votes(String text) {
        List<ApprovalCaseView.Decision> votes = new ArrayList<>();
        for (String vote : text.split(" ")) {
            Verdict verdict = switch (vote.charAt(1)) {
                case '+' -> Verdict.APPROVE;
                case '-' -> Verdict.DECLINE;
                case '0' -> Verdict.ABSTAIN;
                default -> Verdict.RETURN;
            };
            votes.add(new ApprovalCaseView.Decision(Tier.COMMITTEE, member(vote.charAt(0) - '0'), verdict, "", "", Instant.EPOCH));
        }
        return votes;
    }

    private static PersonId member(int seat) {
        return new PersonId("committee" + seat);
    }
}
