package io.shouxin.origination;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.identity.GrantingEntities;
import io.shouxin.identity.GrantingEntity;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Money;
import io.shouxin.limit.LimitLedger;
import io.shouxin.limit.ReservationView;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what other entities grant to a customer and his connected group, and asks policy {@code duplicate-granting} about each. */
@Component
class OtherGrants {

    static final String POLICY = "duplicate-granting";

    private final CreditApplications applications;
    private final LiveFacilities facilities;
    private final CustomerRegister register;
    private final GrantingEntities entities;
    private final LimitLedger ledger;
    private final PolicyBook policies;

    OtherGrants(CreditApplications applications, LiveFacilities facilities, CustomerRegister register, GrantingEntities entities,
                LimitLedger ledger, PolicyBook policies) {
        this.applications = applications;
        this.facilities = facilities;
        this.register = register;
        this.entities = entities;
        this.ledger = ledger;
        this.policies = policies;
    }

    /** The customer himself first, facilities before applications. What has ended is no longer granted. */
    List<OtherGrant> found(CreditApplication application) {
        Map<CustomerId, String> concerned = concerned(application.customerId());
        List<OtherGrant> found = new ArrayList<>();
        facilities.live(concerned.keySet()).stream().filter(facility -> !facility.entity().equals(application.entity()))
                .forEach(facility -> found.add(new OtherGrant(facility.id().value(), OtherGrant.Kind.FACILITY, facility.entity(),
                        facility.customer(), concerned.get(facility.customer()), facility.customer().equals(application.customerId()),
                        List.of(facility.product()), facility.amount(), null, null, null, null)));
        applications.underWayElsewhere(concerned.keySet().stream().map(CustomerId::value).toList(), application.entity().value())
                .forEach(other -> found.add(new OtherGrant(other.id().value(), OtherGrant.Kind.APPLICATION, other.entity(),
                        other.customerId(), concerned.get(other.customerId()), other.customerId().equals(application.customerId()),
                        other.products(), other.requested(), reserved(other), null, null, null)));
        Money sum = found.stream().map(OtherGrant::weight).reduce(Money.zero(Money.CNY), Money::plus);
        BigDecimal share = found.isEmpty() ? BigDecimal.ZERO
                : sum.amount().divide(sum.plus(application.requested()).amount(), 4, RoundingMode.HALF_UP);
        return found.stream().map(grant -> judged(grant, application, share))
                .sorted(Comparator.comparing(OtherGrant::sameCustomer).reversed().thenComparing(OtherGrant::kind)).toList();
    }

    private Map<CustomerId, String> concerned(CustomerId id) {
        CustomerView customer = register.find(id).orElseThrow();
        Map<CustomerId, String> names = new LinkedHashMap<>(Map.of(id, customer.name()));
        customer.group().stream().flatMap(group -> register.membersOf(group).stream()).forEach(member -> names.put(member.id(), member.name()));
        return names;
    }

    private Money reserved(CreditApplication other) {
        return other.reservation().flatMap(ledger::reservation).filter(held -> held.status() == ReservationView.Status.OPEN)
                .map(ReservationView::amount).orElse(null);
    }

    private OtherGrant judged(OtherGrant grant, CreditApplication application, BigDecimal share) {
        PolicyDecision decision = policies.evaluate(POLICY, application.policyAsOf(), Map.of(
                "stage", grant.kind().name(), "sameCustomer", grant.sameCustomer(),
                "sameProduct", grant.products().stream().anyMatch(application.products()::contains),
                "sameEntityType", isHeadOffice(grant.entity()) == isHeadOffice(application.entity()), "groupShare", share));
        MatchedRow row = decision.only();
        return new OtherGrant(grant.number(), grant.kind(), grant.entity(), grant.customer(), grant.customerName(), grant.sameCustomer(),
                grant.products(), grant.amount(), grant.reserved(), OtherGrant.Action.valueOf(row.text("action")), row.text("role"),
                row.text("reasonCode"));
    }

    private boolean isHeadOffice(EntityCode code) {
        return entities.find(code).map(GrantingEntity::isHeadOffice).orElse(false);
    }

    /** Version of the policy that judged, for the proposal. */
    String version(CreditApplication application) {
        return policies.inForce(POLICY, application.policyAsOf()).version();
    }

    Optional<GrantingEntity> entity(EntityCode code) {
        return entities.find(code);
    }
}
