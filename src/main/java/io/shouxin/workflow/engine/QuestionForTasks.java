package io.shouxin.workflow.engine;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.springframework.util.ObjectUtils;

/** Tells what a task query asks for. The engine has no interface for it, so its fields are read. */
final class QuestionForTasks {

    /** How the engine keeps a query, and what it adds to the tasks it has found: not which ones it asks for. */
    private static final Set<String> INNER = Set.of("cachedCandidateGroups", "cachedUserGroups", "queries", "isOrQueryActive", "initializeFormKeys",
            "withCommentAttachmentInfo");

    private static final List<Field> CONDITIONS = Arrays.stream(TaskQueryImpl.class.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()) && !INNER.contains(field.getName()))
            .peek(field -> field.setAccessible(true)).toList();

    private static final TaskQueryImpl BLANK = new TaskQueryImpl();

    private QuestionForTasks() {
    }

    /** Whether no other conditions are set than these fields of the query; an empty list of ids is none. A field a later engine brings is another one. */
    static boolean asksForNothingBut(Set<String> conditions, TaskQueryImpl query) {
        return CONDITIONS.stream().filter(field -> !conditions.contains(field.getName())).allMatch(field -> {
            Object asked = value(field, query);
            return Objects.deepEquals(asked, value(field, BLANK)) || ObjectUtils.isEmpty(asked) && !(asked instanceof CharSequence);
        });
    }

    private static Object value(Field field, TaskQueryImpl query) {
        try {
            return field.get(query);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
