package io.shouxin.adjustment;

import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.SignalId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A market signal (市场信号) as the bank sees it.
 *
 * @param industry empty for every industry
 * @param region   empty for every region
 * @param day      when it happened
 */
public record MarketSignalView(SignalId id, Optional<String> industry, Optional<String> region, MarketDirection direction, String text,
                               LocalDate day, String source, PersonId recordedBy, Instant recordedAt) {
}
