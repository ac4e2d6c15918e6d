package io.shouxin.workflow.walk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.policy.PolicyEvaluation;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * The floor to measure against: the same models with delegates that do nothing but leave their outcome, on an engine as
 * Camunda's starter configures it, worked by the same hands.
 *
 * <p>Bare, the business rule tasks do nothing either. With tables they ask the engine's own decision service the questions that the
 * product's business rule tasks ask the policy book, of the same files.
 */
final class EmptyFloor implements AutoCloseable {

    /** What the business rule tasks ask, by the name of their bean. */
    static final Map<String, List<String>> TABLES = Map.of("screenApplication", List.of("knock-out"), "drawUpChecklist", List.of("document-checklist"),
            "rateCustomer", List.of("knock-out", "scorecard-statements", "grade-scale"), "determineAuthority", List.of("approval-authority"));

    private static final List<String> MODELS = List.of("origination/credit-application", "origination/document-collection",
            "approval/credit-approval", "contract/contract-signing");
    private static final Map<String, String> OUTCOMES = Map.of("user_verify-documents", "COMPLETE", "user_assess-qualification", "QUALIFIED",
            "user_answer-offer", "ACCEPTED", "user_sign-as-customer", "CUSTOMER_SIGNED", "user_sign-as-bank", "CONDITIONS_OPEN",
            "user_fulfil-conditions", "CONDITIONS_MET", "user_confirm-paper-copy", "CUSTOMER_SIGNED");

    private final ProcessEngine engine;
    private final Hands hands;

    /**
     * @param name      of the engine
     * @param questions what to ask each table, as the product asked it; empty for the bare floor
     */
    EmptyFloor(String name, DataSource dataSource, List<PolicyEvaluation> questions) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(dataSource);
        configuration.setProcessEngineName(name);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setBeans(delegates(questions));
        engine = configuration.buildProcessEngine();
        questions.forEach(this::deployTable);
        for (String model : MODELS) {
            deploy("processes/" + model + ".bpmn");
        }
        hands = new Hands(engine.getIdentityService(), engine.getRepositoryService(), engine.getFormService(), engine.getTaskService(),
                engine.getManagementService(), engine.getRuntimeService(), engine.getHistoryService(), new ObjectMapper());
    }

    /** Walks one case from start to end; its number only tells it from others. */
    void walk(String number) {
        String instance = engine.getRuntimeService().startProcessInstanceByKey("credit-application", number, Map.of("applicationId", number, "customerId", number, "applicantId", "rm", "openedBy", "rm")).getId();
        hands.runSteps();
        for (Optional<String> next = next(number); next.isPresent(); next = next(number)) {
            String task = next.get();
            Map<String, Object> variables = OUTCOMES.containsKey(task) ? Map.of("outcome", OUTCOMES.get(task)) : Map.of();
            var open = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(task).singleResult();
            if (open.getAssignee() == null) {
                engine.getTaskService().claim(open.getId(), "analyst");
            }
            engine.getFormService().submitTaskForm(open.getId(), variables);
            hands.runSteps();
        }
        if (engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(instance)
                .activityId("end_facility-active").count() == 0) {
            throw new IllegalStateException("the floor's case did not reach the active facility");
        }
    }

    private Optional<String> next(String number) {
        return hands.openTasks(number).stream().findFirst();
    }

    private void deployTable(PolicyEvaluation question) {
        deploy("processes/policies/%s/%s-%s.dmn".formatted(question.key(), question.key(), question.version()));
    }

    private void deploy(String name) {
        InputStream content = EmptyFloor.class.getClassLoader().getResourceAsStream(name);
        engine.getRepositoryService().createDeployment().addInputStream(name, content).deploy();
    }

    private void ask(PolicyEvaluation question) {
        int answers = engine.getDecisionService().evaluateDecisionTableByKey(question.key(), inputs(question)).size();
        if (answers != question.rows().size()) {
            throw new IllegalStateException("the floor's " + question.key() + " answers otherwise than the product's");
        }
    }

    /** Numbers as Camunda's decision engine knows them as shipped. */
    private static Map<String, Object> inputs(PolicyEvaluation question) {
        Map<String, Object> inputs = new HashMap<>(question.inputs());
        inputs.replaceAll((name, value) -> value instanceof BigDecimal number ? (Object) number.doubleValue() : value);
        return inputs;
    }

    private Map<Object, Object> delegates(List<PolicyEvaluation> questions) {
        Map<Object, Object> beans = new HashMap<>();
        beans.put("deadlines", new Deadline());
        Map<String, String> outcomes = Map.of("screenApplication", "NOT_EXCLUDED", "rateCustomer", "RATED", "proposeLimit", "PROPOSED", "determineAuthority", "STRAIGHT_THROUGH",
                "approveStraightThrough", "APPROVED", "drawUpAgreement", "STANDARD", "confirmSigning", "SIGNED");
        outcomes.forEach((bean, outcome) -> beans.put(bean,
                asking(bean, questions, token -> token.getProcessInstance().setVariable("outcome", outcome))));
        beans.put("drawUpChecklist", asking("drawUpChecklist", questions, token -> { }));
        for (String bean : List.of("activateFacility", "expireOffer", "closeApplication", "closeWithdrawnApplication",
                "remindApplicant", "markDocumentsLapsed", "countVotes", "cancelAgreement")) {
            beans.put(bean, (JavaDelegate) token -> { });
        }
        // The hand-written copy is confirmed once; then the bank signs.
        beans.put("checkSignatures", (JavaDelegate) token -> token.getProcessInstance().setVariable("outcome",
                token.getProcessEngineServices().getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(token.getProcessInstanceId())
                        .activityId("user_confirm-paper-copy").count() == 0 ? "PAPER_TO_CONFIRM" : "ALL_SIGNED"));
        beans.put("issueOffer", (JavaDelegate) token ->
                token.getProcessInstance().setVariable("offerExpiresAt", new Date(System.currentTimeMillis() + 864_000_000L)));
        return beans;
    }

    private JavaDelegate asking(String bean, List<PolicyEvaluation> questions, JavaDelegate then) {
        List<PolicyEvaluation> own = questions.stream()
                .filter(question -> TABLES.getOrDefault(bean, List.of()).contains(question.key())).toList();
        return token -> {
            own.forEach(this::ask);
            then.execute(token);
        };
    }

    @Override
    public void close() {
        engine.close();
    }

    /** Stands in for the due dates. */
    public static final class Deadline {
        public Date inWorkingDays(int days) {
            return new Date(System.currentTimeMillis() + days * 86_400_000L);
        }
    }
}
