package io.shouxin.rating.web;

import io.shouxin.identity.Access;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.RatingId;
import io.shouxin.kernel.Wording;
import io.shouxin.rating.RatingDesk;
import io.shouxin.rating.RatingReports;
import io.shouxin.rating.RatingView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ratings for the bank's people. A customer learns his grade and its reasons through his application, not here. */
@RestController
@RequestMapping({"/api/v1/ratings", "/camunda/api/shouxin/v1/ratings"})
@Tag(name = "Ratings", description = "评级: grades of customers with score, ratios and reasons; read by officers only")
class RatingPages {

    private final RatingDesk ratings;
    private final RatingReports reports;
    private final Access access;
    private final Wording words;

    RatingPages(RatingDesk ratings, RatingReports reports, Access access, Wording words) {
        this.ratings = ratings;
        this.reports = reports;
        this.access = access;
        this.words = words;
    }

    @GetMapping
    @Operation(summary = "All ratings of a customer, newest first")
    List<RatingExplanation> ofCustomer(@RequestParam("customer") String customer, Locale language) {
        CustomerId id = new CustomerId(customer);
        access.officer(id);
        return ratings.of(id).stream()
                .map(rating -> RatingExplanation.of(rating, words, language)).toList();
    }

    @GetMapping("/{rating}")
    @Operation(summary = "One rating with its score, characteristic by characteristic")
    RatingExplanation one(@PathVariable("rating") String rating, Locale language) {
        return RatingExplanation.of(seen(rating), words, language);
    }

    @GetMapping("/{rating}/report")
    @Operation(summary = "All that explains one rating: sources, waterfall, peers, risk points, what would better the grade")
    RatingReportAnswer report(@PathVariable("rating") String rating, Locale language) {
        return reports.of(seen(rating).id()).map(found -> RatingReportAnswer.of(found, words, language))
                .orElseThrow(Access.NotVisible::new);
    }

    private RatingView seen(String rating) {
        access.officer();
        RatingView found = ratings.find(new RatingId(rating)).orElseThrow(Access.NotVisible::new);
        access.officer(found.customer());
        return found;
    }
}
