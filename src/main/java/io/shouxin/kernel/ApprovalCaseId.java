package io.shouxin.kernel;

/** Number of an approval case (审批编号), e.g. {@code AC-2026-000123}. */
public record ApprovalCaseId(String value) {

    public ApprovalCaseId {
        value = BusinessNumbers.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
