package io.shouxin.workflow.room;

import io.shouxin.creditroom.RoomDesk;
import io.shouxin.creditroom.RoomGuarantee;
import io.shouxin.creditroom.RoomInvitation;
import io.shouxin.creditroom.Surveys;
import io.shouxin.identity.Access;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.Wording;
import io.shouxin.origination.ApplicationDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Credit rooms as the bank's people see them: inviting, closing, and what customers say. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
@Tag(name = "Credit room", description = "授信协商室: the customer's way into his application, by a link that lets in once")
class RoomInvitationController {

    private final RoomHosting hosting;
    private final RoomDesk rooms;
    private final Surveys surveys;
    private final ApplicationDesk applications;
    private final People people;
    private final Access access;
    private final Wording wording;

    RoomInvitationController(RoomHosting hosting, RoomDesk rooms, Surveys surveys, ApplicationDesk applications, People people, Access access,
            Wording wording) {
        this.hosting = hosting;
        this.rooms = rooms;
        this.surveys = surveys;
        this.applications = applications;
        this.people = people;
        this.access = access;
        this.wording = wording;
    }

    @Operation(summary = "Invitations into an application's credit room, newest first")
    @GetMapping("/applications/{id}/room-invitations")
    List<InvitationAnswer> invitations(@PathVariable String id) {
        officer(id);
        return rooms.of(new ApplicationId(id)).stream().map(this::answer).toList();
    }

    @Operation(summary = "Invite the customer into the credit room: his person's name where he has no login, and where the link goes; "
            + "or, with the number of a paper, whoever gives that security, to sign it")
    @PostMapping("/applications/{id}/room-invitations")
    @ResponseStatus(HttpStatus.CREATED)
    InvitationAnswer invite(@PathVariable String id, @RequestBody InvitationEntry entry) {
        Person officer = officer(id);
        Locale language = Locale.forLanguageTag("en".equals(entry.language()) ? "en" : "zh");
        ApplicationId application = new ApplicationId(id);
        return answer((entry.paper() == null || entry.paper().isBlank()
                ? hosting.invite(application, entry.name(), entry.address(), language, officer.id())
                : hosting.inviteGuarantor(application, entry.paper(), entry.name(), entry.address(), entry.identifier(), language, officer.id())).orElseThrow());
    }

    @Operation(summary = "Close an application's credit room: no link lets in any more, and who is inside is outside")
    @DeleteMapping("/applications/{id}/room-invitations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable String id) {
        rooms.revoke(new ApplicationId(id), officer(id).id());
    }

    @Operation(summary = "What customers say after the decision: averages of 1 to 5 by how it ended, and the latest remarks")
    @GetMapping("/surveys/report")
    ReportAnswer report(Locale language) {
        Person reader = access.headOffice();
        Set<Role> remarks = Set.of(Role.RELATIONSHIP_MANAGER, Role.ANALYST, Role.RISK_DIRECTOR, Role.SENIOR_CREDIT_MANAGER, Role.AUDITOR);
        Surveys.Report report = surveys.report();
        return new ReportAnswer(report.averages().stream().map(line -> new AverageAnswer(wording.of("applicationStatus." + line.outcome(), language),
                line.answers(), line.overall().toPlainString(), line.clarity().toPlainString(), line.speed().toPlainString())).toList(),
                remarks.stream().noneMatch(reader::is) ? List.of() : report.remarks());
    }

    private Person officer(String applicationId) {
        access.personIn(Role.RELATIONSHIP_MANAGER, Role.ANALYST);
        applications.find(new ApplicationId(applicationId)).orElseThrow(Access.NotVisible::new);
        return access.officerOfCase(applicationId);
    }

    private InvitationAnswer answer(RoomInvitation invitation) {
        return new InvitationAnswer(invitation.id(), people.find(invitation.person()).map(Person::displayName).orElse(""), invitation.invitedBy().value(),
                invitation.invitedAt(), invitation.endsOn(), invitation.links(), invitation.revokedAt().isPresent(), invitation.policyAcceptedAt().orElse(null),
                invitation.guarantee().map(RoomGuarantee::paper).orElse(null), invitation.guarantee().map(RoomGuarantee::identifierTail).orElse(null));
    }

    /**
     * @param language   of the e-mail, zh or en
     * @param paper      number of the guarantee, mortgage or pledge contract a guarantor is to sign; null for the customer
     * @param identifier number of the guarantor's identity paper, where known; a certificate that names another is refused
     */
    record InvitationEntry(String name, String address, String language, String paper, String identifier) {
    }

    /**
     * @param links          how often a link was asked for
     * @param paper          what a guarantor was invited to sign; null for the customer
     * @param identifierTail last characters of the number of his identity paper
     */
    record InvitationAnswer(String invitationId, String person, String invitedBy, Instant invitedAt, LocalDate endsOn, int links, boolean closed,
                            Instant policyAcceptedAt, String paper, String identifierTail) {
    }

    /** What customers say. */
    record ReportAnswer(List<AverageAnswer> averages, List<Surveys.Said> remarks) {
    }

    /** Means of scores from 1 to 5. */
    record AverageAnswer(String outcome, long answers, String overall, String clarity, String speed) {
    }
}
