package io.shouxin.workflow.approval;

import io.shouxin.approval.SigningOrder;
import io.shouxin.identity.Role;
import io.shouxin.kernel.PersonId;
import java.util.List;

/** An order for added signers as forms and programs write it: logins and roles. */
public record AskedSigners(SigningOrder.Place place, SigningOrder.Rule rule, List<String> persons, List<Role> roles, String reason) {

    SigningOrder order() {
        List<PersonId> named = persons == null ? List.of() : persons.stream().filter(login -> login != null && !login.isBlank()).map(PersonId::new).toList();
        return new SigningOrder(place, rule, named, roles, reason);
    }
}
