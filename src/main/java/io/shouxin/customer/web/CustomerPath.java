package io.shouxin.customer.web;

import io.shouxin.identity.Access;
import io.shouxin.kernel.CustomerId;

/** The customer number in a path; one that cannot be a number belongs to nobody. */
final class CustomerPath {

    private CustomerPath() {
    }

    static CustomerId id(String segment) {
        try {
            return new CustomerId(segment);
        } catch (IllegalArgumentException noNumber) {
            throw new Access.NotVisible();
        }
    }
}
