package io.shouxin.workflow.approval;

import io.shouxin.adjustment.ExceptionDesk;
import io.shouxin.adjustment.LimitChangeDesk;
import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.Bench;
import io.shouxin.approval.CaseRules;
import io.shouxin.approval.Tier;
import io.shouxin.approval.Verdict;
import io.shouxin.audit.AuditTrail;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.DocumentView;
import io.shouxin.document.LetterPrinter;
import io.shouxin.document.PaperTemplate;
import io.shouxin.document.PdfPrinter;
import io.shouxin.document.StoreDocument;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.ExceptionId;
import io.shouxin.kernel.ExceptionRenewalId;
import io.shouxin.kernel.LimitChangeId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.OverrideId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.ReviewId;
import io.shouxin.kernel.Wording;
import io.shouxin.kernel.WriteOffId;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.policyexception.ExceptionRenewalDesk;
import io.shouxin.rating.OverrideDesk;
import io.shouxin.replay.DraftApproval;
import io.shouxin.review.ReviewDesk;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workout.WriteOffDesk;
import java.text.DecimalFormat;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Minutes of the credit committee (会议纪要): who sat, who voted how on whose seat, what was resolved on which version of the proposal.
 * Printed once the vote has a result and kept with the case; a name no font of the bank can draw does not hold up the case.
 */
@Component
@Transactional
public class CommitteeMinutes {

    private final Bench bench;
    private final People people;
    private final PdfPrinter printer;
    private final DocumentDesk documents;
    private final Wording wording;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final ApplicationDesk applications;
    private final ReviewDesk reviews;
    private final OverrideDesk overrides;
    private final LimitChangeDesk changes;
    private final ExceptionDesk exceptions;
    private final DraftApproval drafts;
    private final WriteOffDesk writeOffs;
    private final ExceptionRenewalDesk renewals;
    private final PaperTemplate template = PaperTemplate.load("approval/minutes.xhtml");

    CommitteeMinutes(Bench bench, People people, PdfPrinter printer, DocumentDesk documents, Wording wording, AuditTrail audit, BusinessClock clock,
            ApplicationDesk applications, ReviewDesk reviews, OverrideDesk overrides, LimitChangeDesk changes, ExceptionDesk exceptions, DraftApproval drafts, WriteOffDesk writeOffs,
            ExceptionRenewalDesk renewals) {
        this.bench = bench;
        this.people = people;
        this.printer = printer;
        this.documents = documents;
        this.wording = wording;
        this.audit = audit;
        this.clock = clock;
        this.applications = applications;
        this.reviews = reviews;
        this.overrides = overrides;
        this.changes = changes;
        this.exceptions = exceptions;
        this.drafts = drafts;
        this.writeOffs = writeOffs;
        this.renewals = renewals;
    }

    /** @param view a case on which the committee has ended its vote; nothing is written twice */
    void write(ApprovalCaseView view) {
        if (view.standing().stream().noneMatch(decision -> decision.tier() == Tier.COMMITTEE) || !of(view).isEmpty()) {
            return;
        }
        String fileName = "会议纪要-" + view.id() + ".pdf";
        printer.print(template.fill(values(view)))
                .whenDone(pdf -> keep(view, fileName, pdf))
                .refusals().forEach(refusal -> audit.record(view.id().value(), "MINUTES_NOT_PRINTED", Route.SYSTEM, refusal.code()));
    }

    /** A policy is no customer's paper: its minutes stay with the draft. */
    private void keep(ApprovalCaseView view, String fileName, byte[] pdf) {
        if (ApprovalSubject.ofType(view.subjectType()) == ApprovalSubject.POLICY) {
            drafts.keepMinutes(view.subjectId(), fileName, pdf, Route.SYSTEM);
        } else {
            documents.store(new StoreDocument(view.id().value(), customer(view), DocumentDesk.MINUTES, fileName, pdf), Route.SYSTEM);
        }
    }

    /** The minutes of a case. */
    public List<DocumentView> of(ApprovalCaseView view) {
        return documents.of(view.id().value()).stream().filter(document -> document.kind().equals(DocumentDesk.MINUTES)).toList();
    }

