package io.shouxin.kernel;

/** Number of a facility agreement (授信合同编号), e.g. {@code AG-2026-000123}. */
public record AgreementId(String value) {

    public AgreementId {
        value = BusinessNumbers.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
