package io.shouxin.origination;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads an application line by line and notes everything that is wrong with it, each at its field. */
final class ApplicationCheck {

    /** Ten thousand million yuan: anything above is a slip of the keyboard, not a request. */
    static final BigDecimal AMOUNT_CEILING = new BigDecimal("10000000000");
    static final int MOST_FACILITIES = 10;
    static final int MOST_SECURITIES = 20;
    private static final String CNY = "CNY";

    private final List<Refusal> refusals = new ArrayList<>();
    private final String customerKind;
    private final BigDecimal floor;
    private final BiFunction<String, FacilityKind, Optional<ProductTerms>> terms;

    /**
     * @param customerKind null while the customer isn't known
     * @param floor        the least that is granted to that kind of customer, in yuan; zero while the customer isn't known
     */
    ApplicationCheck(String customerKind, BigDecimal floor, BiFunction<String, FacilityKind, Optional<ProductTerms>> terms) {
        this.customerKind = customerKind;
        this.floor = floor;
        this.terms = terms;
    }

    /** All refusals; empty when the form may be submitted. */
    List<Refusal> check(ApplicationForm form) {
        if (form == null) {
            return List.of(Refusal.of("FIELD_REQUIRED").at("facilities"));
        }
        facilities(form.facilities());
        optionalText(form.groupName(), 2, 100, "groupName");
        if (!form.policyAccepted()) {
            refuse("POLICY_NOT_ACCEPTED", "policyAccepted");
        }
        if (!form.creditReportAuthorised()) {
            refuse("REPORT_NOT_AUTHORISED", "creditReportAuthorised");
        }
        operating(form.operating());
        return List.copyOf(refusals);
    }

    /** What the start form says of product and amount. */
    List<Refusal> check(OpenApplication opening) {
        if (opening.choice() == null) {
            refuse("FIELD_REQUIRED", "choice");
        }
        product(opening.product(), opening.facilityKind(), "");
        if (amount(opening.amount(), opening.currency(), "")) {
            notBelowFloor(opening.amount(), "amount");
        }
        return List.copyOf(refusals);
    }

    private void facilities(List<RequestedFacility> facilities) {
        if (facilities.isEmpty()) {
            refuse("FACILITIES_MISSING", "facilities");
        }
        if (facilities.size() > MOST_FACILITIES) {
            refusals.add(Refusal.of("TOO_MANY_FACILITIES").at("facilities").with("most", MOST_FACILITIES));
            return;
        }
        BigDecimal total = BigDecimal.ZERO;
        boolean sound = !facilities.isEmpty();
        for (int i = 0; i < facilities.size(); i++) {
            String at = "facilities[" + i + "].";
            RequestedFacility facility = facilities.get(i);
            if (facility == null) {
                refuse("FIELD_REQUIRED", at + "product");
                sound = false;
                continue;
            }
            Optional<ProductTerms> known = product(facility.product(), facility.kind(), at);
            sound &= amount(facility.amount(), facility.currency(), at);
            total = facility.amount() == null ? total : total.add(facility.amount());
            tenor(facility.tenorMonths(), known, at);
            text(facility.purpose(), 5, 500, at + "purpose");
            security(facility.security(), at);
        }
        if (total.compareTo(AMOUNT_CEILING) > 0) {
            refusals.add(Refusal.of("AMOUNT_TOO_LARGE").at("facilities").with("most", Money.cny(AMOUNT_CEILING)));
        }
        if (sound) {
            notBelowFloor(total, facilities.size() == 1 ? "facilities[0].amount" : "facilities");
        }
    }

    private void notBelowFloor(BigDecimal amount, String field) {
        if (amount.compareTo(floor) < 0) {
            refusals.add(Refusal.of("AMOUNT_BELOW_FLOOR").at(field).with("least", Money.cny(floor)));
        }
    }

