package io.shouxin.approval;

import static io.shouxin.approval.ApprovalHouse.HASH;
import static io.shouxin.approval.ApprovalHouse.codes;
import static io.shouxin.approval.ApprovalHouse.himself;
import static io.shouxin.approval.ApprovalHouse.order;
import static io.shouxin.approval.ApprovalHouse.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.approval.SigningOrder.Place;
import io.shouxin.approval.SigningOrder.Rule;
import io.shouxin.audit.AuditTrail;
import io.shouxin.identity.Role;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of a case by each act, and what its history tells. */
class ApprovalVerbsTest {

    private static ApprovalHouse house;

    @BeforeAll
    static void open() {
        house = new ApprovalHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @AfterEach
    void everybodyIsBack() {
        house.backToToday();
        house.allBack();
    }

    @Test
    void conditionsBelongToTheDecisionAndToTheCase() {
        ApprovalCaseView view = house.opened(1);
        assertThat(codes(house.desk.decide(conditional(view, List.of()), person("manager")))).containsExactly("CONDITIONS_REQUIRED");
        assertThat(codes(house.desk.decide(conditional(view, List.of("长".repeat(201))), person("manager")))).containsExactly("CONDITIONS_TOO_LONG");
        ApprovalCaseView closed = house.desk.decide(conditional(view, List.of("追加法定代表人保证", " ", "追加法定代表人保证")), person("manager")).orElseThrow();
        assertThat(closed.status()).isEqualTo(ApprovalStatus.APPROVED);
        assertThat(house.now(view).conditions()).containsExactly("追加法定代表人保证");
    }

    private static Decide conditional(ApprovalCaseView view, List<String> conditions) {
        return new Decide(view.id(), Tier.CREDIT_MANAGER, Verdict.CONDITIONAL, "", "", HASH, conditions, himself(), Optional.empty());
    }

    @Test
    void aReturnToAnEarlierTierVoidsWhatWasDecidedSinceAndGoesFirstToWhoDecidedThere() {
        ApprovalCaseView view = house.approve(house.opened(3), "manager", "senior");
        assertThat(codes(back(view, Tier.COMMITTEE, "director"))).containsExactly("NOT_AN_EARLIER_TIER");
        ApprovalCaseView returned = back(view, Tier.CREDIT_MANAGER, "director").orElseThrow();

        assertThat(returned.currentTier()).isEqualTo(Tier.CREDIT_MANAGER);
        assertThat(returned.standing()).isEmpty();
        assertThat(returned.decisions()).hasSize(2);
        assertThat(returned.course().addressee()).contains(person("manager"));
        assertThat(codes(house.decide(view, Verdict.APPROVE, "senior"))).containsExactly("NOT_IN_TIER");
        ApprovalCaseView closed = house.approve(view, "manager", "senior", "director");
        assertThat(closed.status()).isEqualTo(ApprovalStatus.APPROVED);
        assertThat(closed.decisions()).hasSize(5);
        assertThat(closed.standing()).extracting(ApprovalCaseView.Decision::no).isSorted().hasSize(3);
    }

    private Outcome<ApprovalCaseView> back(ApprovalCaseView view, Tier tier, String officer) {
        return house.returns.toTier(view.id(), tier, "请复核抵押物估值", HASH, person(officer), himself());
    }

    @Test
    void afterTheReturnsTheRulesAllowTheNextTierDecides() {
        ApprovalCaseView view = house.approve(house.opened(2), "manager");
        back(view, null, "senior").orElseThrow();
        house.approve(view, "manager");
        back(view, null, "senior").orElseThrow();
        house.approve(view, "manager");

        ApprovalCaseView risen = back(view, null, "senior").orElseThrow();
        assertThat(risen.currentTier()).isEqualTo(Tier.RISK_DIRECTOR);
        assertThat(risen.tiers()).endsWith(Tier.RISK_DIRECTOR);
        assertThat(risen.acts()).extracting(ApprovalAct::verb).endsWith(Verb.RETURN_TO_TIER, Verb.ESCALATE);
        assertThat(house.approve(view, "director").status()).isEqualTo(ApprovalStatus.APPROVED);
    }

    @Test
    void returnsToTheApplicantCountOverAllVersionsOfAProposal() {
        String subject = "CA-R1";
        for (String hash : List.of("h1", "h2")) {
            ApprovalCaseView view = house.desk.open(ApprovalHouse.request(subject, 1, hash), person("analyst")).orElseThrow();
            assertThat(house.decide(view, Verdict.RETURN, "manager").orElseThrow().status()).isEqualTo(ApprovalStatus.RETURNED);
        }
        ApprovalCaseView third = house.desk.open(ApprovalHouse.request(subject, 1, "h3"), person("analyst")).orElseThrow();
        ApprovalCaseView risen = house.decide(third, Verdict.RETURN, "manager").orElseThrow();
        assertThat(risen.isOpen()).isTrue();
        assertThat(risen.currentTier()).isEqualTo(Tier.SENIOR_CREDIT_MANAGER);
        assertThat(risen.acts()).extracting(ApprovalAct::reason).containsExactly("Which orders?", "TOO_MANY_RETURNS");
    }

    @Test
    void inTheCommitteeThereIsNobodyAboveToDecideInstead() {
        ApprovalCaseView view = house.approve(house.opened(4), "manager", "senior", "director");
        for (int round = 0; round < 2; round++) {
            back(view, Tier.RISK_DIRECTOR, "committee1").orElseThrow();
            house.approve(view, "director");
        }
        assertThat(codes(back(view, Tier.RISK_DIRECTOR, "committee1"))).containsExactly("RETURNS_EXHAUSTED");
    }

    @Test
    void documentsComeBackToWhoAskedForThem() {
        ApprovalCaseView view = house.opened(2);
        ApprovalCaseView asked = house.returns.askForDocuments(view.id(), "请提供纳税申报表", HASH, person("manager"), himself()).orElseThrow();
        assertThat(asked.course().turn()).isEqualTo(Turn.DOCUMENTS);
        assertThat(codes(house.decide(view, Verdict.APPROVE, "manager"))).containsExactly("DOCUMENTS_ARE_AWAITED");
        assertThat(codes(house.returns.bringDocuments(view.id(), " ", person("analyst")))).containsExactly("ANSWER_REQUIRED");
        assertThat(codes(house.returns.bringDocuments(view.id(), "已上传", person("senior")))).containsExactly("NOT_ASKED_FOR_DOCUMENTS");

        ApprovalCaseView brought = house.returns.bringDocuments(view.id(), "已上传纳税申报表", person("analyst")).orElseThrow();
        assertThat(brought.course().turn()).isEqualTo(Turn.TIER);
        assertThat(brought.course().addressee()).contains(person("manager"));
        assertThat(house.approve(view, "manager").currentTier()).isEqualTo(Tier.SENIOR_CREDIT_MANAGER);
    }

    @Test
    void whatTheCustomerIsAskedForEndsWithTheDocumentsOrWithHisTimeAndOnlyOnce() {
        ApprovalCaseView view = house.opened(2);
        AskedCustomer wanted = new AskedCustomer(person("applicant"), Instant.parse("2026-03-16T10:00:00Z"),
                List.of(new AskedCustomer.Document("TAX_CERTIFICATE", "核实纳税")));
        ApprovalCaseView asked = house.returns.askForDocuments(view.id(), "请客户补充", Optional.of(wanted), HASH, person("manager"), himself()).orElseThrow();
        assertThat(house.now(view).course().askedCustomer()).contains(wanted);
        assertThat(asked.acts().get(0).target()).isEqualTo("CUSTOMER 2026-03-16 TAX_CERTIFICATE");
        assertThat(codes(house.decide(view, Verdict.APPROVE, "manager"))).containsExactly("DOCUMENTS_ARE_AWAITED");
        assertThat(codes(house.returns.bringDocuments(view.id(), "代客户上传", person("rm")))).containsExactly("CUSTOMER_IS_ASKED");
        assertThat(codes(house.returns.customerBrought(view.id(), person("analyst")))).containsExactly("CUSTOMER_IS_ASKED");

        ApprovalCaseView lapsed = house.returns.customerLapsed(view.id()).orElseThrow();
        assertThat(lapsed.course().turn()).isEqualTo(Turn.TIER);
        assertThat(lapsed.course().addressee()).contains(person("manager"));
        assertThat(house.returns.customerLapsed(view.id()).orElseThrow().acts()).hasSize(lapsed.acts().size());
        assertThat(codes(house.returns.customerBrought(view.id(), person("applicant")))).containsExactly("NO_DOCUMENTS_AWAITED");
    }

    @Test
    void votesStandWhileTheChairWaitsForDocuments() {
        ApprovalCaseView view = house.approve(house.opened(4), "manager", "senior", "director", "committee2");
        assertThat(codes(house.returns.askForDocuments(view.id(), "?", HASH, person("committee3"), himself()))).containsExactly("ONLY_CHAIR_ASKS");
        house.returns.askForDocuments(view.id(), "请补充订单", HASH, person("committee1"), himself()).orElseThrow();
        house.returns.bringDocuments(view.id(), "已补充", person("rm")).orElseThrow();
        assertThat(house.bench.waitingSeats(house.now(view))).containsExactlyInAnyOrder(person("committee1"), person("committee3"),
                person("committee4"), person("committee5"));
        assertThat(house.approve(view, "committee3", "committee4", "committee1").status()).isEqualTo(ApprovalStatus.APPROVED);
    }

    @Test
    void whoIsAddedBeforehandIsHeardAndTheApproverDecides() {
        ApprovalCaseView view = house.opened(2);
        house.signers.add(view.id(), order(Place.BEFORE, Rule.ALL, "legal", "director"), person("manager"), himself()).orElseThrow();
        assertThat(codes(house.decide(view, Verdict.APPROVE, "manager"))).containsExactly("SIGNERS_ARE_ASKED");
        assertThat(codes(sign(view, AddedSigner.Opinion.OBJECT, "", "legal"))).containsExactly("ACT_REASON_REQUIRED");
        sign(view, AddedSigner.Opinion.OBJECT, "合同条款不利", "legal").orElseThrow();
        assertThat(house.now(view).course().turn()).isEqualTo(Turn.SIGNERS);
        assertThat(codes(sign(view, AddedSigner.Opinion.AGREE, "", "legal"))).containsExactly("ALREADY_DECIDED");

        ApprovalCaseView heard = sign(view, AddedSigner.Opinion.AGREE, "", "director").orElseThrow();
        assertThat(heard.course().turn()).isEqualTo(Turn.TIER);
        assertThat(heard.course().addressee()).contains(person("manager"));
        assertThat(house.approve(view, "manager").currentTier()).isEqualTo(Tier.SENIOR_CREDIT_MANAGER);
    }

    private Outcome<ApprovalCaseView> sign(ApprovalCaseView view, AddedSigner.Opinion opinion, String remark, String officer) {
        return house.signers.sign(view.id(), opinion, remark, HASH, person(officer), himself());
    }

    @Test
    void whereOneIsEnoughTheOthersAreSpared() {
        ApprovalCaseView view = house.opened(2);
        house.signers.add(view.id(), new SigningOrder(Place.BEFORE, Rule.ONE, List.of(person("legal")), List.of(Role.RISK_DIRECTOR), "请协助"),
                person("manager"), himself()).orElseThrow();
        ApprovalCaseView heard = sign(view, AddedSigner.Opinion.AGREE, "", "director").orElseThrow();
        assertThat(heard.course().signing().orElseThrow().signers()).extracting(AddedSigner::state)
                .containsExactly(AddedSigner.State.SPARED, AddedSigner.State.SIGNED);
        assertThat(codes(sign(view, AddedSigner.Opinion.AGREE, "", "legal"))).containsExactly("NO_OPINION_ASKED");
    }

    @Test
    void anAddedSignerIsNotAskedAgainAtHisTier() {
        ApprovalCaseView view = house.opened(3);
        house.signers.add(view.id(), order(Place.BEFORE, Rule.ALL, "senior"), person("manager"), himself()).orElseThrow();
        sign(view, AddedSigner.Opinion.AGREE, "", "senior").orElseThrow();
        house.approve(view, "manager");
        assertThat(codes(house.decide(view, Verdict.APPROVE, "senior"))).containsExactly("ALREADY_DECIDED");
        assertThat(house.approve(view, "senior2").currentTier()).isEqualTo(Tier.RISK_DIRECTOR);
    }

    @Test
    void afterAnApprovalAnObjectionBringsTheCaseBackAndNoObjectionLetsItGoOn() {
        ApprovalCaseView objected = afterwards("legal");
        assertThat(objected.course().turn()).isEqualTo(Turn.SIGNERS);
        assertThat(objected.currentTier()).isEqualTo(Tier.CREDIT_MANAGER);
        ApprovalCaseView back = sign(objected, AddedSigner.Opinion.OBJECT, "担保不足", "legal").orElseThrow();
        assertThat(back.standing()).isEmpty();
        assertThat(house.approve(objected, "manager").currentTier()).isEqualTo(Tier.SENIOR_CREDIT_MANAGER);

        ApprovalCaseView agreed = afterwards("legal");
        assertThat(sign(agreed, AddedSigner.Opinion.AGREE, "", "legal").orElseThrow().currentTier()).isEqualTo(Tier.SENIOR_CREDIT_MANAGER);
    }

    private ApprovalCaseView afterwards(String... signers) {
        ApprovalCaseView view = house.opened(2);
        return house.desk.decide(new Decide(view.id(), Tier.CREDIT_MANAGER, Verdict.APPROVE, "", "", HASH, List.of(), himself(),
                Optional.of(order(Place.AFTER, Rule.ALL, signers))), person("manager")).orElseThrow();
    }

    @Test
    void anAddedSignerWhoStandsAsideIsNotWaitedForAndTheOthersAreHeard() {
        ApprovalCaseView view = house.opened(2);
        house.signers.add(view.id(), order(Place.BEFORE, Rule.ALL, "legal", "director"), person("manager"), himself()).orElseThrow();
        assertThat(codes(house.desk.declareConflict(view.id(), person("legal"), null, ""))).containsExactly("CONFLICT_KIND_REQUIRED", "CONFLICT_REASON_REQUIRED");
        ApprovalCaseView aside = house.desk.declareConflict(view.id(), person("director"), ConflictKind.RELATIVE, "亲属任职").orElseThrow();

        assertThat(aside.course().turn()).isEqualTo(Turn.SIGNERS);
        assertThat(aside.course().signing().orElseThrow().waiting()).extracting(AddedSigner::name).containsExactly("legal");
        assertThat(codes(sign(view, AddedSigner.Opinion.AGREE, "", "director"))).containsExactly("CONFLICT_DECLARED");
        assertThat(sign(view, AddedSigner.Opinion.AGREE, "", "legal").orElseThrow().course().turn()).isEqualTo(Turn.TIER);
        assertThat(house.now(view).acts()).extracting(ApprovalAct::verb).containsExactly(Verb.ADD_SIGNERS, Verb.DECLARE_CONFLICT, Verb.SIGN);
    }

    @Test
    void whenAllSignersStandAsideTheApproverGetsTheCaseBackWithTheReason() {
        for (Rule rule : Rule.values()) {
            ApprovalCaseView view = house.opened(2);
            house.signers.add(view.id(), order(Place.BEFORE, rule, "legal", "director"), person("manager"), himself()).orElseThrow();
            house.desk.declareConflict(view.id(), person("legal"), ConflictKind.OTHER, "曾任其顾问").orElseThrow();
            ApprovalCaseView back = house.desk.declareConflict(view.id(), person("director"), ConflictKind.RELATIVE, "亲属任职").orElseThrow();

            assertThat(back.course().turn()).isEqualTo(Turn.TIER);
            assertThat(back.course().addressee()).contains(person("manager"));
            assertThat(back.acts()).last().matches(act -> act.verb() == Verb.SIGNERS_GONE && act.reason().equals("ALL_SIGNERS_ASIDE"));
            assertThat(house.approve(view, "manager").currentTier()).isEqualTo(Tier.SENIOR_CREDIT_MANAGER);
        }
    }

    @Test
    void anApprovalNobodyIsLeftToSignAfterNoLongerStands() {
        ApprovalCaseView view = afterwards("legal");
        ApprovalCaseView back = house.desk.declareConflict(view.id(), person("legal"), ConflictKind.OTHER, "曾任其顾问").orElseThrow();
        assertThat(back.standing()).isEmpty();
        assertThat(back.currentTier()).isEqualTo(Tier.CREDIT_MANAGER);
        assertThat(house.approve(view, "manager").currentTier()).isEqualTo(Tier.SENIOR_CREDIT_MANAGER);

        ApprovalCaseView heard = afterwards("legal", "director");
        sign(heard, AddedSigner.Opinion.AGREE, "", "legal").orElseThrow();
        assertThat(house.desk.declareConflict(heard.id(), person("director"), ConflictKind.OTHER, "曾任其顾问").orElseThrow().currentTier())
                .as("one was heard and agreed").isEqualTo(Tier.SENIOR_CREDIT_MANAGER);
    }

    @Test
    void aRoleIsWaitedForAsLongAsSomebodyInItMaySign() {
        ApprovalCaseView view = house.opened(1);
        house.signers.add(view.id(), new SigningOrder(Place.BEFORE, Rule.ALL, List.of(), List.of(Role.SENIOR_CREDIT_MANAGER), "请发表意见"), person("manager"),
                himself()).orElseThrow();
        for (String officer : List.of("senior", "senior2")) {
            assertThat(house.desk.declareConflict(view.id(), person(officer), ConflictKind.OTHER, "曾参与").orElseThrow().course().turn()).isEqualTo(Turn.SIGNERS);
        }
        assertThat(house.desk.declareConflict(view.id(), person("allrounder"), ConflictKind.OTHER, "曾参与").orElseThrow().course().turn()).isEqualTo(Turn.TIER);
    }

    @Test
    void aCommitteeThatCanNoLongerDecideIsToldOnce() {
        ApprovalCaseView view = beforeTheCommittee();
        for (String member : List.of("committee2", "committee3")) {
            house.desk.declareConflict(view.id(), person(member), ConflictKind.SHAREHOLDER, "持股").orElseThrow();
        }
        assertThat(house.now(view).acts()).extracting(ApprovalAct::verb).doesNotContain(Verb.STALLED);
        assertThat(house.desk.stalled()).doesNotContainKey(house.now(view));
        for (String member : List.of("committee4", "committee5")) {
            house.desk.declareConflict(view.id(), person(member), ConflictKind.SHAREHOLDER, "持股").orElseThrow();
        }

        ApprovalCaseView stalled = house.now(view);
        assertThat(stalled.acts().stream().filter(act -> act.verb() == Verb.STALLED)).singleElement().matches(act -> act.reason().equals("NO_MAJORITY")
                && act.actor().equals(ApprovalDesk.SYSTEM));
        assertThat(house.desk.stalled()).containsEntry(stalled, "NO_MAJORITY");
    }

    @Test
    void anAbsenceThatLeavesAChairOrTooFewSeatsIsSeenWhenTheCalendarChanges() {
        ApprovalCaseView view = beforeTheCommittee();
        house.desk.declareConflict(view.id(), person("committee6"), ConflictKind.RELATIVE, "候补委员的亲属任职").orElseThrow();
        house.away("committee1", "committee6");
        house.desk.watch();
        house.desk.watch();
        assertThat(house.now(view).acts().stream().filter(act -> act.verb() == Verb.STALLED)).singleElement().matches(act -> act.reason().equals("NO_CHAIR"));
        house.allBack();
        assertThat(house.desk.stalled()).as("she is back").doesNotContainKey(house.now(view));

        ApprovalCaseView few = beforeTheCommittee();
        house.desk.declareConflict(few.id(), person("committee6"), ConflictKind.RELATIVE, "亲属任职").orElseThrow();
        house.desk.declareConflict(few.id(), person("committee2"), ConflictKind.RELATIVE, "亲属任职").orElseThrow();
        house.desk.declareConflict(few.id(), person("committee3"), ConflictKind.RELATIVE, "亲属任职").orElseThrow();
        house.away("committee4", "committee6");
        house.desk.watch();
        assertThat(house.now(few).acts()).last().matches(act -> act.verb() == Verb.STALLED && act.reason().equals("NO_MAJORITY"));
        house.desk.voidCase(few.id(), "WITHDRAWN", person("analyst")).orElseThrow();
        assertThat(house.desk.stalled()).doesNotContainKey(house.now(few));
    }

    private ApprovalCaseView beforeTheCommittee() {
        return house.approve(house.opened(4), "manager", "senior", "director");
    }

    @Test
    void whoAddedASignerTakesHimOff() {
        ApprovalCaseView view = house.opened(2);
        house.signers.add(view.id(), order(Place.BEFORE, Rule.ALL, "legal", "director"), person("manager"), himself()).orElseThrow();
        assertThat(codes(house.signers.remove(view.id(), "legal", "x", person("director")))).containsExactly("NOT_YOUR_SIGNERS");
        assertThat(codes(house.signers.remove(view.id(), "senior", "x", person("manager")))).containsExactly("NOT_A_WAITING_SIGNER");
        house.signers.remove(view.id(), "legal", "法务出差", person("manager")).orElseThrow();
        assertThat(codes(sign(view, AddedSigner.Opinion.AGREE, "", "legal"))).containsExactly("NOT_A_SIGNER");
        assertThat(house.signers.remove(view.id(), "director", "不再需要", person("manager")).orElseThrow().course().turn()).isEqualTo(Turn.TIER);
    }

    @Test
    void refusesSignersWhoMadeTheCaseOrWatch() {
        ApprovalCaseView view = house.opened(2);
        assertThat(codes(house.signers.add(view.id(), new SigningOrder(null, null, List.of(person("manager2"), person("auditor"), person("nobody"),
                person("manager")), List.of(Role.APPLICANT), ""), person("manager"), himself()))).containsExactlyInAnyOrder("ACT_REASON_REQUIRED",
                "SIGNER_BARRED", "SIGNER_UNFIT", "SIGNER_UNFIT", "SIGNER_UNFIT", "SIGNER_UNFIT");
        assertThat(codes(house.signers.add(view.id(), order(Place.BEFORE, Rule.ALL), person("manager"), himself()))).containsExactly("SIGNERS_MISSING");
    }

    @Test
    void aDecisionIsTakenBackAsLongAsNobodyHasActedOnIt() {
        ApprovalCaseView view = house.approve(house.opened(3), "manager");
        assertThat(codes(house.recalls.takeBack(view.id(), " ", person("manager")))).containsExactly("ACT_REASON_REQUIRED");
        ApprovalCaseView back = house.recalls.takeBack(view.id(), "金额看错", person("manager")).orElseThrow();
        assertThat(back.currentTier()).isEqualTo(Tier.CREDIT_MANAGER);
        assertThat(back.standing()).isEmpty();
        house.approve(view, "manager", "senior");
        assertThat(codes(house.recalls.takeBack(view.id(), "又看错", person("manager")))).containsExactly("ACTED_ON_SINCE");
        assertThat(house.now(view).decisions()).hasSize(3);
    }

    @Test
    void aSubmissionIsTakenBackBeforeAnybodyActs() {
        ApprovalCaseView view = house.opened(2);
        assertThat(codes(house.recalls.recall(view.id(), "x", person("rm")))).containsExactly("NOT_YOUR_SUBMISSION");
        ApprovalCaseView recalled = house.recalls.recall(view.id(), "附件传错", person("analyst")).orElseThrow();
        assertThat(recalled.status()).isEqualTo(ApprovalStatus.RETURNED);
        assertThat(codes(house.decide(view, Verdict.APPROVE, "manager"))).containsExactly("CASE_CLOSED");
        ApprovalCaseView second = house.approve(house.opened(2), "manager");
        assertThat(codes(house.recalls.recall(second.id(), "晚了", person("analyst")))).containsExactly("ACTED_ON_SINCE");
    }

    @Test
    void urgingIsNotedAndNotRepeatedWithinADay() {
        ApprovalCaseView view = house.opened(2);
        house.recalls.urge(view.id(), "客户急用", person("analyst")).orElseThrow();
        assertThat(codes(house.recalls.urge(view.id(), "再催", person("rm")))).containsExactly("URGED_RECENTLY");
        house.moveOn(Duration.ofHours(25));
        assertThat(house.recalls.urge(view.id(), "再催", person("rm")).orElseThrow().acts()).extracting(ApprovalAct::verb).containsExactly(Verb.URGE, Verb.URGE);
    }

    @Test
    void aTaskIsHandedToSomebodyAbleOnly() {
        ApprovalCaseView view = house.opened(2);
        assertThat(house.handOvers.colleagues(view.id(), person("manager"))).containsExactly("allrounder", "manager3");
        assertThat(codes(house.handOvers.handOver(view.id(), person("manager2"), "出差", person("manager")))).containsExactly("COLLEAGUE_NOT_ABLE");
        assertThat(codes(house.handOvers.handOver(view.id(), person("manager3"), " ", person("manager")))).containsExactly("ACT_REASON_REQUIRED");
        ApprovalCaseView handed = house.handOvers.handOver(view.id(), person("manager3"), "出差", person("manager")).orElseThrow();
        assertThat(handed.course().addressee()).contains(person("manager3"));
        assertThat(handed.standing()).isEmpty();
    }

    @Test
    void aDelegateActsForANamedPrincipalAndBothAreRecorded() {
        house.away("manager", "senior2");
        ApprovalCaseView view = house.opened(2);
        ApprovalCaseView approved = house.decide(view, Verdict.APPROVE, "senior2").orElseThrow();
        assertThat(approved.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.officer()).isEqualTo(person("senior2"));
            assertThat(decision.principal()).contains(person("manager"));
        });
        assertThat(codes(house.decide(view, Verdict.APPROVE, "senior2"))).containsExactly("ALREADY_DECIDED");
        assertThat(house.approve(view, "senior").status()).isEqualTo(ApprovalStatus.APPROVED);
    }

    @Test
    void aDelegateIsBarredWithHisPrincipal() {
        ApprovalCaseView view = house.opened(2);
        house.desk.declareConflict(view.id(), person("manager"), ConflictKind.SHAREHOLDER, "持有客户股份").orElseThrow();
        house.away("manager", "senior2");
        assertThat(codes(house.decide(view, Verdict.APPROVE, "senior2"))).containsExactly("PRINCIPAL_BARRED");
        assertThat(codes(house.desk.decide(new Decide(view.id(), Tier.CREDIT_MANAGER, Verdict.APPROVE, "", "", HASH, List.of(),
                Optional.of(person("manager3")), Optional.empty()), person("senior2")))).containsExactly("NOT_YOUR_PRINCIPAL");
    }

    @Test
    void anAlternateVotesOnTheSeatOfWhoIsAway() {
        house.away("committee1", "committee6");
        ApprovalCaseView view = house.approve(house.opened(4), "manager", "senior", "director", "committee2", "committee3");
        assertThat(house.approve(view, "committee4").isOpen()).isTrue();
        assertThat(house.approve(view, "committee6").status()).isEqualTo(ApprovalStatus.APPROVED);
        assertThat(codes(house.decide(view, Verdict.APPROVE, "committee1"))).containsExactly("ALREADY_DECIDED");
    }

    @Test
    void largeCasesNeedTwoThirdsOfTheCommittee() {
        ApprovalCaseView view = house.approve(house.opened(9), "manager", "senior", "director", "committee1", "committee2", "committee3");
        assertThat(house.decide(view, Verdict.DECLINE, "committee4").orElseThrow().isOpen()).isTrue();
        assertThat(house.decide(view, Verdict.DECLINE, "committee5").orElseThrow().status()).isEqualTo(ApprovalStatus.DECLINED);
    }

    @Test
    void absencesAreRefusedThatNobodyCouldActBy() {
        assertThat(absence("manager", "manager", 0, 1, "休假")).containsExactly("DELEGATE_IS_HIMSELF");
        assertThat(absence("senior", "manager", 0, 1, "休假")).containsExactly("DELEGATE_LACKS_AUTHORITY");
        assertThat(absence("committee2", "director", 0, 1, "休假")).containsExactly("DELEGATE_LACKS_AUTHORITY");
        assertThat(absence("committee2", "committee3", 0, 1, "休假")).containsExactly("DELEGATE_HAS_SEAT");
        assertThat(absence("manager", "auditor", 0, 1, "休假")).containsExactly("DELEGATE_LACKS_AUTHORITY");
        assertThat(absence("manager", "nobody", 3, 1, "")).containsExactly("ABSENCE_DAYS", "ABSENCE_REASON_REQUIRED", "DELEGATE_UNKNOWN");
        assertThat(absence("analyst", "analyst2", 0, 1, "休假")).containsExactly("NO_AUTHORITY_TO_DELEGATE");
        assertThat(absence("manager", "senior", -3, -1, "休假")).containsExactly("ABSENCE_DAYS");
        house.away("manager", "manager3");
        assertThat(absence("manager", "senior", 3, 9, "休假")).containsExactly("ABSENCE_OVERLAPS");
        assertThat(absence("manager3", "manager", 5, 9, "休假")).containsExactly("ABSENCE_CIRCULAR");
        assertThat(absence("manager3", "senior", 5, 9, "休假")).containsExactly("STANDS_IN_MEANWHILE");
        assertThat(absence("allrounder", "manager", 5, 9, "休假")).containsExactly("DELEGATE_LACKS_AUTHORITY");
        assertThat(absence("manager3", "senior", 6, 9, "休假")).isEmpty();
        assertThat(codes(house.absences.record(person("senior"), person("senior2"), ApprovalHouse.TODAY, ApprovalHouse.TODAY, "x", person("manager"))))
                .containsExactly("ABSENCE_NOT_YOURS");
        assertThat(codes(house.absences.end(house.absences.open().get(0).id(), person("senior")))).containsExactly("ABSENCE_NOT_YOURS");
    }

    private List<String> absence(String who, String delegate, int from, int to, String reason) {
        LocalDate today = ApprovalHouse.TODAY;
        return codes(house.absences.record(person(who), person(delegate), today.plusDays(from), today.plusDays(to), reason, person(who)));
    }

    @Test
    void twoWhoNameEachOtherAtTheSameMomentDoNotLeadInACircle() throws Exception {
        LocalDate day = ApprovalHouse.TODAY.plusDays(30);
        List<Outcome<Absence>> outcomes = together(List.of(
                () -> house.absences.record(person("manager"), person("manager3"), day, day, "休假", person("manager")),
                () -> house.absences.record(person("manager3"), person("manager"), day, day, "休假", person("manager3"))));
        assertThat(outcomes.stream().filter(Outcome::isDone)).hasSize(1);
        assertThat(outcomes.stream().flatMap(outcome -> codes(outcome).stream())).containsExactly("ABSENCE_CIRCULAR");
    }

    @Test
    void whereNobodyIsLeftTheNextTierIsAsked() {
        ApprovalCaseView view = house.opened(1);
        for (String officer : List.of("manager", "manager3", "allrounder")) {
            house.desk.declareConflict(view.id(), person(officer), ConflictKind.EARLIER_REVIEWER, "曾参与").orElseThrow();
        }
        assertThat(house.now(view).currentTier()).isEqualTo(Tier.SENIOR_CREDIT_MANAGER);
        assertThat(house.now(view).acts()).extracting(ApprovalAct::verb).endsWith(Verb.PASS_UP);
        assertThat(house.approve(view, "senior").status()).isEqualTo(ApprovalStatus.APPROVED);
    }

    @Test
    void policyMayLetWhoOnlyValidatedDecideOnSmallCases() {
        OpenApproval strict = ApprovalHouse.request("RO-1", 1, HASH).validatedBy(Set.of(person("manager2")));
        assertThat(house.desk.open(strict, person("analyst")).orElseThrow().madeBy()).contains(person("manager2"));
        OpenApproval lenient = new OpenApproval("rating-override", "RO-2", HASH, Money.cny("1000000"), Money.cny("1000000"), "GOOD", BigDecimal.ZERO,
                false, Set.of(person("analyst"), person("manager2")), Set.of(person("manager2")), ApprovalHouse.TODAY,
                new OpenApproval.Authority(Tier.POLICY, Map.of("exposure", new BigDecimal("1000000"), "straightThroughEligible", false)));
        ApprovalCaseView view = house.desk.open(lenient, person("analyst")).orElseThrow();
        assertThat(view.madeBy()).containsExactly(person("analyst"));
        assertThat(house.approve(view, "manager2").status()).isEqualTo(ApprovalStatus.APPROVED);
    }

    @Test
    void aDecisionAndItsTakingBackAtTheSameMomentLeaveOneTruth() throws Exception {
        for (int round = 0; round < 10; round++) {
            ApprovalCaseView view = house.approve(house.opened(3), "manager");
            List<Outcome<ApprovalCaseView>> outcomes = together(List.of(
                    () -> house.recalls.takeBack(view.id(), "看错", person("manager")),
                    () -> house.desk.decide(new Decide(view.id(), Tier.SENIOR_CREDIT_MANAGER, Verdict.APPROVE, "", "", HASH), person("senior"))));
            assertThat(outcomes.stream().filter(Outcome::isDone)).hasSize(1);
            assertThat(outcomes.stream().flatMap(outcome -> codes(outcome).stream())).containsAnyOf("ACTED_ON_SINCE", "TIER_NOT_OPEN");
        }
    }

    private static <T> List<Outcome<T>> together(List<Callable<Outcome<T>>> acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        try {
            List<Outcome<T>> outcomes = new ArrayList<>();
            for (Future<Outcome<T>> done : threads.invokeAll(acts)) {
                outcomes.add(done.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void everyActLeavesALineInTheHistoryAndInTheTrail() {
        ApprovalCaseView view = house.opened(2);
        house.recalls.urge(view.id(), "客户急用", person("rm")).orElseThrow();
        house.signers.add(view.id(), order(Place.BEFORE, Rule.ALL, "legal"), person("manager"), himself()).orElseThrow();
        sign(view, AddedSigner.Opinion.AGREE, "", "legal").orElseThrow();
        house.approve(view, "manager");
        house.recalls.takeBack(view.id(), "看错", person("manager")).orElseThrow();
        ApprovalCaseView now = house.now(view);
        assertThat(now.acts()).extracting(ApprovalAct::verb).containsExactly(Verb.URGE, Verb.ADD_SIGNERS, Verb.SIGN, Verb.TAKE_BACK);
        assertThat(now.acts()).extracting(ApprovalAct::no).containsExactly(1L, 2L, 3L, 5L);
        assertThat(now.decisions()).extracting(ApprovalCaseView.Decision::no).containsExactly(4L);
        assertThat(house.context.getBean(AuditTrail.class).of(view.id().value())).extracting("act").containsExactly("APPROVAL_URGE",
                "APPROVAL_ADD_SIGNERS", "APPROVAL_SIGN", "APPROVAL_APPROVE", "APPROVAL_TAKE_BACK");
    }
}
