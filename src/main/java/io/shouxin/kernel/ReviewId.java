package io.shouxin.kernel;

/** Number of a periodic review (复评编号), e.g. {@code RV-2026-000123}. */
public record ReviewId(String value) {

    public ReviewId {
        value = BusinessNumbers.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
