/**
 * Floor 8: policy drafts (政策草案), their replay over everything decided so far and everybody rated today (政策回溯试算), and the
 * way of a draft into the policy book.
 */
@ApplicationModule(displayName = "Replay",
        allowedDependencies = {"kernel", "identity", "audit", "notification", "policy", "rating", "limit", "approval", "origination"})
package io.shouxin.replay;

import org.springframework.modulith.ApplicationModule;
