/**
 * Floor 2: the working calendar (工作日历), how long each kind of task may take (办理时限), and what was told when it took longer.
 * Knows tasks by name only, no process engine.
 */
@ApplicationModule(displayName = "Deadline", allowedDependencies = {"kernel", "identity", "audit", "policy"})
package io.shouxin.deadline;

import org.springframework.modulith.ApplicationModule;
