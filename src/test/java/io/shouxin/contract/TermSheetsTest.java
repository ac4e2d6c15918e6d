package io.shouxin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Rate;
import io.shouxin.kernel.Refusal;
import io.shouxin.origination.ApprovedTerms;
import io.shouxin.origination.Covenant;
import io.shouxin.origination.CovenantLibrary;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.StandingPolicies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered beside the approved amounts, and how far somebody may give way after a counter-offer. */
class TermSheetsTest {

    private static final LocalDate LATER = LocalDate.of(2026, 12, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    private final TermSheets sheets = sheets();
    private final ApprovedTerms approved = Samples.terms().approved();
    private final TermSheet offered = sheets.of(approved, DAY);

    @Test
    void tellsTheApprovedRateAsPrimeRatePlusPointsWithItsReset() {
        assertThat(offered.of(1)).hasValueSatisfying(loan -> {
            assertThat(loan.basis()).isEqualTo(RateBasis.LPR);
            assertThat(loan.baseRate()).isEqualTo("LPR1Y");
            assertThat(loan.base()).isEqualTo(Rate.of("0.03"));
            assertThat(loan.points()).isEqualByComparingTo(new BigDecimal("135"));
            assertThat(loan.rate()).isEqualTo(Rate.of("0.0435"));
            assertThat(loan.resetMonths()).isEqualTo(12);
            assertThat(loan.repayment()).isEqualTo(RepaymentType.INTEREST_MONTHLY);
        });
        assertThat(offered.of(2)).hasValueSatisfying(credit -> {
            assertThat(credit.basis()).isNull();
            assertThat(credit.paymentTermDays()).isEqualTo(60);
        });
        assertThat(offered.tested()).isEqualTo(approved.covenants());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "RELATIONSHIP_MANAGER  | 1 |        |    | ANNUITY         | done",
        "RELATIONSHIP_MANAGER  | 1 | 0.0434 |    |                 | BEYOND_AUTHORITY concessions[1].rate",
        "ANALYST               | 1 | 0.0430 |    |                 | done",
        "ANALYST               | 1 | 0.0429 |    |                 | BEYOND_AUTHORITY concessions[1].rate",
        "CREDIT_MANAGER        | 1 | 0.0415 |    |                 | done",
        "CREDIT_MANAGER        | 1 | 0.04149|    |                 | BEYOND_AUTHORITY concessions[1].rate",
        "RISK_DIRECTOR         | 1 | 0.0375 |    | EQUAL_PRINCIPAL | done",
        "RISK_DIRECTOR         | 1 | 0.0374 |    |                 | BEYOND_AUTHORITY concessions[1].rate",
        "ANALYST               | 2 |        | 65 |                 | done",
        "ANALYST               | 2 |        | 66 |                 | BEYOND_AUTHORITY concessions[2].paymentTermDays",
        "ANALYST               | 2 |        | 59 |                 | CONCESSION_NOT_MILDER concessions[2].paymentTermDays",
        "CREDIT_MANAGER        | 1 | 0.0436 |    |                 | CONCESSION_NOT_MILDER concessions[1].rate",
        "CREDIT_MANAGER        | 1 |        | 70 |                 | CONCESSION_NOT_FOR_THIS concessions[1]",
        "CREDIT_MANAGER        | 2 | 0.0100 |    |                 | CONCESSION_NOT_FOR_THIS concessions[2]",
        "CREDIT_MANAGER        | 3 | 0.0430 |    |                 | CONCESSION_NO_FACILITY concessions[3]",
        "CREDIT_MANAGER        | 1 |        |    |                 | CONCESSION_EMPTY concessions[1]",
        "LEGAL                 | 1 | 0.0434 |    |                 | BEYOND_AUTHORITY concessions[1].rate",
        "LEGAL                 | 1 |        |    | ANNUITY         | REPAYMENT_NOT_ALLOWED concessions[1].repayment"})
    void givesWayAsFarAsTheOfficerMay(Role role, int position, String rate, Integer days, RepaymentType repayment, String answer) {
        Person officer = new Person(new PersonId("officer"), "某人", Set.of(role), Optional.empty());
        Concession concession = new Concession(position, rate == null ? null : Rate.of(rate), days, repayment);

        Outcome<TermSheet> outcome = sheets.conceding(offered, approved, List.of(concession), List.of(), officer, DAY);

        assertThat(outcome.refusals().stream().map(TermSheetsTest::told).findFirst().orElse("done")).isEqualTo(answer);
        if (outcome.isDone()) {
            TermSheet milder = outcome.orElseThrow();
            if (rate != null) {
                assertThat(milder.of(position).orElseThrow().rate()).isEqualTo(Rate.of(rate));
                assertThat(milder.contracted(approved).get(position - 1).rate()).isEqualTo(Rate.of(rate));
            }
        }
    }

