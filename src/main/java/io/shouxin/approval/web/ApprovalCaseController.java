package io.shouxin.approval.web;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Approval cases, for officers to read. Decisions are taken by completing tasks, never here. */
@RestController
@RequestMapping({"/api/v1/approval-cases", "/camunda/api/shouxin/v1/approval-cases"})
class ApprovalCaseController {

    private final ApprovalDesk desk;
    private final Access access;

    ApprovalCaseController(ApprovalDesk desk, Access access) {
        this.desk = desk;
        this.access = access;
    }

    @GetMapping("/{id}")
    CaseResource find(@PathVariable String id) {
        access.officer();
        ApprovalCaseView found = desk.find(number(id)).orElseThrow(Access.NotVisible::new);
        Person reader = access.officerOfCase(found.subjectId());
        return CaseResource.of(found, reader.groupView());
    }

    @GetMapping
    List<CaseResource> history(@RequestParam String subjectType, @RequestParam String subjectId) {
        Person reader = access.officerOfCase(subjectId);
        return desk.history(subjectType, subjectId).stream().map(view -> CaseResource.of(view, reader.groupView())).toList();
    }

    private static ApprovalCaseId number(String id) {
        try {
            return new ApprovalCaseId(id);
        } catch (IllegalArgumentException e) {
            throw new Access.NotVisible();
        }
    }

    /** A case; amounts as decimal strings. The exposure counts all granting entities and is absent for who may not see that. */
    record CaseResource(String id, String subjectType, String subjectId, String subjectHash, String currency, String amount,
                        String exposure, String grade, List<String> tiers, String currentTier, String status, String policyVersion,
                        List<String> madeBy, List<ConflictResource> conflicts, List<DecisionResource> decisions, Instant openedAt,
                        Instant closedAt) {

        static CaseResource of(ApprovalCaseView view, boolean groupView) {
            return new CaseResource(view.id().value(), view.subjectType(), view.subjectId(), view.subjectHash(),
                    view.amount().currency().getCurrencyCode(), view.amount().amount().toPlainString(),
                    groupView ? view.exposure().amount().toPlainString() : null, view.gradeCode(), view.tiers().stream().map(Enum::name).toList(),
                    view.currentTier().name(), view.status().name(), view.policyVersion(),
                    view.madeBy().stream().map(PersonId::value).sorted().toList(),
                    view.conflicts().stream().map(conflict ->
                            new ConflictResource(conflict.officer().value(), conflict.kind().name(), conflict.remark())).toList(),
                    view.decisions().stream().map(DecisionResource::of).toList(), view.openedAt(), view.closedAt().orElse(null));
        }
    }

    record ConflictResource(String officer, String kind, String remark) {
    }

    record DecisionResource(String tier, String officer, String verdict, String reasonCode, String comment, Instant decidedAt) {

        static DecisionResource of(ApprovalCaseView.Decision decision) {
            return new DecisionResource(decision.tier().name(), decision.officer().value(), decision.verdict().name(),
                    decision.reasonCode(), decision.comment(), decision.decidedAt());
        }
    }
}
