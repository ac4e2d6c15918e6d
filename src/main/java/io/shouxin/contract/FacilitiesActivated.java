package io.shouxin.contract;

import io.shouxin.kernel.ApplicationId;

/** Event: the facilities of an application were opened; published in the transaction that opens them. */
public record FacilitiesActivated(ApplicationId application) {
}
