package io.shouxin.workflow.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.shouxin.approval.Verdict;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.ProcessTest;
import io.shouxin.workflow.approval.BatchSignOff.Item;
import io.shouxin.workflow.approval.BatchSignOff.Signed;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Low-risk cases signed off in a list: each recorded alone, each refused alone. */
@ApplicationTest
@ProcessTest
class BatchSignOffTest {

    private static final String DECIDE = "user_decide-as-credit-manager";

    @Autowired
    private Bank bank;
    @Autowired
    private BatchSignOff batch;
    @LocalServerPort
    private int port;

    @Test
    void signsSmallStrongCasesOffTogetherAndRecordsEachAlone() {
        ApplicationCase one = small();
        ApplicationCase two = small();
        assertThat(batch.offeredTo(manager())).extracting(each -> each.approval().subjectId()).contains(one.number(), two.number());

        List<Signed> signed = sign(List.of(item(one), item(two)));
        assertThat(signed).allMatch(each -> each.refusals().isEmpty());
        bank.hands.runSteps();
        for (ApplicationCase each : List.of(one, two)) {
            assertThat(each.approvals().get(0).decisions()).singleElement().satisfies(decision -> {
                assertThat(decision.officer().value()).isEqualTo("manager");
                assertThat(decision.verdict()).isEqualTo(Verdict.APPROVE);
                assertThat(decision.comment()).isEqualTo("清单内均为优良客户");
            });
            assertThat(bank.audit.of(each.approvals().get(0).id().value())).extracting("act").contains("APPROVAL_APPROVE", "APPROVED_IN_BATCH");
        }
    }

    @Test
    void aCaseThatMayNotIsRefusedAloneAndTheOthersAreSigned() {
        ApplicationCase good = small();
        ApplicationCase large = bank.anApplication().asking("12000000").judged("STRONG").assessed();
        ApplicationCase stale = small();
        ApplicationCase done = small();
        Item doneItem = item(done);
        done.decidedBy("manager", Verdict.APPROVE);

        List<Signed> signed = sign(List.of(item(large), new Item(stale.task(DECIDE).getId(), "0".repeat(64)), doneItem, item(good)));
        assertThat(signed).extracting(each -> each.refusals().stream().map(Refusal::code).findFirst().orElse("SIGNED"))
                .containsExactly("BATCH_NOT_ALLOWED", "PROPOSAL_CHANGED", "TASK_GONE", "SIGNED");
        assertThat(stale.approvals().get(0).decisions()).isEmpty();
        assertThat(stale.task(DECIDE).getAssignee()).as("a refused case is claimed by nobody").isNull();
    }

    @Test
    void whoWorkedOnACaseIsNeitherOfferedItNorCanHeSignIt() {
        ApplicationCase mine = small();
        String both = bank.login("双岗", Role.ANALYST, Role.CREDIT_MANAGER);
        ApplicationCase own = bank.anApplication().asking("1500000").judged("STRONG").withDocuments().complete(both, "user_enter-data", Map.of())
                .complete(both, "user_assess-qualification", Forms.qualification("QUALIFIED", "STRONG"));
        Person officer = bank.people.find(new PersonId(both)).orElseThrow();
        if (own.isAt(DECIDE)) {
            assertThat(batch.offeredTo(officer)).extracting(each -> each.approval().subjectId()).contains(mine.number()).doesNotContain(own.number());
            assertThat(bank.hands.as(both, () -> batch.sign(List.of(item(own)), "同意", officer)).orElseThrow().get(0).refusals())
                    .extracting(Refusal::code).containsExactly("OWN_CASE");
        }
    }

    @Test
    void sayingNothingSigningNothingOrTooMuchIsRefused() {
        ApplicationCase one = small();
        assertThat(batch.sign(List.of(), "同意", manager()).refusals()).extracting(Refusal::code).containsExactly("BATCH_EMPTY");
        assertThat(batch.sign(List.of(item(one)), " ", manager()).refusals()).extracting(Refusal::code).containsExactly("BATCH_NEEDS_COMMENT");
        assertThat(batch.sign(Collections.nCopies(51, item(one)), "同意", manager()).refusals()).extracting(Refusal::code)
                .containsExactly("BATCH_TOO_LONG");
        assertThat(sign(Collections.nCopies(21, item(one))).get(0).refusals()).extracting(Refusal::code).containsExactly("BATCH_TOO_LONG");
    }

    @Test
    void aProgramSignsOverHttpAndHearsPerCase() {
        ApplicationCase one = small();
        Browser program = Browser.program(port, "manager", "shouxin-demo", "zh-CN");
        Browser.Answer answer = program.post("/api/v1/batch-sign-off", Map.of("comment", "同意", "items", List.of(
                Map.of("taskId", one.task(DECIDE).getId(), "proposalHash", one.proposal().sha256()), Map.of("taskId", "no-such-task", "proposalHash", "x"))));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get(0).get("signed").asBoolean()).isTrue();
        assertThat(answer.json().get(1).get("code").asText()).isEqualTo("TASK_GONE");
        assertThat(Browser.program(port, "analyst", "shouxin-demo", "en").get("/api/v1/batch-sign-off").status()).isEqualTo(403);
    }

    /** Small and strong, and above what goes without a person. */
    private ApplicationCase small() {
        ApplicationCase file = bank.anApplication().asking("1500000").judged("STRONG").assessed();
        assumeTrue(file.isAt(DECIDE), "the policy lets it pass without a person");
        return file;
    }

    private Item item(ApplicationCase file) {
        return new Item(file.task(DECIDE).getId(), file.proposal().sha256());
    }

    private List<Signed> sign(List<Item> items) {
        return bank.hands.as("manager", () -> batch.sign(items, "清单内均为优良客户", manager()).orElseThrow());
    }

    private Person manager() {
        return bank.people.find(new PersonId("manager")).orElseThrow();
    }
}
