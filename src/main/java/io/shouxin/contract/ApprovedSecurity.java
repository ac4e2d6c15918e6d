package io.shouxin.contract;

import io.shouxin.kernel.Money;

/**
 * What secures the facilities.
 *
 * @param kind        security code, e.g. {@code MORTGAGE}, {@code PLEDGE}, {@code GUARANTEE}; label under {@code security.CODE}
 * @param description the thing or the guarantor, in words
 * @param value       its value as approved; null when it has none of its own, as a guarantee may
 */
public record ApprovedSecurity(String kind, String description, Money value) {
}
