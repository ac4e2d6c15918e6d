package io.shouxin.policyexception.web;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PolicyExceptionId;
import io.shouxin.kernel.Wording;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.policyexception.AskPolicyException;
import io.shouxin.policyexception.ExceptionRenewalDesk;
import io.shouxin.policyexception.PolicyException;
import io.shouxin.policyexception.PolicyExceptionCourse;
import io.shouxin.policyexception.PolicyExceptionDesk;
import io.shouxin.policyexception.PolicyExceptionStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Policy exceptions of one case or customer over HTTP; officers only. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
@Tag(name = "Policy exceptions", description = "政策例外")
class PolicyExceptionController {

    private final PolicyExceptionDesk desk;
    private final PolicyExceptionCourse course;
    private final ExceptionRenewalDesk renewals;
    private final ApplicationDesk applications;
    private final CustomerRegister customers;
    private final Access access;
    private final Wording wording;
    private final BusinessClock clock;

    PolicyExceptionController(PolicyExceptionDesk desk, PolicyExceptionCourse course, ExceptionRenewalDesk renewals, ApplicationDesk applications, CustomerRegister customers,
                              Access access, Wording wording, BusinessClock clock) {
        this.desk = desk;
        this.course = course;
        this.renewals = renewals;
        this.applications = applications;
        this.customers = customers;
        this.access = access;
        this.wording = wording;
        this.clock = clock;
    }

    @Operation(summary = "The rules in the way of an application, what may be excepted of them, and the exceptions there are")
    @GetMapping("/applications/{id}/policy-exceptions")
    OfCase ofApplication(@PathVariable String id, Locale language) {
        ApplicationId application = visible(id);
        Person reader = access.person();
        return new OfCase(desk.broken(application).stream().map(rule -> BrokenRuleText.of(rule, clock.today(), wording, language)).toList(),
                texts(desk.all(application), reader, language));
    }

    @Operation(summary = "Ask for a policy exception")
    @PostMapping("/applications/{id}/policy-exceptions")
    @ResponseStatus(HttpStatus.CREATED)
    PolicyExceptionText ask(@PathVariable String id, @RequestBody AskPolicyException asked, Locale language) {
        ApplicationId application = visible(id);
        Person officer = access.person();
        return text(desk.ask(application, asked, officer.id()).orElseThrow(), officer, language);
    }

    @Operation(summary = "All policy exceptions of a customer, newest first, with their counts")
    @GetMapping("/customers/{id}/policy-exceptions")
    OfCustomer ofCustomer(@PathVariable String id, Locale language) {
        CustomerId customer = new CustomerId(id);
        Person reader = access.officer(customer);
        List<PolicyException> seen = desk.all(customer).stream().filter(exception -> access.mayRead(reader, exception.id().value(), customer)).toList();
        return new OfCustomer((int) seen.stream().filter(exception -> exception.status() == PolicyExceptionStatus.ASKED).count(),
                (int) seen.stream().filter(exception -> exception.status() == PolicyExceptionStatus.APPROVED).count(), seen.size(),
                texts(seen, reader, language));
    }

    @Operation(summary = "One policy exception")
    @GetMapping("/policy-exceptions/{id}")
    PolicyExceptionText one(@PathVariable String id, Locale language) {
        return text(found(id), access.person(), language);
    }

    @Operation(summary = "Change a policy exception while its case is worked on; what was decided before is void")
    @PutMapping("/policy-exceptions/{id}")
    PolicyExceptionText amend(@PathVariable String id, @RequestBody AskPolicyException asked, Locale language) {
        Person officer = access.person();
        return text(desk.amend(found(id).id(), asked, officer.id()).orElseThrow(), officer, language);
    }

    @Operation(summary = "Take a policy exception back before it is decided")
    @PostMapping("/policy-exceptions/{id}/withdrawal")
    PolicyExceptionText withdraw(@PathVariable String id, @RequestBody Words words, Locale language) {
        Person officer = access.person();
        return text(desk.withdraw(found(id).id(), words.reason(), officer.id()).orElseThrow(), officer, language);
    }

    @Operation(summary = "Say that what the rule asks is met now; ends the exception")
    @PostMapping("/policy-exceptions/{id}/fulfilment")
    PolicyExceptionText fulfil(@PathVariable String id, @RequestBody Words words, Locale language) {
        Person officer = access.person();
        return text(course.fulfil(found(id).id(), words.reason(), officer.id()).orElseThrow(), officer, language);
    }

    @Operation(summary = "Revoke a policy exception: who approved it, or the authority above")
    @PostMapping("/policy-exceptions/{id}/revocation")
    PolicyExceptionText revoke(@PathVariable String id, @RequestBody Words words, Locale language) {
        Person officer = access.person();
        return text(course.revoke(found(id).id(), words.reason(), officer.id()).orElseThrow(), officer, language);
    }

    @Operation(summary = "Let a policy exception hold on until a later day: the authority of the tier that approved it, or above")
    @PostMapping("/policy-exceptions/{id}/renewal")
    PolicyExceptionText renew(@PathVariable String id, @RequestBody LaterDay later, Locale language) {
        Person officer = access.person();
        return text(course.renew(found(id).id(), later.until(), later.reason(), officer.id()).orElseThrow(), officer, language);
    }

    private ApplicationId visible(String id) {
        access.officer();
        ApplicationId application = number(id, ApplicationId::new);
        applications.find(application).orElseThrow(Access.NotVisible::new);
        access.officerOfCase(id);
        return application;
    }

    private PolicyException found(String id) {
        access.officer();
        PolicyException exception = desk.find(number(id, PolicyExceptionId::new)).orElseThrow(Access.NotVisible::new);
        access.officerOfCase(id);
        return exception;
    }

    private static <T> T number(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException malformed) {
            throw new Access.NotVisible();
        }
    }

    private PolicyExceptionText text(PolicyException exception, Person reader, Locale language) {
        return texts(List.of(exception), reader, language).get(0);
    }

    private List<PolicyExceptionText> texts(List<PolicyException> shown, Person reader, Locale language) {
        Renewals asked = new Renewals(renewals, shown);
        return shown.stream().map(exception -> PolicyExceptionText.of(exception, customers.find(exception.customer()).map(CustomerView::name)
                .orElse(exception.customer().value()), course, asked, reader, wording, language)).toList();
    }

    /** @param rules in the way now and not excepted @param exceptions oldest first */
    record OfCase(List<BrokenRuleText> rules, List<PolicyExceptionText> exceptions) {
    }

    /** @param asked before those who decide @param inForce now @param all ever */
    record OfCustomer(int asked, int inForce, int all, List<PolicyExceptionText> exceptions) {
    }

    /** Why, or how it was met. */
    record Words(String reason) {
    }

    /** A new last day, and why. */
    record LaterDay(LocalDate until, String reason) {
    }
}
