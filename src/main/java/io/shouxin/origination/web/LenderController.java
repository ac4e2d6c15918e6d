package io.shouxin.origination.web;

import io.shouxin.identity.Access;
import io.shouxin.identity.People;
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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final People people;

    LenderController(LenderRegister lender, Access access, People people) {
        this.lender = lender;
        this.access = access;
        this.people = people;
    }

    @Operation(summary = "Entries, newest day first; officers only")
    @GetMapping
    List<Entry> newest() {
        PersonId reader = access.officer().id();
        return lender.newest().stream().map(entry -> sent(entry, reader)).toList();
    }

    @Operation(summary = "Enter figures; they count once another person has confirmed them")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Entry record(@RequestBody LenderFigures figures) {
        PersonId actor = keeper();
        return sent(lender.record(figures, actor).orElseThrow(), actor);
    }

    @Operation(summary = "Confirm figures another person entered")
    @PostMapping("/{number}/confirmation")
    Entry confirm(@PathVariable long number) {
        PersonId actor = keeper();
        return sent(lender.confirm(number, actor).orElseThrow(), actor);
    }

    private PersonId keeper() {
        return access.personIn(Role.POLICY_OFFICER, Role.SENIOR_CREDIT_MANAGER, Role.RISK_DIRECTOR).id();
    }

    private Entry sent(LenderEntry entry, PersonId reader) {
        Set<String> logins = Stream.concat(Stream.of(entry.recordedBy()), entry.confirmedBy().stream()).map(PersonId::value).collect(Collectors.toSet());
        return Entry.of(entry, people.names(logins), reader);
    }

    /** An entry as it is sent: money as decimal text; people by login and by name, if they are still known. */
    record Entry(long number, String kind, LocalDate asOf, String netCapital, String tierOneCapital, String lendableFunds, String source,
                 String recordedBy, String recordedByName, Instant recordedAt, String confirmedBy, String confirmedByName, Instant confirmedAt, boolean own) {

        static Entry of(LenderEntry entry, Map<String, String> names, PersonId reader) {
            LenderFigures figures = entry.figures();
            String recordedBy = entry.recordedBy().value();
            String confirmedBy = entry.confirmedBy().map(PersonId::value).orElse(null);
            return new Entry(entry.number(), figures.kind().name(), figures.asOf(), text(figures.netCapital()), text(figures.tierOneCapital()),
                    text(figures.lendableFunds()), figures.source(), recordedBy, names.get(recordedBy), entry.recordedAt(),
                    confirmedBy, confirmedBy == null ? null : names.get(confirmedBy), entry.confirmedAt().orElse(null), entry.recordedBy().equals(reader));
        }

        private static String text(BigDecimal amount) {
            return amount == null ? null : amount.toPlainString();
        }
    }
}
