package io.shouxin.monitoring.web;

import java.time.LocalDate;
import java.util.List;

/**
 * One line of the list of covenants and conditions. Figures are decimal text; what does not apply is absent.
 *
 * @param kind      {@code FINANCIAL}, {@code INFORMATIONAL}, {@code NEGATIVE} or {@code CONDITION}
 * @param id        of the covenant; of a condition its check
 * @param testId    the test to come or under way
 * @param state     of that; {@code overdue} when its day has passed without a result
 * @param headroom  of the last result: room to the target, negative when missed
 * @param breachCase number of the open case, if there is one
 */
record CovenantLine(String id, String kind, String kindLabel, String code, String name, String asked, String formula, String schedule, String customerId,
                    String customerName, String applicationId, List<String> facilities, String testId, LocalDate periodEnd, LocalDate testOn, LocalDate graceEndsOn,
                    String state, String stateLabel, boolean overdue, String target, String unit, String lastState, String lastStateLabel, LocalDate lastPeriodEnd,
                    String lastValue, String headroom, String breachCase) {
}
