package io.shouxin.creditroom;

import io.shouxin.kernel.Sha256;
import java.util.Locale;
import java.util.Optional;

/**
 * The paper a guarantor was invited to sign, and who he is.
 *
 * @param paper          number of the guarantee, mortgage or pledge contract
 * @param name           of him who signs
 * @param identifierHash of the number of his identity paper, salted with the invitation's; empty where the bank recorded none
 * @param identifierTail its last four characters, for people to recognise it by; empty likewise
 */
public record RoomGuarantee(String paper, String name, Optional<String> identifierHash, String identifierTail) {

    private static final int SHOWN = 4;

    static RoomGuarantee of(String invitation, String paper, String name, Optional<String> identifier) {
        Optional<String> plain = identifier.map(RoomGuarantee::plain).filter(number -> !number.isEmpty());
        return new RoomGuarantee(paper, name, plain.map(number -> hash(invitation, number)),
                plain.map(number -> number.substring(Math.max(0, number.length() - SHOWN))).orElse(""));
    }

    /** Whether a number is the one the bank recorded; any is where it recorded none. */
    public boolean identifies(String invitation, String number) {
        return identifierHash.isEmpty() || identifierHash.get().equals(hash(invitation, plain(number)));
    }

    private static String hash(String invitation, String number) {
        return Sha256.of(invitation + " " + number);
    }

    private static String plain(String number) {
        return number.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    }
}
