package io.shouxin.origination;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.Money;
import io.shouxin.origination.ConstraintLine.State;
import io.shouxin.origination.SecurityLine.Standing;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.StandingPolicies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as security, by the rates as published, and how much may be lent on it. */
class SecurityCoverTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final PolicyBook POLICIES = StandingPolicies.unlogged();
    private static final PolicyAnswers ANSWERS = (key, inputs) -> POLICIES.evaluate(key, DAY, inputs);

    @ParameterizedTest(name = "{0} worth {1}, claims {2}, valued {3} by {4}: {6} counts, {7}")
    @CsvSource(delimiter = '|', value = {
        "RESIDENTIAL_PROPERTY|1000000|0|2026-11-27|EXTERNAL|CUSTOMER|700000.00|COUNTED",
        "COMMERCIAL_PROPERTY|1000000|0|2026-11-27|BANK|THIRD_PARTY|600000.00|COUNTED",
        "INDUSTRIAL_PROPERTY|1000000|400000|2026-11-27|EXTERNAL|CUSTOMER|330000.00|COUNTED",
        "INDUSTRIAL_PROPERTY|1000000|999999.99|2026-11-27|EXTERNAL|CUSTOMER|0.00|COUNTED",
        "INDUSTRIAL_PROPERTY|1000000|1000000|2026-11-27|EXTERNAL|CUSTOMER|0|NOTHING_LEFT",
        "INDUSTRIAL_PROPERTY|1000000|1000000.01|2026-11-27|EXTERNAL|CUSTOMER|0|NOTHING_LEFT",
        "LAND_USE_RIGHT|1000000|0|2025-11-27|EXTERNAL|CUSTOMER|600000.00|COUNTED",
        "LAND_USE_RIGHT|1000000|0|2025-11-26|EXTERNAL|CUSTOMER|0|VALUATION_TOO_OLD",
        "LISTED_SHARES|1000000|0|2026-10-27|BANK|CUSTOMER|500000.00|COUNTED",
        "LISTED_SHARES|1000000|0|2026-10-26|BANK|CUSTOMER|0|VALUATION_TOO_OLD",
        "EQUIPMENT|1000000|0|2026-11-27|CUSTOMER_ESTIMATE|CUSTOMER|0|CUSTOMER_ESTIMATE",
        "DEPOSIT|1000000|0|2026-11-27|BANK|CUSTOMER|950000.00|COUNTED",
        "RECEIVABLES|333333.33|0|2026-11-27|BANK|CUSTOMER|233333.33|COUNTED",
        "UNLISTED_EQUITY|1000000|0|2026-11-27|EXTERNAL|CUSTOMER|0|NO_ADVANCE_RATE",
        "INTELLECTUAL_PROPERTY|1000000|0|2026-11-27|EXTERNAL|CUSTOMER|0|NO_ADVANCE_RATE",
        "OTHER|1000000|0|2026-11-27|EXTERNAL|CUSTOMER|0|NO_ADVANCE_RATE",
        "GUARANTEE_OF_FIRM|1000000|0|2026-11-27|BANK|THIRD_PARTY|400000.00|COUNTED",
        "GUARANTEE_OF_FIRM|1000000|0|2026-11-27|BANK|RELATED_PARTY|0|RELATED_GUARANTEE_ALONE",
        "GUARANTEE_OF_PERSON|1000000|0|2026-11-27|BANK|RELATED_PARTY|0|RELATED_GUARANTEE_ALONE",
        "GUARANTEE_OF_GUARANTEE_COMPANY|1000000|0|2026-11-27|BANK|THIRD_PARTY|800000.00|COUNTED",
        "RESIDENTIAL_PROPERTY|1000000|0|2026-11-27|EXTERNAL|RELATED_PARTY|700000.00|COUNTED"})
    void countsTheValueLeftAfterPriorClaimsAtTheRateOfTheKind(SecurityKind kind, String value, String claims, LocalDate day, Valuer valuer,
                                                              SecurityOwner owner, String counted, Standing standing) {
        SecurityLine line = cover("0.5", valued(kind, value, claims, day, valuer, owner)).lines().get(0);
        assertThat(line.standing()).isEqualTo(standing);
        assertThat(line.counted()).isEqualTo(Money.cny(counted));
        assertThat(line.pledged()).isEqualTo(!claims.equals("0"));
        assertThat(line.approvedBy()).isEqualTo(standing != Standing.NO_ADVANCE_RATE ? null : kind == SecurityKind.OTHER ? "COMMITTEE" : "RISK_DIRECTOR");
    }

    @ParameterizedTest(name = "{0} required, {1} counts, {2} asked for: {3}")
    @CsvSource(delimiter = '|', value = {
        "0.5|700000|1000000|1000000.00", "1|700000|1000000|700000.00", "0.7|700000|1000000|1000000.00", "0.7|699999.99|1000000|999999.98",
        "1.2|700000|1000000|583333.33", "1|1000000|1000000|1000000.00", "1|1000000.01|1000000|1000000.00"})
    void lendsWhatCountsOverTheCoverRequiredAndNoMoreThanIsAskedFor(String required, String counted, String asked, String amount) {
        SecurityCover cover = new SecurityCover(List.of(counting(counted)), Map.of(1, new BigDecimal(required)));
        assertThat(cover.line(form(asked)).amount()).isEqualTo(Money.cny(amount));
    }

    @Test
    void isNotApplicableWhereNoSecurityIsAskedFor() {
        ConstraintLine line = cover("0", unseen()).line(form("1000000"));
        assertThat(line.state()).isEqualTo(State.NOT_APPLICABLE);
        assertThat(line.notes()).containsExactly("SECURITY_NOT_REQUIRED");
    }

    @Test
    void givesNothingOnTheGuaranteeOfARelatedPartyAloneAndSaysWhy() {
        ConstraintLine line = cover("0.5", valued(SecurityKind.GUARANTEE_OF_FIRM, "9000000", "0", DAY, Valuer.BANK, SecurityOwner.RELATED_PARTY))
                .line(form("1000000"));
        assertThat(line.state()).isEqualTo(State.KNOWN);
        assertThat(line.amount()).isEqualTo(Money.cny("0"));
        assertThat(line.notes()).contains("RELATED_GUARANTEE_ALONE");
    }

    @Test
    void countsTheGuaranteeOfARelatedPartyBesideOtherSecurity() {
        SecurityCover cover = cover("1", valued(SecurityKind.GUARANTEE_OF_FIRM, "1000000", "0", DAY, Valuer.BANK, SecurityOwner.RELATED_PARTY),
                valued(SecurityKind.DEPOSIT, "100000", "0", DAY, Valuer.BANK, SecurityOwner.CUSTOMER));
        assertThat(cover.line(form("1000000")).amount()).isEqualTo(Money.cny("495000"));
        assertThat(cover.lines()).extracting(SecurityLine::standing).containsOnly(Standing.COUNTED);
    }

    @Test
    void doesNotLetUncountedSecurityStandBesideARelatedGuarantee() {
        SecurityCover cover = cover("1", valued(SecurityKind.GUARANTEE_OF_FIRM, "1000000", "0", DAY, Valuer.BANK, SecurityOwner.RELATED_PARTY),
                valued(SecurityKind.EQUIPMENT, "100000", "100000", DAY, Valuer.BANK, SecurityOwner.CUSTOMER));
        assertThat(cover.line(form("1000000")).amount()).isEqualTo(Money.cny("0"));
    }

    @Test
    void leavesWhatIsNotValuedToVerifyAndCountsItNowhere() {
        ConstraintLine line = cover("0.5", unseen()).line(form("1000000"));
        assertThat(line.state()).isEqualTo(State.MISSING);
        assertThat(line.missing()).containsExactly("SECURITY_VALUE");
        assertThat(line.amount()).isNull();
    }

    @Test
    void doesNotWaitForAValueThatIsNotNeeded() {
        ConstraintLine line = cover("0.5", unseen(), valued(SecurityKind.DEPOSIT, "600000", "0", DAY, Valuer.BANK, SecurityOwner.CUSTOMER))
                .line(form("1000000"));
        assertThat(line.state()).isEqualTo(State.KNOWN);
        assertThat(line.notes()).contains("SECURITY_TO_VERIFY");
    }

    @Test
    void givesNothingWhereSecurityIsNeededAndNoneOffered() {
        ConstraintLine line = new SecurityCover(List.of(), Map.of(1, BigDecimal.ONE)).line(form("1000000"));
        assertThat(line.amount()).isEqualTo(Money.cny("0"));
        assertThat(line.notes()).containsExactly("SECURITY_NONE");
    }

    @Test
    void keepsTheSecurityOfOneFacilityOffTheOther() {
        ApplicationForm two = new ApplicationForm(List.of(facility("600000"), facility("400000")), null, true, true, null);
        SecurityCover cover = new SecurityCover(List.of(counting("900000")), Map.of(1, BigDecimal.ONE, 2, BigDecimal.ONE));
        assertThat(cover.line(two).amount()).isEqualTo(Money.cny("600000"));
        assertThat(new SecurityCover(List.of(counting("900000")), Map.of(1, BigDecimal.ONE, 2, BigDecimal.ZERO)).line(two).amount())
                .as("what needs no security comes on top").isEqualTo(Money.cny("1000000"));
    }

    @ParameterizedTest(name = "{0} for {1} ({2}): {3}")
    @CsvSource({"WORKING_CAPITAL_LOAN,EXCELLENT,false,0", "WORKING_CAPITAL_LOAN,GOOD,true,0", "WORKING_CAPITAL_LOAN,FAIR,true,0",
        "WORKING_CAPITAL_LOAN,FAIR,false,0.5", "WORKING_CAPITAL_LOAN,WATCH,true,1", "FIXED_ASSET_LOAN,EXCELLENT,false,0.7", "FIXED_ASSET_LOAN,FAIR,false,1",
        "BANK_ACCEPTANCE,GOOD,false,0.3", "BANK_ACCEPTANCE,POOR,false,1", "TRADE_OPEN_ACCOUNT,FAIR,false,0", "TRADE_OPEN_ACCOUNT,WATCH,false,1",
        "FINANCE_LEASE,POOR,false,0", "PERSONAL_BUSINESS_LOAN,GOOD,false,0", "PERSONAL_BUSINESS_LOAN,FAIR,false,0.5"})
    void asksForCoverByProductAndGrade(String product, String grade, boolean smallFirm, String cover) {
        ApplicationForm form = new ApplicationForm(List.of(new RequestedFacility(FacilityKind.LENDING, product, BigDecimal.TEN, "CNY", 12, "采购", null)),
                null, true, true, null);
        assertThat(SecurityCover.required(ANSWERS, form, grade, smallFirm).get(1)).isEqualByComparingTo(cover);
    }

    @Test
    void aKindTheTableDoesNotKnowCountsNothingAndNeedsTheCommittee() {
        AdvanceRate rate = AdvanceRate.of(SecurityKind.DEPOSIT, java.util.Optional.empty());
        assertThat(rate.given()).isFalse();
        assertThat(rate.approvedBy()).isEqualTo("COMMITTEE");
    }

    private static SecurityCover cover(String required, SecurityValuation... valuations) {
        List<SecurityOffer> offers = new ArrayList<>();
        List<SecurityValuation> placed = new ArrayList<>();
        for (SecurityValuation valuation : valuations) {
            offers.add(new SecurityOffer(valuation == null ? SecurityType.MORTGAGE : valuation.kind().usualType(), "担保", BigDecimal.TEN));
            if (valuation != null) {
                placed.add(new SecurityValuation(1, offers.size(), valuation.kind(), null, valuation.value(), "CNY", valuation.valuedOn(),
                        valuation.valuer(), valuation.priorClaims(), valuation.rank(), valuation.owner(), valuation.evidence()));
            }
        }
        ApplicationForm form = new ApplicationForm(List.of(new RequestedFacility(FacilityKind.LENDING, "WORKING_CAPITAL_LOAN", BigDecimal.TEN, "CNY", 12,
                "采购", offers)), null, true, true, null);
        return new SecurityCover(SecurityCover.judged(form, placed, kind -> SecurityCover.rate(ANSWERS, kind), DAY), Map.of(1, new BigDecimal(required)));
    }

    private static SecurityValuation unseen() {
        return null;
    }

    private static SecurityValuation valued(SecurityKind kind, String value, String claims, LocalDate day, Valuer valuer, SecurityOwner owner) {
        return new SecurityValuation(1, 1, kind, null, new BigDecimal(value), "CNY", day, valuer, new BigDecimal(claims), claims.equals("0") ? 1 : 2,
                owner, "评估报告");
    }

    private static SecurityLine counting(String counted) {
        return new SecurityLine(1, 1, SecurityType.PLEDGE, SecurityKind.DEPOSIT, "存单", Money.cny("1"), Money.cny(counted), DAY, Valuer.BANK,
                Money.cny("0"), 1, SecurityOwner.CUSTOMER, "存单", BigDecimal.ONE, Money.cny(counted), Standing.COUNTED, null);
    }

    private static ApplicationForm form(String amount) {
        return new ApplicationForm(List.of(facility(amount)), null, true, true, null);
    }

    private static RequestedFacility facility(String amount) {
        return new RequestedFacility(FacilityKind.LENDING, "WORKING_CAPITAL_LOAN", new BigDecimal(amount), "CNY", 12, "采购原材料", null);
    }
}
