package io.shouxin.contract;

import java.time.Instant;

/** Who signed what and when. {@code paperCopy} is the scan when an officer recorded a copy the customer signed by hand. */
public record Signature(SignatoryRole role, String signedBy, String fullName, Instant signedAt, String documentSha256, String paperCopy) {
}
