package io.shouxin.rating.web;

import io.shouxin.identity.Access;
import io.shouxin.kernel.RatingId;
import io.shouxin.rating.RatingDesk;
import io.shouxin.rating.RatingRerun;
import io.shouxin.rating.RatingReruns;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One past rating run again, for the bank's people. */
@RestController
@RequestMapping({"/api/v1/ratings", "/camunda/api/shouxin/v1/ratings"})
@Tag(name = "Ratings")
class RatingRerunPage {

    private final RatingReruns reruns;
    private final RatingDesk ratings;
    private final Access access;

    RatingRerunPage(RatingReruns reruns, RatingDesk ratings, Access access) {
        this.reruns = reruns;
        this.ratings = ratings;
        this.access = access;
    }

    @GetMapping("/{rating}/rerun")
    @Operation(summary = "Run a past rating again from its stored facts and table versions; it should agree, else what differs is listed")
    Rerun rerun(@PathVariable("rating") String rating) {
        access.officer();
        access.officer(ratings.find(new RatingId(rating)).orElseThrow(Access.NotVisible::new).customer());
        return reruns.rerun(new RatingId(rating)).map(Rerun::of).orElseThrow(Access.NotVisible::new);
    }

    /** A re-run as it is sent. */
    record Rerun(String ratingId, boolean agrees, Map<String, String> policyVersions, List<RatingRerun.Difference> differences) {

        static Rerun of(RatingRerun rerun) {
            return new Rerun(rerun.rating().value(), rerun.agrees(), rerun.policyVersions(), rerun.differences());
        }
    }
}
