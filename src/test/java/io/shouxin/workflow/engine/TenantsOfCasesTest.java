package io.shouxin.workflow.engine;

import static io.shouxin.testkit.CaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.approval.Verdict;
import io.shouxin.kernel.PersonId;
import io.shouxin.review.ReviewTrigger;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.ProcessTest;
import io.shouxin.testkit.Refused;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The granting entity of a case is its tenant in the engine: officers of a subsidiary find its tasks only, by whichever door. */
@ApplicationTest
@ProcessTest
class TenantsOfCasesTest {

    private static Map<String, ApplicationCase> cases;

    @Autowired
    private Bank bank;
    @Autowired
    private JdbcClient jdbc;
    @LocalServerPort
    private int port;

    @ParameterizedTest(name = "{0} finds the analyst''s task of {1}: {2}")
    @CsvSource({
        "east-analyst,  EAST,  true",  "east-analyst,  SOUTH, false", "east-analyst,  HQ,   false",
        "south-analyst, SOUTH, true",  "south-analyst, EAST,  false", "south-analyst, HQ,   false",
        "analyst,       EAST,  true",  "analyst,       SOUTH, true",  "analyst,       HQ,   true",
        "admin,         EAST,  true",  "admin,         SOUTH, true",  "admin,         HQ,   true",
        "auditor,       EAST,  true",  "auditor,       SOUTH, true",  "east-rm,       SOUTH, false"
    })
    void anOfficerFindsTheTasksOfHisEntity(String person, String entity, boolean found) {
        String number = cases().get(entity).number();

        for (Browser browser : List.of(Browser.program(port, person, "shouxin-demo", "en"), Browser.tasklist(port, person, "shouxin-demo", "en"))) {
            JsonNode tasks = browser.get(browser.engine() + "/task?processInstanceBusinessKey=" + number).json();
            assertThat(StreamSupport.stream(tasks.spliterator(), false).anyMatch(task -> task.path("taskDefinitionKey").asText().equals("user_verify-documents")))
                    .as(browser.engine()).isEqualTo(found);
        }
    }

    @Test
    void theListOfTasksToClaimCountsOnlyThoseOfTheEntity() {
        String east = cases().get("EAST").task("user_verify-documents").getId();
        Browser tasklist = Browser.tasklist(port, "south-analyst", "shouxin-demo", "en");
        String toClaim = StreamSupport.stream(tasklist.get(tasklist.engine() + "/filter?resourceType=Task").json().spliterator(), false)
                .filter(filter -> filter.path("name").asText().startsWith("待认领")).findFirst().orElseThrow().path("id").asText();

        String listed = tasklist.get(tasklist.engine() + "/filter/" + toClaim + "/list?maxResults=500").body();

        assertThat(listed).contains(cases().get("SOUTH").task("user_verify-documents").getId()).doesNotContain(east);
    }

    @Test
    void aTaskOfAnotherEntityIsNeitherClaimedNorCompletedNorGiven() {
        Task task = cases().get("EAST").task("user_verify-documents");
        Browser south = Browser.program(port, "south-analyst", "shouxin-demo", "en");

        assertThat(south.post(south.engine() + "/task/" + task.getId() + "/claim", Map.of("userId", "south-analyst")).status()).isGreaterThanOrEqualTo(400);
        assertThat(south.submit(task.getId(), Map.of("verdicts", List.of())).status()).isGreaterThanOrEqualTo(400);
        assertThat(Refused.codesOf(() -> bank.hands.as("admin", () -> {
            bank.tasks.setAssignee(task.getId(), "south-analyst");
            return null;
        }))).containsExactly("CASE_OF_OTHER_ENTITY");
        assertThat(cases().get("EAST").task("user_verify-documents").getAssignee()).isNull();
    }

    @Test
    void calledProcessesTasksVariablesAndHistoryAreTheCallersEntitys() {
        ApplicationCase file = bank.anApplication().at("EAST").assessed();
        assertThat(file).waitsAt("user_decide-as-credit-manager");

        List<HistoricProcessInstance> instances = bank.history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(file.number()).list();
        assertThat(instances).extracting(HistoricProcessInstance::getProcessDefinitionKey).contains("credit-application", "document-collection", "credit-approval");
        assertThat(instances).extracting(HistoricProcessInstance::getTenantId).containsOnly("EAST");
        assertThat(file.task("user_decide-as-credit-manager").getTenantId()).isEqualTo("EAST");
        assertThat(bank.runtime.createVariableInstanceQuery().processInstanceIdIn(file.process().getId()).list()).isNotEmpty()
                .allMatch(variable -> "EAST".equals(variable.getTenantId()));
        file.decidedBy("manager", Verdict.RETURN);
        assertThat(file.task("user_enter-data").getTenantId()).isEqualTo("EAST");
    }

