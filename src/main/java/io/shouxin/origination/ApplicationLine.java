package io.shouxin.origination;

import java.math.BigDecimal;
import java.time.Instant;

/** What a list shows of an application, read without its long texts. */
record ApplicationLine(String applicationId, String customerId, String entity, ApplicationStatus status, String products, BigDecimal amount,
                       String currency, String grade, Instant openedAt, Instant submittedAt, Instant signedAt, String letter) {

    boolean mayBeWithdrawn() {
        return status.mayBeWithdrawn() && signedAt == null;
    }
}
