package io.shouxin.origination;

import java.util.List;
import java.util.Optional;

/**
 * How an application ends without a facility (结案).
 *
 * @param status      one that {@link ApplicationStatus#isClosed()}
 * @param reasonCodes labels under {@code reason.CODE}; the letter spells them out
 * @param remark      what was said about it, told to the customer in the letter; at most 1,000 characters
 */
public record Ending(ApplicationStatus status, List<String> reasonCodes, Optional<String> remark) {

    public Ending {
        reasonCodes = List.copyOf(reasonCodes);
        if (!status.isClosed()) {
            throw new IllegalArgumentException("not a closing status: " + status);
        }
    }

    public static Ending of(ApplicationStatus status, String... reasonCodes) {
        return new Ending(status, List.of(reasonCodes), Optional.empty());
    }

    public static Ending declined(List<String> reasonCodes) {
        return new Ending(ApplicationStatus.DECLINED, reasonCodes, Optional.empty());
    }

    /** @param words null when nothing was said */
    public Ending saying(String words) {
        return new Ending(status, reasonCodes, Optional.ofNullable(words));
    }
}
