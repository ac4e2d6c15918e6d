package io.shouxin.kernel;

/** Login name of a person who acts: an officer of the bank or a customer's user; {@code system} for the bank's own machinery. */
public record PersonId(String value) {

    public PersonId {
        value = BusinessNumbers.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
