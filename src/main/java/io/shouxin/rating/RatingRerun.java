package io.shouxin.rating;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.RatingId;
import java.util.List;
import java.util.Map;

/**
 * A stored rating set beside what the same facts and the same tables give today (评级复算).
 *
 * @param differences what differs; empty when the re-run gives the identical result
 */
public record RatingRerun(RatingId rating, CustomerId customer, String subject, Map<String, String> policyVersions,
                          List<Difference> differences) {

    public RatingRerun {
        differences = List.copyOf(differences);
    }

    public boolean agrees() {
        return differences.isEmpty();
    }

    /**
     * @param what   {@code knockedOut}, {@code knockOutReasons}, {@code score}, {@code grade}, {@code pd}, {@code line.} and a
     *               characteristic, or {@code rerun} when the re-run came to no result at all
     * @param stored as it was stored
     * @param rerun  as the re-run gives it
     */
    public record Difference(String what, String stored, String rerun) {
    }
}
