package io.shouxin.customer;

import io.shouxin.kernel.Refusal;
import java.util.List;

/** Rules for short free text in the register: stripped, printable, not over-long. Length counts characters as people do (𠮷 is one). */
final class PlainText {

    private PlainText() {
    }

    /** Without blanks around it; null when nothing is left. */
    static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Adds a refusal beside {@code field} if the text is longer than allowed or holds control characters. */
    static void check(String text, String field, int longest, List<Refusal> refusals) {
        if (text == null) {
            return;
        }
        if (text.codePointCount(0, text.length()) > longest) {
            refusals.add(Refusal.of("TEXT_TOO_LONG").at(field).with("max", longest));
        }
        if (text.codePoints().anyMatch(PlainText::isUnprintable)) {
            refusals.add(Refusal.of("TEXT_HAS_CONTROL_CHARACTERS").at(field));
        }
    }

    private static boolean isUnprintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
