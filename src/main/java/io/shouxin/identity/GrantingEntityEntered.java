package io.shouxin.identity;

import io.shouxin.kernel.EntityCode;

/** A granting entity was entered or corrected. */
public record GrantingEntityEntered(EntityCode code) {
}
