package io.shouxin.workflow.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Asks for no right task by task where somebody asks for his own tasks: those he has claimed and those he or a group of his may claim. Each
 * of them has given him the right to see it ({@link TaskGrants}); comparing every task with every such right took the database a quarter
 * of a minute with twenty thousand open tasks. A single task, asked for by its id, is asked for by one look-up of a right instead of all
 * rights there are. Any other question, and who has no such right, is checked as the engine does it.
 */
final class OwnTasks extends AuthorizationManager {

    /** What an alternative ("or") may ask for and still be about one's own tasks only. */
    private static final Set<String> OWN = Set.of("assignee", "candidateUser", "candidateGroup", "candidateGroups", "includeAssignedTasks");

    static SessionFactory factory() {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new OwnTasks();
            }
        };
    }

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        if (isOwn(query) || query.getQueries().stream().skip(1).anyMatch(or -> isOwn(or) && QuestionForTasks.asksForNothingBut(OWN, or))
                || isReadable(query)) {
            query.getAuthCheck().setAuthorizationCheckEnabled(false);
        }
    }

    /** One task that somebody has the right to read. */
    private boolean isReadable(TaskQueryImpl query) {
        return query.getTaskId() != null && !query.isOrQueryActive() && isAuthorized(TaskPermissions.READ, Resources.TASK, query.getTaskId());
    }

    /** Some condition keeps it to one's own tasks. In an alternative all conditions must. */
    private boolean isOwn(TaskQueryImpl query) {
        var person = Context.getCommandContext().getAuthentication();
        if (person == null || person.getUserId() == null) {
            return false;
        }
        List<Boolean> asked = Stream.of(ofSelf(query.getAssignee(), person.getUserId()), ofSelf(query.getCandidateUser(), person.getUserId()),
                ofGroups(query.getCandidateGroupsInternal(), person.getGroupIds()),
                ofGroups(query.getCandidateGroup() == null ? null : List.of(query.getCandidateGroup()), person.getGroupIds()))
                .flatMap(Optional::stream).toList();
        return query.isOrQueryActive() ? !asked.isEmpty() && !asked.contains(false) : asked.contains(true);
    }

    /** Empty if it doesn't ask for a person. */
    private static Optional<Boolean> ofSelf(String asked, String person) {
        return Optional.ofNullable(asked).map(person::equals);
    }

    /** Empty if it doesn't ask for groups. */
    private static Optional<Boolean> ofGroups(List<String> asked, List<String> groups) {
        return Optional.ofNullable(asked).map(all -> groups != null && !all.isEmpty() && groups.containsAll(all));
    }
}
