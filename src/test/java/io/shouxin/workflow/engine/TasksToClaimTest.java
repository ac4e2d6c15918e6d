package io.shouxin.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.shouxin.identity.Role;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.ProcessTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A role with over a thousand tasks sees the same list as one with ten, only sooner. */
@ApplicationTest
@ProcessTest
class TasksToClaimTest {

    private static final int MANY = 1_020;
    /** Newer than what other tests make. */
    private static final Instant FIRST = Instant.parse("2050-01-05T01:00:00Z");

    @Autowired
    private Bank bank;

    @Autowired
    private IdentityService identity;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private FilterService filters;

    @Autowired
    private AuthorizationService authorizations;

    private final AtomicInteger number = new AtomicInteger();
    private final List<String> made = new ArrayList<>();
    private String role;
    private String officer;

    @BeforeEach
    void aRoleWithManyTasks() {
        officer = bank.login("待办专员", Role.ANALYST);
        role = "long-list-" + officer;
        identity.saveGroup(identity.newGroup(role));
        identity.createMembership(officer, role);
        identity.deleteMembership(officer, Role.ANALYST.groupId());
        inOneTransaction(() -> IntStream.range(0, MANY).forEach(one -> task(role, null)));
    }

    @AfterEach
    void away() {
        inOneTransaction(() -> bank.tasks.deleteTasks(made, true));
        identity.deleteGroup(role);
        authorizations.createAuthorizationQuery().groupIdIn(role).list().forEach(right -> authorizations.deleteAuthorization(right.getId()));
    }

    @Test
    void theNewestComeFirstPageByPageAndNoneTwice() {
        String claimed = made.get(3);
        bank.tasks.claim(claimed, "analyst");
        String elsewhere = task(role, "ELSEWHERE");
        String byName = task(null, null);
        bank.tasks.addCandidateUser(byName, officer);
        String both = task(role, null);
        bank.tasks.addCandidateUser(both, officer);
        String ofOthers = task(Role.CREDIT_MANAGER.groupId(), null);

        List<String> listed = new ArrayList<>();
        for (int first = 0; first < MANY + 15; first += 15) {
            int from = first;
            listed.addAll(as(() -> newestFirst().listPage(from, 15)).stream().map(Task::getId).toList());
        }

        assertThat(listed).doesNotHaveDuplicates().hasSize(MANY + 1).startsWith(both, byName)
                .doesNotContain(claimed, elsewhere, ofOthers);
        assertThat(as(() -> newestFirst().list().stream().map(Task::getId).toList())).isEqualTo(listed);
        assertThat(as(() -> bank.tasks.createTaskQuery().taskCandidateUser(officer).taskUnassigned().active()
                .orderByTaskCreateTime().asc().listPage(0, 2)).stream().map(Task::getId)).containsExactly(made.get(0), made.get(1));
        assertThat(lookedAtOneAfterTheOther(5)).isEqualTo(listed.subList(0, 5));
        assertThat(as(() -> newestFirst().count())).isEqualTo(MANY + 1);
    }

    @Test
    void tasksBehindAThousandNewerOnesOfOthersAreListedAllTheSame() {
        String newest = made.get(MANY - 1);
        inOneTransaction(() -> IntStream.range(0, MANY).forEach(one -> task(Role.CREDIT_MANAGER.groupId(), null)));

        assertThat(statementsOf(() -> newestFirst().listPage(0, 2).stream().map(Task::getId).toList())).as("looks at the newest thousand of all people's only")
                .filteredOn(ofThisList()).isNotEmpty().allMatch(statement -> statement.contains("CREATE_TIME_ >="));
        assertThat(as(() -> newestFirst().listPage(0, 2)).stream().map(Task::getId)).containsExactly(newest, made.get(MANY - 2));
    }

    @Test
    void aLongListsNumberIsCountedAnewAWhileLater() {
        assertThat(as(() -> newestFirst().count())).isEqualTo(MANY);

        inOneTransaction(() -> IntStream.range(0, 10).forEach(one -> task(role, null)));

        await().atMost(Duration.ofSeconds(30)).until(() -> as(() -> newestFirst().count()) == MANY + 10);
    }

