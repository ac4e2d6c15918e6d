package io.shouxin.workflow.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Asks for no right task by task where somebody asks for his own tasks: those he has claimed and those he or a group of his may claim. Each
 * of them has given him the right to see it ({@link TaskGrants}); comparing every task with every such right took the database a quarter
 * of a minute with twenty thousand open tasks. Any other question is checked as the engine does it.
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
        if (isOwn(query) || query.getQueries().stream().skip(1).anyMatch(or -> isOwn(or) && QuestionForTasks.asksForNothingBut(OWN, or))) {
            query.getAuthCheck().setAuthorizationCheckEnabled(false);
        }
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
