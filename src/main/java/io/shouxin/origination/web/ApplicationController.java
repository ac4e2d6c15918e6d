package io.shouxin.origination.web;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.identity.Access;
import io.shouxin.identity.EntityPath;
import io.shouxin.identity.Person;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationList;
import io.shouxin.origination.ApplicationPage;
import io.shouxin.origination.ApplicationSearch;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.origination.SecurityBook;
import io.shouxin.origination.UnderwritingDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Credit applications: an applicant sees his own firm's without the bank's findings, officers those of their granting entity. */
@RestController
@RequestMapping({"/api/v1/applications", "/camunda/api/shouxin/v1/applications"})
@Tag(name = "Applications")
class ApplicationController {

    private final ApplicationDesk desk;
    private final ApplicationList list;
    private final UnderwritingDesk underwriting;
    private final SecurityBook security;
    private final CustomerRegister register;
    private final Access access;

    ApplicationController(ApplicationDesk desk, ApplicationList list, UnderwritingDesk underwriting, SecurityBook security,
                          CustomerRegister register, Access access) {
        this.desk = desk;
        this.list = list;
        this.underwriting = underwriting;
        this.security = security;
        this.register = register;
        this.access = access;
    }

    @Operation(summary = "Applications, newest first, page by page")
    @GetMapping
    ApplicationPageText search(@RequestParam(required = false) String customerId, @RequestParam(required = false) String grantingEntity,
                               @RequestParam(required = false) ApplicationStatus status,
                               @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "0") int page,
                               @RequestParam(defaultValue = "20") int size, Locale language) {
        ApplicationSearch search = new ApplicationSearch(Optional.ofNullable(customerId).map(CustomerId::new),
                Optional.ofNullable(grantingEntity).map(EntityPath::code), Optional.ofNullable(status), text, page, size);
        ApplicationPage found = list.search(search, access.person(), language);
        return ApplicationPageText.of(found);
    }

    @Operation(summary = "One application: form or draft, assessment and proposal as far as you may see them")
    @GetMapping("/{id}")
    ApplicationText one(@PathVariable String id) {
        ApplicationView application = visible(id);
        Person reader = access.person();
        Optional<CreditProposalView> proposal = reader.isOfficer() ? underwriting.latest(application.applicationId()).map(shown(reader, application)) : Optional.empty();
        return ApplicationText.of(application, desk.draft(application.applicationId()).orElse(null), proposal, reader.isOfficer());
    }

    @Operation(summary = "Keep what has been typed so far")
    @PutMapping("/{id}/draft")
    ApplicationText saveDraft(@PathVariable String id, @RequestBody String json) {
        ApplicationView application = visible(id);
        Person editor = access.editorOf(id, application.customerId());
        desk.saveDraft(application.applicationId(), json, editor.id()).orElseThrow();
        return ApplicationText.of(application, json, Optional.empty(), editor.isOfficer());
    }

    @Operation(summary = "Take the application back, at any stage before the agreement is signed")
    @PostMapping("/{id}/withdrawal")
    ApplicationText withdraw(@PathVariable String id, @RequestBody(required = false) Withdrawal withdrawal) {
        ApplicationView application = visible(id);
        Person editor = access.editorOf(id, application.customerId());
        ApplicationView withdrawn = desk.withdraw(application.applicationId(), withdrawal == null ? null : withdrawal.reason(), editor.id())
                .orElseThrow();
        return ApplicationText.of(withdrawn, null, Optional.empty(), editor.isOfficer());
    }

    @Operation(summary = "All proposals of an application, newest first; officers only")
    @GetMapping("/{id}/proposals")
    List<ProposalText> proposals(@PathVariable String id) {
        ApplicationView application = visible(id);
        Person reader = access.person();
        if (!reader.isOfficer()) {
            throw new Access.NotAllowed();
        }
        return underwriting.proposals(application.applicationId()).stream().map(shown(reader, application)).map(ProposalText::of).toList();
    }

    /** Without other entities' figures for who may not see them. */
    private UnaryOperator<CreditProposalView> shown(Person reader, ApplicationView application) {
        return access.mustNotSeeSums(reader, register.connected(application.customerId())) ? CreditProposalView::withoutOthers : UnaryOperator.identity();
    }

    @Operation(summary = "What secures the application, the rates and the cover asked for; officers only")
    @GetMapping("/{id}/security")
    SecurityText security(@PathVariable String id) {
        ApplicationView application = visible(id);
        if (!access.person().isOfficer()) {
            throw new Access.NotAllowed();
        }
        return SecurityText.of(security.terms(application.applicationId()).orElseThrow(Access.NotVisible::new));
    }

    private ApplicationView visible(String id) {
        access.person();
        ApplicationView application = desk.find(new ApplicationId(id)).orElseThrow(Access.NotVisible::new);
        access.readerOf(id, application.customerId());
        return application;
    }

    /** Why the application is taken back, in the customer's words. */
    record Withdrawal(String reason) {
    }
}
