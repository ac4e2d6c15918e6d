package io.shouxin.process;

import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.CaseRules;
import io.shouxin.approval.Tier;
import io.shouxin.approval.Verdict;
import io.shouxin.identity.Role;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.RefusedException;
import io.shouxin.kernel.WriteOffId;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.receipt.ReceiptDesk;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.LimitCase;
import io.shouxin.testkit.ProcessTest;
import io.shouxin.workout.ProposeWriteOff;
import io.shouxin.workout.RecoveryDesk;
import io.shouxin.workout.WriteOffDesk;
import io.shouxin.workout.WriteOffReason;
import io.shouxin.workout.WriteOffReports;
import io.shouxin.workout.WriteOffStatus;
import io.shouxin.workout.WriteOffView;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** What can't be recovered is given up by the committee, booked once, and never drawn again; what comes in later is written down. */
@ApplicationTest
@ProcessTest
class WriteOffPathsTest {

    private static final PersonId RM = new PersonId("rm");
    private static final PersonId DIRECTOR = new PersonId("director");
    private static final AtomicInteger KEYS = new AtomicInteger();

    @Autowired
    private Bank bank;
    @Autowired
    private WriteOffDesk desk;
    @Autowired
    private RecoveryDesk recoveries;
    @Autowired
    private WriteOffReports reports;
    @Autowired
    private ReceiptDesk receipts;
    @Autowired
    private TestRestTemplate rest;

    @AfterEach
    void theLedgerStillAgrees() {
        assertThat(bank.ledgerHistory.reconcile()).isEmpty();
    }

