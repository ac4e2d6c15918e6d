package io.shouxin.replay;

import io.shouxin.approval.Tier;
import io.shouxin.rating.Grade;
import io.shouxin.replay.ReplayResult.Limits;
import io.shouxin.replay.ReplayResult.Population;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts one population while it streams by; its size does not grow with it. */
final class Tally {

    private final int[][] migration = new int[Grade.values().length][Grade.values().length];
    private final Map<String, Integer> notReplayed = new TreeMap<>();
    private final Map<String, Integer> tiersBefore = new LinkedHashMap<>();
    private final Map<String, Integer> tiersAfter = new LinkedHashMap<>();
    private int found;
    private int replayed;
    private int counted;
    private int notRecounted;
    private int raised;
    private int lowered;
    private int lost;
    private int gained;
    private BigDecimal limitBefore = BigDecimal.ZERO;
    private BigDecimal limitAfter = BigDecimal.ZERO;
    private BigDecimal raisedBy = BigDecimal.ZERO;
    private BigDecimal loweredBy = BigDecimal.ZERO;
    private BigDecimal exposureBefore = BigDecimal.ZERO;
    private BigDecimal exposureAfter = BigDecimal.ZERO;
    private BigDecimal lossBefore = BigDecimal.ZERO;
    private BigDecimal lossAfter = BigDecimal.ZERO;

    void found() {
        found++;
    }

    void notReplayed(String reason) {
        notReplayed.merge(reason, 1, Integer::sum);
    }

    void grade(Grade before, Grade after) {
        replayed++;
        migration[before.ordinal()][after.ordinal()]++;
    }

    void limitNotRecounted() {
        notRecounted++;
    }

    void limit(BigDecimal before, BigDecimal after) {
        counted++;
        limitBefore = limitBefore.add(before);
        limitAfter = limitAfter.add(after);
        int moved = after.compareTo(before);
        if (moved > 0) {
            raised++;
            raisedBy = raisedBy.add(after.subtract(before));
            gained += before.signum() == 0 ? 1 : 0;
        } else if (moved < 0) {
            lowered++;
            loweredBy = loweredBy.add(before.subtract(after));
            lost += after.signum() == 0 ? 1 : 0;
        }
    }

    /** @param before null when nothing is approved */
    void tier(Tier before, Tier after) {
        if (before != null) {
            tiersBefore.merge(before.name(), 1, Integer::sum);
        }
        if (after != null) {
            tiersAfter.merge(after.name(), 1, Integer::sum);
        }
    }

    void loss(BigDecimal exposedBefore, BigDecimal exposedAfter, BigDecimal before, BigDecimal after) {
        exposureBefore = exposureBefore.add(exposedBefore);
        exposureAfter = exposureAfter.add(exposedAfter);
        lossBefore = lossBefore.add(before);
        lossAfter = lossAfter.add(after);
    }

    Population population(boolean withLimits) {
        List<List<Integer>> matrix = new ArrayList<>();
        int better = 0;
        int worse = 0;
        for (int before = 0; before < migration.length; before++) {
            matrix.add(Arrays.stream(migration[before]).boxed().toList());
            for (int after = 0; after < migration.length; after++) {
                better += after < before ? migration[before][after] : 0;
                worse += after > before ? migration[before][after] : 0;
            }
        }
        Limits limits = withLimits ? new Limits(counted, notRecounted, raised, lowered, lost, gained, yuan(limitBefore), yuan(limitAfter),
                yuan(raisedBy), yuan(loweredBy)) : null;
        return new Population(found, replayed, notReplayed, matrix, better, worse, limits, tiersBefore, tiersAfter,
                yuan(exposureBefore), yuan(exposureAfter), yuan(lossBefore), yuan(lossAfter));
    }

    private static BigDecimal yuan(BigDecimal sum) {
        return sum.setScale(2, RoundingMode.HALF_UP);
    }
}
