package io.shouxin.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.identity.Role;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.ProcessTest;
import java.util.List;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A task is seen and worked on by whom it asks, and by nobody else. */
@ApplicationTest
@ProcessTest
class TaskRightsTest {

    @Autowired
    private Bank bank;

    @Autowired
    private AuthorizationService authorizations;

    @Test
    void whoIsAskedSeesTheTaskAndNobodyElseDoes() {
        ApplicationCase file = bank.anApplication().withDocuments();

        assertThat(sees("analyst", file, "user_enter-data")).isTrue();
        assertThat(sees("manager", file, "user_enter-data")).isFalse();
        assertThat(sees(file.applicant(), file, "user_enter-data")).isFalse();
    }

    @Test
    void aTaskOfOnePersonIsSeenByThatPersonOnly() {
        ApplicationCase file = bank.anApplication().started();
        ApplicationCase stranger = bank.anApplication().started();

        assertThat(sees(file.applicant(), file, "user_complete-application")).isTrue();
        assertThat(sees(stranger.applicant(), file, "user_complete-application")).isFalse();
    }

    @Test
    void takingATaskOfOnesRoleLeavesNoRightOfOnesOwn() {
        ApplicationCase file = bank.anApplication().withDocuments();
        String officer = bank.login("短期分析师", Role.ANALYST);

        Task task = file.claim(officer, "user_enter-data");

        assertThat(authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(task.getId())
                .userIdIn(officer).count()).isZero();
        assertThat(sees(officer, file, "user_enter-data")).isTrue();
    }

    @Test
    void aTaskHandedToSomebodyOutsideItsRoleIsSeenByHimAndByItsRole() {
        ApplicationCase file = bank.anApplication().withDocuments();
        Task task = file.task("user_enter-data");

        bank.hands.as("admin", () -> {
            bank.tasks.setAssignee(task.getId(), "rm");
            return null;
        });

        assertThat(sees("rm", file, "user_enter-data")).isTrue();
        assertThat(sees("analyst", file, "user_enter-data")).isTrue();
        assertThat(sees("manager", file, "user_enter-data")).isFalse();
    }

    @Test
    void aTaskIsNotTakenAwayFromItsAssigneeByAnotherRole() {
        ApplicationCase file = bank.anApplication().withDocuments();
        Task task = file.claim("analyst", "user_enter-data");

        assertThatThrownBy(() -> bank.hands.as("manager", () -> {
            bank.tasks.setAssignee(task.getId(), null);
            return null;
        })).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void ownTasksAreListedWithoutAskingForEachAndNoQuestionOpensOthers() {
        ApplicationCase file = bank.anApplication().withDocuments();
        String task = file.task("user_enter-data").getId();
        String analysts = Role.ANALYST.groupId();
        String managers = Role.CREDIT_MANAGER.groupId();

        assertThat(lists("analyst", task, query -> query.taskCandidateGroupIn(List.of(analysts)))).isTrue();
        assertThat(lists("analyst", task, query -> query.or().taskAssignee("analyst").taskCandidateGroupIn(List.of(analysts)).endOr())).isTrue();
        assertThat(lists("manager", task, query -> query.taskCandidateGroupIn(List.of(analysts)))).isFalse();
        assertThat(lists("manager", task, query -> query.taskCandidateGroupIn(List.of(analysts, managers)))).isFalse();
        assertThat(lists("manager", task, query -> query.or().taskAssignee("manager").taskCandidateGroup(analysts).endOr())).isFalse();
        assertThat(lists("manager", task, query -> query.or().taskAssignee("manager").taskNameLike("%").endOr())).isFalse();
        assertThat(lists("manager", task, query -> query.or().taskCandidateGroup(managers).taskUnassigned().endOr())).isFalse();
        assertThat(lists("manager", task, query -> query.or().taskAssignee("manager").taskPriority(50).endOr())).isFalse();
        assertThat(lists("manager", task, query -> query.taskCandidateUser("analyst"))).isFalse();
        assertThat(lists("manager", task, query -> query.or().taskAssignee("manager").taskCandidateUser("analyst").endOr())).isFalse();
        assertThat(lists("analyst", task, query -> query.taskCandidateUser("analyst").taskUnassigned())).isTrue();
        assertThat(lists("manager", task, query -> query)).isFalse();
        bank.tasks.claim(task, "analyst");
        assertThat(lists("analyst", task, query -> query.taskAssignee("analyst"))).isTrue();
        assertThat(lists("manager", task, query -> query.taskAssignee("analyst"))).isFalse();
    }

    private boolean lists(String person, String task, UnaryOperator<TaskQuery> asking) {
        return bank.hands.as(person, () -> asking.apply(bank.tasks.createTaskQuery()).list()).stream().anyMatch(seen -> seen.getId().equals(task));
    }

    private boolean sees(String person, ApplicationCase file, String taskKey) {
        return bank.hands.as(person, () -> bank.tasks.createTaskQuery().processInstanceBusinessKey(file.number())
                .taskDefinitionKey(taskKey).count() == 1);
    }
}
