package io.shouxin.customer.identifier;

import io.shouxin.kernel.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Checks resident identity numbers (居民身份证号码), GB 11643-1999: 18 characters with date of birth and check character. */
public final class ResidentId {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    private ResidentId() {
    }

    /** @param number normalised; answers why it is not a valid number, empty when it is */
    public static Optional<Refusal> flawOf(String number, LocalDate today) {
        if (!number.matches("[1-9][0-9]{16}[0-9X]")) {
            return Optional.of(Refusal.of("RESIDENT_ID_FORM"));
        }
        Optional<LocalDate> birth = birthDateOf(number);
        if (birth.isEmpty() || birth.get().isAfter(today) || birth.get().isBefore(EARLIEST_BIRTH)) {
            return Optional.of(Refusal.of("RESIDENT_ID_BIRTH_DATE"));
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return number.charAt(17) == CHECK_CHARACTERS.charAt(sum % 11)
                ? Optional.empty() : Optional.of(Refusal.of("RESIDENT_ID_CHECK_DIGIT"));
    }

    /** Characters 7 to 14 as a date; empty when there is no such day. */
    public static Optional<LocalDate> birthDateOf(String number) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(number.substring(6, 10)), Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
