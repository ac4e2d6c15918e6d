package io.shouxin.customer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The classification of national economic activities (国民经济行业分类, GB/T 4754-2017): 20 sections and 97 divisions. */
public final class Industries {

    private static final Map<String, Industry> BY_CODE = read();

    private Industries() {
    }

    /**
     * A section (门类, one letter) or a division (大类, letter and two digits).
     *
     * @param code e.g. {@code C} or {@code C35}
     */
    public record Industry(String code, String zh, String en) {

        /** Letter of the section this stands in. */
        public String section() {
            return code.substring(0, 1);
        }
    }

    /** All sections and divisions in the order of the standard. */
    public static List<Industry> all() {
        return List.copyOf(BY_CODE.values());
    }

    /** @param code as typed: {@code C35}, {@code c35} or {@code 35}; empty when the standard has no such section or division */
    public static Optional<Industry> find(String code) {
        String wanted = Normalizer.normalize(code == null ? "" : code, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        if (wanted.matches("[0-9]{2}")) {
            return BY_CODE.values().stream().filter(industry -> industry.code().endsWith(wanted)).findFirst();
        }
        return Optional.ofNullable(BY_CODE.get(wanted));
    }

    private static Map<String, Industry> read() {
        Map<String, Industry> found = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Industries.class.getResourceAsStream("/customer/industries.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] parts = line.split("\\|");
                    found.put(parts[0], new Industry(parts[0], parts[1], parts[2]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
