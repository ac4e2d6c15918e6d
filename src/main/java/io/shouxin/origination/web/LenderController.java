package io.shouxin.origination.web;

import io.shouxin.identity.Access;
import io.shouxin.identity.Role;
import io.shouxin.kernel.PersonId;
import io.shouxin.origination.LenderEntry;
import io.shouxin.origination.LenderFigures;
import io.shouxin.origination.LenderRegister;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The lender's own figures over HTTP: one person enters them, another confirms them. */
@RestController
@RequestMapping({"/api/v1/lender-figures", "/camunda/api/shouxin/v1/lender-figures"})
@Tag(name = "Lender's figures")
class LenderController {

    private final LenderRegister lender;
    private final Access access;

    LenderController(LenderRegister lender, Access access) {
        this.lender = lender;
        this.access = access;
    }

    @Operation(summary = "Entries, newest day first; officers only")
    @GetMapping
    List<Entry> newest() {
        PersonId reader = access.officer().id();
        return lender.newest().stream().map(entry -> Entry.of(entry, reader)).toList();
    }

    @Operation(summary = "Enter figures; they count once another person has confirmed them")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Entry record(@RequestBody LenderFigures figures) {
        PersonId actor = keeper();
        return Entry.of(lender.record(figures, actor).orElseThrow(), actor);
    }

    @Operation(summary = "Confirm figures another person entered")
    @PostMapping("/{number}/confirmation")
    Entry confirm(@PathVariable long number) {
        PersonId actor = keeper();
        return Entry.of(lender.confirm(number, actor).orElseThrow(), actor);
    }

    private PersonId keeper() {
        return access.personIn(Role.POLICY_OFFICER, Role.SENIOR_CREDIT_MANAGER, Role.RISK_DIRECTOR).id();
    }

    /** An entry as it is sent: money as decimal text. */
    record Entry(long number, String kind, LocalDate asOf, String netCapital, String tierOneCapital, String lendableFunds, String source,
                 String recordedBy, Instant recordedAt, String confirmedBy, Instant confirmedAt, boolean own) {

        static Entry of(LenderEntry entry, PersonId reader) {
            LenderFigures figures = entry.figures();
            return new Entry(entry.number(), figures.kind().name(), figures.asOf(), text(figures.netCapital()), text(figures.tierOneCapital()),
                    text(figures.lendableFunds()), figures.source(), entry.recordedBy().value(), entry.recordedAt(),
                    entry.confirmedBy().map(PersonId::value).orElse(null), entry.confirmedAt().orElse(null), entry.recordedBy().equals(reader));
        }

        private static String text(BigDecimal amount) {
            return amount == null ? null : amount.toPlainString();
        }
    }
}
