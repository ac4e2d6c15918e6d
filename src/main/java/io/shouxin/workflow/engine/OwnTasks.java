package io.shouxin.workflow.engine;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Asks for no right task by task where somebody asks for his own tasks: those he has claimed and those a group of his may claim. Each of
 * them has given him the right to see it ({@link TaskGrants}); looking all these rights up made a list of twenty thousand tasks take
 * seconds. Any other question is checked as the engine does it.
 */
final class OwnTasks extends AuthorizationManager {

    /** What an alternative ("or") may ask for and still be about one's own tasks only. */
    private static final Set<String> OWN = Set.of("assignee", "candidateGroup", "candidateGroups", "includeAssignedTasks");

    /** How the engine keeps a query, not what it asks for. */
    private static final Set<String> INNER = Set.of("cachedCandidateGroups", "cachedUserGroups", "queries", "isOrQueryActive");

    private static final List<Field> ASKED = Arrays.stream(TaskQueryImpl.class.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()) && !OWN.contains(field.getName()) && !INNER.contains(field.getName()))
            .peek(field -> field.setAccessible(true)).toList();

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
        if (isOwn(query) || query.getQueries().stream().skip(1).anyMatch(or -> isOwn(or) && asksForNothingElse(or))) {
            query.getAuthCheck().setAuthorizationCheckEnabled(false);
        }
    }

    /** Some condition keeps it to one's own tasks. In an alternative all conditions must. */
    private boolean isOwn(TaskQueryImpl query) {
        var person = Context.getCommandContext().getAuthentication();
        if (person == null || person.getUserId() == null) {
            return false;
        }
        boolean byPerson = query.getAssignee() != null;
        boolean byGroup = query.getCandidateGroupsInternal() != null || query.getCandidateGroup() != null;
        boolean ownPerson = person.getUserId().equals(query.getAssignee());
        boolean ownGroups = person.getGroupIds() != null && byGroup && !Objects.equals(query.getCandidateGroupsInternal(), List.of())
                && (query.getCandidateGroupsInternal() == null || person.getGroupIds().containsAll(query.getCandidateGroupsInternal()))
                && (query.getCandidateGroup() == null || person.getGroupIds().contains(query.getCandidateGroup()));
        boolean either = query.isOrQueryActive();
        return either ? (byPerson || byGroup) && (!byPerson || ownPerson) && (!byGroup || ownGroups) : ownPerson || ownGroups;
    }

    private static boolean asksForNothingElse(TaskQueryImpl or) {
        TaskQueryImpl blank = new TaskQueryImpl();
        return ASKED.stream().allMatch(field -> Objects.deepEquals(value(field, or), value(field, blank)));
    }

    private static Object value(Field field, TaskQueryImpl query) {
        try {
            return field.get(query);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
