package io.shouxin.process;

import static io.shouxin.testkit.CaseAssert.assertThat;
import static io.shouxin.testkit.Firm.firm;
import static io.shouxin.testkit.Forms.with;
import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.approval.Verdict;
import io.shouxin.identity.Role;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Facts;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.ProcessTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may not, and what is not taken. Every refusal names its reason and its field, and changes nothing at all. */
@ApplicationTest
@ProcessTest
class GuardsTest {

    @Autowired
    private Bank bank;

    @Autowired
    private Facts facts;

    @Autowired
    private FormService forms;

    @Test
    void nobodyDecidesOnACaseHeWorkedOn() {
        String both = bank.login("双岗人员", Role.ANALYST, Role.CREDIT_MANAGER);
        ApplicationCase file = bank.anApplication().withDocuments().complete(both, "user_enter-data", Map.of())
                .complete(both, "user_assess-qualification", Forms.qualification("QUALIFIED", "STRONG"));

        assertUnchanged(() -> assertThat(codesOf(() -> file.claim(both, "user_decide-as-credit-manager"))).containsExactly("OWN_CASE"));
        assertUnchanged(() -> assertThat(codesOf(() -> hand(file.task("user_decide-as-credit-manager"), both))).containsExactly("OWN_CASE"));
        assertThat(file).waitsAt("user_decide-as-credit-manager").hasStatus(ApplicationStatus.IN_APPROVAL).holdsItsLimit();
    }

    @Test
    void nobodyDecidesTwiceOnTheSameCase() {
        String both = bank.login("兼任两级", Role.CREDIT_MANAGER, Role.SENIOR_CREDIT_MANAGER);
        ApplicationCase file = bank.anApplication().of(firm().ofScale(3)).asking("2500000").assessed();
        file.complete(both, "user_decide-as-credit-manager", approval(file));

        assertUnchanged(() -> assertThat(codesOf(() -> file.claim(both, "user_decide-as-senior-credit-manager"))).containsExactly("ALREADY_DECIDED"));
        assertThat(file).waitsAt("user_decide-as-senior-credit-manager");
    }

    @Test
    void whoIsNotAskedCannotClaim() {
        ApplicationCase file = bank.anApplication().assessed();

        for (String person : List.of(file.applicant(), "rm", "analyst", "senior", "director", "committee1", "legal", "auditor")) {
            assertUnchanged(() -> assertThatThrownBy(() -> file.claim(person, "user_decide-as-credit-manager")).as(person)
                    .isInstanceOf(AuthorizationException.class));
        }
    }

    @Test
    void anAdministratorRunsProcessesButDoesNoBusiness() {
        ApplicationCase file = bank.anApplication().withDocumentsUploaded();
        file.uploadBankPapers();
        assertRefused(file, "admin", "user_verify-documents", file.verdicts(), "ADMINISTRATOR_DOES_NO_BUSINESS");
        assertThat(file).waitsAt("user_verify-documents");

        ApplicationCase another = bank.anApplication().assessed();
        assertRefused(another, "admin", "user_decide-as-credit-manager", approval(another), "ADMINISTRATOR_DOES_NO_BUSINESS");
    }

    @Test
    void anAuditorChangesNothingEvenIfATaskIsHandedToHim() {
        ApplicationCase file = bank.anApplication().assessed();
        hand(file.task("user_decide-as-credit-manager"), "auditor");

        assertRefused(file, "auditor", "user_decide-as-credit-manager", approval(file), "AUDITOR_CHANGES_NOTHING");
    }

    @Test
    void aTaskHandedToTheWrongRoleIsNotDoneThere() {
        ApplicationCase file = bank.anApplication().withDocumentsUploaded();
        file.uploadBankPapers();
        hand(file.task("user_verify-documents"), file.applicant());

        assertRefused(file, file.applicant(), "user_verify-documents", file.verdicts(), "TASK_NOT_FOR_YOUR_ROLE");
    }

