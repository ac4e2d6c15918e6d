package io.shouxin.customer.web;

import io.shouxin.customer.InvoiceDirection;
import io.shouxin.customer.InvoiceImport;
import io.shouxin.customer.InvoiceProfile;
import io.shouxin.customer.InvoiceRegister;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A customer's VAT invoices over HTTP: brought in as a file, looked at as a profile. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
class InvoiceController {

    private static final int LISTED_ROWS = 200;

    private final InvoiceRegister invoices;
    private final Access access;
    private final Wording wording;
    private final BusinessClock clock;

    InvoiceController(InvoiceRegister invoices, Access access, Wording wording, BusinessClock clock) {
        this.invoices = invoices;
        this.access = access;
        this.wording = wording;
        this.clock = clock;
    }

    /** @param rows the first rows that were not stored, each with its line and reason */
    record ImportResource(long rowsRead, long added, long changed, long known, long duplicates, long refused,
                          Map<String, Long> refusedByReason, List<RefusedRow> rows) {
    }

    record RefusedRow(long line, String reason, String message, String column, String text) {
    }

    @PostMapping(path = "/customers/{customerId}/invoices", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportResource importFile(@PathVariable String customerId, @RequestParam InvoiceDirection direction,
                              @RequestPart("file") MultipartFile file, Locale language) throws IOException {
        CustomerId customer = CustomerPath.id(customerId);
        Person actor = access.editorOf(customer);
        List<RefusedRow> rows = new ArrayList<>();
        try (InputStream content = file.getInputStream()) {
            InvoiceImport result = invoices.importFile(content, direction, Optional.of(customer), row -> {
                if (rows.size() < LISTED_ROWS) {
                    rows.add(new RefusedRow(row.line(), row.reason(), wording.of("refusal." + row.reason(), language), row.column(), row.text()));
                }
            }, actor.id()).orElseThrow();
            return new ImportResource(result.rows(), result.added(), result.changed(), result.known(), result.duplicates(),
                    result.refusedRows(), result.refused(), rows);
        }
    }

    /** @param asOf later months are not looked at; today when absent */
    @GetMapping("/customers/{customerId}/invoice-profile")
    InvoiceProfile profile(@PathVariable String customerId, @RequestParam(required = false) LocalDate asOf) {
        CustomerId customer = CustomerPath.id(customerId);
        access.readerOf(customer);
        return invoices.profile(customer, asOf == null ? clock.today() : asOf);
    }
}
