package io.shouxin.customer.web;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.Industries;
import io.shouxin.customer.JoinGroup;
import io.shouxin.customer.RegisterCustomer;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.CustomerId;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The register of customers over HTTP. All officers see who is a customer, so that nobody is registered twice; the rest of the file is
 * for entities that deal with him. An applicant sees his own firm.
 */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
class CustomerController {

    private final CustomerRegister register;
    private final Access access;

    CustomerController(CustomerRegister register, Access access) {
        this.register = register;
        this.access = access;
    }

    /** @param text part of a name, or a whole number or identifier; blank for the newest customers */
    @GetMapping("/customers")
    List<CustomerResource> search(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "50") int limit) {
        Person reader = access.person();
        List<CustomerView> found = reader.isOfficer() ? register.search(text, limit)
                : reader.firm().flatMap(register::find).map(List::of).orElse(List.of());
        return found.stream().map(view -> resource(view, reader)).toList();
    }

    @GetMapping("/customers/{customerId}")
    CustomerResource customer(@PathVariable String customerId) {
        CustomerId id = CustomerPath.id(customerId);
        Person reader = access.person();
        if (!reader.isOfficer()) {
            access.readerOf(id);
        }
        return resource(register.find(id).orElseThrow(Access.NotVisible::new), reader);
    }

    @PostMapping("/customers")
    @ResponseStatus(HttpStatus.CREATED)
    CustomerResource register(@RequestBody RegisterCustomer wish) {
        Person actor = access.personIn(Role.RELATIONSHIP_MANAGER, Role.ANALYST);
        return CustomerResource.of(register.register(wish, actor.id()).orElseThrow());
    }

    @PostMapping("/customers/{customerId}/group")
    CustomerResource joinGroup(@PathVariable String customerId, @RequestBody JoinGroup wish) {
        CustomerId id = CustomerPath.id(customerId);
        Person actor = access.personIn(id, Role.RELATIONSHIP_MANAGER, Role.ANALYST);
        return CustomerResource.of(register.joinGroup(id, wish, actor.id()).orElseThrow());
    }

    @PostMapping("/customers/{customerId}/group/leave")
    CustomerResource leaveGroup(@PathVariable String customerId, @RequestBody Map<String, String> body) {
        return CustomerResource.of(register.leaveGroup(CustomerPath.id(customerId), body.get("reason"), riskOfficer(customerId).id()).orElseThrow());
    }

    /** Where the customer stands: an address that begins with a province, or a code of GB/T 2260. */
    @PostMapping("/customers/{customerId}/region")
    CustomerResource locate(@PathVariable String customerId, @RequestBody Map<String, String> body) {
        CustomerId id = CustomerPath.id(customerId);
        Person actor = access.personIn(id, Role.RELATIONSHIP_MANAGER, Role.ANALYST);
        return CustomerResource.of(register.locate(id, body.get("region"), actor.id()).orElseThrow());
    }

    @PostMapping("/customers/{customerId}/block")
    CustomerResource block(@PathVariable String customerId, @RequestBody Map<String, String> body) {
        return CustomerResource.of(register.block(CustomerPath.id(customerId), body.get("reason"), riskOfficer(customerId).id()).orElseThrow());
    }

    @PostMapping("/customers/{customerId}/unblock")
    CustomerResource unblock(@PathVariable String customerId, @RequestBody Map<String, String> body) {
        return CustomerResource.of(register.unblock(CustomerPath.id(customerId), body.get("reason"), riskOfficer(customerId).id()).orElseThrow());
    }

    /** The full identifier; each look is written down with its purpose. */
    @PostMapping("/customers/{customerId}/identifier")
    ResponseEntity<Map<String, String>> identifier(@PathVariable String customerId, @RequestBody Map<String, String> body) {
        CustomerId id = CustomerPath.id(customerId);
        Person actor = access.personIn(id, Role.ANALYST, Role.LEGAL);
        String identifier = register.revealIdentifier(id, body.get("purpose"), actor.id()).orElseThrow();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("identifier", identifier));
    }

    /** Sections and divisions of GB/T 4754-2017. */
    @GetMapping("/industries")
    List<Industries.Industry> industries() {
        access.person();
        return Industries.all();
    }

    private Person riskOfficer(String customerId) {
        return access.personIn(CustomerPath.id(customerId), Role.ANALYST, Role.CREDIT_MANAGER, Role.SENIOR_CREDIT_MANAGER, Role.RISK_DIRECTOR);
    }

    private CustomerResource resource(CustomerView view, Person reader) {
        CustomerResource resource = CustomerResource.of(view);
        if (!reader.isOfficer()) {
            return resource.forCustomer();
        }
        return access.mayRead(reader, view.id()) ? resource : resource.forOtherEntity();
    }
}
