package io.shouxin.origination;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Finds the customer an application is for, or registers him; an applicant who registers his firm acts for it from then on. */
@Component
class CustomersOfApplications {

    private final CustomerRegister register;
    private final People people;

    CustomersOfApplications(CustomerRegister register, People people) {
        this.register = register;
        this.people = people;
    }

    Outcome<CustomerView> customer(OpenApplication command, Person person) {
        if (command.choice() == CustomerChoice.NEW) {
            return registered(command, person);
        }
        CustomerId id = command.choice() == CustomerChoice.OWN ? person.firm().orElseThrow() : command.customer();
        return register.find(id).map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.of("CUSTOMER_UNKNOWN").at("customer").with("customerId", id)));
    }

    private Outcome<CustomerView> registered(OpenApplication command, Person person) {
        Outcome<CustomerView> registered = register.register(command.newCustomer(), person.id());
        if (!registered.isDone()) {
            return Outcome.refused(registered.refusals().stream().map(refusal -> refusal.at("newCustomer." + refusal.field())).toList());
        }
        return person.isOfficer() ? registered : registered.whenDone(customer -> people.actFor(person.id(), customer.id()));
    }
}
