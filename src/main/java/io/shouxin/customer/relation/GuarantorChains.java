package io.shouxin.customer.relation;

import io.shouxin.customer.GuarantorStep;
import io.shouxin.customer.PartyRelation;
import io.shouxin.customer.RelationKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who guarantees for a party, who guarantees for those, and so on, level by level; each guarantor is followed once. */
public final class GuarantorChains {

    private GuarantorChains() {
    }

    /** @param depth most levels */
    public static List<GuarantorStep> of(Network network, int party, int depth) {
        Map<Integer, List<PartyRelation>> guarantees = new HashMap<>();
        network.of(RelationKind.GUARANTEE).forEach(guarantee -> guarantees.computeIfAbsent(network.place(guarantee.to()), first -> new ArrayList<>())
                .add(guarantee));
        List<GuarantorStep> steps = new ArrayList<>();
        Set<Integer> seen = new LinkedHashSet<>(Set.of(party));
        Set<Integer> here = Set.of(party);
        for (int level = 1; level <= depth && !here.isEmpty(); level++) {
            Set<Integer> above = new LinkedHashSet<>();
            for (int guaranteed : here) {
                for (PartyRelation guarantee : guarantees.getOrDefault(guaranteed, List.of())) {
                    steps.add(new GuarantorStep(level, guarantee));
                    int guarantor = network.place(guarantee.from());
                    if (seen.add(guarantor)) {
                        above.add(guarantor);
                    }
                }
            }
            here = above;
        }
        return steps;
    }
}
