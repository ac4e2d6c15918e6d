package io.shouxin.workflow.walk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
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
 * The floor to measure against: the same models with delegates that do nothing but leave their outcome, on an engine
 * configured by default, worked by the same hands.
 */
final class EmptyFloor implements AutoCloseable {

    private static final List<String> MODELS = List.of("origination/credit-application", "origination/document-collection",
            "approval/credit-approval", "contract/contract-signing");
    private static final Map<String, String> OUTCOMES = Map.of("user_verify-documents", "COMPLETE", "user_assess-qualification", "QUALIFIED",
            "user_answer-offer", "ACCEPTED", "user_sign-as-customer", "CUSTOMER_SIGNED", "user_sign-as-bank", "CONDITIONS_OPEN",
            "user_fulfil-conditions", "CONDITIONS_MET");

    private final ProcessEngine engine;
    private final Hands hands;

    EmptyFloor(DataSource dataSource) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(dataSource);
        configuration.setProcessEngineName("floor");
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setBeans(delegates());
        engine = configuration.buildProcessEngine();
        for (String model : MODELS) {
            String name = "processes/" + model + ".bpmn";
            InputStream content = EmptyFloor.class.getClassLoader().getResourceAsStream(name);
            engine.getRepositoryService().createDeployment().addInputStream(name, content).deploy();
        }
        hands = new Hands(engine.getIdentityService(), engine.getRepositoryService(), engine.getFormService(), engine.getTaskService(),
                engine.getManagementService(), new ObjectMapper());
    }

    /** Walks one case from start to end; its number only tells it from others. */
    void walk(String number) {
        engine.getRuntimeService().startProcessInstanceByKey("credit-application", number,
                Map.of("applicationId", number, "customerId", number, "applicantId", "rm", "openedBy", "rm"));
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
        if (engine.getHistoryService().createHistoricActivityInstanceQuery().activityId("end_facility-active").count() == 0) {
            throw new IllegalStateException("the floor's case did not reach the active facility");
        }
    }

    private Optional<String> next(String number) {
        return hands.openTasks(number).stream().findFirst();
    }

    private static Map<Object, Object> delegates() {
        Map<Object, Object> beans = new HashMap<>();
        beans.put("deadlines", new Deadline());
        Map<String, String> outcomes = Map.of("rateCustomer", "RATED", "proposeLimit", "PROPOSED", "determineAuthority", "STRAIGHT_THROUGH",
                "approveStraightThrough", "APPROVED", "drawUpAgreement", "STANDARD", "confirmSigning", "SIGNED");
        outcomes.forEach((bean, outcome) -> beans.put(bean,
                (JavaDelegate) token -> token.getProcessInstance().setVariable("outcome", outcome)));
        for (String bean : List.of("drawUpChecklist", "activateFacility", "expireOffer", "closeApplication", "closeWithdrawnApplication",
                "remindApplicant", "markDocumentsLapsed", "countVotes", "cancelAgreement")) {
            beans.put(bean, (JavaDelegate) token -> { });
        }
        beans.put("issueOffer", (JavaDelegate) token ->
                token.getProcessInstance().setVariable("offerExpiresAt", new Date(System.currentTimeMillis() + 864_000_000L)));
        return beans;
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
