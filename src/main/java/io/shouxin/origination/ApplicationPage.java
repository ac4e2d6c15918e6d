package io.shouxin.origination;

import java.util.List;

/** One page of a list of applications. @param total number of applications on all pages */
public record ApplicationPage(List<ApplicationSummary> items, int page, int size, long total) {
}
