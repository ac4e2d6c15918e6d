package io.shouxin.customer;

import io.shouxin.kernel.Refusal;
import java.util.List;
import java.util.Map;

/**
 * The grade a rating agency gave (外部评级), or the statement that none did.
 *
 * @param agency who rated; with {@code NOT_RATED} where that was looked up
 * @param grade  one of {@link #GRADES}
 */
public record ExternalRating(String agency, String grade) implements FactContent {

    /** Long-term grades of the domestic scale, best first; {@code NOT_RATED} says that nobody rates the customer. */
    public static final List<String> GRADES = List.of("AAA", "AA+", "AA", "AA-", "A+", "A", "A-", "BBB+", "BBB", "BBB-", "BB+", "BB", "BB-",
            "B+", "B", "B-", "CCC", "CC", "C", "D", "NOT_RATED");

    @Override
    public FactKind kind() {
        return FactKind.EXTERNAL_RATING;
    }

    @Override
    public List<Refusal> refusals() {
        return new FactFields("externalRating.").text("agency", agency, 100).code("grade", grade, GRADES).refusals();
    }

    @Override
    public Map<String, String> details() {
        return FactFields.told("agency", agency, "externalGrade", grade);
    }
}
