package io.shouxin.customer.invoice;

import io.shouxin.customer.InvoiceDirection;
import io.shouxin.kernel.CustomerId;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * An invoice as a row of a file tells it, checked; amounts in yuan.
 *
 * @param firm         code of the firm whose file this is; empty in a file of one firm only
 * @param counterparty code or name of the other side
 */
public record InvoiceLine(String firm, String number, LocalDate issuedOn, String counterparty, BigDecimal amount,
                          BigDecimal tax, BigDecimal total, boolean voided) {

    int monthNo() {
        return issuedOn.getYear() * 100 + issuedOn.getMonthValue();
    }

    /**
     * What tells this invoice from all others. Numbers alone repeat, because the files lack the invoice code; the status is
     * left out, because an invoice may be voided later and stays the same invoice.
     */
    public ByteBuffer fingerprint(CustomerId owner, InvoiceDirection direction) {
        String all = String.join("|", owner.value(), direction.name(), number, issuedOn.toString(), counterparty,
                amount.toPlainString(), tax.toPlainString(), total.toPlainString());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(Arrays.copyOf(hash, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
