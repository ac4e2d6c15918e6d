package io.shouxin.workflow.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.testkit.ApplicationTest;
import io.shouxin.workflow.approval.CreditApprovalProcess;
import io.shouxin.workflow.audit.AuditCheckProcess;
import io.shouxin.workflow.calendar.DeadlineWatchProcess;
import io.shouxin.workflow.contract.ConditionCheckProcess;
import io.shouxin.workflow.contract.ContractSigningProcess;
import io.shouxin.workflow.engine.FormCommand;
import io.shouxin.workflow.limit.LimitAdjustmentProcess;
import io.shouxin.workflow.limit.LimitDayEndProcess;
import io.shouxin.workflow.limit.TemporaryExceptionProcess;
import io.shouxin.workflow.monitoring.CovenantTestProcess;
import io.shouxin.workflow.origination.CreditApplicationProcess;
import io.shouxin.workflow.policy.PolicyPublicationProcess;
import io.shouxin.workflow.policyexception.ExceptionRenewalProcess;
import io.shouxin.workflow.rating.RatingOverrideProcess;
import io.shouxin.workflow.review.PeriodicReviewProcess;
import io.shouxin.workflow.workout.WriteOffProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Models, contract classes, form commands, delegates and forms say the same; a crooked model is found by each rule. */
@ApplicationTest
class ModelContractTest {

    private static final Map<String, Class<?>> CONTRACTS = Map.ofEntries(
            Map.entry("credit-application", CreditApplicationProcess.class),
            Map.entry("document-collection", CreditApplicationProcess.class),
            Map.entry("credit-approval", CreditApprovalProcess.class),
            Map.entry("contract-signing", ContractSigningProcess.class),
            Map.entry("periodic-review", PeriodicReviewProcess.class),
            Map.entry("review-calendar", PeriodicReviewProcess.class),
            Map.entry("rating-override", RatingOverrideProcess.class),
            Map.entry("policy-publication", PolicyPublicationProcess.class),
            Map.entry("limit-adjustment", LimitAdjustmentProcess.class),
            Map.entry("temporary-exception", TemporaryExceptionProcess.class),
            Map.entry("write-off", WriteOffProcess.class),
            Map.entry("policy-exception-renewal", ExceptionRenewalProcess.class),
            Map.entry("absence-calendar", CreditApprovalProcess.class),
            Map.entry("exception-sweep", TemporaryExceptionProcess.class),
            Map.entry("limit-day-end", LimitDayEndProcess.class),
            Map.entry("audit-check", AuditCheckProcess.class),
            Map.entry("deadline-watch", DeadlineWatchProcess.class),
            Map.entry("condition-check", ConditionCheckProcess.class),
            Map.entry("condition-calendar", ConditionCheckProcess.class),
            Map.entry("covenant-test", CovenantTestProcess.class));

    /** Tasks of earlier versions of the models: cases under way still end in them. */
    private static final Set<String> OF_EARLIER_VERSIONS = Set.of("user_decide-draft");

    /** Where each gateway sends a token nobody decided about. */
    private static final List<String> DEFAULTS = List.of(
            "xor_screening -> service_close-application",
            "xor_early-exceptions -> service_close-application",
            "xor_documents -> service_close-application",
            "xor_assessment -> service_close-application",
            "xor_rating -> service_close-application",
            "xor_limit -> service_close-application",
            "xor_exceptions -> service_close-application",
            "xor_approval -> service_close-application",
            "xor_offer -> service_close-application",
            "xor_counter-offer -> service_issue-offer",
            "xor_signing -> service_close-application",
            "xor_documents-complete -> user_upload-documents",
            "xor_authority -> sub_stage",
            "xor_turn -> user_vote-as-committee-member",
            "xor_said -> sub_stage",
            "xor_ledger-agrees -> user_explain-differences",
            "xor_audit-trail-intact -> user_explain-findings",
            "xor_draft-approval -> service_refuse-draft",
            "xor_draft-fits -> user_revise-draft",
            "xor_draft-revised -> end_draft-withdrawn",
            "xor_legal-review -> user_review-agreement",
            "xor_agreement-review -> service_cancel-agreement",
            "xor_customer-signature -> service_cancel-agreement",
            "xor_signatures -> user_confirm-paper-copy",
            "xor_guarantor-signature -> service_cancel-agreement",
            "xor_paper-copy -> user_sign-as-customer",
            "xor_bank-signature -> service_cancel-agreement",
            "xor_conditions -> user_decide-waiver",
            "xor_rerating -> user_assess-review",
            "xor_review-approval -> service_keep-limit",
            "xor_override-approval -> service_drop-override",
            "xor_override-amended -> service_drop-override",
            "xor_change-considered -> service_drop-change",
            "xor_change-at-once -> call_change-approval",
            "xor_change-approval -> service_drop-change",
            "xor_change-fits -> user_amend-change",
            "xor_change-amended -> service_drop-change",
            "xor_exception-approval -> service_drop-exception",
            "xor_exception-fits -> user_amend-exception",
            "xor_exception-amended -> service_drop-exception",
            "xor_write-off-approval -> service_drop-write-off",
            "xor_write-off-fits -> user_amend-write-off",
            "xor_write-off-amended -> service_drop-write-off",
            "xor_renewal-approval -> service_drop-renewal",
            "xor_renewal-fits -> user_amend-renewal",
            "xor_renewal-amended -> service_drop-renewal",
            "xor_covenant-result -> user_test-covenant",
            "xor_relief -> user_test-covenant",
            "xor_grace-over -> service_open-breach-case",
            "xor_breach -> end_breach-case-opened",
            "xor_proposed-waiver -> service_open-breach-case");

