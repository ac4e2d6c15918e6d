package io.shouxin.rating;

import io.shouxin.customer.CreditReport;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.InvoiceProfile;
import io.shouxin.customer.InvoiceRegister;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.policy.PolicyBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A firm's score on its invoices alone (试算), for checking the scorecard against known outcomes. Credit record and judgements,
 * which a data set of invoices has not, are assumed to be clean and average, the same for all firms. No rating comes of it:
 * nothing is stored, and firms are scored that would be too large to be rated on invoices.
 */
@Service
@Transactional(readOnly = true)
public class InvoiceTrial {

    private static final Set<String> ASSUMED = Set.of("overdueCount24m", "queries6m", "managementQuality", "marketPosition",
            "industryOutlook", "siteVisit", "taxRecord", "backgroundCheck", "externalRating", "pastTrading");

    private final CustomerRegister customers;
    private final InvoiceRegister invoices;
    private final PolicyBook policies;
    private final FactAge age;
    private final RatingPolicies frame;

    InvoiceTrial(CustomerRegister customers, InvoiceRegister invoices, PolicyBook policies, FactAge age, RatingPolicies frame) {
        this.frame = frame;
        this.customers = customers;
        this.invoices = invoices;
        this.policies = policies;
        this.age = age;
    }

    /**
     * @param facts what the invoices say, by the names of the scorecard's inputs; null where undefined
     * @param sales net valid sales without tax over all invoices, in yuan
     * @param score 0 to 100
     */
    public record Sheet(Map<String, Object> facts, BigDecimal sales, BigDecimal score) {
    }

    /**
     * @param day the scorecard in force on this day is asked; invoices after it are not looked at
     * @return empty for a firm with less than the months of invoices a rating needs
     */
    public Optional<Sheet> of(CustomerId customer, LocalDate day) {
        CustomerView firm = customers.find(customer).orElseThrow(() -> new IllegalArgumentException("no customer " + customer));
        InvoiceProfile profile = invoices.profile(customer, day);
        if (profile.monthsCovered() < InvoiceFacts.FEWEST_MONTHS) {
            return Optional.empty();
        }
        CreditReport clean = new CreditReport(day, 0, 0, 0, Money.cny("0"), Money.cny("0"), 0, false, false, "TRIAL", "假定");
        Assessment average = Assessment.ofFirm(Judgement.ADEQUATE, Judgement.ADEQUATE, Judgement.ADEQUATE, Judgement.ADEQUATE, "");
        Map<String, Object> known = new InvoiceFacts(new Facts.CommonFacts(firm, Optional.of(clean), average, day, age, day, frame, Map.of()),
                profile).scorecardInputs();
        Map<String, Object> asked = new LinkedHashMap<>();
        policies.inputs(RatingBasis.INVOICES.scorecard(), day).forEach(input -> asked.put(input.name(), known.get(input.name())));
        BigDecimal score = ScoreSheet.of(policies.evaluate(RatingBasis.INVOICES.scorecard(), day, asked), asked).score();
        Map<String, Object> facts = new LinkedHashMap<>(known);
        facts.keySet().removeAll(ASSUMED);
        return Optional.of(new Sheet(facts, profile.issued().validAmount(), score));
    }
}
