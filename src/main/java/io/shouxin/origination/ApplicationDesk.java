package io.shouxin.origination;

import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.identity.CaseEntities;
import io.shouxin.identity.GrantingEntities;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Simultaneous;
import io.shouxin.policy.PolicyBook;
import io.shouxin.rating.Assessment;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk that takes in credit applications and keeps their file (授信受理): opening, drafting, handing in, assessing, taking back. Each act
 * leaves a line in the audit trail and is refused as a whole otherwise. How an application goes on: {@link ApplicationStages}.
 */
@Service
@Transactional
public class ApplicationDesk {

    private static final int LONGEST_DRAFT_BYTES = 200_000;

    private final CreditApplications applications;
    private final CustomerRegister register;
    private final People people;
    private final GrantingEntities entities;
    private final CaseEntities cases;
    private final DuplicateGranting duplicates;
    private final AssessmentCheck assessments;
    private final CovenantSuggestions suggestions;
    private final PolicyBook policies;
    private final CustomersOfApplications applicants;
    private final CaseClosing closing;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Simultaneous simultaneous;

    ApplicationDesk(CreditApplications applications, CustomerRegister register, People people, GrantingEntities entities, CaseEntities cases,
                    DuplicateGranting duplicates, AssessmentCheck assessments, CovenantSuggestions suggestions, PolicyBook policies,
                    CustomersOfApplications applicants, CaseClosing closing, BusinessNumbers numbers, BusinessClock clock, AuditTrail audit,
                    ApplicationEventPublisher events, Simultaneous simultaneous) {
        this.applications = applications;
        this.register = register;
        this.people = people;
        this.entities = entities;
        this.cases = cases;
        this.duplicates = duplicates;
        this.assessments = assessments;
        this.suggestions = suggestions;
        this.policies = policies;
        this.applicants = applicants;
        this.closing = closing;
        this.numbers = numbers;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
        this.simultaneous = simultaneous;
    }

