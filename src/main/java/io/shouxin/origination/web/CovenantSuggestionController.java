package io.shouxin.origination.web;

import io.shouxin.identity.Access;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.CovenantSuggestions;
import io.shouxin.origination.SuggestedCovenants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which covenants the library suggests for a case; an officer amends them with his assessment. */
@RestController
@RequestMapping({"/api/v1/applications/{id}/suggested-covenants", "/camunda/api/shouxin/v1/applications/{id}/suggested-covenants"})
@Tag(name = "Applications")
class CovenantSuggestionController {

    private final CovenantSuggestions suggestions;
    private final ApplicationDesk applications;
    private final Access access;

    CovenantSuggestionController(CovenantSuggestions suggestions, ApplicationDesk applications, Access access) {
        this.suggestions = suggestions;
        this.applications = applications;
        this.access = access;
    }

    @Operation(summary = "Covenants suggested for an application, and how far each may be amended; officers only")
    @GetMapping
    SuggestedCovenants suggested(@PathVariable String id) {
        access.officer();
        ApplicationView application = applications.find(new ApplicationId(id)).orElseThrow(Access.NotVisible::new);
        access.officer(id, application.customerId());
        return suggestions.of(application.applicationId()).orElseGet(() -> new SuggestedCovenants(null, List.of(), List.of()));
    }
}
