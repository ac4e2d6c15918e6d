package io.shouxin.review.web;

import io.shouxin.identity.Access;
import io.shouxin.identity.EntityPath;
import io.shouxin.identity.Person;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.ReviewId;
import io.shouxin.review.ReviewDelta;
import io.shouxin.review.ReviewDesk;
import io.shouxin.review.ReviewView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Periodic reviews, read by officers in full and by a customer without scores. */
@RestController
@RequestMapping({"/api/v1/reviews", "/camunda/api/shouxin/v1/reviews"})
@Tag(name = "Reviews")
class ReviewController {

    private final ReviewDesk desk;
    private final Access access;

    ReviewController(ReviewDesk desk, Access access) {
        this.desk = desk;
        this.access = access;
    }

    @Operation(summary = "Reviews, newest first; a customer sees his own")
    @GetMapping
    List<Review> list(@RequestParam(required = false) String customerId, @RequestParam(required = false) String grantingEntity,
                      @RequestParam(defaultValue = "0") int page,
                      @RequestParam(defaultValue = "50") int size) {
        Person reader = access.person();
        boolean officer = reader.isOfficer();
        Optional<CustomerId> customer = officer ? Optional.ofNullable(customerId).map(CustomerId::new) : reader.firm();
        if (customer.isEmpty() && !officer) {
            return List.of();
        }
        Optional<Set<EntityCode>> kept = grantingEntity == null ? access.reach(reader) : Optional.of(Set.of(EntityPath.code(grantingEntity)));
        List<ReviewView> found = customer.map(desk::of).orElseGet(() -> kept
                .map(entities -> desk.list(entities, page, size)).orElseGet(() -> desk.list(page, size)));
        return found.stream().filter(review -> grantingEntity == null || review.entity().value().equals(grantingEntity))
                .filter(review -> access.mayRead(reader, review.reviewId().value(), review.customerId())).map(review -> Review.of(review, officer)).toList();
    }

    @Operation(summary = "One review with what changed since the last rating")
    @GetMapping("/{id}")
    Review one(@PathVariable String id) {
        access.person();
        ReviewView review = desk.find(new ReviewId(id)).orElseThrow(Access.NotVisible::new);
        return Review.of(review, access.readerOf(id, review.customerId()).isOfficer());
    }

    /** A review as it is sent; amounts as decimal text. Scores and delta are for officers only. */
    record Review(String reviewId, String customerId, String grantingEntity, String trigger, String status, LocalDate openedOn, boolean statementsFresh,
                  String limitBefore, String proposedLimit, String currency, String conclusion, String reasonCode, String sha256,
                  ReviewDelta delta, Instant closedAt, LocalDate nextDue) {

        static Review of(ReviewView view, boolean officer) {
            return new Review(view.reviewId().value(), view.customerId().value(), view.entity().value(), view.trigger().name(), view.status().name(),
                    view.openedOn(), view.statementsFresh(), text(view.limitBefore()), view.proposedLimit().map(Review::text).orElse(null),
                    view.limitBefore().currency().getCurrencyCode(), view.conclusion().map(Enum::name).orElse(null),
                    view.reasonCode().orElse(null), officer ? view.sha256().orElse(null) : null, officer ? view.delta().orElse(null) : null,
                    view.closedAt().orElse(null), view.nextDue().orElse(null));
        }

        private static String text(Money money) {
            return money.amount().toPlainString();
        }
    }
}
