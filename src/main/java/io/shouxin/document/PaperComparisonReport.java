package io.shouxin.document;

import java.util.List;

/**
 * How a returned paper compares with what was sent out, page by page (手签件比对).
 *
 * @param lines one per page
 */
public record PaperComparisonReport(List<Page> lines) {

    public PaperComparisonReport {
        lines = List.copyOf(lines);
    }

    /** The page least alike, 0 to 100. */
    public int leastAlike() {
        return lines.stream().mapToInt(Page::alike).min().orElse(0);
    }

    /** By what a page was compared. */
    public enum Basis {
        /** The letters of the file. */
        TEXT,
        /** Where the page is dark. */
        IMAGE
    }

    /**
     * @param number from 1
     * @param alike  0 to 100; 100 by {@link Basis#TEXT} says that the letters are the same
     */
    public record Page(int number, Basis basis, int alike) {
    }
}
