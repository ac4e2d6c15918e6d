package io.shouxin.workflow.room;

import io.shouxin.contract.AgreementView;
import io.shouxin.contract.ContractPaperView;
import io.shouxin.contract.SigningDesk;
import io.shouxin.creditroom.RoomDesk;
import io.shouxin.creditroom.RoomInvitation;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.notification.MessagePreference;
import io.shouxin.notification.MessagePreferences;
import io.shouxin.origination.ApplicantDesk;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationView;
import io.shouxin.workflow.engine.OwnAuthority;
import io.shouxin.workflow.engine.RouteVariables;
import io.shouxin.workflow.people.LoginAccounts;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites a customer into the credit room of his application. Where an officer applied in his stead, a person of the customer's is
 * entered for him, without a password, and what waits for the customer is handed over to that person.
 */
@Service
@Transactional
public class RoomHosting {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_IDENTIFIER = 40;

    private final ApplicationDesk applications;
    private final ApplicantDesk applicants;
    private final RoomDesk rooms;
    private final SigningDesk signing;
    private final People people;
    private final LoginAccounts accounts;
    private final MessagePreferences preferences;
    private final BusinessNumbers numbers;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final OwnAuthority ownAuthority;

    RoomHosting(ApplicationDesk applications, ApplicantDesk applicants, RoomDesk rooms, SigningDesk signing, People people, LoginAccounts accounts, MessagePreferences preferences,
            BusinessNumbers numbers, RuntimeService runtime, TaskService tasks, OwnAuthority ownAuthority) {
        this.applications = applications;
        this.applicants = applicants;
        this.rooms = rooms;
        this.signing = signing;
        this.people = people;
        this.accounts = accounts;
        this.preferences = preferences;
        this.numbers = numbers;
        this.runtime = runtime;
        this.tasks = tasks;
        this.ownAuthority = ownAuthority;
    }

    /**
     * @param name    of the customer's person; not needed where he has a login of his own
     * @param address where the link goes; may be left out where he has given one himself
     * @return the invitation, or {@code APPLICATION_UNKNOWN, ROOM_CONTACT_NAME_MISSING, MAIL_ADDRESS_MALFORMED, ROOM_CONTACT_HAS_ADDRESS, MAIL_OFF}
     */
    public Outcome<RoomInvitation> invite(ApplicationId id, String name, String address, Locale language, PersonId actor) {
        Optional<ApplicationView> found = applications.find(id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("APPLICATION_UNKNOWN").with("applicationId", id));
        }
        ApplicationView application = found.get();
        Optional<Person> own = people.find(application.applicant()).filter(person -> person.is(Role.APPLICANT));
        if (own.isEmpty() && (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME)) {
            return Outcome.refused(Refusal.of("ROOM_CONTACT_NAME_MISSING").at("name").with("most", LONGEST_NAME));
        }
        PersonId person = own.map(Person::id).orElseGet(this::guest);
        Optional<String> known = preferences.of(person).address();
        String given = address == null ? "" : address.strip();
        boolean guest = RoomDesk.isGuest(person);
        if (known.isPresent() && !guest && !given.isEmpty() && !given.equals(known.get())) {
            return Outcome.refused(Refusal.of("ROOM_CONTACT_HAS_ADDRESS").at("address"));
        }
        if (given.isEmpty() && known.isEmpty()) {
            return Outcome.refused(Refusal.of("MAIL_ADDRESS_MALFORMED").at("address"));
        }
        return (given.isEmpty() || given.equals(known.orElse("")) ? Outcome.done(preferences.of(person))
                : preferences.choose(new MessagePreference(person, Optional.of(given), language, Set.of()))).then(reachable -> {
                    if (own.isEmpty()) {
                        enter(person, name.strip(), application, actor);
                    }
                    Outcome<RoomInvitation> invited = rooms.invite(id, application.customerId(), person, actor);
                    invited.orElseThrow();
                    return invited;
                });
    }

    /**
     * Invites somebody who gives security to sign his paper in a room of his own.
     *
     * @param paper      number of a guarantee, mortgage or pledge contract of the agreement under way
     * @param identifier number of his identity paper; may be left out
     * @return the invitation, or {@code PAPER_UNKNOWN, ALREADY_SIGNED, ROOM_CONTACT_NAME_MISSING, ROOM_IDENTIFIER_TOO_LONG,
     *         MAIL_ADDRESS_MALFORMED, MAIL_OFF}
     */
    public Outcome<RoomInvitation> inviteGuarantor(ApplicationId id, String paper, String name, String address, String identifier, Locale language,
            PersonId actor) {
        Optional<AgreementView> agreement = signing.current(id);
        Optional<ContractPaperView> wanted = agreement.stream().flatMap(draft -> draft.papers().stream())
                .filter(each -> each.id().equals(paper) && each.kind().hasProvider()).findFirst();
        if (wanted.isEmpty()) {
            return Outcome.refused(Refusal.of("PAPER_UNKNOWN").at("paper").with("paper", paper));
        }
        if (!wanted.get().waitsForProvider()) {
            return Outcome.refused(Refusal.of("ALREADY_SIGNED").at("paper").with("agreement", paper));
        }
        if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
            return Outcome.refused(Refusal.of("ROOM_CONTACT_NAME_MISSING").at("name").with("most", LONGEST_NAME));
        }
        Optional<String> number = Optional.ofNullable(identifier).map(String::strip).filter(text -> !text.isEmpty());
        if (number.filter(text -> text.length() > LONGEST_IDENTIFIER).isPresent()) {
            return Outcome.refused(Refusal.of("ROOM_IDENTIFIER_TOO_LONG").at("identifier").with("most", LONGEST_IDENTIFIER));
        }
        PersonId person = guest();
        String given = address == null || address.isBlank() ? "-" : address.strip();
        return preferences.choose(new MessagePreference(person, Optional.of(given), language, Set.of())).then(reachable -> {
            open(person, name.strip());
            Outcome<RoomInvitation> invited = rooms.inviteGuarantor(id, agreement.get().customer(), person, paper, name.strip(), number, actor);
            invited.orElseThrow();
            return invited;
        });
    }

    private PersonId guest() {
        return new PersonId("guest-" + numbers.next("GU").toLowerCase(Locale.ROOT));
    }

    /** Nobody knows the password: he comes in by his link only. */
    private void open(PersonId person, String name) {
        byte[] unknown = new byte[32];
        new SecureRandom().nextBytes(unknown);
        ownAuthority.of(() -> {
            accounts.open(person, name, Base64.getEncoder().encodeToString(unknown), Set.of(Role.APPLICANT));
            return null;
        });
    }

    /** A person of the customer's who signs in by his link only: nobody knows the password. */
    private void enter(PersonId person, String name, ApplicationView application, PersonId actor) {
        open(person, name);
        people.actFor(person, application.customerId());
        applicants.appoint(application.applicationId(), people.find(person).orElseThrow(), actor).orElseThrow();
        ownAuthority.of(() -> {
            handOver(application, person);
            return null;
        });
    }

    private void handOver(ApplicationView application, PersonId to) {
        String number = application.applicationId().value();
        List<String> instances = runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .map(instance -> instance.getProcessInstanceId()).toList();
        instances.forEach(instance -> runtime.setVariable(instance, RouteVariables.APPLICANT_ID, to.value()));
        tasks.createTaskQuery().processInstanceBusinessKey(number).taskAssignee(application.applicant().value()).list().stream()
                .filter(task -> RoomTasks.KEYS.contains(task.getTaskDefinitionKey())).forEach(task -> tasks.setAssignee(task.getId(), to.value()));
    }
}
