package io.shouxin.adjustment;

import java.time.LocalDate;

/**
 * Command: enter a market signal.
 *
 * @param industry section or division of GB/T 4754-2017, e.g. {@code C} or {@code C34}; null for every industry
 * @param region   part of the customer's registered region, e.g. {@code 上海}; null for every region; industry and region are not both null
 * @param text     what happened, 10 to 2,000 characters
 * @param day      when; not in the future
 * @param source   who says so, at most 200 characters
 */
public record RecordSignal(String industry, String region, MarketDirection direction, String text, LocalDate day, String source) {
}
