package io.shouxin.contract.web;

import io.shouxin.contract.FacilityBook;
import io.shouxin.contract.FacilityView;
import io.shouxin.identity.Access;
import io.shouxin.identity.EntityPath;
import io.shouxin.identity.Person;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The book of facilities over HTTP: officers see all, a customer's person sees his own firm's. */
@RestController
@RequestMapping({"/api/v1/facilities", "/camunda/api/shouxin/v1/facilities"})
class FacilityController {

    private final FacilityBook book;
    private final Access access;
    private final Wording wording;

    FacilityController(FacilityBook book, Access access, Wording wording) {
        this.book = book;
        this.access = access;
        this.wording = wording;
    }

    /**
     * @param customerId     one customer's only; else the pages of all
     * @param grantingEntity only that entity's
     */
    @GetMapping
    List<FacilityAnswer> facilities(@RequestParam(required = false) String customerId,
                                    @RequestParam(required = false) String grantingEntity, @RequestParam(defaultValue = "0") int page,
                                    @RequestParam(defaultValue = "50") int size, Locale language) {
        Person reader = access.person();
        List<FacilityView> found;
        if (customerId != null) {
            CustomerId customer = new CustomerId(customerId);
            access.readerOf(customer);
            found = book.facilities(customer).stream().filter(facility -> access.mayRead(reader, facility.id().value(), customer)).toList();
        } else if (reader.isOfficer()) {
            found = page(kept(reader, grantingEntity), page, size);
        } else {
            found = reader.firm().map(book::facilities).orElse(List.of());
        }
        return found.stream().filter(facility -> grantingEntity == null || facility.entity().value().equals(grantingEntity))
                .map(facility -> FacilityAnswer.of(facility, wording, language)).toList();
    }

    /** The entities the list is kept to; none when the one asked for is not the reader's to see. */
    private Optional<Set<EntityCode>> kept(Person reader, String grantingEntity) {
        Optional<Set<EntityCode>> reach = access.reach(reader);
        if (grantingEntity == null) {
            return reach;
        }
        EntityCode asked = EntityPath.code(grantingEntity);
        return Optional.of(reach.filter(codes -> !codes.contains(asked)).isPresent() ? Set.of() : Set.of(asked));
    }

    private List<FacilityView> page(Optional<Set<EntityCode>> entities, int page, int size) {
        return entities.map(codes -> codes.isEmpty() ? List.<FacilityView>of() : book.of(codes, page, size)).orElseGet(() -> book.all(page, size));
    }

    @GetMapping("/{facilityId}")
    FacilityAnswer facility(@PathVariable String facilityId, Locale language) {
        access.person();
        FacilityView facility = book.find(new FacilityId(facilityId)).orElseThrow(Access.NotVisible::new);
        access.readerOf(facilityId, facility.customer());
        return FacilityAnswer.of(facility, wording, language);
    }

    /** A facility as the API tells it; amounts and the rate are decimal strings. */
    record FacilityAnswer(String facilityId, String agreementId, String applicationId, String customerId, String grantingEntity, String customerName,
                          String product, String productLabel, String kind, String kindLabel, String amount, String available,
                          String utilised, String reserved, String currency, String rate, int tenorMonths, Integer paymentTermDays,
                          LocalDate validFrom, LocalDate validTo, String status, String statusLabel) {

        static FacilityAnswer of(FacilityView facility, Wording wording, Locale language) {
            return new FacilityAnswer(facility.id().value(), facility.agreement().value(), facility.application().value(),
                    facility.customer().value(), facility.entity().value(), facility.customerName(), facility.product(),
                    wording.of("product." + facility.product(), language), facility.kind().name(),
                    wording.of("facilityKind." + facility.kind(), language), facility.amount().amount().toPlainString(),
                    facility.available().amount().toPlainString(), facility.utilised().amount().toPlainString(),
                    facility.reserved().amount().toPlainString(), facility.amount().currency().getCurrencyCode(),
                    facility.rate() == null ? null : facility.rate().toString(), facility.tenorMonths(), facility.paymentTermDays(),
                    facility.validFrom(), facility.validTo(), facility.status().name(),
                    wording.of("facilityStatus." + facility.status(), language));
        }
    }
}
