package io.shouxin.kernel;

/** Number of a stored document (文件编号), e.g. {@code D-2026-000123}. */
public record DocumentId(String value) {

    public DocumentId {
        value = BusinessNumbers.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