    private final ModelRules crooked = read(sample(), "crooked", CreditApprovalProcess.class);

    @Autowired
    private ApplicationContext spring;

    @Test
    void thereIsAContractForEveryModel() throws IOException {
        assertThat(models()).extracting(ModelRules::fileName).containsExactlyInAnyOrderElementsOf(CONTRACTS.keySet());
    }

    @Test
    void everyModelIsCalledLikeItsFile() throws IOException {
        assertKept(ModelRules::keyIsTheFileName);
        assertThat(crooked.keyIsTheFileName()).containsExactly("key other-key");
    }

    @Test
    void contractsNameTheTasksOfTheirModelsAndNoOthers() throws IOException {
        Set<String> inModels = models().stream().flatMap(ModelRules::formElements).map(element -> element.getId())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> inContracts = CONTRACTS.values().stream().flatMap(ModelRules::taskIds).collect(Collectors.toCollection(TreeSet::new));

        assertThat(inContracts).isEqualTo(inModels);
        assertThat(crooked.tasksAreThoseOfTheContract()).contains("user_unheard-of", "user_decide-as-credit-manager");
    }

    @Test
    void everyFormHasOneCommandAndEveryCommandItsForm() throws IOException {
        List<String> commands = commands();
        Set<String> forms = models().stream().flatMap(ModelRules::formElements).map(element -> element.getId()).collect(Collectors.toSet());

        assertThat(forms).doesNotContainAnyElementsOf(OF_EARLIER_VERSIONS);
        forms.addAll(OF_EARLIER_VERSIONS);
        assertThat(commands).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(forms);
        assertThat(crooked.formsHaveTheirCommand(commands)).containsExactly("user_unheard-of");
    }

    @Test
    void everyDelegateExists() throws IOException {
        assertKept(rules -> rules.delegatesExist(this::isDelegate));
        assertThat(crooked.delegatesExist(this::isDelegate)).containsExactly("${noSuchDelegate}");
    }

    @Test
    void everyAutomaticStepHasADelegate() throws IOException {
        assertKept(ModelRules::stepsDoSomething);
        assertThat(crooked.stepsDoSomething()).containsExactly("service_idle");
    }

    @Test
    void everyGatewayHasADefault() throws IOException {
        assertKept(ModelRules::gatewaysHaveADefault);
        assertThat(crooked.gatewaysHaveADefault()).containsExactly("xor_without-default");
    }

    @Test
    void noDefaultLeadsToMoney() throws IOException {
        assertKept(ModelRules::noDefaultLeadsToMoney);
        assertThat(models().stream().flatMap(rules -> rules.whereDefaultsLead().stream())).containsExactlyInAnyOrderElementsOf(DEFAULTS);
        assertThat(crooked.noDefaultLeadsToMoney()).containsExactly("flow_5 -> service_activate-facility");
    }

    @Test
    void gatewaysAskForOutcomesTheContractKnows() throws IOException {
        assertKept(ModelRules::otherFlowsAskForAnOutcomeOfTheContract);
        assertThat(crooked.otherFlowsAskForAnOutcomeOfTheContract()).containsExactlyInAnyOrder("flow_3", "flow_6");
    }

    @Test
    void everyFormExists() throws IOException {
        assertKept(rules -> rules.formsExist(form -> Files.exists(Path.of(form))));
        assertThat(crooked.formsExist(form -> Files.exists(Path.of(form)))).containsExactly("user_unheard-of");
    }

    @Test
    void everyProcessHasVersionTimeToLiveAndDocumentation() throws IOException {
        assertKept(ModelRules::processesSayWhatTheyAre);
        assertThat(crooked.processesSayWhatTheyAre()).containsExactly("no versionTag", "no historyTimeToLive", "no documentation");
    }

    @Test
    void everyNameIsChinese() throws IOException {
        assertKept(ModelRules::namesAreChinese);
        assertThat(crooked.namesAreChinese()).containsExactlyInAnyOrder("other-key", "end_crooked");
    }

    @Test
    void callsPassIdsAndOutcomesOnly() throws IOException {
        assertKept(ModelRules::callsPassOnlyRouteVariables);
        assertThat(crooked.callsPassOnlyRouteVariables()).containsExactlyInAnyOrder("amount", "all");
    }

    @Test
    void callsKeepTheBusinessNumber() throws IOException {
        assertKept(ModelRules::callsKeepTheBusinessKey);
        assertThat(crooked.callsKeepTheBusinessKey()).containsExactly("call_careless");
    }

    private void assertKept(Function<ModelRules, List<String>> rule) throws IOException {
        for (ModelRules rules : models()) {
            assertThat(rule.apply(rules)).as(rules.fileName()).isEmpty();
        }
    }

    private List<String> commands() {
        return spring.getBeansOfType(FormCommand.class).values().stream().map(FormCommand::elementId).toList();
    }

    private boolean isDelegate(String bean) {
        return spring.containsBean(bean) && spring.getBean(bean) instanceof JavaDelegate;
    }

    private static List<ModelRules> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().map(file -> {
                String name = file.getFileName().toString().replace(".bpmn", "");
                return new ModelRules(Bpmn.readModelFromFile(file.toFile()), name, CONTRACTS.get(name));
            }).toList();
        }
    }

    private static InputStream sample() {
        return ModelContractTest.class.getResourceAsStream("/models-sample/crooked.bpmn");
    }

    private static ModelRules read(InputStream model, String name, Class<?> contract) {
        return new ModelRules(Bpmn.readModelFromStream(model), name, contract);
    }
}
