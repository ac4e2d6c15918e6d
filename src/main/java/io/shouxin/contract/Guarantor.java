package io.shouxin.contract;

import io.shouxin.kernel.PersonId;
import java.util.function.Predicate;

/**
 * Somebody who gives security and was let in to sign his paper himself (担保人).
 *
 * @param name       as the bank wrote it into his invitation; who signs must be called so
 * @param identified whether a number of an identity paper, as a certificate names it, is his; holds for any where the bank recorded none
 */
public record Guarantor(PersonId person, String name, Predicate<String> identified) {
}
