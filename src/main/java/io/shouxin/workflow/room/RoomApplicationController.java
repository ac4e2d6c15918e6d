package io.shouxin.workflow.room;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.shouxin.creditroom.RoomInvitation;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.identity.Access;
import io.shouxin.kernel.Wording;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.ProductCatalogue;
import io.shouxin.origination.SecurityType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The application the customer fills in himself in the credit room: what he has written so far, and what there is to choose from. */
@RestController
@RequestMapping("/room/api/application")
class RoomApplicationController {

    private final ApplicationDesk applications;
    private final CustomerRegister customers;
    private final ProductCatalogue products;
    private final Wording wording;

    RoomApplicationController(ApplicationDesk applications, CustomerRegister customers, ProductCatalogue products, Wording wording) {
        this.applications = applications;
        this.customers = customers;
        this.products = products;
        this.wording = wording;
    }

    /** @return his draft; as not found once the application is handed in */
    @GetMapping
    Begun begun(@RequestAttribute(RoomDoor.VISITOR) RoomInvitation visitor, Locale language) {
        ApplicationView application = applications.find(visitor.application()).filter(found -> found.status() == ApplicationStatus.DRAFT)
                .orElseThrow(Access.NotVisible::new);
        CustomerView customer = customers.find(application.customerId()).orElseThrow();
        List<Product> offered = products.today().stream().filter(offer -> offer.customerKinds().contains(customer.kind().name()))
                .map(offer -> product(offer, language)).toList();
        return new Begun(applications.draft(application.applicationId()).orElse(null), application.product(), application.facilityKind().name(),
                application.requested().amount().toPlainString(), customer.groupName(), offered,
                Arrays.stream(SecurityType.values()).map(type -> new Choice(type.name(), wording.of("securityType." + type, language))).toList());
    }

    private Product product(ProductCatalogue.Offered offer, Locale language) {
        return new Product(offer.product(), wording.of("product." + offer.product(), language), offer.kind().name(),
                wording.of("facilityKind." + offer.kind(), language), offer.minTenorMonths(), offer.maxTenorMonths(),
                offer.maxAmount() == null ? null : offer.maxAmount().amount().toPlainString(), offer.revolving());
    }

    /**
     * What stands on the form.
     *
     * @param draft   as it was kept, in the fields of the ordinary form; null before anything was
     * @param product what the relationship manager opened the case with, as are kind and amount
     */
    record Begun(@JsonRawValue String draft, String product, String kind, String amount, String groupName, List<Product> products,
                 List<Choice> securityTypes) {
    }

    /** A product this customer may have today. @param maxAmount decimal text; null where there is no ceiling */
    record Product(String product, String label, String kind, String kindLabel, int minTenorMonths, int maxTenorMonths, String maxAmount, boolean revolving) {
    }

    /** A code and its words. */
    record Choice(String code, String label) {
    }
}
