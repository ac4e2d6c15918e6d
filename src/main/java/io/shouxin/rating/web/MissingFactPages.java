package io.shouxin.rating.web;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.identity.Access;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Wording;
import io.shouxin.rating.FactsOnFile;
import io.shouxin.rating.MissingFact;
import io.shouxin.rating.RatingDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What still stands between a customer and his rating, for the officers who gather it. */
@RestController
@RequestMapping({"/api/v1/customers", "/camunda/api/shouxin/v1/customers"})
@Tag(name = "Ratings")
class MissingFactPages {

    private final RatingDesk ratings;
    private final CustomerRegister customers;
    private final Access access;
    private final Wording words;

    MissingFactPages(RatingDesk ratings, CustomerRegister customers, Access access, Wording words) {
        this.ratings = ratings;
        this.customers = customers;
        this.access = access;
        this.words = words;
    }

    @GetMapping("/{customer}/missing-facts")
    @Operation(summary = "Facts without which the customer cannot be rated: what, why, and who supplies it")
    List<Missing> missingFacts(@PathVariable("customer") String customer, Locale language) {
        return ratings.missingFacts(seen(customer)).stream().map(fact -> Missing.of(fact, words, language)).toList();
    }

    @GetMapping("/{customer}/facts-on-file")
    @Operation(summary = "Every fact a rating would look for today: state, source, date, validity, weight in the confidence")
    FactsOnFile factsOnFile(@PathVariable("customer") String customer) {
        return ratings.factsOnFile(seen(customer));
    }

    private CustomerId seen(String customer) {
        access.officer();
        CustomerId id = customers.find(new CustomerId(customer)).orElseThrow(Access.NotVisible::new).id();
        access.officer(id);
        return id;
    }

    /** @param givenWithAssessment the analyst's own finding, asked for in the assessment that follows */
    record Missing(String code, String label, String why, String who, boolean givenWithAssessment) {

        private static Missing of(MissingFact fact, Wording words, Locale language) {
            String key = "fact." + fact.code();
            return new Missing(fact.code(), words.of(key, language, fact.arguments()),
                    words.of(key + ".why", language, fact.arguments()), words.of(key + ".who", language, fact.arguments()),
                    fact.givenWithAssessment());
        }
    }
}
