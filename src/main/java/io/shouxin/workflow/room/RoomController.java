package io.shouxin.workflow.room;

import io.shouxin.creditroom.Acceptances;
import io.shouxin.creditroom.Declaration;
import io.shouxin.creditroom.RoomDesk;
import io.shouxin.creditroom.RoomInvitation;
import io.shouxin.creditroom.Surveys;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.document.SigningKeys;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.kernel.Wording;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationView;
import io.shouxin.workflow.origination.CreditApplicationProcess;
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
    private final RoomActs acts;
    private final Acceptances acceptances;
    private final SigningKeys keys;
    private final RoomWaiting waiting;
    private final Surveys surveys;
    private final ApplicationDesk applications;
    private final CustomerRegister customers;
    private final People people;
    private final Wording wording;

    RoomController(RoomDesk rooms, RoomTasks tasks, RoomActs acts, Acceptances acceptances, SigningKeys keys, RoomWaiting waiting, Surveys surveys, ApplicationDesk applications, CustomerRegister customers,
            People people, Wording wording) {
        this.rooms = rooms;
        this.tasks = tasks;
        this.acts = acts;
        this.acceptances = acceptances;
        this.keys = keys;
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

    /** As whom he has come in. */
    @GetMapping("/visit")
    Visit visit(@RequestAttribute(RoomDoor.VISITOR) RoomInvitation visitor) {
        return new Visit(visitor.guarantee().isPresent());
    }

    @GetMapping("/room")
    Room room(@RequestAttribute(RoomDoor.VISITOR) RoomInvitation visitor, Locale language) {
        ApplicationView application = applications.find(visitor.application()).orElseThrow();
        Person person = people.find(visitor.person()).orElseThrow();
        Acceptances.Text policy = acceptances.text(Declaration.CREDIT_POLICY, language);
        Acceptances.Text report = acceptances.text(Declaration.CREDIT_REPORT, language);
        boolean decided = !application.status().isOpen();
        return new Room(visitor.application().value(), customers.find(visitor.customer()).map(CustomerView::name).orElse(""), person.displayName(),
                application.status().name(), wording.of("applicationStatus." + application.status(), language), visitor.endsOn(),
                visitor.policyAcceptedAt().orElse(null), policy.words(), policy.version(), policy.sha256(), report.words(), report.sha256(),
                acceptances.at(visitor, Declaration.CREDIT_REPORT).orElse(null), waiting.of(visitor, language), decided, surveys.isAnswered(visitor),
                application.closingReasons().stream().map(code -> wording.of("reason." + code, language)).toList(),
                application.letter().map(DocumentId::value).orElse(null), keys.certifiesHere());
    }

    @PostMapping("/policy-acceptance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void acceptPolicy(@RequestAttribute(RoomDoor.VISITOR) RoomInvitation visitor, @RequestBody Acceptance acceptance, Locale language) {
        accept(visitor, Declaration.CREDIT_POLICY, acceptance, language);
    }

    /** He authorises the bank to query his credit report for this application. */
    @PostMapping("/report-authorisation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void authoriseReport(@RequestAttribute(RoomDoor.VISITOR) RoomInvitation visitor, @RequestBody Acceptance acceptance, Locale language) {
        accept(visitor, Declaration.CREDIT_REPORT, acceptance, language);
    }

    private void accept(RoomInvitation visitor, Declaration declaration, Acceptance acceptance, Locale language) {
        if (!acceptance.accepted()) {
            throw new RefusedException(Refusal.of("ROOM_DECLARATION_NOT_ACCEPTED").at("accepted"));
        }
        acceptances.accept(visitor, declaration, acceptance.policyHash(), language).orElseThrow();
    }

    /** @param form the same fields the task's form has in Tasklist */
    @PostMapping("/tasks/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void submit(@RequestAttribute(RoomDoor.VISITOR) RoomInvitation visitor, @PathVariable String key, @RequestBody String form) {
        if (visitor.policyAcceptedAt().isEmpty()) {
            throw new RefusedException(Refusal.of("ROOM_POLICY_FIRST"));
        }
        if (key.equals(CreditApplicationProcess.USER_COMPLETE_APPLICATION) && acceptances.at(visitor, Declaration.CREDIT_REPORT).isEmpty()) {
            throw new RefusedException(Refusal.of("ROOM_AUTHORISATION_FIRST").at("creditReportAuthorised"));
        }
        acts.noting(visitor, key, () -> tasks.submit(visitor, key, form));
    }

    @PostMapping("/survey")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answerSurvey(@RequestAttribute(RoomDoor.VISITOR) RoomInvitation visitor, @RequestBody Surveys.Answer answer) {
        ApplicationView application = applications.find(visitor.application()).orElseThrow();
        Outcome<Surveys.Answer> kept = application.status().isOpen() ? Outcome.refused(Refusal.of("SURVEY_TOO_EARLY"))
                : surveys.answer(visitor, answer, application.status().name());
        kept.orElseThrow();
    }

    private static void setCookie(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(RoomDoor.COOKIE, value).httpOnly(true).secure(request.isSecure())
                .sameSite("Strict").path("/room").maxAge(age).build().toString());
    }

    /** @param guarantor whether he is to sign a paper of his own, and sees nothing else */
    record Visit(boolean guarantor) {
    }

    /** @param link what stands behind the {@code #} of the address in the e-mail */
    record Entry(String link) {
    }

    /** @param policyHash of the text as shown */
    record Acceptance(boolean accepted, String policyHash) {
    }

    /** @param waiting whom the case waits for, and what for
     *  @param signsHere whether he can sign the agreement on this page, or only elsewhere or by hand
     *  @param decided nothing more is to be decided: the survey is open */
    record Room(String applicationId, String customerName, String personName, String status, String statusLabel, LocalDate endsOn,
                Instant policyAcceptedAt, String policy, String policyVersion, String policyHash, String report, String reportHash,
                Instant reportAuthorisedAt, List<RoomWaiting.Turn> waiting, boolean decided, boolean surveyAnswered,
                List<String> reasons, String letterId, boolean signsHere) {
    }
}
