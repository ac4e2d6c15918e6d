package io.shouxin.integration;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.contract.FacilityBook;
import io.shouxin.contract.FacilityStatus;
import io.shouxin.contract.FacilityView;
import io.shouxin.customer.CreditReports;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.identity.Access;
import io.shouxin.identity.GrantingEntities;
import io.shouxin.identity.GrantingEntity;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Money;
import io.shouxin.limit.LimitLedger;
import io.shouxin.limit.ReservationView;
import io.shouxin.monitoring.BreachCaseView;
import io.shouxin.monitoring.BreachDesk;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.DuplicateGranting;
import io.shouxin.origination.DuplicateGrantingView;
import io.shouxin.origination.OtherGrant;
import io.shouxin.policyexception.PolicyException;
import io.shouxin.policyexception.PolicyExceptionDesk;
import io.shouxin.policyexception.PolicyExceptionStatus;
import io.shouxin.rating.RatingDesk;
import io.shouxin.rating.RatingView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the central view of a customer together, as far as the reader may see it. */
@Service
@Transactional(readOnly = true)
public class CentralViews {

    private static final Money NONE = Money.zero(Money.CNY);
    private static final Set<FacilityStatus> LIVE = Set.of(FacilityStatus.ACTIVE, FacilityStatus.SUSPENDED);

    private final Access access;
    private final GrantingEntities entities;
    private final CustomerRegister customers;
    private final CreditReports creditReports;
    private final RatingDesk ratings;
    private final FacilityBook facilities;
    private final ApplicationDesk applications;
    private final ApprovalDesk approvals;
    private final LimitLedger ledger;
    private final DuplicateGranting duplicates;
    private final PolicyExceptionDesk exceptions;
    private final BreachDesk breaches;
    private final BusinessClock clock;

    CentralViews(Access access, GrantingEntities entities, CustomerRegister customers, CreditReports creditReports, RatingDesk ratings,
            FacilityBook facilities, ApplicationDesk applications, ApprovalDesk approvals, LimitLedger ledger, DuplicateGranting duplicates,
            PolicyExceptionDesk exceptions, BreachDesk breaches, BusinessClock clock) {
        this.access = access;
        this.entities = entities;
        this.customers = customers;
        this.creditReports = creditReports;
        this.ratings = ratings;
        this.facilities = facilities;
        this.applications = applications;
        this.approvals = approvals;
        this.ledger = ledger;
        this.duplicates = duplicates;
        this.exceptions = exceptions;
        this.breaches = breaches;
        this.clock = clock;
    }

    /** @throws Access.NotVisible unless the customer exists and the reader is an officer who deals with him or has the group view */
    public CentralView of(CustomerId id) {
        Person reader = access.officer();
        CustomerView customer = customers.find(id).filter(known -> reader.groupView() || access.mayRead(reader, id))
                .orElseThrow(Access.NotVisible::new);
        List<FacilityView> granted = facilities.facilities(id);
        List<ApplicationView> asked = applications.of(id);
        Set<EntityCode> dealing = new TreeSet<>();
        granted.forEach(facility -> dealing.add(facility.entity()));
        asked.forEach(application -> dealing.add(application.entity()));
        List<CentralView.AtEntity> at = dealing.stream().map(code -> at(code, granted, asked, reader)).toList();
        boolean complete = at.stream().noneMatch(CentralView.AtEntity::amountsHidden);
        Optional<RatingView> rating = access.mayRead(reader, id) || reader.groupView() ? ratings.latest(id) : Optional.empty();
        return new CentralView(id.value(), customer.name(), customer.groupName(), rating.map(view -> view.grade().name()).orElse(null),
                rating.map(RatingView::asOf).orElse(null),
                creditReports.latest(id).map(report -> new CentralView.Overdue(report.currentOverdueDays(), report.maxDaysPastDue24m(), report.asOf()))
                        .orElse(null),
                complete ? sum(at, CentralView.AtEntity::committed) : null, complete ? sum(at, CentralView.AtEntity::utilised) : null,
                complete ? sum(at, CentralView.AtEntity::reserved) : null, at, exceptions(id, reader),
                (int) breaches.of(id).stream().filter(BreachCaseView::open).filter(open -> access.mayReadCase(reader, open.application().value())).count(),
                duplicates(asked, reader));
    }

