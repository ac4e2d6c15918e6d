package io.shouxin.adjustment;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.limit.LimitAccountId;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A change of a limit as it is filled in, by a person or a program (额度调整申请表).
 *
 * @param account    level and number, e.g. {@code CUSTOMER:C-2026-000123}
 * @param newCeiling the ceiling afterwards, or
 * @param by         how much it moves
 */
public record LimitChangeForm(String customerId, String account, LimitChangeKind kind, BigDecimal newCeiling, BigDecimal by, boolean atOnce,
                              LimitChangeCause cause, LimitChangeReason reasonCode, String reason, String documentId) {

    /** @throws RefusedException where customer or account is missing or malformed */
    public RequestLimitChange command() {
        return new RequestLimitChange(customer(customerId), account(account), kind, newCeiling, by, atOnce, cause, reasonCode, reason,
                document(documentId));
    }

    static CustomerId customer(String number) {
        if (number == null || number.isBlank()) {
            throw new RefusedException(Refusal.of("CUSTOMER_MISSING").at("customerId"));
        }
        try {
            return new CustomerId(number);
        } catch (IllegalArgumentException malformed) {
            throw new RefusedException(Refusal.of("CUSTOMER_UNKNOWN").at("customerId").with("customerId", number));
        }
    }

    static LimitAccountId account(String text) {
        try {
            return LimitAccountId.parse(text == null ? "" : text);
        } catch (IllegalArgumentException malformed) {
            throw new RefusedException(Refusal.of("ADJUSTMENT_ACCOUNT_MISSING").at("account"));
        }
    }

    static Optional<DocumentId> document(String number) {
        try {
            return number == null || number.isBlank() ? Optional.empty() : Optional.of(new DocumentId(number));
        } catch (IllegalArgumentException malformed) {
            throw new RefusedException(Refusal.of("ADJUSTMENT_DOCUMENT_UNKNOWN").at("documentId"));
        }
    }
}