    /**
     * Opens an application as a draft, registering the customer first if he is new. An applicant opens for his own firm
     * only, a relationship manager for any customer. Refuses a second open application for the same customer and product at the
     * same granting entity, naming the open one; when that was opened at this very moment, by throwing that refusal. What other
     * entities grant does not bar the opening; it is told to the officer who opens.
     */
    public Outcome<ApplicationView> open(OpenApplication command, PersonId actor) {
        Optional<Person> person = people.find(actor);
        if (person.filter(OpeningRules::mayApply).isEmpty()) {
            return Outcome.refused(Refusal.of("MAY_NOT_APPLY"));
        }
        List<Refusal> choice = command.choice() == null ? List.of() : OpeningRules.choiceRefusal(command, person.get()).stream().toList();
        boolean chosen = command.choice() != null && choice.isEmpty();
        String kind = chosen ? applicants.kind(command, person.get()).map(Enum::name).orElse(null) : null;
        List<Refusal> refusals = new ArrayList<>(check(kind).check(command));
        refusals.addAll(choice);
        Outcome<EntityCode> entity = entities.chosen(person.get(), command.grantingEntity());
        refusals.addAll(entity.refusals());
        if (chosen && entity.isDone()) {
            refusals.addAll(applicants.refusals(command, person.get()));
            applicants.known(command, person.get()).flatMap(customer -> openCaseRefusal(customer.id(), command.product(), entity.orElseThrow(), null))
                    .ifPresent(refusal -> refusals.add(refusal.at("product")));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        return applicants.customer(command, person.get()).then(customer -> open(command, customer, entity.orElseThrow(), person.get()));
    }

    private Outcome<ApplicationView> open(OpenApplication command, CustomerView customer, EntityCode entity, Person opener) {
        PersonId actor = opener.id();
        ApplicationId id = new ApplicationId(numbers.next("CA"));
        CreditApplication application = new CreditApplication(id, customer.id(), entity, actor, command,
                Money.of(command.amount(), Money.CNY), clock.instant(), clock.today());
        simultaneous.write(() -> applications.saveAndFlush(application),
                () -> openCaseRefusal(customer.id(), command.product(), entity, null).map(refusal -> refusal.at("product")).orElse(null));
        cases.belongs(id.value(), customer.id(), entity);
        audit.record(id.value(), "APPLICATION_OPENED", actor, customer.id() + " " + command.product() + " " + entity);
        duplicates.tellOpener(application, opener);
        return Outcome.done(ApplicationViews.of(application));
    }

    private Optional<Refusal> openCaseRefusal(CustomerId customer, String product, EntityCode entity, ApplicationId except) {
        return applications.idOfOpenCase(CreditApplication.openCase(customer, product, entity))
                .filter(id -> except == null || !id.equals(except.value()))
                .map(id -> Refusal.of("OPEN_APPLICATION_EXISTS").with("applicationId", id));
    }

    /** Keeps what has been typed so far. @param json a JSON object of at most 200,000 bytes, kept as it is and never judged */
    public Outcome<ApplicationView> saveDraft(ApplicationId id, String json, PersonId actor) {
        return act(id, actor, application -> {
            if (application.status() != ApplicationStatus.DRAFT) {
                return Outcome.refused(Refusal.of("ALREADY_SUBMITTED").with("applicationId", id));
            }
            if (json == null || json.getBytes(StandardCharsets.UTF_8).length > LONGEST_DRAFT_BYTES) {
                return Outcome.refused(Refusal.of("DRAFT_TOO_LONG").with("most", LONGEST_DRAFT_BYTES));
            }
            if (!StoredJson.isJson(json)) {
                return Outcome.refused(Refusal.of("FORM_MALFORMED"));
            }
            application.keepDraft(json);
            return done(application);
        });
    }

    @Transactional(readOnly = true)
    public Optional<String> draft(ApplicationId id) {
        return applications.findById(id.value()).flatMap(CreditApplication::draft);
    }

    /** Hands the application in. All refusals are collected, each at the path of its field. */
    public Outcome<ApplicationView> submit(ApplicationId id, ApplicationForm form, PersonId actor) {
        return act(id, actor, application -> {
            if (application.status() != ApplicationStatus.DRAFT) {
                return Outcome.refused(Refusal.of("ALREADY_SUBMITTED").with("applicationId", id));
            }
            CustomerView customer = register.find(application.customerId()).orElseThrow();
            List<Refusal> refusals = new ArrayList<>(check(customer.kind().name()).check(form));
            if (customer.blocked()) {
                refusals.add(Refusal.of("CUSTOMER_BLOCKED").with("customer", customer.name()));
            }
            if (refusals.isEmpty() && !form.facilities().get(0).product().equals(application.product())) {
                openCaseRefusal(customer.id(), form.facilities().get(0).product(), application.entity(), id)
                        .ifPresent(refusal -> refusals.add(refusal.at("facilities[0].product")));
            }
            if (refusals.isEmpty()) {
                refusals.addAll(joinGroup(customer, form.groupName(), actor));
            }
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            boolean otherProduct = !form.facilities().get(0).product().equals(application.product());
            application.submit(form, StoredJson.write(form), ApplicationCheck.total(form), actor, clock.instant(), clock.today());
            if (otherProduct) {
                simultaneous.write(() -> applications.saveAndFlush(application),
                        () -> openCaseRefusal(customer.id(), form.facilities().get(0).product(), application.entity(), id)
                                .map(refusal -> refusal.at("facilities[0].product")).orElse(null));
            }
            audit.record(id.value(), "APPLICATION_SUBMITTED", actor,
                    application.requested() + " policyAccepted creditReportAuthorised policyAsOf=" + application.policyAsOf());
            events.publishEvent(new ApplicationSubmitted(id, application.customerId(), application.policyAsOf()));
            return done(application);
        });
    }

    private List<Refusal> joinGroup(CustomerView customer, String groupName, PersonId actor) {
        if (groupName == null || groupName.isBlank() || groupName.strip().equals(customer.groupName())) {
            return List.of();
        }
        return register.joinGroup(customer.id(), groupName.strip(), actor).refusals();
    }

    /**
     * Records the qualification review (资质审核) by an analyst who has no hand in the application.
     *
     * @param assessment needed with {@link AssessmentVerdict#QUALIFIED}
     * @param opinion    the analyst's finding in words, 2 to 4,000 characters
     * @param security   what he found of the security; {@code null} when nothing was looked at
     * @param covenants  what he wants of the covenants otherwise than suggested; {@code null} when nothing
     * @param known      what other entities grant to the same customer or group, as shown to the analyst, and why it is right to
     *                   grant all the same; null when nothing was shown
     */
    public Outcome<ApplicationView> recordAssessment(ApplicationId id, Assessment assessment, AssessmentVerdict verdict, String opinion,
                                                     List<SecurityValuation> security, List<CovenantAmendment> covenants,
                                                     AcknowledgeDuplicates known, PersonId actor) {
        List<SecurityValuation> valuations = security == null ? List.of() : security;
        List<CovenantAmendment> amendments = covenants == null ? List.of() : covenants;
        CreditApplication application = applications.findById(id.value()).orElse(null);
        if (application == null) {
            return Outcome.refused(ApplicationRefusals.unknown(id));
        }
        List<Refusal> refusals = new ArrayList<>(assessments.refusals(application, assessment, verdict, opinion, actor));
        if (application.status() != ApplicationStatus.IN_ASSESSMENT) {
            refusals.add(ApplicationRefusals.wrongStage(application));
        }
        if (refusals.isEmpty() && verdict == AssessmentVerdict.QUALIFIED) {
            refusals.addAll(duplicates.assessmentRefusals(application, known));
        }
        refusals.addAll(suggestions.refusals(application, amendments));
        ApplicationViews.form(application).ifPresent(form -> refusals.addAll(ValuationCheck.of(form, valuations, clock.today())));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        duplicates.acknowledge(application, known, actor);
        AssessmentRecord found = new AssessmentRecord(assessment, verdict, opinion.strip(), valuations,
                amendments.stream().map(CovenantAmendment::tidy).toList(), actor, clock.instant());
        application.assess(verdict, StoredJson.write(found), actor, clock.instant());
        audit.record(id.value(), "APPLICATION_ASSESSED", actor, verdict.name());
        found.covenants().forEach(asked -> audit.record(id.value(), "COVENANT_AMENDED", actor, asked.told()));
        return done(application);
    }

    /** The same where no other entity grants to the customer or his group. */
    public Outcome<ApplicationView> recordAssessment(ApplicationId id, Assessment assessment, AssessmentVerdict verdict, String opinion,
                                                     PersonId actor) {
        return recordAssessment(id, assessment, verdict, opinion, List.of(), List.of(), null, actor);
    }

    /** Who had a hand in the application by assessing it only; policy {@code approval-rules} may let them decide on small cases. */
    @Transactional(readOnly = true)
    public Set<PersonId> validators(ApplicationId id) {
        return applications.findById(id.value()).map(CreditApplication::validators).orElse(Set.of());
    }

    /**
     * Takes the application back, by the customer or his relationship manager, at any stage before the agreement is signed.
     * The reservation is released at once; the letter follows when the process closes the case.
     *
     * @param reason in the customer's words, at most 500 characters; may be empty
     */
    public Outcome<ApplicationView> withdraw(ApplicationId id, String reason, PersonId actor) {
        return act(id, actor, application -> {
            if (application.status() == ApplicationStatus.WITHDRAWN) {
                return done(application);
            }
            if (!application.status().mayBeWithdrawn() || application.isSigned()) {
                return Outcome.refused(Refusal.of("TOO_LATE_TO_WITHDRAW").with("applicationId", id));
            }
            if (reason != null && reason.length() > 500) {
                return Outcome.refused(Refusal.of("TEXT_TOO_LONG").at("reason").with("max", 500));
            }
            closing.release(application, actor);
            application.withdraw(reason, clock.instant());
            audit.record(id.value(), "APPLICATION_WITHDRAWN", actor, reason);
            events.publishEvent(new ApplicationWithdrawn(id, application.customerId(), actor));
            return done(application);
        });
    }

    @Transactional(readOnly = true)
    public Optional<ApplicationView> find(ApplicationId id) {
        return applications.findById(id.value()).map(ApplicationViews::of);
    }

    /** The customer's applications, newest first. */
    @Transactional(readOnly = true)
    public List<ApplicationView> of(CustomerId customer) {
        return applications.findByCustomerIdOrderByOpenedAtDesc(customer.value()).stream().map(ApplicationViews::of).toList();
    }

    /** An act by the customer's own person or by a relationship manager. */
    private Outcome<ApplicationView> act(ApplicationId id, PersonId actor,
                                         Function<CreditApplication, Outcome<ApplicationView>> act) {
        Optional<CreditApplication> application = applications.findById(id.value());
        if (application.isEmpty()) {
            return Outcome.refused(ApplicationRefusals.unknown(id));
        }
        CustomerId customer = application.get().customerId();
        EntityCode entity = application.get().entity();
        boolean allowed = people.find(actor).filter(person -> OpeningRules.mayActFor(person, customer, entity, entities)).isPresent();
        return allowed ? act.apply(application.get()) : Outcome.refused(Refusal.of("MAY_NOT_APPLY"));
    }

    private ApplicationCheck check(String customerKind) {
        LocalDate today = clock.today();
        BigDecimal floor = customerKind == null ? BigDecimal.ZERO : LimitParameters.least(policies, today, customerKind);
        return new ApplicationCheck(customerKind, floor, terms(today));
    }

    private BiFunction<String, FacilityKind, Optional<ProductTerms>> terms(LocalDate asOf) {
        Map<String, Optional<ProductTerms>> known = new HashMap<>();
        return (product, kind) -> known.computeIfAbsent(product + "|" + kind, asked -> ProductTerms.of(policies, asOf, product, kind));
    }

    private static Outcome<ApplicationView> done(CreditApplication application) {
        return Outcome.done(ApplicationViews.of(application));
    }
}
