package io.shouxin.integration.web;

import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.integration.CentralView;
import io.shouxin.integration.CentralViews;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.DuplicateGranting;
import io.shouxin.origination.DuplicateGrantingView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One customer across all granting entities, and what to do about duplicate granting. For officers. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
@Tag(name = "Granting entities")
class CentralViewController {

    private final CentralViews views;
    private final DuplicateGranting duplicates;
    private final ApplicationDesk applications;
    private final Access access;

    CentralViewController(CentralViews views, DuplicateGranting duplicates, ApplicationDesk applications, Access access) {
        this.views = views;
        this.duplicates = duplicates;
        this.applications = applications;
        this.access = access;
    }

    @Operation(summary = "A customer across all granting entities: facilities, use, applications under way, grade, last decision, overdue")
    @GetMapping("/customers/{customerId}/central-view")
    CentralView of(@PathVariable String customerId) {
        access.officer();
        return views.of(customer(customerId));
    }

    @Operation(summary = "What other granting entities grant to the customer of an application or his group; amounts as far as you may see them")
    @GetMapping("/applications/{applicationId}/duplicate-granting")
    DuplicateGrantingView duplicates(@PathVariable String applicationId) {
        return duplicates.view(new ApplicationId(applicationId), officer(applicationId));
    }

    @Operation(summary = "Release an application the policy on duplicate granting blocks; for the role the policy names, of the head office")
    @PostMapping("/applications/{applicationId}/duplicate-granting/release")
    DuplicateGrantingView release(@PathVariable String applicationId, @RequestBody Release release) {
        Person actor = officer(applicationId);
        duplicates.release(new ApplicationId(applicationId), release.reason(), actor.id()).orElseThrow();
        return duplicates.view(new ApplicationId(applicationId), actor);
    }

    private Person officer(String applicationId) {
        access.officer();
        return access.officer(applicationId, applications.find(new ApplicationId(applicationId)).orElseThrow(Access.NotVisible::new).customerId());
    }

    private static CustomerId customer(String segment) {
        try {
            return new CustomerId(segment);
        } catch (IllegalArgumentException noNumber) {
            throw new Access.NotVisible();
        }
    }

    /** Why it is right to grant all the same. */
    record Release(String reason) {
    }
}
