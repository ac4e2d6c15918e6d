package io.shouxin.origination;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import java.util.Optional;

/**
 * Which applications to list, newest first.
 *
 * @param customer only of this customer; an applicant's list is always his own firm's
 * @param entity   only of this granting entity; an officer's list is always kept to the entities he may see
 * @param status   only in this status
 * @param text     part of the application number
 * @param page     from 0
 * @param size     1 to 200
 */
public record ApplicationSearch(Optional<CustomerId> customer, Optional<EntityCode> entity, Optional<ApplicationStatus> status, String text, int page, int size) {

    public ApplicationSearch {
        page = Math.max(0, page);
        size = Math.max(1, Math.min(200, size));
        text = text == null ? "" : text.strip();
    }

    /** At all entities. */
    public ApplicationSearch(Optional<CustomerId> customer, Optional<ApplicationStatus> status, String text, int page, int size) {
        this(customer, Optional.empty(), status, text, page, size);
    }
}
