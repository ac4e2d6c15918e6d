package io.shouxin.rating;

import io.shouxin.policy.PolicySet;
import io.shouxin.rating.Improvement.Way;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds what would better a grade by rating again, by the tables the rating was given by: every value at which a row of the
 * scorecard begins or ends is tried, one characteristic at a time.
 */
final class WhatIf {

    private static final String UNKNOWN = "UNKNOWN";

    private final RatingView rating;
    private final PolicySet policies;
    private final Predicate<String> byCustomer;

    /** @param byCustomer whether a characteristic is in the customer's own power */
    WhatIf(RatingView rating, PolicySet policies, Predicate<String> byCustomer) {
        this.rating = rating;
        this.policies = policies;
        this.byCustomer = byCustomer;
    }

    RatingExpectations expectations() {
        if (rating.knockedOut() || shown() == Grade.EXCELLENT) {
            return RatingExpectations.NONE;
        }
        List<Improvement> found = rating.lines().stream().filter(line -> line.shortfall().signum() > 0)
                .flatMap(line -> best(line).stream()).sorted(Comparator
                        .comparing((Improvement each) -> each.gradeAfter())
                        .thenComparing(Improvement::pointsGained, Comparator.reverseOrder())
                        .thenComparing(Improvement::characteristic)).toList();
        List<Improvement> together = fewest(found.stream().filter(Improvement::byCustomer).toList());
        return new RatingExpectations(found, together, together.isEmpty() ? Optional.empty() : Optional.of(with(together).grade()));
    }

    /** The better of the model's grade and the expert's: what the customer has, or what the tables alone would give him. */
    private Grade shown() {
        return rating.modelGrade().isWeakerThan(rating.grade()) ? rating.grade() : rating.modelGrade();
    }

    /** The nearest value that reaches a better grade alone, else the nearest that gains most. */
    private Optional<Improvement> best(ScoreLine line) {
        List<Improvement> better = new ArrayList<>();
        for (Object probe : policies.probes(rating.scorecard(), line.characteristic())) {
            String target = probe == null ? "" : FactText.of(probe);
            if (!target.isEmpty() && !target.equals(line.valueText()) && !target.equals(UNKNOWN) && plausible(line, target)) {
                tried(line, target).filter(each -> each.pointsGained().signum() > 0).ifPresent(better::add);
            }
        }
        return better.stream().min(Comparator.comparing((Improvement each) -> each.gradeAfter())
                .thenComparing(Improvement::pointsGained, Comparator.reverseOrder())
                .thenComparing(each -> distance(line.valueText(), each.targetText())));
    }

    /** A probe below zero for a figure that is not, or a code no input knows, is no target for a person. */
    private boolean plausible(ScoreLine line, String target) {
        Optional<BigDecimal> goal = number(target);
        Optional<BigDecimal> today = number(line.valueText());
        boolean isCode = policies.inputs(rating.scorecard()).stream()
                .anyMatch(input -> input.name().equals(line.characteristic()) && "string".equals(input.type()) && !input.allowed().contains(target));
        return !isCode && (goal.isEmpty() || goal.get().signum() >= 0 || today.isPresent() && today.get().signum() < 0);
    }

    private Optional<Improvement> tried(ScoreLine line, String target) {
        try {
            RatingRecount after = with(Map.of(line.characteristic(), target));
            return after.knockedOut() ? Optional.empty() : Optional.of(new Improvement(line.characteristic(), way(line.valueText(), target),
                    line.valueText(), target, after.score().subtract(rating.score()), after.score(), after.grade(),
                    byCustomer.test(line.characteristic())));
        } catch (IllegalStateException | IllegalArgumentException outsideTheTable) {
            return Optional.empty();
        }
    }

    private List<Improvement> fewest(List<Improvement> candidates) {
        List<Improvement> taken = new ArrayList<>();
        for (Improvement next : candidates.stream().sorted(Comparator.comparing(Improvement::pointsGained).reversed()).toList()) {
            taken.add(next);
            if (with(taken).grade().stepsAbove(shown()) > 0) {
                return taken;
            }
        }
        return List.of();
    }

    private RatingRecount with(List<Improvement> improvements) {
        Map<String, String> changed = new LinkedHashMap<>();
        improvements.forEach(each -> changed.put(each.characteristic(), each.targetText()));
        return with(changed);
    }

    private RatingRecount with(Map<String, String> changed) {
        Map<String, String> facts = new LinkedHashMap<>(rating.inputs());
        facts.putAll(changed);
        return RatingRecount.of(rating.scorecard(), facts, rating.evidence().excepted(), policies);
    }

    private static Way way(String today, String target) {
        if (today.isEmpty() || today.equals(UNKNOWN)) {
            return Way.PROVIDE;
        }
        Optional<BigDecimal> goal = number(target);
        return goal.isEmpty() || number(today).isEmpty() ? Way.CHANGE
                : goal.get().compareTo(number(today).get()) > 0 ? Way.RAISE : Way.LOWER;
    }

    private static BigDecimal distance(String today, String target) {
        return number(target).flatMap(goal -> number(today).map(now -> goal.subtract(now).abs())).orElse(BigDecimal.ZERO);
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(Objects.requireNonNullElse(text, "")));
        } catch (NumberFormatException code) {
            return Optional.empty();
        }
    }
}
