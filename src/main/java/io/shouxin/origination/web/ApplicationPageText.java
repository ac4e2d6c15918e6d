package io.shouxin.origination.web;

import io.shouxin.origination.ApplicationPage;
import io.shouxin.origination.ApplicationSummary;
import java.time.Instant;
import java.util.List;

/**
 * A page of applications as it is sent: numbers of things as text.
 *
 * @param total  of all pages, counted no further than a thousand beyond this one
 * @param orMore whether there are more than {@code total}
 */
record ApplicationPageText(List<ApplicationRow> items, int page, int size, long total, boolean orMore) {

    static ApplicationPageText of(ApplicationPage page) {
        return new ApplicationPageText(page.items().stream().map(ApplicationRow::of).toList(), page.page(), page.size(), page.total(), page.orMore());
    }

    record ApplicationRow(String applicationId, String customerId, String grantingEntity, String customerName, String status, String statusLabel, List<String> products,
                List<String> productLabels, String amount, String currency, String grade, String gradeLabel, Instant openedAt, Instant submittedAt, String stageLabel,
                boolean mayWithdraw, String letterDocumentId) {

        static ApplicationRow of(ApplicationSummary summary) {
            return new ApplicationRow(summary.applicationId().value(), summary.customerId().value(), summary.entity().value(), summary.customerName(), summary.status().name(),
                    summary.statusLabel(), summary.products(), summary.productLabels(), summary.amount(), summary.currency(), summary.grade(), summary.gradeLabel(),
                    summary.openedAt(), summary.submittedAt(), summary.stageLabel(), summary.mayWithdraw(), summary.letterDocumentId());
        }
    }
}
