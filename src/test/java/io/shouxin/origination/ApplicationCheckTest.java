package io.shouxin.origination;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApplicationCheckTest {

    private static final BigDecimal FLOOR = new BigDecimal("100");
    private static final OperatingData TOLD = new OperatingData("来料加工", "轴承", null, new BigDecimal("0.1"), BigDecimal.ZERO,
            BigDecimal.ZERO, BigDecimal.ZERO);

    @Test
    void findsNothingWrongWithAProperApplication() {
        assertThat(check(form(facility("2000000", "CNY", 12, "采购原材料")))).isEmpty();
    }

    @Test
    void collectsEveryRefusalAtItsField() {
        RequestedFacility wrong = new RequestedFacility(FacilityKind.LENDING, "WORKING_CAPITAL_LOAN", new BigDecimal("-1"), "USD", 37, "货款",
                List.of(new SecurityOffer(SecurityType.MORTGAGE, "", new BigDecimal("0"))));
        ApplicationForm form = new ApplicationForm(List.of(facility("100", "CNY", 12, "采购原材料"), wrong), "", false, false, null);

        assertThat(check(form)).extracting(Refusal::code, Refusal::field).containsExactlyInAnyOrder(
                refused("AMOUNT_NOT_POSITIVE", "facilities[1].amount"),
                refused("CURRENCY_NOT_OFFERED", "facilities[1].currency"),
                refused("TENOR_OUT_OF_RANGE", "facilities[1].tenorMonths"),
                refused("TEXT_TOO_SHORT", "facilities[1].purpose"),
                refused("FIELD_REQUIRED", "facilities[1].security[0].description"),
                refused("AMOUNT_NOT_POSITIVE", "facilities[1].security[0].value"),
                refused("POLICY_NOT_ACCEPTED", "policyAccepted"),
                refused("REPORT_NOT_AUTHORISED", "creditReportAuthorised"),
                refused("FIELD_REQUIRED", "operating.businessModel"));
    }

    @Test
    void refusesAbsurdAmountsAndFractionsOfAFen() {
        assertThat(codes(form(facility("10000000001", "CNY", 12, "采购原材料")))).contains("AMOUNT_TOO_LARGE");
        assertThat(codes(form(facility("100.001", "CNY", 12, "采购原材料")))).containsExactly("AMOUNT_TOO_PRECISE");
    }

    @Test
    void refusesAnApplicationForNothingAndOneForElevenFacilities() {
        assertThat(codes(form())).containsExactly("FACILITIES_MISSING");
        RequestedFacility one = facility("100", "CNY", 12, "采购原材料");
        assertThat(codes(form(Collections.nCopies(11, one).toArray(RequestedFacility[]::new)))).containsExactly("TOO_MANY_FACILITIES");
    }

    @Test
    void refusesAProductTheBankDoesNotHaveOrNotForThisKindOfCustomer() {
        RequestedFacility unknown = new RequestedFacility(FacilityKind.LENDING, "MOON_LOAN", new BigDecimal("100"), "CNY", 12, "采购原材料", null);
        assertThat(codes(form(unknown))).containsExactly("PRODUCT_UNKNOWN");
        assertThat(new ApplicationCheck("INDIVIDUAL", FLOOR, ApplicationCheckTest::terms).check(form(facility("100", "CNY", 12, "采购原材料"))))
                .extracting(Refusal::code).containsExactly("PRODUCT_NOT_FOR_CUSTOMER");
    }

    @Test
    void refusesLessThanIsEverGrantedAndCountsTheFacilitiesTogether() {
        assertThat(check(form(facility("99.99", "CNY", 12, "采购原材料")))).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("AMOUNT_BELOW_FLOOR");
            assertThat(refusal.field()).isEqualTo("facilities[0].amount");
            assertThat(refusal.arguments()).containsEntry("least", "CNY 100.00");
        });
        RequestedFacility half = facility("50", "CNY", 12, "采购原材料");
        assertThat(check(form(half, half))).isEmpty();
        assertThat(check(form(half, facility("49", "CNY", 12, "采购原材料")))).extracting(Refusal::code, Refusal::field)
                .containsExactly(refused("AMOUNT_BELOW_FLOOR", "facilities"));
    }

    @Test
    void countsCharactersNotCodeUnits() {
        assertThat(codes(form(facility("100", "CNY", 12, "𠮷𠮷𠮷𠮷")))).containsExactly("TEXT_TOO_SHORT");
        assertThat(codes(form(facility("100", "CNY", 12, "𠮷".repeat(500))))).isEmpty();
        assertThat(codes(form(facility("100", "CNY", 12, "长".repeat(501))))).containsExactly("TEXT_TOO_LONG");
    }

    private static org.assertj.core.groups.Tuple refused(String code, String field) {
        return org.assertj.core.groups.Tuple.tuple(code, field);
    }

    private static List<String> codes(ApplicationForm form) {
        return check(form).stream().map(Refusal::code).toList();
    }

    private static List<Refusal> check(ApplicationForm form) {
        return new ApplicationCheck("ENTERPRISE", FLOOR, ApplicationCheckTest::terms).check(form);
    }

    private static Optional<ProductTerms> terms(String product, FacilityKind kind) {
        return product.equals("WORKING_CAPITAL_LOAN") && kind == FacilityKind.LENDING
                ? Optional.of(new ProductTerms(product, kind, 1, 36, true, "ENTERPRISE", new BigDecimal("200000000"), "LPR1Y", "1"))
                : Optional.empty();
    }

    private static ApplicationForm form(RequestedFacility... facilities) {
        return new ApplicationForm(List.of(facilities), null, true, true, TOLD);
    }

    private static RequestedFacility facility(String amount, String currency, int tenorMonths, String purpose) {
        return new RequestedFacility(FacilityKind.LENDING, "WORKING_CAPITAL_LOAN", new BigDecimal(amount), currency, tenorMonths, purpose, null);
    }
}
