package io.shouxin.origination;

import java.util.List;

/**
 * One page of a list of applications.
 *
 * @param total  number of applications on all pages, counted no further than a thousand beyond this one
 * @param orMore whether there are more than {@code total}
 */
public record ApplicationPage(List<ApplicationSummary> items, int page, int size, long total, boolean orMore) {
}