    private Map<String, Object> values(ApprovalCaseView view) {
        List<ApprovalCaseView.Decision> votes = view.standing().stream().filter(decision -> decision.tier() == Tier.COMMITTEE).toList();
        Set<PersonId> heard = Bench.seatsHeard(view);
        List<PersonId> silent = bench.seats().keySet().stream().filter(member -> !heard.contains(member)).toList();
        List<PersonId> aside = view.conflicts().stream().map(ApprovalCaseView.Conflict::officer).toList();
        CaseRules rules = view.course().rules();
        Map<String, Object> values = new HashMap<>();
        values.put("number", view.id());
        values.put("date", LetterPrinter.inChinese(clock.today()));
        values.put("subject", zh("approvalSubject." + view.subjectType()));
        values.put("subjectNumber", view.subjectId());
        values.put("amount", view.amount().isZero() ? "—" : figures(view.amount()));
        values.put("exposure", view.exposure().isZero() ? "—" : figures(view.exposure()));
        values.put("grade", wording.knows("grade." + view.gradeCode()) ? zh("grade." + view.gradeCode()) : "—");
        values.put("seats", bench.seats().size());
        values.put("majority", zh("seatShare." + rules.majority()));
        values.put("quorum", zh("seatShare." + rules.quorum()));
        values.put("rules", rules.version());
        values.put("votes", votes.stream().map(vote -> Map.of("seat", name(vote.principal().orElse(vote.officer())),
                "voter", name(vote.officer()) + (vote.principal().isPresent() ? "（代）" : ""), "verdict", zh("verdict." + vote.verdict()),
                "remark", (vote.reasonCode().isEmpty() ? "" : reason(vote.reasonCode()) + "　") + vote.comment())).toList());
        values.put("absent", !silent.isEmpty());
        values.put("absentNames", names(silent));
        values.put("aside", !aside.isEmpty());
        values.put("asideNames", names(aside));
        values.put("approvals", count(votes, Verdict.APPROVE) + count(votes, Verdict.CONDITIONAL));
        values.put("against", count(votes, Verdict.DECLINE));
        values.put("abstained", count(votes, Verdict.ABSTAIN));
        values.put("result", view.isOpen() ? "未获通过" : zh("approvalStatus." + view.status()));
        values.put("vetoed", votes.stream().anyMatch(vote -> vote.verdict() == Verdict.DECLINE && bench.isChair(vote.principal().orElse(vote.officer()))));
        values.put("conditional", !view.conditions().isEmpty());
        values.put("conditions", view.conditions());
        values.put("hash", view.subjectHash());
        return values;
    }

    private CustomerId customer(ApprovalCaseView view) {
        String number = view.subjectId();
        return switch (ApprovalSubject.ofType(view.subjectType())) {
            case APPLICATION -> applications.find(new ApplicationId(number)).orElseThrow().customerId();
            case REVIEW -> reviews.find(new ReviewId(number)).orElseThrow().customerId();
            case OVERRIDE -> overrides.find(new OverrideId(number)).orElseThrow().customer();
            case LIMIT_CHANGE -> changes.find(new LimitChangeId(number)).orElseThrow().customer();
            case EXCEPTION -> exceptions.find(new ExceptionId(number)).orElseThrow().customer();
            case WRITE_OFF -> writeOffs.find(new WriteOffId(number)).orElseThrow().customer();
            case RENEWAL -> renewals.find(new ExceptionRenewalId(number)).orElseThrow().customer();
            case POLICY -> throw new IllegalArgumentException(view.id() + " is about no customer");
        };
    }

    private String names(Collection<PersonId> logins) {
        return logins.stream().map(this::name).collect(Collectors.joining("、"));
    }

    private String name(PersonId login) {
        return people.find(login).map(Person::displayName).orElse(login.value());
    }

    private String reason(String code) {
        return wording.knows("reason." + code) ? zh("reason." + code) : code;
    }

    private String zh(String key) {
        return wording.of(key, Locale.CHINESE);
    }

    private static String figures(Money money) {
        return new DecimalFormat("#,##0.00").format(money.amount());
    }

    private static long count(List<ApprovalCaseView.Decision> votes, Verdict verdict) {
        return votes.stream().filter(vote -> vote.verdict() == verdict).count();
    }
}
