package io.shouxin.workflow.web;

import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.RefusalNotice;
import io.shouxin.kernel.Wording;
import io.shouxin.workflow.approval.BatchSignOff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Low-risk cases in a list. */
@RestController
@RequestMapping({"/api/v1/batch-sign-off", "/camunda/api/shouxin/v1/batch-sign-off"})
@Tag(name = "Deadlines")
class BatchSignOffController {

    private static final Role[] APPROVERS = {Role.CREDIT_MANAGER, Role.SENIOR_CREDIT_MANAGER, Role.RISK_DIRECTOR};

    private final BatchSignOff batch;
    private final Access access;
    private final Wording wording;
    private final RefusalNotice notice;

    BatchSignOffController(BatchSignOff batch, Access access, Wording wording, RefusalNotice notice) {
        this.batch = batch;
        this.access = access;
        this.wording = wording;
        this.notice = notice;
    }

    @Operation(summary = "What you may sign off in a list, by policy batch-sign-off")
    @GetMapping
    List<OfferedAnswer> offered(Locale language) {
        Person officer = access.personIn(APPROVERS);
        return batch.offeredTo(officer).stream().map(each -> new OfferedAnswer(each.taskId(), each.approval().subjectId(),
                wording.of("process." + each.approval().subjectType(), language), each.approval().amount().amount().toPlainString(),
                each.approval().amount().currency().getCurrencyCode(), wording.of("grade." + each.approval().gradeCode(), language),
                each.approval().openedAt(), each.approval().subjectHash())).toList();
    }

    @Operation(summary = "Approve several cases, each by itself; the answer says per case whether it was done or why not")
    @PostMapping
    List<SignedAnswer> sign(@RequestBody Batch list, Locale language) {
        Person officer = access.personIn(APPROVERS);
        return batch.sign(list.items() == null ? List.of() : list.items(), list.comment(), officer).orElseThrow().stream()
                .map(each -> new SignedAnswer(each.taskId(), each.caseNumber(), each.refusals().isEmpty(),
                        each.refusals().isEmpty() ? null : (String) notice.body(each.refusals(), language).get("code"),
                        each.refusals().isEmpty() ? null : (String) notice.body(each.refusals(), language).get("detail"))).toList();
    }

    /** @param comment the same for all */
    record Batch(List<BatchSignOff.Item> items, String comment) {
    }

    /** @param proposalHash to be sent back with the approval */
    record OfferedAnswer(String taskId, String caseNumber, String subject, String amount, String currency, String grade, Instant openedAt,
                         String proposalHash) {
    }

    /** @param code of the refusal; null when it was signed */
    record SignedAnswer(String taskId, String caseNumber, boolean signed, String code, String message) {
    }
}