    @Test
    void anAdministratorCannotAnswerForTheCustomer() {
        ApplicationCase file = bank.anApplication().offered();
        Map<String, Object> answer = Map.of("offerId", file.offer().id().value(), "answer", "ACCEPT");
        hand(file.task("user_answer-offer"), "director");

        assertRefused(file, "director", "user_answer-offer", answer, "NOT_YOUR_OFFER");
        assertThat(file).waitsAt("user_answer-offer").hasStatus(ApplicationStatus.OFFERED);
    }

    @Test
    void aTaskOfSomebodyElseIsNotCompleted() {
        String colleague = bank.login("另一位分析师", Role.ANALYST);
        ApplicationCase file = bank.anApplication().withDocuments();
        Task task = file.claim("analyst", "user_enter-data");

        assertUnchanged(() -> assertThat(codesOf(() -> submit(colleague, task, Map.of()))).containsExactly("TASK_OF_SOMEONE_ELSE"));
        assertThat(file).waitsAt("user_enter-data");
    }

    @Test
    void aTaskNobodyClaimedIsNotCompleted() {
        ApplicationCase file = bank.anApplication().withDocuments();
        Task task = file.task("user_enter-data");

        assertUnchanged(() -> assertThat(codesOf(() -> submit("analyst", task, Map.of()))).containsExactly("TASK_NOT_CLAIMED"));
    }

    @Test
    void aFormIsNotTakenTwice() {
        ApplicationCase file = bank.anApplication().withDocuments();
        Task task = file.claim("analyst", "user_enter-data");
        submit("analyst", task, Map.of());

        assertUnchanged(() -> assertThatThrownBy(() -> submit("analyst", task, Map.of())).isInstanceOf(NullValueException.class));
        assertThat(file).waitsAt("user_assess-qualification").hasPassedTimes(1, "user_enter-data");
    }

    @Test
    void aFormBringsNothingButItsSubmission() {
        ApplicationCase file = bank.anApplication().withDocuments();
        ApplicationCase another = bank.anApplication().started();
        Task task = file.claim("analyst", "user_enter-data");

        for (Map<String, Object> smuggled : List.<Map<String, Object>>of(Map.of("amount", "1"), Map.of("outcome", "APPROVED"),
                Map.of("applicationId", another.number()), Map.of("applicantId", "analyst"), Map.of("approvalCaseId", "AC-2026-000001"))) {
            String name = smuggled.keySet().iterator().next();
            assertUnchanged(() -> assertThat(codesOf(() -> bank.hands.as("analyst", () -> {
                forms.submitTaskForm(task.getId(), with(smuggled, "submission", "{}"));
                return null;
            }))).as(name).containsExactly("VARIABLE_NOT_ACCEPTED"));
        }
        assertThat(file).waitsAt("user_enter-data");
    }

    @Test
    void aCaseIsNotStartedWithVariablesOfOnesOwn() {
        ApplicationCase file = bank.anApplication().known();

        assertUnchanged(() -> assertThat(codesOf(() -> bank.hands.as(file.applicant(), () -> bank.runtime.startProcessInstanceByKey(
                "credit-application", with(Map.of("outcome", "APPROVED"), "submission", json(Forms.start("1500000")))))))
                .containsExactly("VARIABLE_NOT_ACCEPTED"));
    }

    @Test
    void nobodyWalksAroundTheForms() {
        ApplicationCase file = bank.anApplication().assessed();
        Task task = file.claim("manager", "user_decide-as-credit-manager");
        Map<String, Object> forged = Map.of("outcome", "APPROVED");

        assertShut("manager", () -> bank.tasks.resolveTask(task.getId(), forged));
        assertShut("manager", () -> bank.tasks.delegateTask(task.getId(), "senior"));
        assertShut("manager", () -> bank.tasks.handleBpmnError(task.getId(), "any", "", forged));
        assertShut("manager", () -> bank.tasks.handleEscalation(task.getId(), "any", forged));
        assertShut(file.applicant(), () -> bank.runtime.createProcessInstanceByKey("credit-application")
                .startBeforeActivity("service_close-application").setVariable("applicationId", file.number()).execute());
        assertShut("analyst", () -> bank.runtime.createMessageCorrelation("review-due").setVariable("customerId", "C-1").correlateStartMessage());
        assertThat(file).waitsAt("user_decide-as-credit-manager").holdsItsLimit();
    }

