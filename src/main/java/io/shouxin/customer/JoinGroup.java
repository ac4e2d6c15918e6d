package io.shouxin.customer;

import java.time.LocalDate;

/**
 * The wish to make a customer a member of a connected group.
 *
 * @param groupName 1 to 100 characters; created if there is none of this name
 * @param from      first day, from his registration to today; null for today
 * @param reason    at most 500 characters, or null
 */
public record JoinGroup(String groupName, LocalDate from, String reason) {
}
