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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
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
        return of(positions(facilities), rows);
    }

    /** @param products product of each facility, by its position */
    static List<Covenant> of(Map<Integer, String> products, Function<String, List<MatchedRow>> rows) {
        Map<String, Covenant> found = new LinkedHashMap<>();
        products.forEach((position, product) -> rows.apply(product).forEach(row ->
                found.merge(row.text("code"), covenant(row, List.of(position)), Covenant::beside)));
        return List.copyOf(found.values());
    }

    static SortedMap<Integer, String> positions(List<ProposedFacility> facilities) {
        SortedMap<Integer, String> products = new TreeMap<>();
        facilities.stream().filter(facility -> facility.amount().isPositive()).forEach(facility -> products.put(facility.position(), facility.product()));
        return products;
    }

    /**
     * What else the library knows for ratings of that basis, for whatever product and grade: first as it is asked of the case's own grade. Added,
     * it holds for all facilities.
     */
    static List<Covenant> others(PolicyBook policies, LocalDate asOf, String grade, RatingBasis basis, Map<Integer, String> products, List<Covenant> suggested) {
        List<String> grades = Stream.concat(Stream.of(grade), allowed(policies, asOf, "grade").filter(other -> !other.equals(grade))).toList();
        List<String> everything = allowed(policies, asOf, "product").toList();
        Map<String, Covenant> found = new LinkedHashMap<>();
        grades.forEach(each -> everything.forEach(product -> policies.evaluate(POLICY, asOf, question(product, each, basis)).rows().forEach(row ->
                found.putIfAbsent(row.text("code"), covenant(row, List.copyOf(products.keySet()))))));
        suggested.forEach(covenant -> found.remove(covenant.code()));
        return List.copyOf(found.values());
    }

    private static Stream<String> allowed(PolicyBook policies, LocalDate asOf, String input) {
        return policies.inputs(POLICY, asOf).stream().filter(each -> each.name().equals(input)).flatMap(each -> each.allowed().stream());
    }

    private static Covenant covenant(MatchedRow row, List<Integer> positions) {
        CovenantKind kind = CovenantKind.valueOf(row.text("kind"));
        boolean figure = kind == CovenantKind.FINANCIAL;
        return new Covenant(row.text("code"), kind, kind == CovenantKind.NEGATIVE ? null : row.text("formula"),
                figure ? CovenantBound.valueOf(row.text("bound")) : null, figure ? row.number("target") : null,
                figure ? CovenantUnit.valueOf(row.text("unit")) : null, figure ? steps(row.text("steps")) : List.of(),
                CovenantFrequency.valueOf(row.text("frequency")), row.whole("dueDays"), row.whole("noticeDays"), row.whole("graceDays"),
                row.text("source"), positions);
    }

    /** E.g. {@code 12:4.5,24:4}: after so many months, that target; months rise. */
    private static List<CovenantStep> steps(String text) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(",")).map(step -> step.split(":"))
                .map(step -> new CovenantStep(Integer.parseInt(step[0].strip()), new BigDecimal(step[1].strip()))).toList();
    }
}
