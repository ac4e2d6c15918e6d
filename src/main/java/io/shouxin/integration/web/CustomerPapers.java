package io.shouxin.integration.web;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.DocumentView;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.CustomerId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Papers about a customer that belong to no application: evidence of judgements and facts. For officers. */
@RestController
@RequestMapping({"/api/v1/customers/{customerId}/documents", "/camunda/api/shouxin/v1/customers/{customerId}/documents"})
@Tag(name = "Documents")
class CustomerPapers {

    private final DocumentDesk desk;
    private final CustomerRegister customers;
    private final Access access;

    CustomerPapers(DocumentDesk desk, CustomerRegister customers, Access access) {
        this.desk = desk;
        this.customers = customers;
        this.access = access;
    }

    @Operation(summary = "Papers about a customer beside his applications, oldest first")
    @GetMapping
    List<Paper> list(@PathVariable("customerId") String customer) {
        officer(customer, false);
        return desk.of(customer).stream().map(Paper::of).toList();
    }

    @Operation(summary = "Take in a paper about a customer")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Paper receive(@PathVariable("customerId") String customer, @RequestPart("file") MultipartFile file) throws IOException {
        Person sender = officer(customer, true);
        return Paper.of(desk.receive(new CustomerId(customer), file.getOriginalFilename(), file.getBytes(), sender.id()).orElseThrow());
    }

    private Person officer(String customer, boolean writes) {
        access.person();
        CustomerId id = customers.find(new CustomerId(customer)).orElseThrow(Access.NotVisible::new).id();
        Person person = writes ? access.editorOf(id) : access.readerOf(id);
        if (!person.isOfficer()) {
            throw new Access.NotVisible();
        }
        return person;
    }

    /** A paper without its content, which is at {@code /documents/{documentId}/content}. */
    record Paper(String documentId, String fileName, String mediaType, long sizeBytes, String sha256, String receivedBy, Instant receivedAt) {

        static Paper of(DocumentView document) {
            return new Paper(document.id().value(), document.fileName(), document.mediaType(), document.sizeBytes(), document.sha256(),
                    document.receivedBy(), document.receivedAt());
        }
    }
}
