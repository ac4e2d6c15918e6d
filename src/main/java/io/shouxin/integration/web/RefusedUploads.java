package io.shouxin.integration.web;

import io.shouxin.audit.AuditTrail;
import io.shouxin.identity.CaseEntities;
import io.shouxin.identity.Person;
import io.shouxin.identity.SignedIn;
import io.shouxin.kernel.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes uploads so large that they were cut off before any desk saw them. */
@Component
class RefusedUploads {

    private static final Pattern APPLICATION = Pattern.compile("/applications/([A-Z0-9-]{1,40})/documents$");
    private static final PersonId NOBODY = new PersonId("visitor");

    private final AuditTrail audit;
    private final CaseEntities cases;
    private final SignedIn signedIn;

    RefusedUploads(AuditTrail audit, CaseEntities cases, SignedIn signedIn) {
        this.audit = audit;
        this.cases = cases;
        this.signedIn = signedIn;
    }

    @Transactional
    public void tooLarge(HttpServletRequest request) {
        Matcher application = APPLICATION.matcher(request.getRequestURI());
        // A case that isn't there gets no chain of its own by somebody's guessing.
        if (application.find() && cases.of(application.group(1)).isPresent()) {
            audit.recordRefused(application.group(1), "DOCUMENT_REFUSED", signedIn.person().map(Person::id).orElse(NOBODY),
                    "UPLOAD_TOO_LARGE " + request.getContentLengthLong() + " bytes");
        }
    }
}
