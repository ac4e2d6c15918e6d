package io.shouxin.approval.web;

import io.shouxin.approval.AddedSigner;
import io.shouxin.approval.ApprovalAct;
import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalCourse;
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

/** Approval cases, for officers to read. What is done with them is done at the acts of a case, which belong to the process. */
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
                        List<String> madeBy, List<ConflictResource> conflicts, List<DecisionResource> decisions, CourseResource course,
                        List<String> conditions, List<HistoryResource> history, Instant openedAt, Instant closedAt) {

        static CaseResource of(ApprovalCaseView view, boolean groupView) {
            return new CaseResource(view.id().value(), view.subjectType(), view.subjectId(), view.subjectHash(),
                    view.amount().currency().getCurrencyCode(), view.amount().amount().toPlainString(),
                    groupView ? view.exposure().amount().toPlainString() : null, view.gradeCode(), view.tiers().stream().map(Enum::name).toList(),
                    view.currentTier().name(), view.status().name(), view.policyVersion(),
                    view.madeBy().stream().map(PersonId::value).sorted().toList(),
                    view.conflicts().stream().map(conflict ->
                            new ConflictResource(conflict.officer().value(), conflict.kind().name(), conflict.remark())).toList(),
                    view.decisions().stream().map(DecisionResource::of).toList(), CourseResource.of(view.course()), view.conditions(),
                    view.history().stream().map(HistoryResource::of).toList(), view.openedAt(), view.closedAt().orElse(null));
        }
    }

    record ConflictResource(String officer, String kind, String remark) {
    }

    /** @param standing false once it was taken back or the case was returned behind it */
    record DecisionResource(String tier, String officer, String principal, String verdict, String reasonCode, String comment,
                            List<String> conditions, boolean standing, Instant decidedAt) {

        static DecisionResource of(ApprovalCaseView.Decision decision) {
            return new DecisionResource(decision.tier().name(), decision.officer().value(), decision.principal().map(PersonId::value).orElse(null),
                    decision.verdict().name(), decision.reasonCode(), decision.comment(), decision.conditions(), decision.standing(),
                    decision.decidedAt());
        }
    }

    /** Whose turn it is, and by which rules the case is run. */
    record CourseResource(String turn, String addressee, List<SignerResource> signers, String documentsAsked, int returns, int mostReturns,
                          String majority, String quorum, String rulesVersion) {

        static CourseResource of(ApprovalCourse course) {
            return new CourseResource(course.turn().name(), course.addressee().map(PersonId::value).orElse(null),
                    course.signing().map(round -> round.signers().stream().map(SignerResource::of).toList()).orElse(List.of()),
                    course.documents().map(ApprovalCourse.DocumentRequest::question).orElse(null), course.returns(), course.rules().mostReturns(),
                    course.rules().majority().name(), course.rules().quorum().name(), course.rules().version());
        }
    }

    record SignerResource(String name, String state, String signedBy, String opinion, String remark) {

        static SignerResource of(AddedSigner signer) {
            return new SignerResource(signer.name(), signer.state().name(), signer.signedBy().map(PersonId::value).orElse(null),
                    signer.opinion() == null ? null : signer.opinion().name(), signer.remark());
        }
    }

    /** One line of everything that was done, in order. */
    record HistoryResource(long no, String act, String tier, String actor, String principal, String target, String reason, Instant at) {

        static HistoryResource of(ApprovalAct act) {
            return new HistoryResource(act.no(), act.verb().name(), act.tier().name(), act.actor().value(),
                    act.principal().map(PersonId::value).orElse(null), act.target(), act.reason(), act.at());
        }
    }
}
