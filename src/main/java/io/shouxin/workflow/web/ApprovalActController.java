package io.shouxin.workflow.web;

import io.shouxin.approval.AbsenceDesk;
import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.HandOverDesk;
import io.shouxin.approval.Verb;
import io.shouxin.document.DocumentDesk;
import io.shouxin.identity.Access;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.Wording;
import io.shouxin.workflow.approval.ApprovalActs;
import io.shouxin.workflow.approval.CommitteeMinutes;
import io.shouxin.workflow.approval.CustomerDocuments;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the reader may do with an approval case now, and doing it. */
@RestController
@RequestMapping({"/api/v1/approval-cases", "/camunda/api/shouxin/v1/approval-cases"})
@Tag(name = "Approval")
class ApprovalActController {

    private final Access access;
    private final ApprovalDesk approvals;
    private final ApprovalActs acts;
    private final HandOverDesk handOvers;
    private final AbsenceDesk absences;
    private final CommitteeMinutes minutes;
    private final DocumentDesk documents;
    private final CustomerDocuments customers;
    private final People people;
    private final Wording wording;

    ApprovalActController(Access access, ApprovalDesk approvals, ApprovalActs acts, HandOverDesk handOvers, AbsenceDesk absences,
            CommitteeMinutes minutes, DocumentDesk documents, CustomerDocuments customers, People people, Wording wording) {
        this.access = access;
        this.approvals = approvals;
        this.acts = acts;
        this.handOvers = handOvers;
        this.absences = absences;
        this.minutes = minutes;
        this.documents = documents;
        this.customers = customers;
        this.people = people;
        this.wording = wording;
    }

    @Operation(summary = "What you may do with an approval case now, and why not what you may not")
    @GetMapping("/{id}/acts")
    Choice choice(@PathVariable String id, Locale language) {
        ApprovalCaseView view = visible(id);
        Person officer = access.officerOfCase(view.subjectId());
        List<Choice.Offered> offered = Arrays.stream(Verb.values()).filter(verb -> verb.compareTo(Verb.URGE) <= 0)
                .map(verb -> approvals.refusal(view.id(), verb, officer.id())
                        .map(refusal -> new Choice.Offered(verb, false, refusal.code(), wording.of(refusal, language), wording.help(refusal, language)))
                        .orElseGet(() -> new Choice.Offered(verb, true, null, null, null))).toList();
        List<Choice.Named> signers = people.all().stream()
                .filter(person -> person.isOfficer() && !person.is(Role.AUDITOR) && !person.is(Role.ADMINISTRATOR) && !person.id().equals(officer.id()))
                .filter(person -> approvals.maySign(view, person.id())).map(person -> new Choice.Named(person.id().value(), person.displayName())).toList();
        return new Choice(offered, handOvers.colleagues(view.id(), officer.id()).stream().map(this::named).toList(), signers,
                absences.principalsOf(officer.id()).stream().map(principal -> named(principal.value())).toList(),
                minutes.of(view).stream().map(document -> document.id().value()).toList(), documents.askable(view.subjectId()),
                customers.obstacle(view).map(refusal -> wording.of(refusal, language) + wording.help(refusal, language)).orElse(null));
    }

    @Operation(summary = "Do something with an approval case: decide, return, ask for documents, add signers, hand over, take back, urge …")
    @PostMapping("/{id}/acts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void act(@PathVariable String id, @RequestBody ApprovalActs.Act act) {
        ApprovalCaseView view = visible(id);
        acts.act(view, act, access.officerOfCase(view.subjectId()).id());
    }

    private ApprovalCaseView visible(String id) {
        access.officer();
        try {
            return approvals.find(new ApprovalCaseId(id)).orElseThrow(Access.NotVisible::new);
        } catch (IllegalArgumentException noNumber) {
            throw new Access.NotVisible();
        }
    }

    private Choice.Named named(String login) {
        return new Choice.Named(login, people.names(Set.of(login)).getOrDefault(login, login));
    }

    /**
     * What the reader may do.
     *
     * @param colleagues whom he may hand his task to
     * @param signers    whom he may add as signers
     * @param principals for whom he acts today
     * @param minutes    numbers of the committee's minutes
     * @param documents  kinds of documents the customer may be asked for
     * @param customerNotAsked why the customer can't be asked for documents here; null when he can
     */
    record Choice(List<Offered> acts, List<Named> colleagues, List<Named> signers, List<Named> principals, List<String> minutes,
                  List<String> documents, String customerNotAsked) {

        /** One act; where it is not allowed, the refusal says why and who can help. */
        record Offered(Verb act, boolean allowed, String code, String message, String help) {
        }

        /** An officer. */
        record Named(String login, String name) {
        }
    }
}