    @Test
    void anApprovedWriteOffIsBookedOnceAndGivesNoRoomBack() throws IOException {
        ApplicationCase credit = lost("900000");
        Money freeBefore = LimitCase.account(credit).free().orElseThrow();
        LimitAccountView drawn = facility(credit);
        String number = proposed(credit, "600000");
        ApprovalCaseView approval = approval(number);
        assertThat(approval.tiers()).containsExactly(Tier.RISK_DIRECTOR, Tier.COMMITTEE);
        assertThat(approval.course().rules().majority()).isEqualTo(CaseRules.Majority.TWO_THIRDS);
        assertThat(approval.madeBy()).containsExactly(RM);

        approved(number);

        WriteOffView booked = view(number);
        assertThat(booked.status()).isEqualTo(WriteOffStatus.WRITTEN_OFF);
        assertThat(booked.approval()).contains(approval(number).id());
        assertThat(booked.bookedOn()).contains(bank.clock.today());
        assertThat(booked.baseAmount()).isEqualTo(Money.cny("600000"));
        assertThat(facility(credit).utilised()).isEqualTo(Money.cny("300000"));
        assertThat(LimitCase.account(credit).free()).contains(freeBefore);
        assertThat(facility(credit).committed()).as("what was given up is no longer promised").isEqualTo(drawn.committed().minus(Money.cny("600000")));
        assertThat(facility(credit).free()).as("nor can it be drawn again").isEqualTo(drawn.free());
        assertThat(bank.audit.of(number)).extracting("act").containsExactly("WRITE_OFF_PROPOSED", "WRITTEN_OFF");
        assertThat(bank.told("rm", number)).containsExactly("WRITE_OFF_WRITTEN_OFF");
        assertThat(bank.runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).count()).isZero();
        assertThat(desk.book(booked.id(), RM).orElseThrow().status()).isEqualTo(WriteOffStatus.WRITTEN_OFF);
        assertThat(facility(credit).utilised()).isEqualTo(Money.cny("300000"));
        JsonNode receipt = new ObjectMapper().readTree(receipts.of(approval(number).id()).orElseThrow().file());
        assertThat(receipt.findPath("authority").findValuesAsText("row")).containsExactly("write_off_small");
        assertThat(receipt.toString()).contains("COLLECTION_EXHAUSTED");
    }

    @Test
    void twoThirdsOfTheCommitteeHaveToAgree() {
        ApplicationCase credit = lost("900000");
        String number = proposed(credit, "600000");
        decide("director", number, Verdict.APPROVE);
        decide("committee1", number, Verdict.APPROVE);
        decide("committee2", number, Verdict.APPROVE);
        decide("committee3", number, Verdict.APPROVE);
        assertThat(view(number).status()).as("a plain majority of five is not enough").isEqualTo(WriteOffStatus.PROPOSED);
        decide("committee4", number, Verdict.APPROVE);
        assertThat(view(number).status()).isEqualTo(WriteOffStatus.WRITTEN_OFF);
    }

    @Test
    void aDeclinedWriteOffChangesNothing() {
        ApplicationCase credit = lost("900000");
        String number = proposed(credit, "600000");
        decide("director", number, Verdict.DECLINE);

        assertThat(view(number).status()).isEqualTo(WriteOffStatus.REFUSED);
        assertThat(facility(credit).utilised()).isEqualTo(Money.cny("900000"));
        assertThat(bank.told("rm", number)).containsExactly("WRITE_OFF_REFUSED");
        assertThat(view(proposed(credit, "600000")).status()).as("and another may be proposed").isEqualTo(WriteOffStatus.PROPOSED);
    }

    @Test
    void aReturnedWriteOffIsAmendedOrTakenBack() {
        ApplicationCase credit = lost("900000");
        String number = proposed(credit, "600000");
        String before = view(number).sha256();
        decide("director", number, Verdict.RETURN);
        assertThat(bank.hands.openTasks(number)).containsExactly("user_amend-write-off");
        assertThat(view(number).status()).as("it lies with who proposed it").isEqualTo(WriteOffStatus.RETURNED);
        assertThat(view(number).misfit()).isEmpty();
        assertThat(bank.audit.of(number)).extracting("act").containsExactly("WRITE_OFF_PROPOSED", "WRITE_OFF_SENT_BACK");
        assertThat(codesOf(() -> amend(number, Forms.with(form(credit, "600000"), "measures", "无")))).containsExactly("WRITE_OFF_EXPLANATION at measures");
        amend(number, form(credit, "500000"));
        assertThat(view(number).sha256()).isNotEqualTo(before);
        assertThat(view(number).attempt()).isEqualTo(2);
        assertThat(view(number).status()).isEqualTo(WriteOffStatus.PROPOSED);
        decide("director", number, Verdict.RETURN);
        bank.hands.complete("rm", number, "user_amend-write-off", Forms.with(Map.of(), "withdrawn", true, "proposal", null));
        bank.hands.runSteps();

        assertThat(view(number).status()).isEqualTo(WriteOffStatus.WITHDRAWN);
        assertThat(facility(credit).utilised()).isEqualTo(Money.cny("900000"));
    }

    @Test
    void aRepaymentThatArrivesMeanwhileSendsItBackAndNothingIsLost() {
        ApplicationCase credit = lost("900000");
        String number = proposed(credit, "900000");
        decide("director", number, Verdict.APPROVE);
        bank.ledger.repay(facility(credit).id(), Money.cny("100000"), key(), bank.clock.today(), RM).orElseThrow();
        vote(number);

        assertThat(view(number).status()).isEqualTo(WriteOffStatus.RETURNED);
        assertThat(view(number).misfit()).contains("WRITE_OFF_ABOVE_DRAWN");
        assertThat(facility(credit).utilised()).isEqualTo(Money.cny("800000"));
        assertThat(bank.hands.openTasks(number)).containsExactly("user_amend-write-off");
        assertThat(bank.told("rm", number)).containsExactly("WRITE_OFF_RETURNED");

        amend(number, form(credit, "800000"));
        approved(number);
        assertThat(view(number).status()).isEqualTo(WriteOffStatus.WRITTEN_OFF);
        assertThat(facility(credit).utilised()).isEqualTo(Money.cny("0"));
    }

    @Test
    void ofTwoProposalsAtTheSameMomentOneIsLetIn() throws Exception {
        ApplicationCase credit = lost("900000");
        ProposeWriteOff proposal = command(credit, "600000");
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<String> answers = new ArrayList<>();
        try {
            Callable<Outcome<WriteOffView>> propose = () -> {
                try {
                    return desk.propose(proposal, RM);
                } catch (RefusedException refused) {
                    return Outcome.refused(refused.refusals());
                }
            };
            for (Future<Outcome<WriteOffView>> answer : two.invokeAll(List.of(propose, propose))) {
                answers.add(answer.get().isDone() ? "DONE" : answer.get().refusals().get(0).code());
            }
        } finally {
            two.shutdown();
        }
        assertThat(answers).containsExactlyInAnyOrder("DONE", "WRITE_OFF_ALREADY_OPEN");
        assertThat(desk.of(credit.customer())).hasSize(1);
    }

    @Test
    void whatIsWrongWithAProposalIsSaidAtOnce() {
        ApplicationCase credit = lost("900000");
        Map<String, Object> right = form(credit, "600000");
        record Row(String field, Object value, String code) {
        }
        List<Row> table = List.of(
                new Row("facilityId", "F-NONE", "WRITE_OFF_FACILITY_UNKNOWN at facilityId"),
                new Row("facilityId", null, "WRITE_OFF_FACILITY_UNKNOWN at facilityId"),
                new Row("facilityId", "not a number!", "WRITE_OFF_FACILITY_UNKNOWN at facilityId"),
                new Row("amount", null, "WRITE_OFF_AMOUNT at amount"),
                new Row("amount", "0", "WRITE_OFF_AMOUNT at amount"),
                new Row("amount", "-5", "WRITE_OFF_AMOUNT at amount"),
                new Row("amount", "0.00001", "WRITE_OFF_AMOUNT at amount"),
                new Row("amount", "900000.01", "WRITE_OFF_ABOVE_DRAWN at amount"),
                new Row("reasonCode", null, "WRITE_OFF_REASON_MISSING at reasonCode"),
                new Row("reason", "太短", "WRITE_OFF_EXPLANATION at reason"),
                new Row("measures", "长".repeat(2001), "WRITE_OFF_EXPLANATION at measures"),
                new Row("papers", List.of(), "WRITE_OFF_NEEDS_PAPER at papers"),
                new Row("papers", null, "WRITE_OFF_NEEDS_PAPER at papers"),
                new Row("papers", List.of("D-NONE"), "WRITE_OFF_PAPER_UNKNOWN at papers"));
        table.forEach(row -> assertThat(codesOf(() -> bank.hands.start("rm", "write-off", Forms.with(right, row.field(), row.value()))))
                .as(row.toString()).containsExactly(row.code()));
        assertThatThrownBy(() -> bank.hands.start("manager", "write-off", right)).isInstanceOf(AuthorizationException.class);
        assertThat(desk.of(credit.customer())).isEmpty();
    }

    @Test
    void aFacilityThatTakesDrawsIsNotWrittenOff() {
        ApplicationCase credit = active();
        LimitCase.draw(credit, "300000");

        assertThat(codesOf(() -> proposed(credit, "100000"))).containsExactly("WRITE_OFF_STILL_OPEN_FOR_DRAWS at facilityId");
        bank.ledger.suspend(facility(credit).id(), key(), bank.clock.today(), RM).orElseThrow();
        assertThat(view(proposed(credit, "100000")).status()).isEqualTo(WriteOffStatus.PROPOSED);
        assertThat(codesOf(() -> proposed(credit, "100000"))).containsExactly("WRITE_OFF_ALREADY_OPEN at facilityId");
    }

    @Test
    void whatComesInLaterIsWrittenDownWithItsPaper() {
        ApplicationCase credit = lost("900000");
        String number = proposed(credit, "600000");
        WriteOffId id = new WriteOffId(number);
        DocumentId paper = paper(credit);
        LocalDate today = bank.clock.today();
        assertThat(codesOf(() -> recoveries.record(id, BigDecimal.TEN, today, paper, "", RM).orElseThrow())).containsExactly("WRITE_OFF_NOT_AT_THIS_STAGE");
        Money before = reports.totals().base();
        approved(number);
        assertThat(reports.totals().base()).isEqualTo(before.plus(Money.cny("600000")));

        recoveries.record(id, new BigDecimal("50000"), today, paper, "法院划付", RM).orElseThrow();
        WriteOffView again = recoveries.record(id, new BigDecimal("50000"), today, paper, "法院划付", RM).orElseThrow();

        assertThat(again.recovered()).isEqualTo(Money.cny("50000"));
        assertThat(again.recoveries()).hasSize(1);
        assertThat(facility(credit).utilised()).as("the ledger does not move").isEqualTo(Money.cny("300000"));
        assertThat(codesOf(() -> recoveries.record(id, new BigDecimal("1"), today, paper, "", RM).orElseThrow())).containsExactly("RECOVERY_PAPER_USED at documentId");
        assertThat(codesOf(() -> recoveries.record(id, new BigDecimal("550001"), today.plusDays(1), null, "长".repeat(501), RM).orElseThrow()))
                .containsExactly("RECOVERY_ABOVE_WRITTEN_OFF at amount", "RECOVERY_DAY at receivedOn", "RECOVERY_NEEDS_PAPER at documentId", "RECOVERY_REMARK at remark");
        assertThat(codesOf(() -> recoveries.record(id, new BigDecimal("-1"), today, paper(credit), "", RM).orElseThrow())).containsExactly("RECOVERY_AMOUNT at amount");
        assertThat(codesOf(() -> recoveries.record(id, BigDecimal.ONE, today, paper, "", DIRECTOR).orElseThrow())).containsExactly("MAY_NOT_PROPOSE_WRITE_OFF");
        assertThat(codesOf(() -> desk.reverse(id, "记错", DIRECTOR).orElseThrow())).containsExactly("WRITE_OFF_HAS_RECOVERIES");
        assertThat(bank.audit.of(number)).extracting("act").containsExactly("WRITE_OFF_PROPOSED", "WRITTEN_OFF", "WRITE_OFF_RECOVERED");
    }

    @Test
    void aWrongWriteOffIsTakenBackByARiskDirectorOnly() {
        ApplicationCase credit = lost("900000");
        LimitAccountView before = facility(credit);
        String number = proposed(credit, "600000");
        approved(number);
        WriteOffId id = new WriteOffId(number);

        assertThat(codesOf(() -> desk.reverse(id, "记错", RM).orElseThrow())).containsExactly("MAY_NOT_REVERSE_WRITE_OFF");
        assertThat(codesOf(() -> desk.reverse(id, " ", DIRECTOR).orElseThrow())).containsExactly("WRITE_OFF_REVERSAL_REASON at reason");
        assertThat(desk.reverse(id, "对象有误", DIRECTOR).orElseThrow().status()).isEqualTo(WriteOffStatus.REVERSED);
        assertThat(desk.reverse(id, "对象有误", DIRECTOR).orElseThrow().status()).isEqualTo(WriteOffStatus.REVERSED);
        assertThat(facility(credit)).isEqualTo(before);
        assertThat(facility(credit).status()).isEqualTo(LimitAccountStatus.SUSPENDED);
        assertThat(bank.audit.of(number)).extracting("act").containsExactly("WRITE_OFF_PROPOSED", "WRITTEN_OFF", "WRITE_OFF_REVERSED");
    }

    @Test
    void nothingIsBookedThatTheCommitteeHasNotApproved() {
        ApplicationCase credit = lost("900000");
        String number = proposed(credit, "600000");

        assertThat(codesOf(() -> desk.book(new WriteOffId(number), DIRECTOR).orElseThrow())).containsExactly("WRITE_OFF_NOT_APPROVED");
        assertThat(facility(credit).utilised()).isEqualTo(Money.cny("900000"));
    }

    @Test
    void itIsReadAndRecoveredOverRest() {
        ApplicationCase credit = lost("900000");
        TestRestTemplate rm = rest.withBasicAuth("rm", "shouxin-demo");
        assertThat(rm.getForObject("/api/v1/write-offs/candidates?customer=" + credit.customer(), String.class)).contains("\"obstacles\":[]");
        String number = proposed(credit, "600000");
        String task = bank.tasks.createTaskQuery().processInstanceBusinessKey(number).singleResult().getId();
        assertThat(rest.withBasicAuth("director", "shouxin-demo").getForObject("/api/v1/tasks/" + task + "/case-file", String.class))
                .contains("\"writeOff\":{\"id\":\"" + number);
        approved(number);

        HttpHeaders json = new HttpHeaders();
        json.setContentType(MediaType.APPLICATION_JSON);
        String body = "{\"amount\":\"1000\",\"receivedOn\":\"" + bank.clock.today() + "\",\"documentId\":\"" + paper(credit) + "\",\"remark\":\"\"}";
        JsonNode recovered = rm.postForObject("/api/v1/write-offs/" + number + "/recoveries", new HttpEntity<>(body, json), JsonNode.class).path("writeOff").path("recovered");
        assertThat(new BigDecimal(recovered.path("amount").asText())).isEqualByComparingTo("1000");
        assertThat(rm.getForObject("/api/v1/write-offs?customer=" + credit.customer(), String.class)).contains(number);
        assertThat(rm.getForObject("/api/v1/write-offs/totals", String.class)).contains("byCurrency");
        assertThat(rm.postForEntity("/api/v1/write-offs/" + number + "/reversal", new HttpEntity<>("{\"reason\":\"x\"}", json), String.class).getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(rest.withBasicAuth(credit.applicant(), Bank.PASSWORD).getForEntity("/api/v1/write-offs", String.class).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(rm.getForEntity("/api/v1/write-offs/NOPE", String.class).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void whoProposedItDecidesNowhere() {
        ApplicationCase credit = lost("900000");
        String both = bank.login("客户经理兼总监", Role.RELATIONSHIP_MANAGER, Role.RISK_DIRECTOR);
        String number = bank.hands.start(both, "write-off", form(credit, "600000"));
        bank.hands.runSteps();

        assertThat(codesOf(() -> decide(both, number, Verdict.APPROVE))).containsExactly("OWN_CASE");
        approved(number);
        assertThat(codesOf(() -> desk.reverse(new WriteOffId(number), "记错", new PersonId(both)).orElseThrow())).containsExactly("FOUR_EYES");
    }

    private ApplicationCase active() {
        return bank.anApplication().asking("1500000").judged("STRONG").active();
    }

    /** A customer with that much drawn, whose facility was suspended. */
    private ApplicationCase lost(String drawn) {
        ApplicationCase credit = active();
        LimitCase.draw(credit, drawn);
        bank.ledger.suspend(facility(credit).id(), key(), bank.clock.today(), RM).orElseThrow();
        return credit;
    }

    private String proposed(ApplicationCase credit, String amount) {
        String number = bank.hands.start("rm", "write-off", form(credit, amount));
        bank.hands.runSteps();
        return number;
    }

    private void amend(String number, Map<String, Object> form) {
        bank.hands.complete("rm", number, "user_amend-write-off", Forms.with(Map.of(), "withdrawn", false, "proposal", form));
        bank.hands.runSteps();
    }

    private Map<String, Object> form(ApplicationCase credit, String amount) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("facilityId", facility(credit).id().number());
        form.put("amount", amount);
        form.put("reasonCode", "COLLECTION_EXHAUSTED");
        form.put("reason", "借款人已停产，多次催收无果。");
        form.put("measures", "电话与上门催收六次，诉讼后执行终结，抵押物已处置。");
        form.put("papers", List.of(paper(credit).value()));
        return form;
    }

    private ProposeWriteOff command(ApplicationCase credit, String amount) {
        return new ProposeWriteOff(new FacilityId(facility(credit).id().number()), new BigDecimal(amount), WriteOffReason.COLLECTION_EXHAUSTED,
                "借款人已停产，多次催收无果。", "电话与上门催收六次，诉讼后执行终结，抵押物已处置。", List.of(paper(credit)));
    }

    private DocumentId paper(ApplicationCase credit) {
        return bank.documents.receive(credit.customer(), "执行裁定-" + KEYS.incrementAndGet() + ".pdf", ApplicationCase.PDF, RM).orElseThrow().id();
    }

    private LimitAccountView facility(ApplicationCase credit) {
        return LimitCase.facility(credit);
    }

    private LedgerKey key() {
        return new LedgerKey("test", "write-off-paths/" + KEYS.incrementAndGet());
    }

    private WriteOffView view(String number) {
        return desk.find(new WriteOffId(number)).orElseThrow();
    }

    private ApprovalCaseView approval(String number) {
        List<ApprovalCaseView> rounds = bank.approvals.history(WriteOffDesk.SUBJECT, number);
        return rounds.get(rounds.size() - 1);
    }

    private void decide(String officer, String number, Verdict verdict) {
        String task = officer.startsWith("committee") ? "user_vote-as-committee-member" : "user_decide-as-risk-director";
        bank.hands.complete(officer, number, task, Forms.decision(verdict, view(number).sha256()));
        bank.hands.runSteps();
    }

    private void vote(String number) {
        for (int member = 1; member <= 5 && bank.hands.openTasks(number).contains("user_vote-as-committee-member"); member++) {
            decide("committee" + member, number, Verdict.APPROVE);
        }
    }

    private void approved(String number) {
        decide("director", number, Verdict.APPROVE);
        vote(number);
    }
}
