package io.shouxin.workflow.web;

import io.shouxin.adjustment.ExceptionDesk;
import io.shouxin.adjustment.ExceptionForm;
import io.shouxin.adjustment.LimitChangeDesk;
import io.shouxin.adjustment.LimitChangeForm;
import io.shouxin.adjustment.LimitChangeView;
import io.shouxin.adjustment.TemporaryExceptionView;
import io.shouxin.kernel.ExceptionId;
import io.shouxin.kernel.LimitChangeId;
import io.shouxin.workflow.limit.LimitAdjustmentProcess;
import io.shouxin.workflow.limit.TemporaryExceptionProcess;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Starts the processes on limits for programs, by the same start form and under the same rights as Tasklist. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
class LimitCaseController {

    private final CaseStarts cases;
    private final LimitChangeDesk changes;
    private final ExceptionDesk exceptions;

    LimitCaseController(CaseStarts cases, LimitChangeDesk changes, ExceptionDesk exceptions) {
        this.cases = cases;
        this.changes = changes;
        this.exceptions = exceptions;
    }

    @PostMapping("/limit-changes")
    @ResponseStatus(HttpStatus.CREATED)
    @Tag(name = "Limit changes")
    @Operation(summary = "Propose a change of a limit; it goes to those with the authority at once")
    LimitChangeView propose(@RequestBody LimitChangeForm form) {
        return changes.find(new LimitChangeId(cases.start(LimitAdjustmentProcess.KEY, form))).orElseThrow();
    }

    @PostMapping("/temporary-exceptions")
    @ResponseStatus(HttpStatus.CREATED)
    @Tag(name = "Temporary exceptions")
    @Operation(summary = "Ask for a temporary exception; it goes to those with the authority at once")
    TemporaryExceptionView ask(@RequestBody ExceptionForm form) {
        return exceptions.find(new ExceptionId(cases.start(TemporaryExceptionProcess.KEY, form))).orElseThrow();
    }
}
