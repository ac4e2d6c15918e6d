package io.shouxin.rating;

/** Event: a customer has a new rating in force, by the tables or because an override began or ended. Told in the transaction that gave it. */
public record CustomerRated(RatingView rating) {
}
