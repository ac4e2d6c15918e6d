package io.shouxin.monitoring.web;

import java.util.List;

/**
 * One page of the list of breach cases, newest first.
 *
 * @param total  of all pages, counted no further than a thousand beyond this one
 * @param orMore whether there are more than {@code total}
 */
record BreachPage(List<BreachLine> items, int page, int size, int total, boolean orMore) {
}