    @Test
    void aShortListsNumberIsAlwaysThatOfTheMoment() {
        bank.tasks.deleteTasks(List.copyOf(made.subList(0, MANY - 5)), true);
        made.subList(0, MANY - 5).clear();

        assertThat(as(() -> newestFirst().count())).isEqualTo(5);
        bank.tasks.claim(made.get(0), officer);
        assertThat(as(() -> newestFirst().count())).isEqualTo(4);
        assertThat(as(() -> newestFirst().list())).hasSize(4);
    }

    /** Told by the statement for the page; a number that does not follow at once is the tally's. */
    @Test
    void theListOfTasklistIsOneOfThese() {
        String list = filters.createFilterQuery().filterNameLike("%To claim%").singleResult().getId();
        Authorization reads = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        reads.setGroupId(role);
        reads.setResource(Resources.FILTER);
        reads.setResourceId(list);
        reads.addPermission(Permissions.READ);
        authorizations.saveAuthorization(reads);

        List<Task> page = new ArrayList<>();
        assertThat(statementsOf(() -> page.addAll(filters.listPage(list, bank.tasks.createTaskQuery().active().orderByTaskCreateTime().desc(), 0, 3))))
                .anyMatch(ofThisList());

        assertThat(page).extracting(Task::getId).containsExactly(made.get(MANY - 1), made.get(MANY - 2), made.get(MANY - 3));
        assertThat(as(() -> filters.count(list, bank.tasks.createTaskQuery().active()))).isEqualTo(MANY);
        task(role, null);
        assertThat(as(() -> filters.count(list, bank.tasks.createTaskQuery().active()))).isEqualTo(MANY);
    }

    @Test
    void aFurtherConditionIsKept() {
        assertThat(as(() -> newestFirst().taskName("Nr 7").count())).isEqualTo(1);
        assertThat(as(() -> newestFirst().taskName("Nr 7").list())).hasSize(1);
    }

    /** The engine's statements for tasks by SQL of our own, with their conditions. */
    private List<String> statementsOf(Supplier<?> ask) {
        ListAppender<ILoggingEvent> statements = new ListAppender<>();
        Logger own = (Logger) LoggerFactory.getLogger(TaskEntity.class.getName() + ".selectTaskByNativeQuery");
        own.setLevel(Level.DEBUG);
        own.addAppender(statements);
        statements.start();
        as(ask);
        own.detachAppender(statements);
        own.setLevel(null);
        return statements.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** Told by the statement for the page and by its rows. */
    private static Predicate<String> ofThisList() {
        return statement -> statement.contains("ACT_RU_IDENTITYLINK");
    }

    /** Without a bound, as the list of a role with very many tasks is read. */
    private List<String> lookedAtOneAfterTheOther(int most) {
        ToClaim all = new ToClaim(officer, Set.of(role), Set.of("HQ"), true);
        Map<String, Object> words = all.words();
        words.putAll(Map.of("sql", all.newestFirst(null, "h2"), "resultType", "LIST_PAGE", "firstResult", 0, "maxResults", most));
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
                .execute(context -> context.getTaskManager().findTasksByNativeQuery(words, 0, most)).stream().map(Task::getId).toList();
    }

    private TaskQuery newestFirst() {
        return bank.tasks.createTaskQuery().taskCandidateUser(officer).taskUnassigned().active().orderByTaskCreateTime().desc();
    }

    private <T> T as(Supplier<T> ask) {
        return bank.hands.as(officer, ask::get);
    }

    /** Each a second after the one before, so that the order is certain. */
    private String task(String candidates, String entity) {
        Task task = bank.tasks.newTask();
        int count = number.getAndIncrement();
        task.setName("Nr " + count);
        task.setTenantId(entity);
        ((TaskEntity) task).setCreateTime(Date.from(FIRST.plusSeconds(count)));
        bank.tasks.saveTask(task);
        if (candidates != null) {
            bank.tasks.addCandidateGroup(task.getId(), candidates);
        }
        made.add(task.getId());
        return task.getId();
    }

    private void inOneTransaction(Runnable work) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired().execute(context -> {
            work.run();
            return null;
        });
    }
}
