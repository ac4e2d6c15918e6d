package io.shouxin.workflow.approval;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.AskedCustomer;
import io.shouxin.approval.CustomerRequestEnded;
import io.shouxin.creditroom.RoomDesk;
import io.shouxin.creditroom.RoomInvitation;
import io.shouxin.document.AskedDocument;
import io.shouxin.document.DocumentDesk;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.notification.MessageDesk;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.workflow.calendar.Deadlines;
import io.shouxin.workflow.engine.Route;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks the customer for documents in the course of an approval (客户补件): they stand on the list of his application, he is told, in his
 * task list or by a link into his credit room, and the request ends with the documents, with the time, or with the case.
 */
@Component("customerDocuments")
public class CustomerDocuments {

    private static final int USUAL_DAYS = 10;
    private static final int MOST_DAYS = 30;

    private final ApprovalDesk approvals;
    private final ApplicationDesk applications;
    private final DocumentDesk documents;
    private final RoomDesk rooms;
    private final People people;
    private final MessageDesk messages;
    private final Deadlines deadlines;
    private final BusinessClock clock;

    CustomerDocuments(ApprovalDesk approvals, ApplicationDesk applications, DocumentDesk documents, RoomDesk rooms, People people,
            MessageDesk messages, Deadlines deadlines, BusinessClock clock) {
        this.approvals = approvals;
        this.applications = applications;
        this.documents = documents;
        this.rooms = rooms;
        this.people = people;
        this.messages = messages;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** What speaks against asking the customer of this case: {@code CUSTOMER_NOT_REACHABLE}; empty if nothing does. */
    public Optional<Refusal> obstacle(ApprovalCaseView view) {
        return reachable(view).isPresent() ? Optional.empty() : Optional.of(Refusal.of("CUSTOMER_NOT_REACHABLE").at("documents.from"));
    }

    /** Puts what is asked for on the list. @return what the customer is asked for, or what speaks against it; then nothing has changed */
    Outcome<AskedCustomer> ask(ApprovalCaseView view, AskedDocuments asked, PersonId officer) {
        Optional<Person> person = reachable(view);
        if (person.isEmpty()) {
            return Outcome.refused(obstacle(view).orElseThrow());
        }
        int days = asked.days() == null ? USUAL_DAYS : asked.days();
        if (days < 1 || days > MOST_DAYS) {
            return Outcome.refused(Refusal.of("DOCUMENT_DAYS_OUT_OF_RANGE").at("documents.days").with("most", MOST_DAYS));
        }
        List<AskedDocument> items = asked.items() == null ? List.of()
                : asked.items().stream().map(item -> new AskedDocument(item.kind(), item.reason())).toList();
        return documents.ask(view.subjectId(), items, officer).map(list -> new AskedCustomer(person.get().id(),
                deadlines.inWorkingDays(days).toInstant(), items.stream().map(item -> new AskedCustomer.Document(item.kind(), item.reason().strip())).toList()));
    }

    /** Somebody of the customer's who can sign in, or holds an invitation into the room of the application. */
    private Optional<Person> reachable(ApprovalCaseView view) {
        if (!view.subjectType().equals(ApprovalSubject.APPLICATION.type())) {
            return Optional.empty();
        }
        ApplicationId application = new ApplicationId(view.subjectId());
        return applications.find(application).flatMap(found -> people.find(found.applicant())).filter(person -> person.is(Role.APPLICANT))
                .filter(person -> !RoomDesk.isGuest(person.id()) || rooms.open(application, person.id()).isPresent());
    }

    /** Tells the customer what he is asked for. */
    void tell(ApprovalCaseView view) {
        tell(view, "DOCUMENTS_ASKED", view.id() + "/documents-asked/" + view.acts().size());
    }

    /** Tells him again, at most once a day. */
    void remind(ApprovalCaseView view) {
        tell(view, "DOCUMENTS_REMINDER", view.id() + "/documents-reminder/" + clock.today());
    }

    private void tell(ApprovalCaseView view, String code, String key) {
        view.course().askedCustomer().ifPresent(asked -> {
            Map<String, String> values = Map.of("due", lastDay(asked).toString());
            Optional<RoomInvitation> room = rooms.open(new ApplicationId(view.subjectId()), asked.person());
            if (room.isPresent()) {
                rooms.sendLink(room.get(), key, "CREDIT_ROOM_" + code, values);
            } else {
                messages.send(asked.person(), key, view.subjectId(), code, values);
            }
        });
    }

    @EventListener
    void on(CustomerRequestEnded ended) {
        documents.noLongerAsked(ended.subject(), ended.asked().kinds(), Route.SYSTEM);
        if (ended.how() != CustomerRequestEnded.How.OVERTAKEN) {
            messages.send(ended.askedBy(), ended.id() + "/customer-documents/" + ended.asked().until(), ended.subject(), "CUSTOMER_DOCUMENTS_" + ended.how(),
                    Map.of("due", lastDay(ended.asked()).toString()));
        }
    }

    private static LocalDate lastDay(AskedCustomer asked) {
        return asked.until().atZone(BusinessClock.ZONE).toLocalDate();
    }

    /** For the process model: login of who is asked. */
    public String person(String approvalCaseId) {
        return asked(approvalCaseId).person().value();
    }

    /** For the process model: until when he has time. */
    public Date until(String approvalCaseId) {
        return Date.from(asked(approvalCaseId).until());
    }

    private AskedCustomer asked(String approvalCaseId) {
        return approvals.find(new ApprovalCaseId(approvalCaseId)).flatMap(view -> view.course().askedCustomer()).orElseThrow();
    }
}