    /** Step by step nobody goes further than at once: authority counts from what was approved. */
    @Test
    void countsAuthorityFromWhatWasApprovedNotFromTheLastRound() {
        Person analyst = new Person(new PersonId("analyst"), "某人", Set.of(Role.ANALYST), Optional.empty());
        TermSheet milder = sheets.conceding(offered, approved, List.of(new Concession(1, Rate.of("0.0431"), null, null)), List.of(), analyst, DAY).orElseThrow();

        assertThat(sheets.conceding(milder, approved, List.of(new Concession(1, Rate.of("0.0428"), null, null)), List.of(), analyst, DAY).refusals())
                .extracting(Refusal::code).containsExactly("BEYOND_AUTHORITY");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "CREDIT_MANAGER        | DEBT_RATIO           | 0.735   |    | done",
        "CREDIT_MANAGER        | DEBT_RATIO           | 0.73501 |    | BEYOND_AUTHORITY covenants[DEBT_RATIO].target",
        "SENIOR_CREDIT_MANAGER | DEBT_RATIO           | 0.77    |    | done",
        "ANALYST               | DEBT_RATIO           | 0.7001  |    | BEYOND_AUTHORITY covenants[DEBT_RATIO].target",
        "CREDIT_MANAGER        | DEBT_RATIO           | 0.69    |    | CONCESSION_NOT_MILDER covenants[DEBT_RATIO].target",
        "ANALYST               | DEBT_RATIO           |         | 20 | done",
        "ANALYST               | DEBT_RATIO           |         | 21 | BEYOND_AUTHORITY covenants[DEBT_RATIO].graceDays",
        "ANALYST               | DEBT_RATIO           |         | 14 | CONCESSION_NOT_MILDER covenants[DEBT_RATIO].graceDays",
        "RELATIONSHIP_MANAGER  | QUARTERLY_STATEMENTS |         | 16 | BEYOND_AUTHORITY covenants[QUARTERLY_STATEMENTS].graceDays",
        "RISK_DIRECTOR         | QUARTERLY_STATEMENTS | 1       |    | CONCESSION_NOT_FOR_THIS covenants[QUARTERLY_STATEMENTS].target",
        "RISK_DIRECTOR         | DEBT_RATIO           |         |    | CONCESSION_EMPTY covenants[DEBT_RATIO]",
        "RISK_DIRECTOR         | NO_SUCH              | 0.8     |    | COVENANT_UNKNOWN covenants[NO_SUCH]"})
    void easesACovenantAsFarAsTheOfficerMay(Role role, String code, BigDecimal target, Integer graceDays, String answer) {
        Person officer = new Person(new PersonId("officer"), "某人", Set.of(role), Optional.empty());
        Outcome<TermSheet> outcome = sheets.conceding(offered, approved, List.of(), List.of(new CovenantConcession(code, target, graceDays)), officer, LATER);

        assertThat(outcome.refusals().stream().map(TermSheetsTest::told).findFirst().orElse("done")).isEqualTo(answer);
        if (outcome.isDone() && target != null) {
            Covenant eased = outcome.orElseThrow().tested().get(1);
            assertThat(eased.target()).isEqualByComparingTo(target);
            assertThat(eased.steps()).singleElement().satisfies(step -> assertThat(step.target()).isEqualByComparingTo(target.subtract(new BigDecimal("0.05"))));
        }
    }

    @Test
    void nobodyEasesACovenantByTheTableOfBefore() {
        Person director = new Person(new PersonId("director"), "某人", Set.of(Role.RISK_DIRECTOR), Optional.empty());
        assertThat(sheets.conceding(offered, approved, List.of(), List.of(new CovenantConcession("DEBT_RATIO", new BigDecimal("0.71"), null)), director, DAY).refusals())
                .extracting(Refusal::code).containsExactly("BEYOND_AUTHORITY");
    }

    @Test
    void aProposalOfBeforeIsAskedForStatementsAndConductButNoFigures() {
        ApprovedTerms before = new ApprovedTerms(approved.applicationId(), approved.customerId(), approved.entity(), approved.proposalId(), approved.proposalHash(),
                approved.amount(), approved.rate(), approved.paymentTermDays(), approved.facilities(), approved.conditions(), null, approved.grade(), approved.reservation());
        assertThat(sheets.of(before, LATER).tested()).extracting(Covenant::code).containsExactly("QUARTERLY_STATEMENTS", "NO_NEW_GUARANTEES");
    }

    private static TermSheets sheets() {
        PolicyBook policies = StandingPolicies.unlogged();
        return new TermSheets(policies, new CovenantLibrary(policies));
    }

    private static String told(Refusal refusal) {
        return refusal.code() + " " + refusal.field();
    }
}
