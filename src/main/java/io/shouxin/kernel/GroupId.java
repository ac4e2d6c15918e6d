package io.shouxin.kernel;

/** Number of a connected group (集团编号), e.g. {@code G-2026-000012}. */
public record GroupId(String value) {

    public GroupId {
        value = BusinessNumbers.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
