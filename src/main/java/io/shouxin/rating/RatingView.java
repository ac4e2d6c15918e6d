package io.shouxin.rating;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Probability;
import io.shouxin.kernel.RatingId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A rating (评级结果) as it was given; it never changes. A later one supersedes it by time.
 *
 * @param subject        what it was made for, e.g. an application number
 * @param basis          which facts it rests on
 * @param knockedOut     true when a knock-out rule excluded the customer: score 0 and the grade that goes with it
 * @param score          0 to 100, one decimal
 * @param pd             probability of default within one year
 * @param policyVersions policy key to version, of every table used
 * @param lines          the score, characteristic by characteristic; empty when knocked out
 * @param ratios         financial ratios with the value of the year before; empty without statements
 * @param reasonCodes    knock-out reasons, or what weighs most against and then most for the customer
 * @param inputs         the facts the tables saw, by name, as text
 */
public record RatingView(
        RatingId id,
        CustomerId customer,
        String subject,
        RatingBasis basis,
        boolean knockedOut,
        BigDecimal score,
        Grade grade,
        Probability pd,
        Map<String, String> policyVersions,
        List<ScoreLine> lines,
        List<Ratio> ratios,
        List<String> reasonCodes,
        Map<String, String> inputs,
        LocalDate asOf,
        Instant at,
        PersonId by) {
}
