package io.shouxin.origination;

import java.util.List;

/**
 * The analyst's word about what other entities grant to the same customer or group.
 *
 * @param seen   numbers of the facilities and applications he was shown
 * @param reason why it is right to grant all the same, 4 to 1,000 characters
 */
public record AcknowledgeDuplicates(List<String> seen, String reason) {

    public AcknowledgeDuplicates {
        seen = seen == null ? List.of() : List.copyOf(seen);
        reason = reason == null ? "" : reason.strip();
    }
}
