package io.shouxin.approval.web;

import io.shouxin.approval.Absence;
import io.shouxin.approval.AbsenceDesk;
import io.shouxin.identity.Access;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The absence calendar of approvers: who is away and who acts for him. */
@RestController
@RequestMapping({"/api/v1/absences", "/camunda/api/shouxin/v1/absences"})
class AbsenceController {

    private static final Set<Role> APPROVERS = Set.of(Role.CREDIT_MANAGER, Role.SENIOR_CREDIT_MANAGER, Role.RISK_DIRECTOR, Role.COMMITTEE_MEMBER);

    private final AbsenceDesk desk;
    private final Access access;
    private final People people;

    AbsenceController(AbsenceDesk desk, Access access, People people) {
        this.desk = desk;
        this.access = access;
        this.people = people;
    }

    @GetMapping
    List<AbsenceResource> open() {
        access.officer();
        return desk.open().stream().map(this::resource).toList();
    }

    /** Approvers who may be away or act for somebody, and whether the reader enters absences of others. */
    @GetMapping("/choice")
    AbsenceChoice choice() {
        Person reader = access.officer();
        return new AbsenceChoice(reader.id().value(), reader.roles().stream().anyMatch(APPROVERS::contains), reader.is(Role.RISK_DIRECTOR),
                people.all().stream().filter(person -> person.roles().stream().anyMatch(APPROVERS::contains))
                        .map(person -> new Approver(person.id().value(), person.displayName(), person.roles().stream().map(Enum::name).sorted().toList()))
                        .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AbsenceResource record(@RequestBody NewAbsence entry) {
        Person actor = access.officer();
        return resource(desk.record(entry.person() == null || entry.person().isBlank() ? actor.id() : new PersonId(entry.person()),
                entry.delegate() == null || entry.delegate().isBlank() ? null : new PersonId(entry.delegate()), entry.from(), entry.to(), entry.reason(),
                actor.id()).orElseThrow());
    }

    @PostMapping("/{id}/end")
    AbsenceResource end(@PathVariable String id) {
        return resource(desk.end(id, access.officer().id()).orElseThrow());
    }

    private AbsenceResource resource(Absence absence) {
        return new AbsenceResource(absence.id(), absence.person().value(), name(absence.person()), absence.delegate().value(), name(absence.delegate()),
                absence.from(), absence.to(), absence.reason(), absence.recordedBy().value(), absence.endedOn().orElse(null));
    }

    private String name(PersonId login) {
        return people.names(Set.of(login.value())).getOrDefault(login.value(), login.value());
    }

    /** @param person who is away; oneself if left out */
    record NewAbsence(String person, String delegate, LocalDate from, LocalDate to, String reason) {
    }

    record AbsenceResource(String id, String person, String personName, String delegate, String delegateName, LocalDate from, LocalDate to,
                           String reason, String recordedBy, LocalDate endedOn) {
    }

    record AbsenceChoice(String self, boolean approver, boolean forOthers, List<Approver> approvers) {
    }

    record Approver(String login, String name, List<String> roles) {
    }
}
