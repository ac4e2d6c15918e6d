package io.shouxin.monitoring;

import io.shouxin.kernel.DocumentId;
import java.math.BigDecimal;

/**
 * What the customer reports for a test (遵守情况说明).
 *
 * @param value    null where the covenant is told in words
 * @param evidence the certificate; null only when the remark says it all
 */
public record ReportValue(BigDecimal value, DocumentId evidence, String remark) {
}
