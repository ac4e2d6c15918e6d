package io.shouxin.origination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.RatingId;
import io.shouxin.origination.Constraint.Figures;
import io.shouxin.policy.PolicySet;
import io.shouxin.policy.StandingPolicies;
import io.shouxin.rating.RatingBasis;
import io.shouxin.rating.RatingEvidence;
import io.shouxin.rating.RatingView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other grades and tables tried on a frozen proposal: what policies decide moves, what they do not stays. */
class LimitRecountTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final PolicySet TODAY = StandingPolicies.unlogged().on(DAY);
    private static final ApplicationForm FORM = new ApplicationForm(List.of(new RequestedFacility(FacilityKind.LENDING, "WORKING_CAPITAL_LOAN",
            new BigDecimal("5000000"), "CNY", 12, "采购原材料", List.of(new SecurityOffer(SecurityType.MORTGAGE, "厂房", new BigDecimal("4000000"))))), null, true,
            true, null);

    /** Industrial property worth 4 million counts 2.2; net assets of 10 million carry 8, 5 and 2. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"EXCELLENT,5000000", "GOOD,5000000", "FAIR,4400000", "WATCH,2000000", "POOR,0"})
    void tellsTheCoverAgainForEachGrade(String grade, String limit) {
        LimitRecount recount = LimitRecount.of(frozen(), FORM, rating(), grade, TODAY).orElseThrow();
        assertThat(recount.amount()).isEqualTo(Money.cny(limit));
    }

    @Test
    void leavesWhatIsToBeVerifiedAndHowOldAValuationWasAsItWasFound() {
        SecurityLine old = SecurityCover.judged(FORM, List.of(valuation(LocalDate.of(2024, 1, 1))), kind -> SecurityCover.rate(TODAY::evaluate, kind), DAY).get(0);
        assertThat(old.standing()).isEqualTo(SecurityLine.Standing.VALUATION_TOO_OLD);
        assertThat(old.again(SecurityCover.rate(TODAY::evaluate, old.kind())).standing()).isEqualTo(SecurityLine.Standing.VALUATION_TOO_OLD);
        SecurityLine unseen = SecurityLine.unseen(1, 1, FORM.facilities().get(0).security().get(0));
        assertThat(unseen.again(new AdvanceRate(SecurityKind.DEPOSIT, BigDecimal.ONE, 12, "NONE"))).isEqualTo(unseen);
    }

    @Test
    void triesOtherLimitsOfConcentrationOnTheFrozenFigures() {
        ProposalContent frozen = frozen();
        Concentration bank = frozen.concentration();
        LenderFigures trade = new LenderFigures(LenderKind.TRADING_GROUP, DAY, bank.figures().netCapital(), null, bank.figures().lendableFunds(), "年报");
        assertThat(bank.line(Dimension.CUSTOMER, TODAY::evaluate).state()).isEqualTo(ConstraintLine.State.KNOWN);
        assertThat(new Concentration(trade, false, "C", "31", bank.exposures()).line(Dimension.CUSTOMER, TODAY::evaluate).state())
                .isEqualTo(ConstraintLine.State.NOT_APPLICABLE);
    }

    @Test
    void aProposalOfBeforeHasNeitherAndIsToldAgainAsItWas() throws JsonProcessingException {
        ObjectNode stored = (ObjectNode) new ObjectMapper().readTree(StoredJson.write(frozen()));
        stored.remove(List.of("concentration", "security"));
        stored.get("constraints").forEach(line -> ((ObjectNode) line).remove("notes"));
        ProposalContent old = StoredJson.read(stored.toString(), ProposalContent.class);
        assertThat(old.concentration()).isNull();
        assertThat(old.constraints()).allMatch(line -> line.notes().isEmpty());
        ProposalContent without = new ProposalContent(old.applicationId(), old.customerId(), old.entity(), old.outcome(), old.amount(), old.requested(), old.exposureAfter(),
                old.bindingConstraint(), old.constraints().subList(0, 2), null, null, old.facilities(), old.rate(), old.paymentTermDays(),
                old.reviewCycleMonths(), old.grade(), old.ratingId(), old.conditions(), old.reasonCodes(), old.obstacles(), old.duplicates(), old.covenants(), old.policyVersions(), old.madeBy());
        assertThat(LimitRecount.of(without, FORM, rating(), "FAIR", TODAY).orElseThrow().amount()).as("no cover was asked for then")
                .isEqualTo(Money.cny("5000000"));
    }

    @Test
    void theFrozenContentIsReadBackAsItWasWritten() {
        ProposalContent frozen = frozen();
        assertThat(StoredJson.read(StoredJson.write(frozen), ProposalContent.class)).isEqualTo(frozen);
    }

    private static ProposalContent frozen() {
        TreeMap<Dimension, Money> exposures = new TreeMap<>();
        Arrays.stream(Dimension.values()).forEach(dimension -> exposures.put(dimension, Money.cny("0")));
        Concentration concentration = new Concentration(new LenderFigures(LenderKind.BANK, DAY, new BigDecimal("1000000000"), new BigDecimal("800000000"),
                new BigDecimal("9000000000"), "季报"), false, "C", "31", exposures);
        SecurityCover cover = new SecurityCover(SecurityCover.judged(FORM, List.of(valuation(DAY)), kind -> SecurityCover.rate(TODAY::evaluate, kind), DAY),
                Map.of(1, BigDecimal.ZERO));
        List<ConstraintLine> lines = new ArrayList<>();
        lines.add(Constraint.REQUEST.known(new BigDecimal("5000000"), new Figures().with("requested", new BigDecimal("5000000"))));
        lines.add(Constraint.NET_ASSET_MULTIPLE.known(new BigDecimal("8000000"), new Figures().with("netAssets", new BigDecimal("10000000"))
                .with("netAssetMultiple", new BigDecimal("0.8")).with("otherExposure", BigDecimal.ZERO)));
        lines.add(cover.line(FORM));
        lines.addAll(concentration.lines(TODAY::evaluate));
        return new ProposalContent(new ApplicationId("CA-2026-000001"), new CustomerId("C-2026-000001"), EntityCode.HEAD_OFFICE, ProposalOutcome.LIMIT_PROPOSED,
                Money.cny("5000000"), Money.cny("5000000"), Money.cny("5000000"), "REQUEST", lines, cover.lines(), concentration, List.of(), null, 60, 12,
                "GOOD", new RatingId("RT-2026-000001"), List.of(), List.of(), List.of(), List.of(), null, new TreeMap<>(), List.of());
    }

    private static SecurityValuation valuation(LocalDate day) {
        return new SecurityValuation(1, 1, SecurityKind.INDUSTRIAL_PROPERTY, null, new BigDecimal("4000000"), "CNY", day, Valuer.EXTERNAL, BigDecimal.ZERO, 1,
                SecurityOwner.CUSTOMER, "评估报告");
    }

    private static RatingView rating() {
        RatingView rating = mock(RatingView.class);
        when(rating.basis()).thenReturn(RatingBasis.STATEMENTS);
        when(rating.evidence()).thenReturn(RatingEvidence.NONE);
        return rating;
    }
}