    private CentralView.Exceptions exceptions(CustomerId id, Person reader) {
        List<PolicyException> seen = exceptions.all(id).stream().filter(exception -> access.mayReadCase(reader, exception.application().value())).toList();
        return new CentralView.Exceptions((int) seen.stream().filter(exception -> exception.status() == PolicyExceptionStatus.ASKED).count(),
                (int) seen.stream().filter(exception -> exception.holdsOn(clock.today())).count(), seen.size());
    }

    private CentralView.AtEntity at(EntityCode code, List<FacilityView> granted, List<ApplicationView> asked, Person reader) {
        Optional<GrantingEntity> entity = entities.find(code);
        String zh = entity.map(GrantingEntity::nameZh).orElse(code.value());
        String en = entity.map(GrantingEntity::nameEn).orElse(code.value());
        List<FacilityView> own = granted.stream().filter(facility -> facility.entity().equals(code)).toList();
        boolean grants = own.stream().anyMatch(facility -> LIVE.contains(facility.status()));
        if (!access.seesAmountsOf(reader, code)) {
            return new CentralView.AtEntity(code.value(), zh, en, true, grants, null, null, null, null, null, List.of());
        }
        List<ApplicationView> cases = asked.stream().filter(application -> application.entity().equals(code)).toList();
        List<FacilityView> live = own.stream().filter(facility -> LIVE.contains(facility.status())).toList();
        Money reserved = cases.stream().flatMap(application -> ledger.reservationsFor(application.applicationId().value()).stream())
                .filter(reservation -> reservation.status() == ReservationView.Status.OPEN).map(ReservationView::amount).reduce(NONE, Money::plus);
        return new CentralView.AtEntity(code.value(), zh, en, false, grants, live.stream().map(FacilityView::amount).reduce(NONE, Money::plus),
                live.stream().map(FacilityView::utilised).reduce(NONE, Money::plus), reserved,
                (int) cases.stream().filter(application -> application.status().isOpen()).count(), lastDecision(cases),
                own.stream().map(facility -> new CentralView.Line(facility.id().value(), facility.product(), facility.amount(),
                        facility.utilised(), facility.validTo(), facility.status().name())).toList());
    }

    private CentralView.Decision lastDecision(List<ApplicationView> cases) {
        return cases.stream().flatMap(application -> approvals.history("credit-application", application.applicationId().value()).stream())
                .flatMap(decided -> decided.decisions().stream().map(decision -> decision(decided, decision)))
                .max(Comparator.comparing(CentralView.Decision::decidedAt)).orElse(null);
    }

    private static CentralView.Decision decision(ApprovalCaseView decided, ApprovalCaseView.Decision decision) {
        return new CentralView.Decision(decided.subjectId(), decision.verdict().name(), decision.decidedAt());
    }

    /** Cases of the reader's reach that meet others' granting. */
    private List<CentralView.Duplicates> duplicates(List<ApplicationView> asked, Person reader) {
        return asked.stream().filter(application -> application.status().isOpen())
                .filter(application -> access.mayReadCase(reader, application.applicationId().value()))
                .flatMap(application -> duplicates(application, reader)).toList();
    }

    private Stream<CentralView.Duplicates> duplicates(ApplicationView application, Person reader) {
        DuplicateGrantingView view = duplicates.view(application.applicationId(), reader);
        List<DuplicateGrantingView.Line> now = view.lines().stream().filter(line -> line.state() != DuplicateGrantingView.State.ENDED).toList();
        if (now.isEmpty()) {
            return Stream.empty();
        }
        List<DuplicateGrantingView.Line> blocking = now.stream()
                .filter(line -> line.action() == OtherGrant.Action.BLOCK && !line.released()).toList();
        boolean releasable = !blocking.isEmpty() && reader.headOffice() && !application.madeBy().contains(reader.id())
                && blocking.stream().allMatch(line -> reader.is(Role.valueOf(line.role())));
        return Stream.of(new CentralView.Duplicates(application.applicationId().value(), application.entity().value(), view.isBlocked(), releasable,
                now.stream().map(DuplicateGrantingView.Line::entity).distinct().sorted().toList(), view.notes()));
    }

    private static Money sum(List<CentralView.AtEntity> at, Function<CentralView.AtEntity, Money> figure) {
        return at.stream().map(figure).reduce(NONE, Money::plus);
    }
}
