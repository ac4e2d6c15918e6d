package io.shouxin.deadline;

import io.shouxin.identity.Role;

/**
 * How long a kind of task may take and who hears of it (办理时限规则). All numbers count working days.
 *
 * @param workingDays   days to do it; 0 when the process model says
 * @param remindBefore  so many days before the deadline whoever has it is reminded
 * @param escalateAfter so many days after the deadline the next role hears of it
 * @param escalateTo    that role
 * @param claimWithin   so many days it may lie without anybody who has claimed it
 * @param overseer      the role that sees to a task nobody claims or nobody may claim
 * @param reasonCode    the row's reason
 */
public record DeadlineRule(int workingDays, int remindBefore, int escalateAfter, Role escalateTo, int claimWithin, Role overseer,
                           String reasonCode) {
}
