package io.shouxin.receipt;

import java.time.Instant;

/**
 * A decision receipt as it was issued.
 *
 * @param decision number of the approval case; of the application where the bank declined it without one
 * @param subject business number of what was decided on
 * @param edition 1 at the decision; one more when the facilities were opened
 * @param sha256  fingerprint of its content
 * @param file    the receipt itself, as it is handed out
 */
public record ReceiptView(String number, String decision, String subject, int edition, Instant issuedAt, String sha256, byte[] file) {
}
