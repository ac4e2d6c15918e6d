package io.shouxin.contract;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.ProposalId;
import io.shouxin.kernel.Rate;
import io.shouxin.kernel.Wording;
import io.shouxin.limit.ReservationId;
import io.shouxin.origination.ApprovedTerms;
import io.shouxin.origination.Covenant;
import io.shouxin.origination.CovenantBound;
import io.shouxin.origination.CovenantFrequency;
import io.shouxin.origination.CovenantKind;
import io.shouxin.origination.CovenantStep;
import io.shouxin.origination.CovenantUnit;
import io.shouxin.origination.FacilityKind;
import io.shouxin.origination.ProposedFacility;
import io.shouxin.origination.SecurityOffer;
import io.shouxin.origination.SecurityType;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.beans.BeanUtils;

/** Terms to print, sign and activate in tests. */
final class Samples {

    static final CustomerId CUSTOMER = new CustomerId("C-2026-900007");
    static final ApplicationId APPLICATION = new ApplicationId("CA-2026-900123");

    private Samples() {
    }

    /** A secured loan and a line on open account, 3.5 million together. */
    static FrozenTerms terms() {
        return new FrozenTerms(approved("3000000", List.of("MORTGAGE_REGISTERED", "CORPORATE_RESOLUTION"),
                new SecurityOffer(SecurityType.MORTGAGE, "上海市松江区厂房，权证号沪（2024）松字不动产权第012345号", new BigDecimal("5200000"))), sheet());
    }

    static TermSheet sheet() {
        return new TermSheet(List.of(new FacilityTerms(1, RateBasis.LPR, "LPR1Y", Rate.of("0.03"), new BigDecimal("135"), 12, Rate.of("0.0435"),
                        RepaymentType.INTEREST_MONTHLY, List.of(RepaymentType.ANNUITY, RepaymentType.EQUAL_PRINCIPAL), null, Rate.of("0")),
                new FacilityTerms(2, null, null, null, null, null, null, null, List.of(), 60, Rate.of("0"))), null, covenants());
    }

    static List<Covenant> covenants() {
        return List.of(new Covenant("QUARTERLY_STATEMENTS", CovenantKind.INFORMATIONAL, Covenant.STATEMENTS, null, null, null, List.of(), CovenantFrequency.QUARTERLY, 30, 10,
                        15, "OWN", List.of(1, 2)),
                new Covenant("DEBT_RATIO", CovenantKind.FINANCIAL, "assetLiabilityRatio", CovenantBound.AT_MOST, new BigDecimal("0.7"), CovenantUnit.FRACTION,
                        List.of(new CovenantStep(12, new BigDecimal("0.65"))), CovenantFrequency.QUARTERLY, 45, 10, 15, "OWN", List.of(1)));
    }

    static ApprovedTerms approved(String loan, List<String> conditions, SecurityOffer... security) {
        return new ApprovedTerms(APPLICATION, CUSTOMER, EntityCode.HEAD_OFFICE, new ProposalId("CP-2026-000009"), "cd".repeat(32),
                Money.cny(loan).plus(Money.cny("500000")), Rate.of("0.0435"), 60,
                List.of(new ProposedFacility(1, FacilityKind.LENDING, "WORKING_CAPITAL_LOAN", Money.cny("4000000"), Money.cny(loan), 12, true,
                                Rate.of("0.0435"), null, "采购钢材和外协加工费", List.of(security)),
                        new ProposedFacility(2, FacilityKind.TRADE_CREDIT, "TRADE_OPEN_ACCOUNT", Money.cny("500000"), Money.cny("500000"), 12, true,
                                null, 60, "赊购标准件", List.of())),
                conditions, covenants(), "GOOD", new ReservationId("LR-2026-000001"));
    }

    static Wording wording() {
        try {
            var constructor = Wording.class.getDeclaredConstructor();
            return BeanUtils.instantiateClass(constructor);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