    @Test
    void aSubmissionThatCannotBeReadIsRefusedWhereItBreaks() {
        ApplicationCase file = bank.anApplication().withDocuments().complete("analyst", "user_enter-data", Map.of());
        String task = "user_assess-qualification";
        file.claim("analyst", task);

        assertRefused(file, "analyst", task, "not json", "FORM_MALFORMED");
        assertRefused(file, "analyst", task, "null", "FORM_MALFORMED");
        assertRefused(file, "analyst", task, Map.of("verdict", "MAYBE"), "FORM_MALFORMED at verdict");
        assertRefused(file, "analyst", task, Map.of("verdict", "QUALIFIED", "limit", "1"), "FORM_MALFORMED at limit");
        assertRefused(file, "analyst", task, Map.of(), "VERDICT_MISSING at verdict");
        assertRefused(file, "analyst", task, Map.of("opinion", "长".repeat(400_001)), "FORM_TOO_LONG");
        assertRefused(file, "analyst", task, with(Forms.qualification("QUALIFIED", "STRONG"), "opinion", "长".repeat(4001)),
                "TEXT_TOO_LONG at opinion");
    }

    @Test
    void anExpiredOfferIsNotAccepted() {
        ApplicationCase file = bank.anApplication().offered();
        bank.engineClock.moveOn(Duration.ofDays(17));

        assertRefused(file, file.applicant(), "user_answer-offer", Map.of("offerId", file.offer().id().value(), "answer", "ACCEPT"),
                "OFFER_EXPIRED");
        assertThat(file).waitsAt("user_answer-offer").hasStatus(ApplicationStatus.OFFERED).holdsItsLimit();
    }

    @Test
    void aDecisionOnAProposalThatWasChangedMeanwhileIsRefused() {
        ApplicationCase file = bank.anApplication().assessed();

        assertRefused(file, "manager", "user_decide-as-credit-manager", Forms.decision(Verdict.APPROVE, "0".repeat(64)), "PROPOSAL_CHANGED");
        assertRefused(file, "manager", "user_decide-as-credit-manager",
                with(Forms.decision(Verdict.DECLINE, file.proposal().sha256()), "reasonCode", ""), "REASON_REQUIRED at reasonCode");
    }

    @Test
    void aCodeWithAWrongCheckDigitIsNotRegistered() {
        String code = firm().code();
        char wrong = code.charAt(17) == '0' ? '1' : '0';
        Map<String, Object> newCustomer = Map.of("kind", "ENTERPRISE", "name", "错号有限公司", "identifierType", "UNIFIED_SOCIAL_CREDIT_CODE",
                "identifier", code.substring(0, 17) + wrong, "industryCode", "C34", "establishedOn", "2015-06-01", "employees", 10);

        assertUnchanged(() -> assertThat(codesOf(() -> bank.hands.start("rm", "credit-application",
                with(Forms.start("1500000"), "choice", "NEW", "newCustomer", newCustomer))))
                .containsExactly("USCC_CHECK_DIGIT at newCustomer.identifier"));
    }

    @Test
    void everyFaultOfAStartFormIsToldAtOnceBesideItsField() {
        Map<String, Object> newCustomer = Map.of("kind", "ENTERPRISE", "name", "", "identifierType", "UNIFIED_SOCIAL_CREDIT_CODE",
                "identifier", "91310000MA1K35J54X", "email", "nobody");

        assertUnchanged(() -> assertThat(codesOf(() -> bank.hands.start("rm", "credit-application",
                with(Forms.start("100"), "choice", "NEW", "newCustomer", newCustomer, "product", "PERSONAL_BUSINESS_LOAN"))))
                .containsExactlyInAnyOrder("AMOUNT_BELOW_FLOOR at amount", "PRODUCT_NOT_FOR_CUSTOMER at product",
                        "CUSTOMER_NAME_MISSING at newCustomer.name", "USCC_CHECK_DIGIT at newCustomer.identifier",
                        "INDUSTRY_MISSING at newCustomer.industryCode", "EMAIL_MALFORMED at newCustomer.email"));
    }

