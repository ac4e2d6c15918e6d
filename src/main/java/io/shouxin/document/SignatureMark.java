package io.shouxin.document;

import java.time.Instant;

/**
 * How a signature stands in the PDF (签章).
 *
 * @param field      name of the signature field, its own in the file
 * @param page       from 0
 * @param left       distance from the left edge of the page, in points (1/72 inch)
 * @param top        distance from the upper edge, in points
 * @param width      in points
 * @param height     in points
 * @param appearance one page of PDF, shown in that place
 * @param name       who signs, told to whoever reads the signature
 * @param reason     why, likewise
 * @param at         when
 */
public record SignatureMark(String field, int page, int left, int top, int width, int height, byte[] appearance, String name,
                            String reason, Instant at) {
}
