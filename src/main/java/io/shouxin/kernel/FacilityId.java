package io.shouxin.kernel;

/** Number of a facility (授信额度编号), e.g. {@code F-2026-000123}. */
public record FacilityId(String value) {

    public FacilityId {
        value = BusinessNumbers.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
