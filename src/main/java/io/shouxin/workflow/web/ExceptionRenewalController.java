package io.shouxin.workflow.web;

import io.shouxin.kernel.ExceptionRenewalId;
import io.shouxin.policyexception.ExceptionRenewal;
import io.shouxin.policyexception.ExceptionRenewalDesk;
import io.shouxin.workflow.policyexception.ExceptionRenewalProcess;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Puts the renewal of a policy exception that the committee approved to its vote. */
@RestController
@RequestMapping({"/api/v1/policy-exceptions", "/camunda/api/shouxin/v1/policy-exceptions"})
@Tag(name = "Policy exceptions", description = "政策例外")
class ExceptionRenewalController {

    private final CaseStarts cases;
    private final ExceptionRenewalDesk desk;

    ExceptionRenewalController(CaseStarts cases, ExceptionRenewalDesk desk) {
        this.cases = cases;
        this.desk = desk;
    }

    @PostMapping("/{id}/renewal-request")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask for the committee's vote on letting a policy exception it approved hold on until a later day")
    ExceptionRenewal ask(@PathVariable String id, @RequestBody Wish wish) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("exceptionId", id);
        form.put("until", wish.until() == null ? null : wish.until().toString());
        form.put("reason", wish.reason());
        return desk.find(new ExceptionRenewalId(cases.start(ExceptionRenewalProcess.KEY, form))).orElseThrow();
    }

    /** A new last day, and why. */
    record Wish(LocalDate until, String reason) {
    }
}
