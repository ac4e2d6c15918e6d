package io.shouxin.monitoring.web;

import java.util.List;

/**
 * One page of the list of covenants and standing conditions.
 *
 * @param total  of all pages, counted no further than a thousand beyond this one
 * @param orMore whether there are more than {@code total}
 */
record CovenantPage(List<CovenantLine> items, int page, int size, int total, boolean orMore) {
}
