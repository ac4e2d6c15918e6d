package io.shouxin.replay.web;

import io.shouxin.replay.Replay;
import io.shouxin.replay.ReplayLine;
import io.shouxin.replay.ReplayResult;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A replay as it is sent; sums are decimal text in yuan. */
record ReplayAnswer(String replayId, String draftId, String policy, String version, String sha256, String runBy, Instant runAt,
                    List<String> gradeOrder, List<String> tierOrder, Group applications, Group customers, int treatedOtherwise) {

    static ReplayAnswer of(Replay replay, int treatedOtherwise) {
        ReplayResult result = replay.result();
        return new ReplayAnswer(replay.replayId(), replay.draftId(), result.policy(), result.version(), replay.sha256(),
                replay.by().value(), replay.at(), result.gradeOrder(), result.tierOrder(), Group.of(result.applications()),
                Group.of(result.customers()), treatedOtherwise);
    }

    private static String text(BigDecimal sum) {
        return sum == null ? null : sum.toPlainString();
    }

    /** Applications or customers. */
    record Group(int found, int replayed, Map<String, Integer> notReplayed, List<List<Integer>> migration, int better, int worse,
                 Limits limits, Map<String, Integer> tiersBefore, Map<String, Integer> tiersAfter, String exposureBefore,
                 String exposureAfter, String expectedLossBefore, String expectedLossAfter) {

        private static Group of(ReplayResult.Population of) {
            return new Group(of.found(), of.replayed(), of.notReplayed(), of.migration(), of.better(), of.worse(),
                    of.limits() == null ? null : Limits.of(of.limits()), of.tiersBefore(), of.tiersAfter(), text(of.exposure()),
                    text(of.exposureAfter()), text(of.lossBefore()), text(of.lossAfter()));
        }
    }

    record Limits(int counted, int notRecounted, int raised, int lowered, int lost, int gained, String before, String after,
                  String raisedBy, String loweredBy) {

        private static Limits of(ReplayResult.Limits of) {
            return new Limits(of.counted(), of.notRecounted(), of.raised(), of.lowered(), of.lost(), of.gained(), text(of.before()),
                    text(of.after()), text(of.raisedBy()), text(of.loweredBy()));
        }
    }

    /** Somebody the draft treats otherwise. */
    record Line(String population, String subject, String customerId, String gradeBefore, String gradeAfter, String limitBefore,
                String limitAfter, String tierBefore, String tierAfter, String expectedLossBefore, String expectedLossAfter) {

        static Line of(ReplayLine line) {
            return new Line(line.population(), line.subject(), line.customer(), line.gradeBefore(), line.gradeAfter(),
                    text(line.limitBefore()), text(line.limitAfter()), line.tierBefore(), line.tierAfter(), text(line.lossBefore()),
                    text(line.lossAfter()));
        }
    }
}
