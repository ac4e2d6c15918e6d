package io.shouxin.workflow.calendar;

import io.shouxin.kernel.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An open task as those see it who watch deadlines.
 *
 * @param caseNumber   business number of its case
 * @param entity       code of the granting entity whose case it is; null where it belongs to none
 * @param assignee     login of who has it; null while nobody has
 * @param due          null where it has no deadline
 * @param groups       ids of the roles asked
 * @param approvalCase approval case it decides; null for any other task
 */
public record OpenTask(String id, String key, String caseNumber, String entity, String assignee, Instant createdAt, Instant due,
                       List<String> groups, String approvalCase) {

    public OpenTask {
        groups = List.copyOf(groups);
    }

    LocalDate createdOn() {
        return LocalDate.ofInstant(createdAt, BusinessClock.ZONE);
    }

    LocalDate dueOn() {
        return LocalDate.ofInstant(due, BusinessClock.ZONE);
    }
}
