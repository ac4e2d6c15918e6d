package io.shouxin.contract;

import io.shouxin.kernel.OfferId;

/**
 * The customer's answer.
 *
 * @param remark what he wants instead (needed to counter), or why he refuses; at most 1,000 characters
 */
public record AnswerOffer(OfferId offer, OfferAnswer answer, String remark) {
}
