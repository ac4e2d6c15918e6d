package io.shouxin.kernel;

/** Number of an offer (授信要约编号), e.g. {@code OF-2026-000123}. */
public record OfferId(String value) {

    public OfferId {
        value = BusinessNumbers.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
