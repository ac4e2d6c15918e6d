package io.shouxin.rating.web;

import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.OverrideId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.kernel.Wording;
import io.shouxin.rating.OverrideDesk;
import io.shouxin.rating.OverrideFollowUp;
import io.shouxin.rating.OverrideReport;
import io.shouxin.rating.OverrideView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Expert overrides for the bank's people; they are asked for and decided in the process {@code rating-override}. */
@RestController
@RequestMapping({"/api/v1/rating-overrides", "/camunda/api/shouxin/v1/rating-overrides"})
@Tag(name = "Rating overrides", description = "等级调整: another grade than the model's, with reason, evidence and authority; read by officers only")
class OverridePages {

    private final OverrideDesk desk;
    private final OverrideFollowUp followUp;
    private final Access access;
    private final Wording words;
    private final BusinessClock clock;

    OverridePages(OverrideDesk desk, OverrideFollowUp followUp, Access access, Wording words, BusinessClock clock) {
        this.desk = desk;
        this.followUp = followUp;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "All overrides of a customer, newest first")
    List<OverrideView> ofCustomer(@RequestParam("customer") String customer) {
        Person reader = access.officer(new CustomerId(customer));
        return desk.of(new CustomerId(customer)).stream().filter(override -> access.mayRead(reader, override.id().value(), override.customer()))
                .toList();
    }

    @GetMapping("/{override}")
    @Operation(summary = "One override with its evidence")
    OverrideView one(@PathVariable("override") String override) {
        access.officer();
        OverrideView found = desk.find(new OverrideId(override)).orElseThrow(Access.NotVisible::new);
        access.officer(override, found.customer());
        return found;
    }

    @GetMapping("/reasons")
    @Operation(summary = "Reasons the policy in force accepts")
    List<Reason> reasons(Locale language) {
        access.officer();
        return desk.reasonCodes().stream().map(code -> new Reason(code, words.of("overrideReason." + code, language))).toList();
    }

    @GetMapping("/report")
    @Operation(summary = "How often experts overrode the model at all granting entities, and what became of it; without dates the last twelve months; for the head office")
    OverrideReport report(@RequestParam(required = false) LocalDate from, @RequestParam(required = false) LocalDate to) {
        access.headOffice();
        LocalDate last = to == null ? clock.today() : to;
        LocalDate first = from == null ? last.minusMonths(12).plusDays(1) : from;
        if (first.isAfter(last)) {
            throw new RefusedException(Refusal.of("PERIOD_REVERSED").at("from"));
        }
        return followUp.between(first, last);
    }

    /** A reason and what it is called. */
    record Reason(String code, String label) {
    }
}
