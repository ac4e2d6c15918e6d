package io.shouxin.customer;

import io.shouxin.kernel.PartyId;
import java.time.LocalDate;
import java.util.List;

/**
 * All circles of a day (担保圈与循环持股清单).
 *
 * @param circles           each once; those of guarantees first
 * @param guaranteeClusters who stands in circles of guarantees, cluster by cluster; complete in any case
 * @param holdingClusters   the same for shareholdings
 * @param complete          no circle of at most {@code longest} parties is missing in the list
 * @param longer            a cluster is larger than that, so there may be longer circles, which are not listed one by one
 */
public record CircleReport(LocalDate asOf, List<Circle> circles, List<List<PartyId>> guaranteeClusters, List<List<PartyId>> holdingClusters,
                           int longest, boolean complete, boolean longer) {

    public CircleReport {
        circles = List.copyOf(circles);
    }

    /** In any circle of guarantees, listed or not. */
    boolean guaranteesRoundWith(PartyId party) {
        return guaranteeClusters.stream().anyMatch(cluster -> cluster.contains(party));
    }

    boolean holdsRoundWith(PartyId party) {
        return holdingClusters.stream().anyMatch(cluster -> cluster.contains(party));
    }
}
