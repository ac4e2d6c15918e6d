package io.shouxin.workflow.room;

import io.shouxin.creditroom.RoomDesk;
import io.shouxin.creditroom.RoomInvitation;
import io.shouxin.creditroom.Surveys;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.kernel.Sha256;
import io.shouxin.kernel.Wording;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the customer does in the credit room. */
@RestController
@RequestMapping("/room/api")
class RoomController {

    private static final Duration LONGEST_SESSION = Duration.ofHours(12);

    private final RoomDesk rooms;
    private final RoomTasks tasks;
    private final RoomWaiting waiting;
    private final Surveys surveys;
    private final ApplicationDesk applications;
    private final CustomerRegister customers;
    private final People people;
    private final Wording wording;

    RoomController(RoomDesk rooms, RoomTasks tasks, RoomWaiting waiting, Surveys surveys, ApplicationDesk applications, CustomerRegister customers,
            People people, Wording wording) {
        this.rooms = rooms;
        this.tasks = tasks;
        this.waiting = waiting;
        this.surveys = surveys;
        this.applications = applications;
        this.customers = customers;
        this.people = people;
        this.wording = wording;
    }

    /** Takes the link in. A POST, so that a scanner that opens every link in a mail does not use it up. */
    @PostMapping("/entry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enter(@RequestBody Entry entry, HttpServletRequest request, HttpServletResponse response) {
        setCookie(rooms.redeem(entry.link(), request.getRemoteAddr()).orElseThrow(), LONGEST_SESSION, request, response);
    }

    /** Sends a fresh link to the address the invitation went to; the answer is the same whether there is one or not. */
    @PostMapping("/fresh-link")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void freshLink(@RequestBody Entry entry, HttpServletRequest request) {
        String asked = entry.link() == null ? "" : entry.link();
        int dot = asked.indexOf('.');
        rooms.freshLink(dot < 0 ? asked : asked.substring(0, dot), request.getRemoteAddr()).orElseThrow();
    }

    @PostMapping("/exit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(HttpServletRequest request, HttpServletResponse response) {
        RoomDoor.session(request).ifPresent(rooms::leave);
        setCookie("", Duration.ZERO, request, response);
    }

    @GetMapping("/room")
    Room room(@RequestAttribute(RoomDoor.VISITOR) RoomInvitation visitor, Locale language) {
        ApplicationView application = applications.find(visitor.application()).orElseThrow();
        Person person = people.find(visitor.person()).orElseThrow();
        String policy = wording.of("room.policy", language);
        boolean decided = !application.status().isOpen();
        return new Room(visitor.application().value(), customers.find(visitor.customer()).map(CustomerView::name).orElse(""), person.displayName(),
                application.status().name(), wording.of("applicationStatus." + application.status(), language), visitor.endsOn(),
                visitor.policyAcceptedAt().orElse(null), policy, Sha256.of(policy), waiting.of(visitor, language), decided, surveys.isAnswered(visitor),
                application.closingReasons().stream().map(code -> wording.of("reason." + code, language)).toList(),
                application.letter().map(DocumentId::value).orElse(null));
    }

    @PostMapping("/policy-acceptance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void acceptPolicy(@RequestAttribute(RoomDoor.VISITOR) RoomInvitation visitor, @RequestBody Acceptance acceptance, Locale language) {
        if (!acceptance.accepted() || !Sha256.of(wording.of("room.policy", language)).equals(acceptance.policyHash())) {
            throw new RefusedException(Refusal.of("ROOM_POLICY_NOT_ACCEPTED").at("accepted"));
        }
        rooms.acceptPolicy(visitor, acceptance.policyHash());
    }

    /** @param form the same fields the task's form has in Tasklist */
    @PostMapping("/tasks/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void submit(@RequestAttribute(RoomDoor.VISITOR) RoomInvitation visitor, @PathVariable String key, @RequestBody String form) {
        if (visitor.policyAcceptedAt().isEmpty()) {
            throw new RefusedException(Refusal.of("ROOM_POLICY_FIRST"));
        }
        try {
            tasks.submit(visitor, key, form);
        } catch (RuntimeException failed) {
            RefusedException refused = refusalIn(failed);
            rooms.noteRefusal(visitor, key.substring(0, Math.min(60, key.length())), refused.refusals().get(0).code());
            throw refused;
        }
    }

    @PostMapping("/survey")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answerSurvey(@RequestAttribute(RoomDoor.VISITOR) RoomInvitation visitor, @RequestBody Surveys.Answer answer) {
        ApplicationView application = applications.find(visitor.application()).orElseThrow();
        Outcome<Surveys.Answer> kept = application.status().isOpen() ? Outcome.refused(Refusal.of("SURVEY_TOO_EARLY"))
                : surveys.answer(visitor, answer, application.status().name());
        kept.orElseThrow();
    }

    private static RefusedException refusalIn(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                return refused;
            }
        }
        throw failed;
    }

    private static void setCookie(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(RoomDoor.COOKIE, value).httpOnly(true).secure(request.isSecure())
                .sameSite("Strict").path("/room").maxAge(age).build().toString());
    }

    /** @param link what stands behind the {@code #} of the address in the e-mail */
    record Entry(String link) {
    }

    /** @param policyHash of the text as shown */
    record Acceptance(boolean accepted, String policyHash) {
    }

    /** @param waiting whom the case waits for, and what for
     *  @param decided nothing more is to be decided: the survey is open */
    record Room(String applicationId, String customerName, String personName, String status, String statusLabel, LocalDate endsOn,
                Instant policyAcceptedAt, String policy, String policyHash, List<RoomWaiting.Turn> waiting, boolean decided, boolean surveyAnswered,
                List<String> reasons, String letterId) {
    }
}
