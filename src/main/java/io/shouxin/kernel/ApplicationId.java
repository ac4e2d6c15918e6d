package io.shouxin.kernel;

/** Number of a credit application (授信申请编号), e.g. {@code CA-2026-000123}; also the business key of its process. */
public record ApplicationId(String value) {

    public ApplicationId {
        value = BusinessNumbers.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
