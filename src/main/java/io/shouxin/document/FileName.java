package io.shouxin.document;

import java.text.Normalizer;

/** Makes a file name harmless: no path, no control or bidirectional characters, at most 120 characters, never empty. */
final class FileName {

    private static final int LONGEST = 120;

    private FileName() {
    }

    static String harmless(String given) {
        String name = given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[\\p{Cntrl}\\p{Cf}\"*:<>?|%;]", "_").strip().replaceAll("^\\.+", "");
        if (name.isEmpty()) {
            return "document";
        }
        int characters = name.codePointCount(0, name.length());
        return characters <= LONGEST ? name : name.substring(name.offsetByCodePoints(0, characters - LONGEST));
    }
}
