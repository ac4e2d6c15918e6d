package io.shouxin.origination.web;

import io.shouxin.origination.ApplicationPage;
import io.shouxin.origination.ApplicationSummary;
import java.time.Instant;
import java.util.List;

/** A page of applications as it is sent: numbers of things as text. */
record ApplicationPageText(List<Line> items, int page, int size, long total) {

    static ApplicationPageText of(ApplicationPage page) {
        return new ApplicationPageText(page.items().stream().map(Line::of).toList(), page.page(), page.size(), page.total());
    }

    record Line(String applicationId, String customerId, String customerName, String status, String statusLabel, List<String> products,
                String amount, String currency, String grade, Instant openedAt, Instant submittedAt, String stageLabel,
                boolean mayWithdraw, String letterDocumentId) {

        static Line of(ApplicationSummary summary) {
            return new Line(summary.applicationId().value(), summary.customerId().value(), summary.customerName(), summary.status().name(),
                    summary.statusLabel(), summary.products(), summary.amount(), summary.currency(), summary.grade(), summary.openedAt(),
                    summary.submittedAt(), summary.stageLabel(), summary.mayWithdraw(), summary.letterDocumentId());
        }
    }
}
