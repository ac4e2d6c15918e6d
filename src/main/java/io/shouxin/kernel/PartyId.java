package io.shouxin.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Number of a party to a relation (关联方编号): a customer's, or that of a firm or person outside the register, e.g. {@code OP-2026-000012}. */
public record PartyId(@JsonValue String value) implements Comparable<PartyId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PartyId {
        value = BusinessNumbers.checked(value);
    }

    public static PartyId of(CustomerId customer) {
        return new PartyId(customer.value());
    }

    @Override
    public int compareTo(PartyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
