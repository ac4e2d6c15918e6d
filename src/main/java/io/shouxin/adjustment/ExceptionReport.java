package io.shouxin.adjustment;

import io.shouxin.kernel.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * How often exceptions were made in a period (临时额度统计), both days included; by the day they were asked for.
 *
 * @param asked       asked for
 * @param cameInForce came into force
 * @param refused     not approved
 * @param endedEarly  ended by an officer
 * @param overrun     ended with room in use that could not be taken back at once
 * @param inForce     in force now, whenever they were asked for
 * @param roomOut     room given and not taken back, per currency, of all there are
 * @param repeated    accounts with more than one that came into force in the period
 */
public record ExceptionReport(LocalDate from, LocalDate to, int asked, int cameInForce, int refused, int endedEarly, int overrun,
                              int inForce, List<Money> roomOut, int repeated) {
}
