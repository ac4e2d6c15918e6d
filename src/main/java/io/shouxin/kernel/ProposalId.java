package io.shouxin.kernel;

/** Number of a frozen credit proposal (授信方案编号), e.g. {@code CP-2026-000123}. */
public record ProposalId(String value) {

    public ProposalId {
        value = BusinessNumbers.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
