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
                : register.find(number(command, person)).map(CustomerView::kind);
    }

    /** What speaks against registering him; none for one who is in the register. */
    List<Refusal> refusals(OpenApplication command) {
        return command.choice() == CustomerChoice.NEW ? besideTheirFields(register.refusals(command.newCustomer())) : List.of();
    }

    private static CustomerId number(OpenApplication command, Person person) {
        return command.choice() == CustomerChoice.OWN ? person.firm().orElseThrow() : command.customer();
    }

    Outcome<CustomerView> customer(OpenApplication command, Person person) {
        if (command.choice() == CustomerChoice.NEW) {
            return registered(command, person);
        }
        CustomerId id = number(command, person);
        return register.find(id).map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.of("CUSTOMER_UNKNOWN").at("customer").with("customerId", id)));
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
