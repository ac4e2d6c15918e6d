package io.shouxin.origination;

import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import java.util.List;
import java.util.Optional;
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

    /** What kind of customer he is or would be; empty if nobody knows. */
    Optional<CustomerKind> kind(OpenApplication command, Person person) {
        return command.choice() == CustomerChoice.NEW ? Optional.ofNullable(command.newCustomer().kind())
                : known(command, person).map(CustomerView::kind);
    }

    /** He, if he is in the register. */
    Optional<CustomerView> known(OpenApplication command, Person person) {
        return command.choice() == CustomerChoice.NEW ? Optional.empty() : register.find(number(command, person));
    }

    /** What speaks against registering him, or against doing business with him. */
    List<Refusal> refusals(OpenApplication command, Person person) {
        if (command.choice() == CustomerChoice.NEW) {
            return besideTheirFields(register.refusals(command.newCustomer()));
        }
        Optional<CustomerView> customer = known(command, person);
        if (customer.isEmpty()) {
            return List.of(Refusal.of("CUSTOMER_UNKNOWN").at("customer").with("customerId", number(command, person)));
        }
        return customer.filter(CustomerView::blocked).map(blocked -> Refusal.of("CUSTOMER_BLOCKED").at("customer").with("customer", blocked.name()))
                .stream().toList();
    }

    private static CustomerId number(OpenApplication command, Person person) {
        return command.choice() == CustomerChoice.OWN ? person.firm().orElseThrow() : command.customer();
    }

    /** The customer, once {@link #refusals} has none. */
    Outcome<CustomerView> customer(OpenApplication command, Person person) {
        if (command.choice() == CustomerChoice.NEW) {
            return registered(command, person);
        }
        return Outcome.done(known(command, person).orElseThrow());
    }

    private Outcome<CustomerView> registered(OpenApplication command, Person person) {
        Outcome<CustomerView> registered;
        try {
            registered = register.register(command.newCustomer(), person.id());
        } catch (RefusedException simultaneous) {
            throw new RefusedException(besideTheirFields(simultaneous.refusals()));
        }
        if (!registered.isDone()) {
            return Outcome.refused(besideTheirFields(registered.refusals()));
        }
        return person.isOfficer() ? registered : registered.whenDone(customer -> people.actFor(person.id(), customer.id()));
    }

    private static List<Refusal> besideTheirFields(List<Refusal> refusals) {
        return refusals.stream().map(refusal -> refusal.field().isEmpty() ? refusal : refusal.at("newCustomer." + refusal.field())).toList();
    }
}
