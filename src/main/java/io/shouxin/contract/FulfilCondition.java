package io.shouxin.contract;

import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.DocumentId;

/** An officer ticks a condition off, with a document or a remark of at least five characters that says how he knows. */
public record FulfilCondition(AgreementId agreement, String code, DocumentId evidence, String remark) {
}
