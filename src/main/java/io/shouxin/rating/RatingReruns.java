package io.shouxin.rating;

import io.shouxin.kernel.RatingId;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyInputMissing;
import io.shouxin.policy.PolicyVersionUnknown;
import io.shouxin.rating.RatingRerun.Difference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Runs past ratings again from their stored facts, by the versions of the tables they were given by, whatever is in force now
 * (评级复算). A rating that cannot be told again is a finding, never left out.
 */
@Service
public class RatingReruns {

    private static final int PAGE = 500;

    private final Ratings ratings;
    private final PolicyBook policies;

    RatingReruns(Ratings ratings, PolicyBook policies) {
        this.ratings = ratings;
        this.policies = policies;
    }

    public Optional<RatingRerun> rerun(RatingId rating) {
        return ratings.find(rating).map(this::rerun);
    }

    /** Every rating there is, in the order of their numbers; page by page, so that memory stays constant. */
    public void all(Consumer<RatingRerun> taker) {
        eachPage(last -> ratings.after(last, PAGE), rating -> rating.id().value(), rating -> taker.accept(rerun(rating)));
    }

    /** Reads the rating in force of every customer, in the order of customer numbers, page by page. */
    public void inForce(Consumer<RatingView> taker) {
        eachPage(last -> ratings.inForceAfter(last, PAGE), rating -> rating.customer().value(), taker);
    }

    private static void eachPage(Function<String, List<RatingView>> after, Function<RatingView, String> number, Consumer<RatingView> taker) {
        String last = "";
        List<RatingView> page;
        do {
            page = after.apply(last);
            page.forEach(taker);
            last = page.isEmpty() ? last : number.apply(page.get(page.size() - 1));
        } while (page.size() == PAGE);
    }

    /** The newest rating made for a subject, e.g. an application. */
    public Optional<RatingView> newestFor(String subject) {
        return ratings.newestFor(subject);
    }

    RatingRerun rerun(RatingView rating) {
        List<Difference> differences;
        try {
            RatingRecount recount = RatingRecount.of(rating, policies.pinned(rating.policyVersions()));
            differences = differences(rating, recount);
        } catch (PolicyInputMissing | PolicyVersionUnknown | IllegalStateException | IllegalArgumentException impossible) {
            differences = List.of(new Difference("rerun", rating.modelGrade().name(), impossible.getMessage()));
        }
        return new RatingRerun(rating.id(), rating.customer(), rating.subject(), rating.policyVersions(), differences);
    }

    private static List<Difference> differences(RatingView stored, RatingRecount rerun) {
        List<Difference> found = new ArrayList<>();
        compare(found, "knockedOut", stored.knockedOut(), rerun.knockedOut());
        compare(found, "knockOutReasons", stored.knockOutReasons(), rerun.knockOutReasons());
        compare(found, "score", plain(stored.score()), plain(rerun.score()));
        compare(found, "grade", stored.modelGrade(), rerun.grade());
        compare(found, "pd", stored.modelPd(), rerun.pd());
        Map<String, String> storedLines = byCharacteristic(stored.lines());
        Map<String, String> rerunLines = byCharacteristic(rerun.lines());
        storedLines.forEach((characteristic, line) -> compare(found, "line." + characteristic, line, rerunLines.get(characteristic)));
        rerunLines.forEach((characteristic, line) -> {
            if (!storedLines.containsKey(characteristic)) {
                compare(found, "line." + characteristic, null, line);
            }
        });
        return found;
    }

    private static void compare(List<Difference> found, String what, Object stored, Object rerun) {
        if (!Objects.equals(stored, rerun)) {
            found.add(new Difference(what, String.valueOf(stored), String.valueOf(rerun)));
        }
    }

    private static Map<String, String> byCharacteristic(List<ScoreLine> lines) {
        Function<ScoreLine, String> told = line -> "%s: %s/%s %s".formatted(line.valueText(), plain(line.points()), plain(line.maxPoints()),
                line.reasonCode());
        return lines.stream().collect(Collectors.toMap(ScoreLine::characteristic, told));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
