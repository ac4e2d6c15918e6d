package io.shouxin.rating;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a rating would rest on today, before the analyst's assessment.
 *
 * @param confidence of the facts on file; it rises with the assessment
 */
public record FactsOnFile(RatingBasis basis, List<FactLine> facts, BigDecimal confidence) {

    public FactsOnFile {
        facts = List.copyOf(facts);
    }
}
