package io.shouxin.rating;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Probability;
import io.shouxin.kernel.RatingId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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
 * @param knockOutReasons rules that excluded the customer; empty otherwise
 * @param inputs         the facts the tables saw, by name, as text
 * @param evidence       facts with their sources, industry, master scale and terms
 * @param override       the expert's override grade and PD come from; empty when they are the model's
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
        List<String> knockOutReasons,
        Map<String, String> inputs,
        LocalDate asOf,
        Instant at,
        PersonId by,
        RatingEvidence evidence,
        Optional<GradeOverride> override) {

    private static final int WEAKEST = 4;
    private static final int STRONGEST = 3;

    public RatingView {
        evidence = evidence == null ? RatingEvidence.NONE : evidence;
        override = override == null ? Optional.empty() : override;
    }

    /** The same without what its ratios and facts rest on: for lists of former ratings. */
    public RatingView brief() {
        return new RatingView(id, customer, subject, basis, knockedOut, score, grade, pd, policyVersions, lines,
                ratios.stream().map(Ratio::brief).toList(), knockOutReasons, inputs, asOf, at, by, RatingEvidence.NONE, override);
    }

    /** Subtotals of the parts the scorecard names, in the order of their kinds; the base points belong to none. */
    public List<ScorePart> parts() {
        return Stream.of(ScorePart.Kind.values()).filter(kind -> lines.stream().anyMatch(line -> line.part() == kind))
                .map(kind -> new ScorePart(kind, sum(kind, ScoreLine::points), sum(kind, ScoreLine::maxPoints))).toList();
    }

    private BigDecimal sum(ScorePart.Kind kind, Function<ScoreLine, BigDecimal> figure) {
        return lines.stream().filter(line -> line.part() == kind).map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Policy key of the scorecard it was scored by, which depends on basis and industry; for a customer who was knocked out that of his basis. */
    public String scorecard() {
        return policyVersions.keySet().stream().filter(key -> key.startsWith("scorecard-")).findFirst().orElse(basis.scorecard());
    }

    /** The grade the tables gave, whatever an expert made of it. */
    public Grade modelGrade() {
        return override.map(GradeOverride::modelGrade).orElse(grade);
    }

    /** The PD the tables gave. */
    public Probability modelPd() {
        return override.map(GradeOverride::modelPd).orElse(pd);
    }

    /** The same rating with an expert's grade in the place of the model's. */
    RatingView overridden(GradeOverride mark, Grade expertGrade, Probability expertPd, RatingEvidence asGraded) {
        return new RatingView(id, customer, subject, basis, knockedOut, score, expertGrade, expertPd, policyVersions, lines, ratios,
                knockOutReasons, inputs, asOf, at, by, asGraded, Optional.of(mark));
    }

    /** The model's result of this rating, given anew under another number. */
    RatingView modelAgain(RatingId number, Instant now, PersonId actor, RatingEvidence asGraded) {
        return new RatingView(number, customer, subject, basis, knockedOut, score, modelGrade(), modelPd(), policyVersions, lines, ratios,
                knockOutReasons, inputs, asOf, now, actor, asGraded, Optional.empty());
    }

    /** Why this grade: the knock-out reasons, or what weighs most against and then most for the customer. */
    public List<String> reasonCodes() {
        return knockedOut ? knockOutReasons : Stream.concat(weakest().stream(), strongest().stream()).map(ScoreLine::reasonCode).toList();
    }

    /** What costs most points, heaviest first, at most four: also what would raise the score most. */
    public List<ScoreLine> weakest() {
        return lines.stream().filter(line -> !line.strong())
                .sorted(Comparator.comparing(ScoreLine::shortfall).reversed()).limit(WEAKEST).toList();
    }

    /** What earns most points, heaviest first, at most three; the base points every customer has are no merit. */
    public List<ScoreLine> strongest() {
        return lines.stream().filter(line -> line.strong() && !line.characteristic().equals("base"))
                .sorted(Comparator.comparing(ScoreLine::points).reversed()).limit(STRONGEST).toList();
    }
}
