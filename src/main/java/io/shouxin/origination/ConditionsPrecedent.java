package io.shouxin.origination;

import io.shouxin.customer.CustomerKind;
import io.shouxin.rating.GradeTerms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What has to be in place before a facility may be used (放款前提条件), from products, security and grade. */
final class ConditionsPrecedent {

    /** Payments of a working-capital loan above it go to the payee directly (受托支付), by the rules of 2024. */
    private static final BigDecimal ENTRUSTED_PAYMENT_ABOVE = new BigDecimal("10000000");

    private ConditionsPrecedent() {
    }

    static List<String> of(List<ProposedFacility> facilities, GradeTerms grade, CustomerKind customer) {
        if (facilities.isEmpty()) {
            return List.of();
        }
        List<String> conditions = new ArrayList<>();
        if (customer == CustomerKind.ENTERPRISE) {
            conditions.add("CORPORATE_RESOLUTION");
        }
        if (facilities.stream().anyMatch(facility -> facility.kind() == FacilityKind.LENDING)) {
            conditions.add("SETTLEMENT_ACCOUNT_OPENED");
        }
        Set<SecurityType> security = facilities.stream().flatMap(facility -> facility.security().stream())
                .map(SecurityOffer::type).filter(type -> type != SecurityType.UNSECURED).collect(Collectors.toSet());
        if (security.contains(SecurityType.MORTGAGE)) {
            conditions.add("MORTGAGE_REGISTERED");
        }
        if (security.contains(SecurityType.PLEDGE)) {
            conditions.add("PLEDGE_REGISTERED");
        }
        if (security.contains(SecurityType.GUARANTEE)) {
            conditions.add("GUARANTEE_SIGNED");
        }
        if (security.isEmpty() && !grade.lowRisk()) {
            conditions.add("SECURITY_PROVIDED");
        }
        if (facilities.stream().anyMatch(facility -> facility.product().equals(UnderwritingFacts.WORKING_CAPITAL_LOAN)
                && facility.amount().amount().compareTo(ENTRUSTED_PAYMENT_ABOVE) > 0)) {
            conditions.add("ENTRUSTED_PAYMENT_AGREED");
        }
        return List.copyOf(conditions);
    }
}
