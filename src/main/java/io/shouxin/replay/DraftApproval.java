package io.shouxin.replay;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.ApprovalStatus;
import io.shouxin.approval.OpenApproval;
import io.shouxin.approval.PathForecast;
import io.shouxin.audit.AuditTrail;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Sha256;
import io.shouxin.notification.MessageDesk;
import io.shouxin.policy.PublishPolicy;
import io.shouxin.policy.PublishingDesk;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a submitted draft (政策草案审批): it is an approval case like any other, whose tiers policy {@code publication-authority}
 * names by the kind of policy. What the approval desk's own record says is done here: published, given back to its author, or refused.
 */
@Service
@Transactional
public class DraftApproval {

    /** What it is in the approval desk's terms. */
    public static final String SUBJECT = "policy-publication";
    /** Table that names the tiers by kind of policy. */
    public static final String POLICY = "publication-authority";
    /** A policy is no customer's: it has no grade. */
    public static final String NO_GRADE = "NONE";

    private static final int LONGEST_REMARK = 500;

    private final PolicyDrafts drafts;
    private final ApprovalDesk approvals;
    private final PathForecast forecasts;
    private final PublishingDesk publishing;
    private final AuditTrail audit;
    private final MessageDesk messages;
    private final BusinessClock clock;

    DraftApproval(PolicyDrafts drafts, ApprovalDesk approvals, PathForecast forecasts, PublishingDesk publishing, AuditTrail audit, MessageDesk messages,
                  BusinessClock clock) {
        this.drafts = drafts;
        this.approvals = approvals;
        this.forecasts = forecasts;
        this.publishing = publishing;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    /** The submitted draft as an approval case: bound to its file, day and replay; neither author nor submitter decides. */
    @Transactional(readOnly = true)
    public OpenApproval asCase(String id) {
        PolicyDraft draft = drafts.find(id).orElseThrow();
        Money nothing = Money.zero(Money.CNY);
        return new OpenApproval(SUBJECT, id, draft.proposalHash(), nothing, nothing, NO_GRADE, BigDecimal.ZERO, false,
                Set.copyOf(List.of(draft.author(), draft.submittedBy().orElse(draft.author()))), clock.today(),
                new OpenApproval.Authority(POLICY, Map.of("policy", draft.policy())));
    }

    /** Which way the draft would go if it were submitted now, and who may act. */
    @Transactional(readOnly = true)
    public Outcome<PathForecast.Path> forecast(String id) {
        return drafts.find(id).isEmpty() ? Outcome.refused(unknown(id)) : Outcome.done(forecasts.of(asCase(id)));
    }

    /** What stands against approving it now: version or day are taken, or the day has come meanwhile. */
    @Transactional(readOnly = true)
    public List<Refusal> obstacles(String id) {
        return drafts.find(id).map(draft -> publishing.obstacles(draft.policy(), draft.version(), draft.effectiveFrom().orElse(null)))
                .orElseGet(() -> List.of(unknown(id)));
    }

    /**
     * Publishes what the approval desk has approved, or gives it back to its author if version or day are no longer free. Repeatable.
     *
     * @return the draft, {@code PUBLISHED} or {@code RETURNED}
     */
    public Outcome<PolicyDraft> publish(String id) {
        return decided(id, ApprovalStatus.APPROVED, draft -> {
            if (draft.status() != DraftStatus.SUBMITTED) {
                return Outcome.done(draft);
            }
            ApprovalCaseView approval = newest(draft).orElseThrow();
            ApprovalCaseView.Decision last = approval.standing().stream().filter(decision -> decision.verdict().approves())
                    .reduce((earlier, later) -> later).orElseThrow();
            List<Refusal> misfits = publishing.obstacles(draft.policy(), draft.version(), draft.effectiveFrom().orElseThrow());
            if (!misfits.isEmpty()) {
                return returned(draft, null, String.join(", ", misfits.stream().map(Refusal::code).toList()));
            }
            return moved(draft, DraftStatus.APPROVED, last.officer(), last.comment()).then(approved -> publishing.publish(new PublishPolicy(
                    draft.policy(), draft.version(), draft.effectiveFrom().orElseThrow(), drafts.file(id), draft.source(), id,
                    draft.replay().orElseThrow(), draft.author()), last.officer()).then(version -> {
                        drafts.move(approved, DraftStatus.PUBLISHED);
                        audit.record(id, "POLICY_PUBLISHED", last.officer(), version.key() + " " + version.version() + " " + version.effectiveFrom()
                                + " " + version.sha256() + " " + draft.replay().orElseThrow() + " " + approval.id());
                        messages.send(draft.author(), id + "/published", id, "POLICY_PUBLISHED");
                        return Outcome.done(drafts.find(id).orElseThrow());
                    }));
        });
    }

    /** The approval was declined: the draft ends here. Repeatable. */
    public Outcome<PolicyDraft> refuse(String id) {
        return decided(id, ApprovalStatus.DECLINED, draft -> {
            if (draft.status() != DraftStatus.SUBMITTED) {
                return Outcome.done(draft);
            }
            Optional<ApprovalCaseView.Decision> last = last(draft);
            return moved(draft, DraftStatus.REFUSED, last.map(ApprovalCaseView.Decision::officer).orElse(null),
                    last.map(ApprovalCaseView.Decision::comment).orElse(""))
                    .whenDone(refused -> messages.send(draft.author(), id + "/refused", id, "POLICY_DRAFT_REFUSED"));
        });
    }

    /** An approver returned it, or its author took it back before anybody had acted: he works on it again. Repeatable. */
    public Outcome<PolicyDraft> giveBack(String id) {
        return decided(id, ApprovalStatus.RETURNED, draft -> {
            if (draft.status() != DraftStatus.SUBMITTED) {
                return Outcome.done(draft);
            }
            Optional<ApprovalCaseView.Decision> last = last(draft);
            return returned(draft, last.map(ApprovalCaseView.Decision::officer).orElse(null), last.map(ApprovalCaseView.Decision::comment).orElse(""));
        });
    }

    /** Keeps the minutes of the committee with the draft; once. */
    public void keepMinutes(String id, String fileName, byte[] pdf, PersonId by) {
        PolicyDraft draft = drafts.find(id).orElseThrow();
        if (draft.attachments().stream().noneMatch(kept -> kept.fileName().equals(fileName))) {
            drafts.attach(id, new PolicyDraft.Attachment(draft.attachments().size() + 1, fileName, Sha256.of(pdf), pdf.length, by, now()), pdf);
            audit.record(id, "POLICY_DRAFT_ATTACHED", by, fileName);
        }
    }

    private Outcome<PolicyDraft> returned(PolicyDraft draft, PersonId by, String remark) {
        return moved(draft, DraftStatus.RETURNED, by, remark).whenDone(back -> messages.send(draft.author(),
                draft.draftId() + "/returned/" + draft.revision() + "/" + now(), draft.draftId(), "POLICY_DRAFT_RETURNED"));
    }

    private Outcome<PolicyDraft> moved(PolicyDraft draft, DraftStatus to, PersonId by, String remark) {
        String kept = remark.length() > LONGEST_REMARK ? remark.substring(0, LONGEST_REMARK) : remark;
        if (!drafts.decide(draft, to, kept, by, now())) {
            return Outcome.refused(Refusal.of("CHANGED_MEANWHILE"));
        }
        audit.record(draft.draftId(), "POLICY_DRAFT_" + to, by == null ? ApprovalDesk.SYSTEM : by, kept);
        return Outcome.done(drafts.find(draft.draftId()).orElseThrow());
    }

    /** Only where the approval desk's newest record about exactly this proposal says so; a token moved by hand brings nothing about. */
    private Outcome<PolicyDraft> decided(String id, ApprovalStatus expected, Function<PolicyDraft, Outcome<PolicyDraft>> act) {
        Optional<PolicyDraft> found = drafts.find(id);
        if (found.isEmpty()) {
            return Outcome.refused(unknown(id));
        }
        boolean says = newest(found.get()).filter(approval -> approval.status() == expected).isPresent();
        return says ? act.apply(found.get()) : Outcome.refused(Refusal.of("DRAFT_NOT_AT_THIS_STAGE").with("draft", id)
                .with("status", "draftStatus." + found.get().status()));
    }

    private Optional<ApprovalCaseView> newest(PolicyDraft draft) {
        return approvals.history(SUBJECT, draft.draftId()).stream().filter(approval -> approval.subjectHash().equals(draft.proposalHash()))
                .reduce((earlier, later) -> later);
    }

    private Optional<ApprovalCaseView.Decision> last(PolicyDraft draft) {
        return newest(draft).flatMap(approval -> approval.standing().stream().reduce((earlier, later) -> later));
    }

    private static Refusal unknown(String id) {
        return Refusal.of("DRAFT_UNKNOWN").at("draftId").with("draft", id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
