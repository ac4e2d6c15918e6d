package io.shouxin.customer;

import java.time.LocalDate;

/**
 * The wish to end a relation.
 *
 * @param lastDay last day it holds, not after today and not before its first; null only with {@code mistaken}
 * @param reason  1 to 500 characters
 * @param mistaken it was entered by mistake and never held
 */
public record EndRelation(LocalDate lastDay, String reason, boolean mistaken) {
}
