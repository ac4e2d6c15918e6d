package io.shouxin.kernel;

/** Number of a customer (客户编号), e.g. {@code C-2026-000123}; says nothing about the person or firm behind it. */
public record CustomerId(String value) {

    public CustomerId {
        value = BusinessNumbers.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
