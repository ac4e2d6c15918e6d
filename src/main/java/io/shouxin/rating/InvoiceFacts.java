package io.shouxin.rating;

import io.shouxin.customer.InvoiceProfile;
import io.shouxin.identity.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small firm and its VAT invoices. A month has sales when its net valid sales are positive. */
final class InvoiceFacts extends Facts {

    /** Months of history a rating needs at least. */
    static final int FEWEST_MONTHS = 12;

    private final InvoiceProfile profile;

    InvoiceFacts(CommonFacts common, InvoiceProfile profile) {
        super(common);
        this.profile = profile;
    }

    @Override
    RatingBasis basis() {
        return RatingBasis.INVOICES;
    }

    @Override
    Optional<FoundFact> found(String code) {
        return code.equals("INVOICES") ? Optional.of(FoundFact.of(profile).validFor(age.invoiceMonths())) : super.found(code);
    }

    @Override
    List<MissingFact> ownMissing() {
        List<MissingFact> missing = new ArrayList<>();
        if (profile.monthsCovered() < FEWEST_MONTHS) {
            missing.add(MissingFact.of("INVOICE_HISTORY", Role.APPLICANT)
                    .with("required", FEWEST_MONTHS).with("present", profile.monthsCovered()));
        }
        if (age.invoicesAreStale(profile.lastMonth(), today)) {
            missing.add(MissingFact.of("INVOICES_STALE", Role.APPLICANT)
                    .with("lastMonth", profile.lastMonth()).with("months", age.invoiceMonths()));
        }
        askForFirmJudgements(missing);
        return missing;
    }

    @Override
    Map<String, Object> knockOutInputs() {
        Map<String, Object> inputs = super.knockOutInputs();
        if (profile.monthsCovered() >= FEWEST_MONTHS) {
            inputs.put("netSales12m", profile.sales12m());
        }
        return inputs;
    }

    @Override
    KnockOutFact knockOutFact(String name, Object value) {
        return name.equals("netSales12m") ? KnockOutFact.ofInvoices(name, value, profile, age.invoicesAreStale(profile.lastMonth(), today))
                : super.knockOutFact(name, value);
    }

    @Override
    Map<String, Object> scorecardInputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("sales12m", profile.sales12m());
        inputs.put("gapShare", BigDecimal.valueOf(profile.gapMonths())
                .divide(BigDecimal.valueOf(profile.monthsCovered()), 6, RoundingMode.HALF_UP));
        inputs.put("longestGapMonths", BigDecimal.valueOf(longestGap()));
        inputs.put("activeMonths12m", BigDecimal.valueOf(activeMonths12m()));
        inputs.put("voidRate", profile.issued().voidRate().orElse(null));
        inputs.put("redRate", profile.issued().redRate().orElse(null));
        inputs.put("volatility", profile.volatility().orElse(null));
        inputs.put("salesGrowth", profile.salesGrowth().orElse(null));
        inputs.put("topCustomerShare", profile.issued().topShare12m().orElse(null));
        inputs.put("supplierCount", BigDecimal.valueOf(profile.received().counterparties12m()));
        inputs.put("salesMargin", profile.grossMargin().orElse(null));
        inputs.put("monthsCovered", BigDecimal.valueOf(profile.monthsCovered()));
        inputs.put("customerCount", BigDecimal.valueOf(profile.issued().counterparties12m()));
        InvoiceHistory history = InvoiceHistory.of(profile);
        inputs.put("averageMonthlySales", history.averageSales());
        inputs.put("medianMonthlySales", history.medianSales());
        inputs.put("invoicesPerMonth", history.invoicesPerMonth());
        inputs.put("salesVolatility36m", history.volatility().orElse(null));
        putCreditRecord(inputs);
        putFirmJudgements(inputs);
        return inputs;
    }

    private long activeMonths12m() {
        return profile.months().stream()
                .filter(month -> month.month().isAfter(profile.lastMonth().minusMonths(12)))
                .filter(month -> month.sales().signum() > 0).count();
    }

    private int longestGap() {
        int longest = 0;
        int running = 0;
        for (InvoiceProfile.Month month : profile.months()) {
            running = month.sales().signum() > 0 ? 0 : running + 1;
            longest = Math.max(longest, running);
        }
        return longest;
    }
}
