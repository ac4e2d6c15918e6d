package io.shouxin.customer.web;

import io.shouxin.customer.DebtLine;
import io.shouxin.customer.DebtSchedules;
import io.shouxin.customer.RecordDebtSchedule;
import io.shouxin.customer.debt.DebtTemplate;
import io.shouxin.identity.Access;
import io.shouxin.identity.Role;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Existing debt over HTTP: typed, previewed, imported, looked at. Entered and seen by the bank's officers only. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
class DebtScheduleController {

    private final DebtSchedules schedules;
    private final Access access;
    private final Wording wording;

    DebtScheduleController(DebtSchedules schedules, Access access, Wording wording) {
        this.schedules = schedules;
        this.access = access;
        this.wording = wording;
    }

    /** @param lines rows are counted from the first, whatever row they name */
    record TypedSchedule(LocalDate asOf, String source, String documentId, List<DebtLine> lines) {

        private static final DebtLine EMPTY = new DebtLine(0, null, null, null, null, null, null, null, null, null, null, null, null);

        RecordDebtSchedule command() {
            List<DebtLine> counted = new ArrayList<>();
            for (DebtLine line : lines == null ? List.<DebtLine>of() : lines) {
                counted.add(line == null ? EMPTY : new DebtLine(counted.size() + 1, line.lender(), line.contractNumber(), line.product(), line.currency(),
                        line.contractAmount(), line.balance(), line.startsOn(), line.maturesOn(), line.margin(), line.securedBy(), line.status(),
                        line.classification()));
            }
            return new RecordDebtSchedule(asOf, source, documentId, counted);
        }
    }

    @GetMapping("/debt-schedules/template.xlsx")
    ResponseEntity<byte[]> workbookTemplate() {
        access.person();
        return Download.xlsx("debt-schedule.xlsx", DebtTemplate.xlsx());
    }

    @GetMapping("/debt-schedules/template.csv")
    ResponseEntity<byte[]> textTemplate() {
        access.person();
        return Download.csv("debt-schedule.csv", DebtTemplate.csv());
    }

    /** The one that counts first. */
    @GetMapping("/customers/{customerId}/debt-schedules")
    List<DebtScheduleResource> schedules(@PathVariable String customerId, Locale language) {
        CustomerId customer = CustomerPath.id(customerId);
        if (!access.readerOf(customer).isOfficer()) {
            throw new Access.NotVisible();
        }
        return schedules.of(customer).stream().map(view -> DebtScheduleResource.of(view, wording, language)).toList();
    }

    @PostMapping("/customers/{customerId}/debt-schedules")
    @ResponseStatus(HttpStatus.CREATED)
    DebtScheduleResource record(@PathVariable String customerId, @RequestBody TypedSchedule typed, Locale language) {
        var actor = access.personIn(CustomerPath.id(customerId), Role.RELATIONSHIP_MANAGER, Role.ANALYST);
        return DebtScheduleResource.of(schedules.record(CustomerPath.id(customerId), typed.command(), actor.id()).orElseThrow(), wording, language);
    }

    /** What typed rows would come to; stores nothing. */
    @PostMapping("/customers/{customerId}/debt-schedules/judgement")
    DebtScheduleResource judge(@PathVariable String customerId, @RequestBody TypedSchedule typed, Locale language) {
        access.personIn(CustomerPath.id(customerId), Role.RELATIONSHIP_MANAGER, Role.ANALYST);
        return DebtScheduleResource.of(schedules.judge(CustomerPath.id(customerId), typed.command()).orElseThrow(), wording, language);
    }

    /** Shows how a file is understood; stores nothing. */
    @PostMapping(path = "/customers/{customerId}/debt-schedules/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    DebtScheduleResource.Preview preview(@PathVariable String customerId, @RequestPart("file") MultipartFile file, @RequestParam LocalDate asOf,
                                         Locale language) throws IOException {
        access.personIn(CustomerPath.id(customerId), Role.RELATIONSHIP_MANAGER, Role.ANALYST);
        try (InputStream content = file.getInputStream()) {
            return DebtScheduleResource.Preview.of(schedules.preview(CustomerPath.id(customerId), content, asOf), wording, language);
        }
    }

    @PostMapping(path = "/customers/{customerId}/debt-schedules/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    DebtScheduleResource importFile(@PathVariable String customerId, @RequestPart("file") MultipartFile file, @RequestParam LocalDate asOf,
                                    @RequestParam String source, @RequestParam(required = false) String documentId, Locale language)
            throws IOException {
        var actor = access.personIn(CustomerPath.id(customerId), Role.RELATIONSHIP_MANAGER, Role.ANALYST);
        try (InputStream content = file.getInputStream()) {
            return DebtScheduleResource.of(schedules.importFile(CustomerPath.id(customerId), content, asOf, source, documentId, actor.id())
                    .orElseThrow(), wording, language);
        }
    }
}
