package io.shouxin.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.audit.AuditTrail;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalDeskTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String HASH = "a1";
    private static ApprovalHouse house;
    private static int number;

    private ApprovalDesk desk;
    private String subject;

    @BeforeAll
    static void open() {
        house = new ApprovalHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void aSubject() {
        desk = house.desk;
        subject = "CA-D" + ++number;
    }

    @ParameterizedTest
    @CsvSource({"1, CREDIT_MANAGER", "2, SENIOR_CREDIT_MANAGER", "3, RISK_DIRECTOR", "4, COMMITTEE"})
    void climbsAllTiersUpToTheNeededOne(int millions, Tier last) {
        ApprovalCaseView opened = opened(millions);
        assertThat(opened.tiers()).hasSize(millions).startsWith(Tier.CREDIT_MANAGER).endsWith(last);
        assertThat(opened.currentTier()).isEqualTo(Tier.CREDIT_MANAGER);
    }

    @Test
    void measuresAuthorityByTotalExposure() {
        ApprovalCaseView opened = desk.open(new OpenApproval("credit-application", subject, HASH, Money.cny("1"), Money.cny("4000000"),
                "GOOD", true, Set.of(), TODAY), person("analyst")).orElseThrow();
        assertThat(opened.tiers()).endsWith(Tier.COMMITTEE);
    }

    @Test
    void goesFromTierToTierToApproval() {
        ApprovalCaseId id = opened(3).id();
        assertThat(approve(id, Tier.CREDIT_MANAGER, "manager").currentTier()).isEqualTo(Tier.SENIOR_CREDIT_MANAGER);
        assertThat(approve(id, Tier.SENIOR_CREDIT_MANAGER, "senior").currentTier()).isEqualTo(Tier.RISK_DIRECTOR);
        ApprovalCaseView closed = approve(id, Tier.RISK_DIRECTOR, "director");
        assertThat(closed.status()).isEqualTo(ApprovalStatus.APPROVED);
        assertThat(closed.closedAt()).isPresent();
        assertThat(desk.find(id).orElseThrow()).isEqualTo(closed);
        assertThat(house.context.getBean(AuditTrail.class).of(id.value())).hasSize(3);
    }

    @Test
    void asksTheCommitteeLast() {
        ApprovalCaseId id = opened(4).id();
        approve(id, Tier.CREDIT_MANAGER, "manager");
        approve(id, Tier.SENIOR_CREDIT_MANAGER, "senior");
        approve(id, Tier.RISK_DIRECTOR, "director");
        approve(id, Tier.COMMITTEE, "committee2");
        approve(id, Tier.COMMITTEE, "committee3");
        assertThat(approve(id, Tier.COMMITTEE, "committee4").isOpen()).isTrue();
        assertThat(approve(id, Tier.COMMITTEE, "committee1").status()).isEqualTo(ApprovalStatus.APPROVED);
    }

    @Test
    void theChairsVetoEndsTheCase() {
        ApprovalCaseId id = atCommittee();
        approve(id, Tier.COMMITTEE, "committee2");
        ApprovalCaseView closed = desk.decide(new Decide(id, Tier.COMMITTEE, Verdict.DECLINE, "GROUP_EXPOSURE", "", HASH), person("committee1"))
                .orElseThrow();
        assertThat(closed.status()).isEqualTo(ApprovalStatus.DECLINED);
    }

    @Test
    void onlyTheChairReturnsFromTheCommittee() {
        ApprovalCaseId id = atCommittee();
        Decide back = new Decide(id, Tier.COMMITTEE, Verdict.RETURN, "", "Which orders?", HASH);
        assertThat(codes(desk.decide(back, person("committee2")))).containsExactly("ONLY_CHAIR_RETURNS");
        assertThat(desk.decide(back, person("committee1")).orElseThrow().status()).isEqualTo(ApprovalStatus.RETURNED);
    }

    @Test
    void refusesASecondDecisionOfTheSameOfficerOverAllTiers() {
        ApprovalCaseId id = opened(2).id();
        approve(id, Tier.CREDIT_MANAGER, "allrounder");
        assertThat(codes(decide(id, Tier.SENIOR_CREDIT_MANAGER, Verdict.APPROVE, "allrounder"))).containsExactly("ALREADY_DECIDED");
        assertThat(desk.obstacles(id, person("allrounder"))).extracting(Refusal::code).containsExactly("ALREADY_DECIDED");
        assertThat(desk.obstacles(id, person("senior"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CREDIT_MANAGER, auditor, NOT_ALLOWED_AUDITOR", "CREDIT_MANAGER, admin, NOT_ALLOWED_ADMIN",
            "CREDIT_MANAGER, manager2, OWN_CASE", "SENIOR_CREDIT_MANAGER, senior, TIER_NOT_OPEN", "CREDIT_MANAGER, senior, NOT_IN_TIER",
            "CREDIT_MANAGER, applicant, NOT_IN_TIER", "CREDIT_MANAGER, nobody, NOT_IN_TIER", "STRAIGHT_THROUGH, manager, TIER_NOT_OPEN"})
    void refusesWhoMayNotDecide(Tier tier, String officer, String code) {
        ApprovalCaseId id = opened(2).id();
        assertThat(codes(decide(id, tier, Verdict.APPROVE, officer))).containsExactly(code);
        assertThat(desk.find(id).orElseThrow().decisions()).isEmpty();
    }

    @Test
    void refusesWhoDeclaredAConflict() {
        ApprovalCaseId id = opened(1).id();
        assertThat(codes(desk.declareConflict(id, person("manager"), null, " "))).containsExactly("CONFLICT_KIND_REQUIRED", "CONFLICT_REASON_REQUIRED");
        desk.declareConflict(id, person("manager"), ConflictKind.RELATIVE, "The owner is my cousin").orElseThrow();
        assertThat(codes(decide(id, Tier.CREDIT_MANAGER, Verdict.APPROVE, "manager"))).containsExactly("CONFLICT_DECLARED");
        assertThat(codes(desk.declareConflict(id, person("manager"), ConflictKind.OTHER, "Again"))).containsExactly("CONFLICT_DECLARED");
        approve(id, Tier.CREDIT_MANAGER, "allrounder");
        assertThat(codes(desk.declareConflict(id, person("senior"), ConflictKind.OTHER, "Late"))).containsExactly("CASE_CLOSED");
    }

    @Test
    void refusesADecisionOnAnotherVersionOfTheProposal() {
        ApprovalCaseId id = opened(1).id();
        assertThat(codes(desk.decide(new Decide(id, Tier.CREDIT_MANAGER, Verdict.APPROVE, "", "", "b2"), person("manager"))))
                .containsExactly("PROPOSAL_CHANGED");
    }

    @ParameterizedTest
    @CsvSource({"DECLINE, '', '', REASON_REQUIRED", "DECLINE, 'not a code', '', REASON_MALFORMED", "RETURN, '', ' ', QUESTIONS_REQUIRED",
            "ABSTAIN, '', '', ABSTAIN_NOT_ALLOWED"})
    void refusesAVerdictWithoutWhatItNeeds(Verdict verdict, String reason, String comment, String code) {
        ApprovalCaseId id = opened(1).id();
        assertThat(codes(desk.decide(new Decide(id, Tier.CREDIT_MANAGER, verdict, reason, comment, HASH), person("manager"))))
                .containsExactly(code);
    }

    @Test
    void refusesAnEndlessComment() {
        ApprovalCaseId id = opened(1).id();
        assertThat(codes(desk.decide(new Decide(id, Tier.CREDIT_MANAGER, Verdict.APPROVE, "", "x".repeat(2001), HASH), person("manager"))))
                .containsExactly("COMMENT_TOO_LONG");
    }

    @Test
    void aClosedCaseTakesNoMoreDecisions() {
        ApprovalCaseId id = opened(2).id();
        desk.decide(new Decide(id, Tier.CREDIT_MANAGER, Verdict.DECLINE, "REPAYMENT_ABILITY", "", HASH), person("manager")).orElseThrow();
        assertThat(codes(decide(id, Tier.CREDIT_MANAGER, Verdict.APPROVE, "allrounder"))).containsExactly("CASE_CLOSED");
        assertThat(codes(decide(new ApprovalCaseId("AC-0"), Tier.CREDIT_MANAGER, Verdict.APPROVE, "manager"))).containsExactly("CASE_UNKNOWN");
    }

    @Test
    void aReturnedProposalComesBackAsANewCaseOnWhichTheSameOfficerMayDecide() {
        ApprovalCaseId first = opened(1).id();
        desk.decide(new Decide(first, Tier.CREDIT_MANAGER, Verdict.RETURN, "", "Which orders?", HASH), person("manager")).orElseThrow();
        ApprovalCaseView second = desk.open(request(1, "b2"), person("analyst")).orElseThrow();
        desk.decide(new Decide(second.id(), Tier.CREDIT_MANAGER, Verdict.APPROVE, "", "", "b2"), person("manager")).orElseThrow();
        assertThat(desk.history("credit-application", subject)).extracting(ApprovalCaseView::status)
                .containsExactly(ApprovalStatus.RETURNED, ApprovalStatus.APPROVED);
    }

    @Test
    void anAmendedProposalVoidsTheOpenCase() {
        ApprovalCaseView first = opened(2);
        assertThat(opened(2).id()).isEqualTo(first.id());
        approve(first.id(), Tier.CREDIT_MANAGER, "manager");
        desk.open(request(2, "b2"), person("analyst")).orElseThrow();
        assertThat(desk.find(first.id()).orElseThrow().status()).isEqualTo(ApprovalStatus.VOIDED);
        assertThat(codes(decide(first.id(), Tier.SENIOR_CREDIT_MANAGER, Verdict.APPROVE, "senior"))).containsExactly("CASE_CLOSED");
        assertThat(desk.voidCase(first.id(), "WITHDRAWN", person("applicant")).isDone()).isTrue();
    }

    @Test
    void passesStraightThroughOnlyWhatThePolicyLetsPass() {
        ApprovalCaseView opened = desk.open(new OpenApproval("credit-application", subject, HASH, Money.cny("500000"), Money.cny("500000"),
                "GOOD", true, Set.of(), TODAY), person("analyst")).orElseThrow();
        assertThat(opened.isStraightThrough()).isTrue();
        assertThat(codes(decide(opened.id(), Tier.STRAIGHT_THROUGH, Verdict.APPROVE, "manager"))).containsExactly("NOT_IN_TIER");
        ApprovalCaseView closed = desk.approveStraightThrough(opened.id()).orElseThrow();
        assertThat(closed.status()).isEqualTo(ApprovalStatus.APPROVED);
        assertThat(closed.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.officer()).isEqualTo(ApprovalDesk.SYSTEM);
            assertThat(decision.comment()).contains("2026.1");
        });
        assertThat(codes(desk.approveStraightThrough(opened.id()))).containsExactly("CASE_CLOSED");
        subject = subject + "-big";
        assertThat(codes(desk.approveStraightThrough(opened(1).id()))).containsExactly("NOT_STRAIGHT_THROUGH");
    }

    @Test
    void refusesACaseThatMakesNoSense() {
        OpenApproval negative = new OpenApproval("credit-application", subject, " ", Money.cny("-1"), Money.cny("1"), "GOOD", false, Set.of(), TODAY);
        assertThat(codes(desk.open(negative, person("analyst")))).containsExactly("AMOUNT_NEGATIVE", "PROPOSAL_HASH_MISSING");
        OpenApproval dollars = new OpenApproval("credit-application", subject, HASH, Money.of("1", "USD"), Money.of("1", "USD"), "GOOD", false,
                Set.of(), TODAY);
        assertThat(codes(desk.open(dollars, person("analyst")))).containsExactly("AUTHORITY_IN_YUAN_ONLY");
    }

    @Test
    void ofTwoParallelDecisionsAtOneTierOneCounts() throws Exception {
        for (int round = 0; round < 10; round++) {
            subject = "CA-D" + ++number;
            ApprovalCaseId id = opened(2).id();
            List<Outcome<ApprovalCaseView>> outcomes = together(List.of("manager", "allrounder"), id, Tier.CREDIT_MANAGER);
            assertThat(outcomes.stream().filter(Outcome::isDone)).hasSize(1);
            assertThat(outcomes.stream().flatMap(outcome -> outcome.refusals().stream()).map(Refusal::code)).containsExactly("TIER_NOT_OPEN");
        }
    }

    @Test
    void parallelVotesOfTheCommitteeAreAllCounted() throws Exception {
        ApprovalCaseId id = atCommittee();
        List<Outcome<ApprovalCaseView>> outcomes = together(List.of("committee2", "committee3", "committee4", "committee5"), id, Tier.COMMITTEE);
        assertThat(outcomes).allMatch(Outcome::isDone);
        assertThat(desk.find(id).orElseThrow().decisions()).hasSize(7);
        assertThat(approve(id, Tier.COMMITTEE, "committee1").status()).isEqualTo(ApprovalStatus.APPROVED);
    }

    private List<Outcome<ApprovalCaseView>> together(List<String> officers, ApprovalCaseId id, Tier tier) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(officers.size());
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Outcome<ApprovalCaseView>>> running = new ArrayList<>();
            for (String officer : officers) {
                running.add(threads.submit(() -> {
                    start.await();
                    return decide(id, tier, Verdict.APPROVE, officer);
                }));
            }
            start.countDown();
            List<Outcome<ApprovalCaseView>> outcomes = new ArrayList<>();
            for (Future<Outcome<ApprovalCaseView>> done : running) {
                outcomes.add(done.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private ApprovalCaseId atCommittee() {
        ApprovalCaseId id = opened(4).id();
        approve(id, Tier.CREDIT_MANAGER, "manager");
        approve(id, Tier.SENIOR_CREDIT_MANAGER, "senior");
        approve(id, Tier.RISK_DIRECTOR, "director");
        return id;
    }

    private ApprovalCaseView opened(int millions) {
        return desk.open(request(millions, HASH), person("analyst")).orElseThrow();
    }

    private OpenApproval request(int millions, String hash) {
        Money amount = Money.cny(millions + "000000");
        return new OpenApproval("credit-application", subject, hash, amount, amount, "GOOD", false,
                Set.of(person("analyst"), person("manager2")), TODAY);
    }

    private ApprovalCaseView approve(ApprovalCaseId id, Tier tier, String officer) {
        return decide(id, tier, Verdict.APPROVE, officer).orElseThrow();
    }

    private Outcome<ApprovalCaseView> decide(ApprovalCaseId id, Tier tier, Verdict verdict, String officer) {
        return desk.decide(new Decide(id, tier, verdict, "", "", HASH), person(officer));
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.refusals().stream().map(Refusal::code).toList();
    }

    private static PersonId person(String id) {
        return new PersonId(id);
    }
}
