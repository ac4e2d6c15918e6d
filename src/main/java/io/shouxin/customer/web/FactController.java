package io.shouxin.customer.web;

import io.shouxin.customer.BackgroundCheck;
import io.shouxin.customer.CustomerFact;
import io.shouxin.customer.ExternalRating;
import io.shouxin.customer.FactContent;
import io.shouxin.customer.FactKind;
import io.shouxin.customer.FactRegister;
import io.shouxin.customer.PastTrading;
import io.shouxin.customer.RecordFact;
import io.shouxin.customer.SiteVisit;
import io.shouxin.customer.TaxRecord;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Other facts about customers over HTTP, for officers only. */
@RestController
@RequestMapping({"/api/v1/customers", "/camunda/api/shouxin/v1/customers"})
@Tag(name = "Other facts", description = "其他事实: tax record, visit on site, background check, external rating, past trading")
class FactController {

    private final FactRegister facts;
    private final Access access;

    FactController(FactRegister facts, Access access) {
        this.facts = facts;
        this.access = access;
    }

    /** A fact as it is sent: what it says stands under the names of its kind. */
    record FactResource(FactKind kind, LocalDate asOf, String source, String document, Map<String, String> details, String recordedBy,
                        Instant recordedAt) {

        static FactResource of(CustomerFact fact) {
            return new FactResource(fact.kind(), fact.asOf(), fact.source(), fact.document(), fact.content().details(),
                    fact.recordedBy().value(), fact.recordedAt());
        }
    }

    /** A fact as it comes in: exactly the content that goes with its kind. */
    record FactEntry(FactKind kind, LocalDate asOf, String source, String document, TaxRecord taxRecord, SiteVisit siteVisit,
                     BackgroundCheck backgroundCheck, ExternalRating externalRating, PastTrading pastTrading) {

        RecordFact fact() {
            List<FactContent> given = Stream.of(taxRecord, siteVisit, backgroundCheck, externalRating, pastTrading)
                    .filter(Objects::nonNull).map(FactContent.class::cast).toList();
            if (given.size() != 1 || given.get(0).kind() != kind) {
                throw new RefusedException(Refusal.of("FACT_CONTENT_MISSING").at("kind"));
            }
            return new RecordFact(asOf, source, document, given.get(0));
        }
    }

    @GetMapping("/{customerId}/facts")
    @Operation(summary = "All other facts about the customer, newest first; of one kind the first counts")
    List<FactResource> facts(@PathVariable String customerId) {
        CustomerId customer = CustomerPath.id(customerId);
        access.officer(customer);
        return facts.of(customer).stream().map(FactResource::of).toList();
    }

    @PostMapping("/{customerId}/facts")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Records a fact; told the very same again, answers with the fact on file")
    FactResource record(@PathVariable String customerId, @RequestBody FactEntry entry) {
        CustomerId customer = CustomerPath.id(customerId);
        Person actor = access.personIn(customer, Role.RELATIONSHIP_MANAGER, Role.ANALYST);
        return FactResource.of(facts.record(customer, entry.fact(), actor.id()).orElseThrow());
    }
}
