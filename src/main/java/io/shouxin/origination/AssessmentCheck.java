package io.shouxin.origination;

import io.shouxin.identity.GrantingEntities;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.rating.Assessment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether somebody may assess an application, and whether what he says is complete. */
@Component
class AssessmentCheck {

    private static final int LONGEST_OPINION = 4000;

    private final People people;
    private final GrantingEntities entities;
    private final BusinessClock clock;

    AssessmentCheck(People people, GrantingEntities entities, BusinessClock clock) {
        this.people = people;
        this.entities = entities;
        this.clock = clock;
    }

    /** All that is wrong, each at its field. */
    List<Refusal> refusals(CreditApplication application, Assessment assessment, AssessmentVerdict verdict, String opinion, PersonId actor) {
        List<Refusal> refusals = new ArrayList<>();
        Optional<Person> person = people.find(actor);
        if (person.filter(found -> found.is(Role.ANALYST)).isEmpty()) {
            refusals.add(Refusal.of("NOT_AN_ANALYST"));
        }
        if (person.filter(found -> !entities.worksFor(found, application.entity())).isPresent()) {
            refusals.add(Refusal.of("CASE_OF_OTHER_ENTITY").with("entity", application.entity()));
        }
        if (actor.equals(application.openedBy()) || actor.equals(application.applicant())) {
            refusals.add(Refusal.of("OWN_APPLICATION"));
        }
        if (verdict == null) {
            refusals.add(Refusal.of("FIELD_REQUIRED").at("verdict"));
        }
        if (verdict == AssessmentVerdict.QUALIFIED && assessment == null) {
            refusals.add(Refusal.of("FIELD_REQUIRED").at("assessment"));
        }
        if (assessment != null) {
            refusals.addAll(assessment.refusals("assessment", clock.today()));
        }
        if (opinion == null || opinion.strip().length() < 2) {
            refusals.add(Refusal.of("FIELD_REQUIRED").at("opinion"));
        } else if (opinion.length() > LONGEST_OPINION) {
            refusals.add(Refusal.of("TEXT_TOO_LONG").at("opinion").with("max", LONGEST_OPINION));
        }
        return refusals;
    }
}