    private Optional<ProductTerms> product(String product, FacilityKind kind, String at) {
        if (kind == null) {
            refuse("FIELD_REQUIRED", at + (at.isEmpty() ? "facilityKind" : "kind"));
        }
        if (product == null || product.isBlank()) {
            refuse("FIELD_REQUIRED", at + "product");
        }
        if (kind == null || product == null || product.isBlank()) {
            return Optional.empty();
        }
        Optional<ProductTerms> known = product.length() > 40 ? Optional.empty() : terms.apply(product, kind);
        if (known.isEmpty()) {
            refusals.add(Refusal.of("PRODUCT_UNKNOWN").at(at + "product").with("product", shortened(product)));
        } else if (customerKind != null && !known.get().suits(customerKind)) {
            refusals.add(Refusal.of("PRODUCT_NOT_FOR_CUSTOMER").at(at + "product").with("product", product));
        }
        return known;
    }

    /** @return whether there is nothing wrong with either */
    private boolean amount(BigDecimal amount, String currency, String at) {
        int before = refusals.size();
        if (currency == null || currency.isBlank()) {
            refuse("FIELD_REQUIRED", at + "currency");
        } else if (!CNY.equals(currency)) {
            refusals.add(Refusal.of("CURRENCY_NOT_OFFERED").at(at + "currency").with("currency", shortened(currency)));
        }
        amount(amount, at + "amount", false);
        return refusals.size() == before;
    }

    private void amount(BigDecimal amount, String field, boolean mayBeZero) {
        FieldCheck.amount(amount, field, mayBeZero, AMOUNT_CEILING, refusals);
    }

    private void tenor(Integer tenorMonths, Optional<ProductTerms> known, String at) {
        if (tenorMonths == null) {
            refuse("FIELD_REQUIRED", at + "tenorMonths");
            return;
        }
        known.filter(product -> tenorMonths < product.minTenorMonths() || tenorMonths > product.maxTenorMonths())
                .ifPresent(product -> refusals.add(Refusal.of("TENOR_OUT_OF_RANGE").at(at + "tenorMonths")
                        .with("from", product.minTenorMonths()).with("to", product.maxTenorMonths())));
    }

    private void security(List<SecurityOffer> offers, String at) {
        if (offers.size() > MOST_SECURITIES) {
            refusals.add(Refusal.of("TOO_MANY_SECURITIES").at(at + "security").with("most", MOST_SECURITIES));
            return;
        }
        for (int i = 0; i < offers.size(); i++) {
            SecurityOffer offer = offers.get(i);
            String field = at + "security[" + i + "].";
            if (offer.type() == null) {
                refuse("FIELD_REQUIRED", field + "type");
            } else if (offer.type() != SecurityType.UNSECURED) {
                text(offer.description(), 2, 500, field + "description");
                amount(offer.value(), field + "value", false);
            }
        }
    }

    private void operating(OperatingData data) {
        if (data == null) {
            refuse("FIELD_REQUIRED", "operating.businessModel");
            return;
        }
        text(data.businessModel(), 2, 1000, "operating.businessModel");
        optionalText(data.mainProducts(), 2, 1000, "operating.mainProducts");
        optionalAmount(data.expectedRevenue(), "operating.expectedRevenue");
        optionalAmount(data.ownFunds(), "operating.ownFunds");
        optionalAmount(data.existingWorkingCapitalLoans(), "operating.existingWorkingCapitalLoans");
        optionalAmount(data.otherFunding(), "operating.otherFunding");
        BigDecimal growth = data.expectedGrowth();
        if (growth != null && (growth.compareTo(BigDecimal.ONE.negate()) <= 0 || growth.compareTo(BigDecimal.TEN) > 0)) {
            refuse("GROWTH_OUT_OF_RANGE", "operating.expectedGrowth");
        }
    }

    private void optionalAmount(BigDecimal amount, String field) {
        if (amount != null) {
            amount(amount, field, true);
        }
    }

    private void text(String text, int least, int most, String field) {
        FieldCheck.text(text, least, most, field, refusals);
    }

    private void optionalText(String text, int least, int most, String field) {
        FieldCheck.optionalText(text, least, most, field, refusals);
    }

    private void refuse(String code, String field) {
        refusals.add(Refusal.of(code).at(field));
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    /** The sum asked for; the form has passed the check. */
    static Money total(ApplicationForm form) {
        Currency currency = Currency.getInstance(form.facilities().get(0).currency());
        return form.facilities().stream().map(facility -> Money.of(facility.amount(), currency)).reduce(Money.zero(currency), Money::plus);
    }
}
