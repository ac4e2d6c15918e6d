package io.shouxin.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** How much of what a rating rests on is fresh and proved (置信度): never rounded up, so that 1 means every fact. */
final class Confidence {

    private Confidence() {
    }

    /** Weight of the confirmed facts in that of all, 0 to 1, two decimals; empty when nothing was looked for. */
    static Optional<BigDecimal> of(List<FactLine> facts) {
        BigDecimal all = facts.stream().map(FactLine::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal confirmed = facts.stream().filter(FactLine::confirmed).map(FactLine::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        return all.signum() == 0 ? Optional.empty() : Optional.of(confirmed.divide(all, 2, RoundingMode.DOWN));
    }
}
