package io.shouxin.origination;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.rating.Assessment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk that takes in credit applications and keeps their file (授信受理). */
@Service
@Transactional
public class ApplicationDesk {

    public Outcome<ApplicationView> open(OpenApplication command, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ApplicationView> saveDraft(ApplicationId application, String json, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Optional<String> draft(ApplicationId application) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ApplicationView> submit(ApplicationId application, ApplicationForm form, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ApplicationView> documentsComplete(ApplicationId application, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ApplicationView> recordAssessment(ApplicationId application, Assessment assessment, AssessmentVerdict verdict,
                                                     String opinion, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ApplicationView> moreDocumentsNeeded(ApplicationId application, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ApplicationView> underApproval(ApplicationId application, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ApplicationView> returnedForRework(ApplicationId application, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ApplicationView> offered(ApplicationId application, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ApplicationView> countered(ApplicationId application, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ApplicationView> offerAccepted(ApplicationId application, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ApplicationView> activated(ApplicationId application, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ApplicationView> withdraw(ApplicationId application, String reason, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ApplicationView> close(ApplicationId application, ApplicationStatus finalStatus, List<String> reasonCodes, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Optional<ApplicationView> find(ApplicationId application) {
        throw new UnsupportedOperationException();
    }

    public List<ApplicationView> of(CustomerId customer) {
        throw new UnsupportedOperationException();
    }

    public ApplicationPage search(ApplicationSearch search, Locale language) {
        throw new UnsupportedOperationException();
    }
}
