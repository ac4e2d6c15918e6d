package io.shouxin.adjustment.web;

import io.shouxin.adjustment.ExceptionDesk;
import io.shouxin.adjustment.ExceptionForm;
import io.shouxin.adjustment.ExceptionReport;
import io.shouxin.adjustment.ExceptionReports;
import io.shouxin.adjustment.TemporaryExceptionView;
import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.ApprovalStatus;
import io.shouxin.approval.Verdict;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.identity.Access;
import io.shouxin.identity.People;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.ExceptionId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.kernel.Wording;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** Temporary exceptions for the bank's people; they are decided in the process {@code temporary-exception}. */
@RestController
@RequestMapping({"/api/v1/temporary-exceptions", "/camunda/api/shouxin/v1/temporary-exceptions"})
@Tag(name = "Temporary exceptions", description = "临时额度: room above a ceiling until a day, approved, ended by itself; officers only")
class ExceptionPages {

    private final ExceptionDesk desk;
    private final ExceptionReports reports;
    private final ApprovalDesk approvals;
    private final CustomerRegister register;
    private final People people;
    private final Access access;
    private final Wording words;
    private final BusinessClock clock;

    ExceptionPages(ExceptionDesk desk, ExceptionReports reports, ApprovalDesk approvals, CustomerRegister register, People people,
                   Access access, Wording words, BusinessClock clock) {
        this.desk = desk;
        this.reports = reports;
        this.approvals = approvals;
        this.register = register;
        this.people = people;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Temporary exceptions, newest first; of one customer or of all")
    List<Listed> list(@RequestParam(name = "customer", required = false) String customer, @RequestParam(defaultValue = "0") int page,
                      @RequestParam(defaultValue = "50") int size) {
        access.officer();
        return Optional.ofNullable(customer).filter(number -> !number.isBlank()).map(number -> desk.of(new CustomerId(number)))
                .orElseGet(() -> desk.list(page, size)).stream().map(this::listed).toList();
    }

    @GetMapping("/{exception}")
    @Operation(summary = "One temporary exception, with who approved it")
    Listed one(@PathVariable("exception") String exception) {
        access.officer();
        return desk.find(new ExceptionId(exception)).map(this::listed).orElseThrow(Access.NotVisible::new);
    }

    @GetMapping("/{exception}/picture")
    @Operation(summary = "What an exception on file would do as things stand now: conditions of the rules, headroom of every level")
    PreviewText picture(@PathVariable("exception") String exception, Locale language) {
        access.officer();
        if (desk.find(new ExceptionId(exception)).isEmpty()) {
            throw new Access.NotVisible();
        }
        return PreviewText.of(desk.picture(new ExceptionId(exception)).orElseThrow(), words, language);
    }

    @PostMapping("/preview")
    @Operation(summary = "The same for an exception not yet asked for; nothing is written, and what is not filled in yet may be left out")
    PreviewText preview(@RequestBody ExceptionForm form, Locale language) {
        access.officer();
        return PreviewText.of(desk.preview(form.command()).orElseThrow(), words, language);
    }

    @PostMapping("/{exception}/end")
    @Operation(summary = "End an exception before its last day, with a reason; what is free is taken back at once")
    Listed end(@PathVariable("exception") String exception, @RequestBody End end) {
        return listed(desk.endEarly(new ExceptionId(exception), end.reason(), access.officer().id()).orElseThrow());
    }

    @GetMapping("/report")
    @Operation(summary = "How often exceptions were made, and what room is out; without dates the last twelve months")
    ExceptionReport report(@RequestParam(required = false) LocalDate from, @RequestParam(required = false) LocalDate to) {
        access.officer();
        LocalDate last = to == null ? clock.today() : to;
        LocalDate first = from == null ? last.minusMonths(12).plusDays(1) : from;
        if (first.isAfter(last)) {
            throw new RefusedException(Refusal.of("PERIOD_REVERSED").at("from"));
        }
        return reports.between(first, last);
    }

    private Listed listed(TemporaryExceptionView exception) {
        List<String> approvedBy = approvals.history("temporary-exception", exception.id().value()).stream()
                .filter(approval -> approval.status() == ApprovalStatus.APPROVED).reduce((older, newer) -> newer)
                .map(ApprovalCaseView::decisions).orElse(List.of()).stream().filter(decision -> decision.verdict() == Verdict.APPROVE)
                .map(decision -> decision.officer().value()).map(login -> people.names(Set.of(login)).getOrDefault(login, login)).toList();
        String login = exception.requestedBy().value();
        return new Listed(exception, register.find(exception.customer()).map(CustomerView::name).orElse(null), people.names(Set.of(login)).get(login),
                approvedBy);
    }

    /**
     * @param customerName null if the customer is no longer in the register
     * @param requestedByName null if who asked for it is no longer known
     * @param approvedBy   names of those who approved it; empty until it is approved
     */
    record Listed(TemporaryExceptionView exception, String customerName, String requestedByName, List<String> approvedBy) {
    }

    /** Why it is ended. */
    record End(String reason) {
    }
}
