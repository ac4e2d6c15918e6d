package io.shouxin.replay.web;

import io.shouxin.identity.Access;
import io.shouxin.kernel.RatingId;
import io.shouxin.rating.RatingDesk;
import io.shouxin.replay.Challengers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What scorecards on trial say of a rating, for officers. */
@RestController
@RequestMapping({"/api/v1/ratings", "/camunda/api/shouxin/v1/ratings"})
@Tag(name = "Ratings")
class ChallengerPage {

    private final RatingDesk ratings;
    private final Challengers challengers;
    private final Access access;

    ChallengerPage(RatingDesk ratings, Challengers challengers, Access access) {
        this.ratings = ratings;
        this.challengers = challengers;
        this.access = access;
    }

    @GetMapping("/{rating}/challengers")
    @Operation(summary = "What each scorecard draft on file says of the same facts; it decides nothing")
    List<Challengers.Challenger> of(@PathVariable("rating") String rating) {
        access.headOffice();
        return challengers.beside(ratings.find(new RatingId(rating)).orElseThrow(Access.NotVisible::new));
    }
}
