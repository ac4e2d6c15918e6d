package io.shouxin.limit;

/** Number of a reservation (预占编号), e.g. {@code LR-2026-000123}. */
public record ReservationId(String value) {

    public ReservationId {
        if (value == null || value.isBlank() || value.length() > 40) {
            throw new IllegalArgumentException("not a reservation number: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
