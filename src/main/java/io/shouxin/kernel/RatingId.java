package io.shouxin.kernel;

/** Number of a rating (评级编号), e.g. {@code RT-2026-000123}. */
public record RatingId(String value) {

    public RatingId {
        value = BusinessNumbers.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
