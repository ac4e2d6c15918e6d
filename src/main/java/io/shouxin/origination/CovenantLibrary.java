package io.shouxin.origination;

import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.rating.RatingBasis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The covenants the bank usually asks for (约定事项库), by product and grade: policy {@code covenants}. */
@Component
public class CovenantLibrary {

    /** Policy key. */
    public static final String POLICY = "covenants";

    private final PolicyBook policies;

    public CovenantLibrary(PolicyBook policies) {
        this.policies = policies;
    }

    /**
     * What is asked under a proposal of the days when covenants were no part of one: statements and conduct, but no figures, because nobody
     * approved any.
     */
    public List<Covenant> withoutFigures(ApprovedTerms terms, LocalDate asOf) {
        return of(terms.facilities(), product -> policies.evaluate(POLICY, asOf, question(product, terms.grade(), RatingBasis.STATEMENTS)).rows()).stream()
                .filter(covenant -> covenant.kind() != CovenantKind.FINANCIAL).toList();
    }

    static Map<String, Object> question(String product, String grade, RatingBasis basis) {
        return Map.of("product", product, "grade", grade, "basis", basis.name());
    }

    static List<Covenant> of(List<ProposedFacility> facilities, Function<String, List<MatchedRow>> rows) {
        Map<String, Covenant> found = new LinkedHashMap<>();
        for (ProposedFacility facility : facilities) {
            if (facility.amount().isPositive()) {
                rows.apply(facility.product()).forEach(row -> found.merge(row.text("code"), covenant(row, facility.position()), Covenant::beside));
            }
        }
        return List.copyOf(found.values());
    }

    private static Covenant covenant(MatchedRow row, int position) {
        CovenantKind kind = CovenantKind.valueOf(row.text("kind"));
        boolean figure = kind == CovenantKind.FINANCIAL;
        return new Covenant(row.text("code"), kind, kind == CovenantKind.NEGATIVE ? null : row.text("formula"),
                figure ? CovenantBound.valueOf(row.text("bound")) : null, figure ? row.number("target") : null,
                figure ? CovenantUnit.valueOf(row.text("unit")) : null, figure ? steps(row.text("steps")) : List.of(),
                CovenantFrequency.valueOf(row.text("frequency")), row.whole("dueDays"), row.whole("noticeDays"), row.whole("graceDays"),
                row.text("source"), List.of(position));
    }

    /** E.g. {@code 12:4.5,24:4}: after so many months, that target; months rise. */
    private static List<CovenantStep> steps(String text) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(",")).map(step -> step.split(":"))
                .map(step -> new CovenantStep(Integer.parseInt(step[0].strip()), new BigDecimal(step[1].strip()))).toList();
    }
}