    @Test
    void anOfficersOwnEntityDecidesItsCases() {
        ApplicationCase file = bank.anApplication().at("EAST").assessed();

        file.complete("east-manager", "user_decide-as-credit-manager", Forms.decision(Verdict.DECLINE, file.proposal().sha256()));

        assertThat(file).isOver().hasALetterFor("REPAYMENT_ABILITY");
    }

    @Test
    void aReviewByTheCalendarIsOfTheEntityThatDealsWithTheCustomer() {
        ApplicationCase file = bank.anApplication().at("SOUTH").active();

        var review = bank.reviews.open(file.customer(), ReviewTrigger.TIMER, new PersonId("system")).orElseThrow();

        assertThat(review.entity().value()).isEqualTo("SOUTH");
    }

    @ParameterizedTest(name = "{0} asks {1}: {2}")
    @CsvSource({"east-rm, , EAST", "east-rm, EAST, EAST", "east-rm, SOUTH, ENTITY_NOT_OPEN", "east-rm, HQ, ENTITY_NOT_OPEN", "rm, , HQ", "rm, SOUTH, SOUTH",
        "rm, NOWHERE, ENTITY_NOT_OPEN", "south-rm, , SOUTH"})
    void theCaseGoesToTheEntityChosenIfThePersonMayAskIt(String person, String asked, String entity) {
        String customer = bank.anApplication().known().customer().value();
        Map<String, Object> form = Forms.with(Forms.start("800000"), "choice", "EXISTING", "customer", customer, "grantingEntity", asked);

        if (entity.length() > 5) {
            assertThat(Refused.codesOf(() -> bank.hands.start(person, "credit-application", form))).containsExactly(entity + " at grantingEntity");
            return;
        }
        String number = bank.hands.start(person, "credit-application", form);
        assertThat(bank.runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).singleResult().getTenantId()).isEqualTo(entity);
    }

    /** As a database of the days before granting entities has it, and what the migration makes of it. */
    @Test
    void aCaseWithoutATenantGoesOnAndTheMigrationGivesItToTheHeadOffice() throws Exception {
        ApplicationCase file = bank.anApplication().submitted();
        List<String> instances = bank.history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(file.number()).list().stream()
                .map(HistoricProcessInstance::getId).toList();
        for (String table : List.of("ACT_RU_EXECUTION", "ACT_RU_TASK", "ACT_RU_VARIABLE", "ACT_RU_EVENT_SUBSCR", "ACT_HI_PROCINST", "ACT_HI_TASKINST")) {
            jdbc.sql("UPDATE " + table + " SET TENANT_ID_ = NULL WHERE PROC_INST_ID_ IN (:instances)").param("instances", instances).update();
        }
        file.withDocumentsUploaded();
        assertThat(file.task("user_verify-documents").getTenantId()).as("went on without a tenant").isNull();

        String migration = new String(getClass().getResourceAsStream("/db/migration/V115__tenants_of_running_cases.sql").readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
        for (String statement : migration.split(";")) {
            if (!statement.isBlank()) {
                jdbc.sql(statement).update();
            }
        }
        assertThat(file.task("user_verify-documents").getTenantId()).isEqualTo("HQ");
        Browser east = Browser.program(port, "east-analyst", "shouxin-demo", "en");
        assertThat(east.get(east.engine() + "/task?processInstanceBusinessKey=" + file.number()).json()).isEmpty();
        assertThat(file.withDocuments()).waitsAt("user_enter-data");
    }

    private Map<String, ApplicationCase> cases() {
        if (cases == null) {
            cases = Map.of("EAST", bank.anApplication().at("EAST").withDocumentsUploaded(), "SOUTH", bank.anApplication().at("SOUTH").withDocumentsUploaded(),
                    "HQ", bank.anApplication().withDocumentsUploaded());
        }
        return cases;
    }
}
