package io.shouxin.deadline;

/** What is told about a task, each once. */
public enum DeadlineStep {
    /** 到期提醒: the deadline is near. */
    REMINDED,
    /** 超时升级: the deadline is past, the next role knows. */
    ESCALATED,
    /** 无人认领: it has lain too long without anybody who claimed it. */
    UNCLAIMED,
    /** 无人可办: nobody there is may take it on. Told anew when that was remedied and comes back. */
    NOBODY_MAY
}
