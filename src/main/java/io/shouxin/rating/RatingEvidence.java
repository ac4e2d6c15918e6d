package io.shouxin.rating;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a rating rests on besides its score sheet and ratios, as it stood on the day (评级依据). Everything is empty in ratings
 * stored before evidence was kept.
 *
 * @param facts       every fact looked for, also those that are missing
 * @param confidence  weight of the confirmed facts in the weight of all facts, 0 to 1, two decimals
 * @param altmanZ     with statements only
 * @param industry    the policy for the firm's industry; empty for an individual
 * @param masterClass class on the master scale, finer than the grade, e.g. {@code M04}
 * @param terms       what the grade brings with it, tightened by the industry's policy
 * @param excepted    reason codes of knock-out rules that held and were set aside by a policy exception
 */
public record RatingEvidence(List<FactLine> facts, Optional<BigDecimal> confidence, Optional<AltmanZ> altmanZ,
                             Optional<IndustryPolicy> industry, Optional<String> masterClass, Optional<GradeTerms> terms,
                             List<String> excepted) {

    /** Nothing was kept. */
    public static final RatingEvidence NONE = new RatingEvidence(List.of(), null, null, null, null, null, List.of());

    public RatingEvidence {
        facts = facts == null ? List.of() : List.copyOf(facts);
        confidence = confidence == null ? Optional.empty() : confidence;
        altmanZ = altmanZ == null ? Optional.empty() : altmanZ;
        industry = industry == null ? Optional.empty() : industry;
        masterClass = masterClass == null ? Optional.empty() : masterClass;
        terms = terms == null ? Optional.empty() : terms;
        excepted = excepted == null ? List.of() : List.copyOf(excepted);
    }

    /** Where no rule was set aside. */
    public RatingEvidence(List<FactLine> facts, Optional<BigDecimal> confidence, Optional<AltmanZ> altmanZ,
                          Optional<IndustryPolicy> industry, Optional<String> masterClass, Optional<GradeTerms> terms) {
        this(facts, confidence, altmanZ, industry, masterClass, terms, List.of());
    }

    /** The same under another grade. */
    RatingEvidence graded(Optional<String> ofClass, GradeTerms ofGrade) {
        return new RatingEvidence(facts, confidence, altmanZ, industry, ofClass, Optional.of(ofGrade), excepted);
    }

    /** Facts that have to be verified: missing, stale or unproved (待核实). */
    public List<FactLine> toVerify() {
        return facts.stream().filter(fact -> !fact.confirmed()).toList();
    }
}
