package io.shouxin.workout.web;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.identity.Access;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.WriteOffId;
import io.shouxin.kernel.Wording;
import io.shouxin.workout.RecoveryDesk;
import io.shouxin.workout.WriteOffDesk;
import io.shouxin.workout.WriteOffReports;
import io.shouxin.workout.WriteOffView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Write-offs for the bank's people; they are proposed and decided in the process {@code write-off}. */
@RestController
@RequestMapping({"/api/v1/write-offs", "/camunda/api/shouxin/v1/write-offs"})
@Tag(name = "Write-offs", description = "核销: what was given up of drawn facilities, and what was recovered since; officers only")
class WriteOffPages {

    private final WriteOffDesk desk;
    private final RecoveryDesk recoveries;
    private final WriteOffReports reports;
    private final CustomerRegister register;
    private final People people;
    private final Access access;
    private final Wording words;

    WriteOffPages(WriteOffDesk desk, RecoveryDesk recoveries, WriteOffReports reports, CustomerRegister register, People people, Access access,
                  Wording words) {
        this.desk = desk;
        this.recoveries = recoveries;
        this.reports = reports;
        this.register = register;
        this.people = people;
        this.access = access;
        this.words = words;
    }

    @GetMapping
    @Operation(summary = "Write-offs you may see, newest first; of one customer or of all")
    List<Listed> list(@RequestParam(name = "customer", required = false) String customer, @RequestParam(defaultValue = "0") int page,
                      @RequestParam(defaultValue = "50") int size) {
        Person reader = access.officer();
        return Optional.ofNullable(customer).filter(number -> !number.isBlank()).map(number -> desk.of(new CustomerId(number)))
                .orElseGet(() -> desk.list(page, size)).stream().filter(each -> access.mayReadCase(reader, each.id().value())).map(this::listed).toList();
    }

    @GetMapping("/totals")
    @Operation(summary = "What stands written off and what was recovered, by currency and in yuan; for the head office")
    WriteOffReports.Totals totals() {
        access.headOffice();
        return reports.totals();
    }

    @GetMapping("/candidates")
    @Operation(summary = "Drawn facilities of a customer, with what speaks against writing them off")
    List<CandidateText> candidates(@RequestParam("customer") String customer, Locale language) {
        access.officer(new CustomerId(customer));
        return desk.candidates(new CustomerId(customer)).stream().map(each -> new CandidateText(each.facility().value(),
                words.of("product." + each.product(), language), each.drawn().amount().toPlainString(), each.drawn().currency().getCurrencyCode(),
                each.obstacles().stream().map(refusal -> words.of(refusal, language)).toList())).toList();
    }

    @GetMapping("/{writeOff}")
    @Operation(summary = "One write-off with its recoveries")
    Listed one(@PathVariable("writeOff") String writeOff) {
        return listed(visible(writeOff));
    }

    @PostMapping("/{writeOff}/recoveries")
    @Operation(summary = "Record what came in after the write-off, with the paper that proves it; repeated, it answers alike")
    Listed recover(@PathVariable("writeOff") String writeOff, @RequestBody Received received) {
        WriteOffView known = visible(writeOff);
        DocumentId paper = received.documentId() == null || received.documentId().isBlank() ? null : new DocumentId(received.documentId());
        return listed(recoveries.record(known.id(), received.amount(), received.receivedOn(), paper, received.remark(), access.officer().id()).orElseThrow());
    }

    @PostMapping("/{writeOff}/reversal")
    @Operation(summary = "Take a booked write-off back, with a reason; by a risk director who did not propose it")
    Listed reverse(@PathVariable("writeOff") String writeOff, @RequestBody Reversal reversal) {
        return listed(desk.reverse(visible(writeOff).id(), reversal.reason(), access.officer().id()).orElseThrow());
    }

    private WriteOffView visible(String number) {
        access.officer();
        WriteOffView found = desk.find(number(number)).orElseThrow(Access.NotVisible::new);
        access.officerOfCase(found.id().value());
        return found;
    }

    private static WriteOffId number(String number) {
        try {
            return new WriteOffId(number);
        } catch (IllegalArgumentException malformed) {
            throw new Access.NotVisible();
        }
    }

    private Listed listed(WriteOffView view) {
        String login = view.proposedBy().value();
        return new Listed(view, register.find(view.customer()).map(CustomerView::name).orElse(null), people.names(Set.of(login)).getOrDefault(login, login));
    }

    /** @param customerName null if the customer is no longer in the register */
    record Listed(WriteOffView writeOff, String customerName, String proposedByName) {
    }

    /** A drawn facility. @param obstacles in the reader's language; empty when it may be written off */
    record CandidateText(String facility, String product, String drawn, String currency, List<String> obstacles) {
    }

    /** What came in. @param amount decimal text or number, in the write-off's currency */
    record Received(BigDecimal amount, LocalDate receivedOn, String documentId, String remark) {
    }

    /** Why it is taken back. */
    record Reversal(String reason) {
    }
}
