package io.shouxin.contract;

import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.identity.CaseEntities;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.FacilityCommitment;
import io.shouxin.limit.HeadroomView;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.limit.LimitLedger;
import io.shouxin.origination.ApprovedTerms;
import io.shouxin.origination.LiveFacilities;
import io.shouxin.origination.RestingExceptions;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The book of facilities (授信额度台账): opens what was agreed, and says what is left of it as the limit ledger stands. */
@Service
@Transactional
public class FacilityBook implements LiveFacilities {

    /** Source of this book's commands in the limit ledger. */
    public static final String LEDGER_SOURCE = "contract";

    private final Facilities facilities;
    private final Agreements agreements;
    private final RestingExceptions resting;
    private final LimitLedger ledger;
    private final CustomerRegister customers;
    private final CaseEntities cases;
    private final BusinessNumbers numbers;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    FacilityBook(Facilities facilities, Agreements agreements, RestingExceptions resting, LimitLedger ledger, CustomerRegister customers,
                 CaseEntities cases, BusinessNumbers numbers, AuditTrail audit, BusinessClock clock, ApplicationEventPublisher events) {
        this.facilities = facilities;
        this.agreements = agreements;
        this.resting = resting;
        this.ledger = ledger;
        this.customers = customers;
        this.cases = cases;
        this.numbers = numbers;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Opens the facilities of a signed agreement and confirms their reservation in the ledger, both in one transaction.
     * Asked again, it answers with the facilities opened before.
     *
     * @return the facilities, or {@code AGREEMENT_NOT_SIGNED, CONDITIONS_OUTSTANDING, POLICY_EXCEPTION_LAPSED}, or what the ledger refuses
     */
    public Outcome<List<FacilityView>> activate(ApplicationId application, PersonId actor) {
        List<Facility> before = facilities.findByApplicationIdOrderByLine(application.value());
        if (!before.isEmpty()) {
            return Outcome.done(views(before));
        }
        Optional<Agreement> signed = agreements.findByApplicationIdOrderByDraftDesc(application.value()).stream().findFirst()
                .filter(Agreement::isSigned);
        if (signed.isEmpty()) {
            return Outcome.refused(Refusal.of("AGREEMENT_NOT_SIGNED").with("application", application));
        }
        List<String> outstanding = signed.get().conditions().stream().filter(condition -> !condition.fulfilled())
                .map(ConditionPrecedent::code).toList();
        if (!outstanding.isEmpty()) {
            return Outcome.refused(Refusal.of("CONDITIONS_OUTSTANDING").with("conditions", String.join(", ", outstanding)));
        }
        List<Refusal> lapsed = resting.lapsed(application);
        return lapsed.isEmpty() ? open(signed.get(), actor) : Outcome.refused(lapsed);
    }

    /** What would stand against activating an agreement though it is signed and its conditions are met; nothing for what is active already. */
    @Transactional(readOnly = true)
    public List<Refusal> againstActivation(ApplicationId application) {
        return facilities.findByApplicationIdOrderByLine(application.value()).isEmpty() ? resting.lapsed(application) : List.of();
    }

    private Outcome<List<FacilityView>> open(Agreement agreement, PersonId actor) {
        LocalDate today = clock.today();
        ApprovedTerms approved = agreement.frozen().approved();
        List<Facility> opened = agreement.frozen().contracted().stream().filter(line -> line.amount().isPositive())
                .map(line -> new Facility(new FacilityId(numbers.next("F")), agreement, line, today)).toList();
        List<FacilityCommitment> commitments = opened.stream()
                .map(facility -> new FacilityCommitment(facility.id(), facility.amount(), facility.revolving(), facility.validTo())).toList();
        LedgerKey key = new LedgerKey(LEDGER_SOURCE, ledgerKey(agreement.application()));
        return ledger.confirm(approved.reservation(), commitments, key, today, actor).map(receipt -> {
            facilities.saveAll(opened);
            opened.forEach(facility -> cases.belongs(facility.id().value(), facility.customer(), facility.entity()));
            audit.record(agreement.application().value(), "FACILITIES_ACTIVATED", actor,
                    opened.stream().map(facility -> facility.id() + " " + facility.amount()).collect(Collectors.joining(", ")));
            events.publishEvent(new FacilitiesActivated(agreement.application()));
            return views(opened);
        });
    }

    /** Key of the command by which the ledger confirmed an application's reservation. */
    public static String ledgerKey(ApplicationId application) {
        return application + "/activate";
    }

    /** A customer's facilities, newest first. */
    @Transactional(readOnly = true)
    public List<FacilityView> facilities(CustomerId customer) {
        return views(facilities.findByCustomerIdOrderByValidFromDescId(customer.value()));
    }

    /** The facilities of an application, in its order. */
    @Transactional(readOnly = true)
    public List<FacilityView> of(ApplicationId application) {
        return views(facilities.findByApplicationIdOrderByLine(application.value()));
    }

    /**
     * All facilities, newest first.
     *
     * @param page from 0
     * @param size 1 to 200
     */
    @Transactional(readOnly = true)
    public List<FacilityView> all(int page, int size) {
        return views(facilities.findAllByOrderByValidFromDescIdDesc(PageRequest.of(Math.max(page, 0), Math.min(Math.max(size, 1), 200))));
    }

    /** The same, of these granting entities only. */
    @Transactional(readOnly = true)
    public List<FacilityView> of(Set<EntityCode> entities, int page, int size) {
        return views(facilities.findByEntityCodeInOrderByValidFromDescIdDesc(entities.stream().map(EntityCode::value).toList(),
                PageRequest.of(Math.max(page, 0), Math.min(Math.max(size, 1), 200))));
    }

    @Override
    @Transactional(readOnly = true)
    public List<LiveFacility> live(Collection<CustomerId> customers) {
        List<Facility> found = facilities.findByCustomerIdInOrderByValidFromDescId(customers.stream().map(CustomerId::value).toList());
        return views(found).stream().filter(view -> view.status() == FacilityStatus.ACTIVE || view.status() == FacilityStatus.SUSPENDED)
                .map(view -> new LiveFacility(view.id(), view.entity(), view.customer(), view.product(), view.amount())).toList();
    }

    @Transactional(readOnly = true)
    public Optional<FacilityView> find(FacilityId facility) {
        return facilities.findById(facility.value()).map(List::of).map(this::views).map(views -> views.get(0));
    }

    private List<FacilityView> views(List<Facility> found) {
        Map<CustomerId, Standing> standings = found.stream().map(Facility::customer).distinct()
                .collect(Collectors.toMap(Function.identity(), this::standing));
        return found.stream().map(facility -> view(facility, standings.get(facility.customer()))).toList();
    }

    private Standing standing(CustomerId customer) {
        Optional<HeadroomView> headroom = ledger.headroom(customer);
        return new Standing(customers.find(customer).map(CustomerView::name).orElse(""),
                headroom.filter(HeadroomView::openForNew).isPresent(),
                headroom.stream().flatMap(view -> view.levels().stream())
                        .collect(Collectors.toMap(HeadroomView.Level::account, Function.identity())));
    }

    private FacilityView view(Facility facility, Standing standing) {
        Money none = Money.zero(facility.amount().currency());
        HeadroomView.Level level = standing.levels().get(LimitAccountId.of(facility.id()));
        FacilityStatus status = status(facility, level, standing.open());
        Money available = status == FacilityStatus.ACTIVE ? level.free().orElse(none) : none;
        return facility.view(standing.customerName(), available, level == null ? none : level.utilised(),
                level == null ? none : level.reserved(), status);
    }

    /** What the ledger doesn't know is closed, and nothing can be used of it. */
    private FacilityStatus status(Facility facility, HeadroomView.Level level, boolean customerOpen) {
        if (level == null) {
            return FacilityStatus.CLOSED;
        }
        if (level.status() == LimitAccountStatus.EXPIRED || clock.today().isAfter(facility.validTo())) {
            return FacilityStatus.EXPIRED;
        }
        return level.status() == LimitAccountStatus.ACTIVE && customerOpen ? FacilityStatus.ACTIVE : FacilityStatus.SUSPENDED;
    }

    /** How a customer stands in the ledger. */
    private record Standing(String customerName, boolean open, Map<LimitAccountId, HeadroomView.Level> levels) {
    }
}
