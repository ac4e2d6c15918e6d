package io.shouxin.monitoring;

import io.shouxin.kernel.DocumentId;
import java.math.BigDecimal;

/**
 * An officer's finding about a test.
 *
 * @param kept        for what is told in words: whether it is kept; null for figures and statements
 * @param reported    value on the customer's compliance certificate; null when there is none, or to keep the one reported already
 * @param evidence    the certificate, or what proves the finding; null when the remark says how it was seen
 * @param remark      explanation; needed where reported and derived value differ, and without evidence
 * @param figuresHash fingerprint of the derived figures that were shown
 */
public record RecordTest(Boolean kept, BigDecimal reported, DocumentId evidence, String remark, String figuresHash) {
}
