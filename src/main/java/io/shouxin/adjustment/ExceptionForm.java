package io.shouxin.adjustment;

import io.shouxin.kernel.RefusedException;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A temporary exception as it is filled in, by a person or a program (临时额度申请表).
 *
 * @param account level and number, e.g. {@code CUSTOMER:C-2026-000123}
 */
public record ExceptionForm(String customerId, String account, BigDecimal extra, LocalDate until, String reason, String conditions,
                            String documentId) {

    /** @throws RefusedException where customer or account is missing or malformed */
    public RequestException command() {
        return new RequestException(LimitChangeForm.customer(customerId), LimitChangeForm.account(account), extra, until, reason, conditions,
                LimitChangeForm.document(documentId));
    }
}
