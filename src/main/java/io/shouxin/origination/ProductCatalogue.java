package io.shouxin.origination;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Money;
import io.shouxin.policy.PolicyBook;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What can be applied for today (产品目录), by policy {@code product-terms}. */
@Service
public class ProductCatalogue {

    private final PolicyBook policies;
    private final BusinessClock clock;

    ProductCatalogue(PolicyBook policies, BusinessClock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /** Products in force, by code. */
    public List<Offered> today() {
        LocalDate today = clock.today();
        return policies.inputs(ProductTerms.POLICY, today).stream().filter(input -> input.name().equals("product"))
                .flatMap(input -> input.allowed().stream()).sorted()
                .flatMap(product -> Arrays.stream(FacilityKind.values())
                        .map(kind -> ProductTerms.of(policies, today, product, kind)).flatMap(Optional::stream))
                .map(Offered::of).toList();
    }

    /**
     * A product on offer.
     *
     * @param customerKinds {@code ENTERPRISE}, {@code INDIVIDUAL} or both
     * @param maxAmount     of one facility, in yuan
     */
    public record Offered(String product, FacilityKind kind, int minTenorMonths, int maxTenorMonths, boolean revolving,
                          Set<String> customerKinds, Money maxAmount) {

        private static Offered of(ProductTerms terms) {
            Set<String> kinds = terms.customerKind().equals("ANY") ? Set.of("ENTERPRISE", "INDIVIDUAL") : Set.of(terms.customerKind());
            return new Offered(terms.product(), terms.kind(), terms.minTenorMonths(), terms.maxTenorMonths(), terms.revolving(), kinds,
                    Money.cny(terms.maxAmount()));
        }
    }
}
