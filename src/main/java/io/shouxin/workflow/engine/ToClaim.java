package io.shouxin.workflow.engine;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;

/**
 * What somebody asks who wants to see the tasks he may claim: by name or by a group of his, at the granting entities he sees.
 *
 * @param entities   tenants; null for somebody who isn't kept to any
 * @param activeOnly leave out tasks of cases that stand still by an administrator's will
 */
record ToClaim(String person, Set<String> groups, Set<String> entities, boolean activeOnly) {

    private static final Set<String> CONDITIONS = Set.of("candidateUser", "unassigned", "suspensionState");

    /** Empty if the query asks for anything else, or for somebody else, or for somebody without a group. */
    static Optional<ToClaim> asked(TaskQueryImpl query, Authentication reader) {
        boolean own = reader != null && reader.getUserId() != null && reader.getUserId().equals(query.getCandidateUser());
        if (!own || !query.isUnassigned() || query.getQueries().size() != 1 || query.isOrQueryActive()
                || query.getSuspensionState() == SuspensionState.SUSPENDED || !QuestionForTasks.asksForNothingBut(CONDITIONS, query)) {
            return Optional.empty();
        }
        List<String> groups = Optional.ofNullable(query.getCandidateGroups()).orElse(List.of());
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        Set<String> entities = query.getTenantCheck().isTenantCheckEnabled()
                ? new TreeSet<>(Optional.ofNullable(query.getTenantCheck().getAuthTenantIds()).orElse(List.of())) : null;
        return Optional.of(new ToClaim(query.getCandidateUser(), new TreeSet<>(groups), entities, query.getSuspensionState() == SuspensionState.ACTIVE));
    }

    /** The same for all members of the groups: how many tasks are a group's does not depend on who asks. */
    ToClaim ofGroups() {
        return new ToClaim(null, groups, entities, activeOnly);
    }

    /**
     * Tasks from the newest on; a page of them ends the search.
     *
     * @param since looks at no task made earlier; null to look at all
     */
    String newestFirst(Date since, String database) {
        // Left alone, MariaDB gathers all tasks first and sorts them.
        String byTime = database.equals("mysql") || database.equals("mariadb") ? " FORCE INDEX (ACT_IDX_TASK_CREATE)" : "";
        return "select RES.* from ACT_RU_TASK RES" + byTime + " where " + (since == null ? "" : "RES.CREATE_TIME_ >= #{since} and ") + unclaimed()
                + " and (select count(*) from ACT_RU_IDENTITYLINK I where I.TASK_ID_ = RES.ID_ and I.TYPE_ = 'candidate' and (I.USER_ID_ = #{person} or "
                + byGroup() + ")) > 0 order by RES.CREATE_TIME_ desc";
    }

    /** How many the groups may claim. */
    String countOfGroups() {
        return "select count(distinct RES.ID_) from ACT_RU_TASK RES inner join ACT_RU_IDENTITYLINK I on I.TASK_ID_ = RES.ID_ where "
                + unclaimed() + " and I.TYPE_ = 'candidate' and " + byGroup();
    }

    /** How many the person may claim by name and not by a group as well. */
    String countByNameOnly() {
        return "select count(distinct RES.ID_) from ACT_RU_TASK RES inner join ACT_RU_IDENTITYLINK N on N.TASK_ID_ = RES.ID_ where "
                + unclaimed() + " and N.TYPE_ = 'candidate' and N.USER_ID_ = #{person} and not exists (select 1 from ACT_RU_IDENTITYLINK I"
                + " where I.TASK_ID_ = RES.ID_ and I.TYPE_ = 'candidate' and " + byGroup() + ")";
    }

    /** What the statements' names stand for. */
    Map<String, Object> words() {
        Map<String, Object> words = new HashMap<>();
        words.put("person", person);
        put(words, "group", groups);
        put(words, "entity", entities == null ? Set.of() : entities);
        return words;
    }

    private String unclaimed() {
        return "RES.ASSIGNEE_ is null" + (activeOnly ? " and RES.SUSPENSION_STATE_ = 1" : "") + (entities == null ? ""
                : entities.isEmpty() ? " and RES.TENANT_ID_ is null" : " and (RES.TENANT_ID_ is null or RES.TENANT_ID_ in " + names("entity", entities) + ")");
    }

    private String byGroup() {
        return "I.GROUP_ID_ in " + names("group", groups);
    }

    private static String names(String word, Set<String> values) {
        return IntStream.range(0, values.size()).mapToObj(number -> "#{" + word + number + "}").collect(Collectors.joining(", ", "(", ")"));
    }

    private static void put(Map<String, Object> words, String word, Set<String> values) {
        int number = 0;
        for (String value : values) {
            words.put(word + number++, value);
        }
    }
}
