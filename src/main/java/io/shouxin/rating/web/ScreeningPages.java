package io.shouxin.rating.web;

import io.shouxin.identity.Access;
import io.shouxin.kernel.Wording;
import io.shouxin.rating.Screening;
import io.shouxin.rating.ScreeningDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** First screenings for the bank's people. A customer learns the reasons by the letter, not here. */
@RestController
@RequestMapping({"/api/v1/applications", "/camunda/api/shouxin/v1/applications"})
@Tag(name = "Ratings")
class ScreeningPages {

    private final ScreeningDesk screenings;
    private final Access access;
    private final Wording words;

    ScreeningPages(ScreeningDesk screenings, Access access, Wording words) {
        this.screenings = screenings;
        this.access = access;
        this.words = words;
    }

    @GetMapping("/{application}/screening")
    @Operation(summary = "What the knock-out rules said before papers were asked for: each rule, its facts with value, source and date")
    ScreeningAnswer screening(@PathVariable("application") String application, Locale language) {
        access.officer();
        Screening found = screenings.find(application).orElseThrow(Access.NotVisible::new);
        access.officer(found.subject(), found.customer());
        return ScreeningAnswer.of(found, words, language);
    }
}
