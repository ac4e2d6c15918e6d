package io.shouxin.identity;

import io.shouxin.kernel.PersonId;

/** A person was entered, or roles or granting entity of one were changed. */
public record PersonEntered(PersonId person) {
}
