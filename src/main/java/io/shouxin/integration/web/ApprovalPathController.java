package io.shouxin.integration.web;

import io.shouxin.identity.Access;
import io.shouxin.integration.PathForecasts;
import io.shouxin.integration.ProposalChanges;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.ApprovalCaseId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What lies before a case, and what changed since an approver last saw it. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
@Tag(name = "Approval cases")
class ApprovalPathController {

    private final ProposalChanges changes;
    private final PathForecasts forecasts;

    ApprovalPathController(ProposalChanges changes, PathForecasts forecasts) {
        this.changes = changes;
        this.forecasts = forecasts;
    }

    @Operation(summary = "What a resubmitted proposal says otherwise than the version the reader last decided on, field by field")
    @GetMapping("/approval-cases/{id}/changes")
    ProposalChanges.SinceSeen since(@PathVariable("id") String id, Locale language) {
        try {
            return changes.since(new ApprovalCaseId(id), language);
        } catch (IllegalArgumentException malformed) {
            throw new Access.NotVisible();
        }
    }

    @Operation(summary = "The tiers an application would climb if it were handed on now: why, who may act, how long it usually takes, what would shorten it")
    @GetMapping("/applications/{id}/path-forecast")
    PathForecasts.Expected forecast(@PathVariable("id") String id) {
        try {
            return forecasts.of(new ApplicationId(id));
        } catch (IllegalArgumentException malformed) {
            throw new Access.NotVisible();
        }
    }
}
