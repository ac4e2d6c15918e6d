package io.shouxin.customer.identifier;

import io.shouxin.kernel.Refusal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks unified social credit codes (统一社会信用代码): GB 32100-2015 for the eighteenth character, GB 11714-1997 for the
 * organisation code inside (characters 9 to 17).
 */
public final class UnifiedSocialCreditCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final String ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private UnifiedSocialCreditCode() {
    }

    /** Full-width characters narrowed, blanks and hyphens dropped, letters in capitals. */
    public static String normalised(String typed) {
        String narrow = Normalizer.normalize(typed == null ? "" : typed, Normalizer.Form.NFKC);
        return narrow.replaceAll("[\\s\\u00a0-]", "").toUpperCase(Locale.ROOT);
    }

    /** @param code normalised; answers why it is not a valid code, empty when it is */
    public static Optional<Refusal> flawOf(String code) {
        if (code.length() != 18) {
            return Optional.of(Refusal.of("USCC_LENGTH").with("length", code.length()));
        }
        for (int i = 0; i < 18; i++) {
            if (ALPHABET.indexOf(code.charAt(i)) < 0) {
                return Optional.of(Refusal.of("USCC_CHARACTER").with("character", code.charAt(i)).with("position", i + 1));
            }
        }
        if (!code.substring(2, 8).chars().allMatch(Character::isDigit)) {
            return Optional.of(Refusal.of("USCC_REGION"));
        }
        if (code.charAt(17) != checkCharacter(code) || code.charAt(16) != organisationCheckCharacter(code.substring(8, 16))) {
            return Optional.of(Refusal.of("USCC_CHECK_DIGIT"));
        }
        return Optional.empty();
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static char organisationCheckCharacter(String body) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += ORGANISATION_ALPHABET.indexOf(body.charAt(i)) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}
