package io.shouxin.document;

/** The analyst's word on one item: accepted, or rejected with a reason the customer reads (at most 500 characters). */
public record DocumentVerdict(String kind, boolean accepted, String reason) {

    public static DocumentVerdict accept(String kind) {
        return new DocumentVerdict(kind, true, null);
    }

    public static DocumentVerdict reject(String kind, String reason) {
        return new DocumentVerdict(kind, false, reason);
    }
}