    @Test
    void amountsThatMakeNoSenseAreNotApplied() {
        ApplicationCase file = bank.anApplication().known();

        assertStartRefused(file, with(Forms.start("-1"), "currency", "CNY"), "AMOUNT_NOT_POSITIVE at amount");
        assertStartRefused(file, Forms.start("0"), "AMOUNT_NOT_POSITIVE at amount");
        assertStartRefused(file, Forms.start("99999999999999999999"), "AMOUNT_TOO_LARGE at amount");
        assertStartRefused(file, Forms.start("100.001"), "AMOUNT_TOO_PRECISE at amount");
        assertStartRefused(file, Forms.start("100"), "AMOUNT_BELOW_FLOOR at amount");
        assertStartRefused(file, Forms.start("49999.99"), "AMOUNT_BELOW_FLOOR at amount");
        assertStartRefused(file, Forms.start("a million"), "FORM_MALFORMED at amount");
        assertStartRefused(file, with(Forms.start("1500000"), "currency", "USD"), "CURRENCY_NOT_OFFERED at currency");
    }

    @Test
    void everyFaultOfALongApplicationIsToldAtOnceBesideItsField() {
        ApplicationCase file = bank.anApplication().started();
        Map<String, Object> facility = with(Forms.facility("-5", List.of()), "currency", "EUR", "tenorMonths", 999, "purpose", "长".repeat(501));

        assertRefused(file, file.applicant(), "user_complete-application",
                with(Forms.application(facility, null), "policyAccepted", false, "creditReportAuthorised", false),
                "CURRENCY_NOT_OFFERED at facilities[0].currency", "AMOUNT_NOT_POSITIVE at facilities[0].amount",
                "TENOR_OUT_OF_RANGE at facilities[0].tenorMonths", "TEXT_TOO_LONG at facilities[0].purpose",
                "POLICY_NOT_ACCEPTED at policyAccepted", "REPORT_NOT_AUTHORISED at creditReportAuthorised");
        assertThat(file).waitsAt("user_complete-application").hasStatus(ApplicationStatus.DRAFT);
    }

    @Test
    void aSecondApplicationForTheSameThingIsRefused() {
        ApplicationCase file = bank.anApplication().submitted();

        assertUnchanged(() -> assertThat(codesOf(() -> bank.anApplication().ofTheFirmOf(file).started()))
                .containsExactly("OPEN_APPLICATION_EXISTS at product"));
    }

    private Map<String, Object> approval(ApplicationCase file) {
        return Forms.decision(Verdict.APPROVE, file.proposal().sha256());
    }

    private void assertStartRefused(ApplicationCase file, Map<String, Object> form, String refusal) {
        assertUnchanged(() -> assertThat(codesOf(() -> bank.hands.start(file.applicant(), "credit-application", form))).containsExactly(refusal));
    }

    private void assertRefused(ApplicationCase file, String person, String taskKey, Object form, String... refusals) {
        Task task = file.task(taskKey);
        if (task.getAssignee() == null) {
            file.claim(person, taskKey);
        }
        assertUnchanged(() -> assertThat(codesOf(() -> submit(person, task, form))).containsExactlyInAnyOrder(refusals));
    }

    private void assertShut(String person, Runnable sideDoor) {
        assertUnchanged(() -> assertThat(codesOf(() -> bank.hands.as(person, () -> {
            sideDoor.run();
            return null;
        }))).containsExactly("NOT_THE_WAY_TO_WORK"));
    }

    private void assertUnchanged(ThrowingCallable act) {
        Map<String, List<String>> before = facts.everything();
        try {
            act.call();
        } catch (Throwable thrown) {
            throw new AssertionError(thrown.getMessage(), thrown);
        }
        assertThat(facts.everything()).isEqualTo(before);
    }

    private void submit(String person, Task task, Object form) {
        bank.hands.as(person, () -> {
            forms.submitTaskForm(task.getId(), Map.of("submission", json(form)));
            return null;
        });
    }

    private void hand(Task task, String person) {
        bank.hands.as("admin", () -> {
            bank.tasks.setAssignee(task.getId(), person);
            return null;
        });
    }

    private static String json(Object form) {
        try {
            return form instanceof String text ? text : new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(form);
        } catch (com.fasterxml.jackson.core.JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }
}
