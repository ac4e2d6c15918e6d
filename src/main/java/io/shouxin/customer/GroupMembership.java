package io.shouxin.customer;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.GroupId;
import java.time.LocalDate;

/**
 * A customer's time in a connected group (集团成员关系).
 *
 * @param validTo  last day, null for a member of today
 * @param joinReason  why he joined, or null when the application or the registration said so
 * @param leaveReason why he left, or null
 */
public record GroupMembership(CustomerId customer, String customerName, GroupId group, String groupName, LocalDate validFrom,
                              LocalDate validTo, String joinReason, String joinedBy, String leaveReason) {
}
