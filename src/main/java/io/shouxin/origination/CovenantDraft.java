package io.shouxin.origination;

import io.shouxin.kernel.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The covenants of a proposal: what the library suggests, as the analyst amended it within the policy (约定事项方案).
 *
 * @param covenants what the customer is to undertake
 * @param amended   every amendment, taken over or not
 */
record CovenantDraft(List<Covenant> covenants, List<AmendedCovenant> amended) {

    /**
     * An amendment that the policy does not allow of this grade and basis is not taken over: the suggestion stands, and the line says so.
     *
     * @param suggested by the library
     * @param others    of the library that are not suggested, but could be added
     * @param latitude  by code; empty where nothing may be amended
     */
    static CovenantDraft of(List<Covenant> suggested, List<Covenant> others, List<CovenantAmendment> amendments, Function<String, Optional<CovenantLatitude>> latitude) {
        Map<String, Covenant> agreed = new LinkedHashMap<>();
        suggested.forEach(covenant -> agreed.put(covenant.code(), covenant));
        List<AmendedCovenant> lines = new ArrayList<>();
        for (CovenantAmendment asked : amendments) {
            Covenant standing = agreed.get(asked.code());
            Optional<Refusal> against = objection(asked, suggested, others, latitude, "covenants");
            lines.add(new AmendedCovenant(standing, asked, against.map(Refusal::code).orElse(null)));
            if (against.isEmpty()) {
                if (asked.act() == CovenantAct.DROP) {
                    agreed.remove(asked.code());
                } else {
                    agreed.put(asked.code(), asked.applied(standing == null ? find(others, asked.code()).orElseThrow() : standing));
                }
            }
        }
        return new CovenantDraft(List.copyOf(agreed.values()), List.copyOf(lines));
    }

    /** One that is to be added and is suggested anyway is as good as changed. */
    static Optional<Refusal> objection(CovenantAmendment asked, List<Covenant> suggested, List<Covenant> others,
                                       Function<String, Optional<CovenantLatitude>> latitude, String field) {
        Optional<Covenant> standing = find(suggested, asked.code());
        Optional<Covenant> base = asked.act() == CovenantAct.ADD ? standing.or(() -> find(others, asked.code())) : standing;
        if (base.isEmpty()) {
            return Optional.of(Refusal.of("COVENANT_NOT_SUGGESTED").at(field).with("covenant", asked.code()));
        }
        Optional<CovenantLatitude> policy = latitude.apply(asked.code());
        String act = "covenantAct." + asked.act();
        if (policy.isEmpty() || asked.act() == CovenantAct.ADD && standing.isEmpty() && !policy.get().mayAdd()) {
            return CovenantLatitude.not(asked, field, act);
        }
        return policy.get().objection(asked, base.get(), field);
    }

    private static Optional<Covenant> find(List<Covenant> covenants, String code) {
        return covenants.stream().filter(each -> each.code().equals(code)).findFirst();
    }
}
