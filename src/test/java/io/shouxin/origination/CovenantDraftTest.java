package io.shouxin.origination;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an analyst's amendments make of the covenants suggested, and how far he may go. */
class CovenantDraftTest {

    private static final Covenant DEBT = figure("DEBT_RATIO", CovenantBound.AT_MOST, "0.7", CovenantUnit.FRACTION, List.of());
    private static final Covenant COVER = figure("INTEREST_COVER", CovenantBound.AT_LEAST, "2", CovenantUnit.TIMES, List.of());
    private static final Covenant STEPPED = figure("DEBT_TO_EBITDA", CovenantBound.AT_MOST, "5", CovenantUnit.TIMES,
            List.of(new CovenantStep(12, new BigDecimal("4.5")), new CovenantStep(24, new BigDecimal("4"))));
    private static final Covenant CONDUCT = new Covenant("NO_NEW_GUARANTEES", CovenantKind.NEGATIVE, null, null, null, null, List.of(),
            CovenantFrequency.HALF_YEARLY, 30, 10, 15, "OWN_STANDARD", List.of(1));
    private static final Covenant STATEMENTS = new Covenant("QUARTERLY_STATEMENTS", CovenantKind.INFORMATIONAL, "STATEMENTS", null, null, null, List.of(),
            CovenantFrequency.QUARTERLY, 30, 10, 15, "LOAN_MEASURES", List.of(1));
    private static final List<Covenant> SUGGESTED = List.of(STATEMENTS, DEBT, STEPPED, CONDUCT);
    private static final List<Covenant> OTHERS = List.of(COVER, figure("INSURED_ASSET", CovenantBound.AT_LEAST, "1", CovenantUnit.TIMES, List.of()));
    private static final Function<String, Optional<CovenantLatitude>> POLICY = code -> switch (code) {
        case "DEBT_RATIO", "INTEREST_COVER", "DEBT_TO_EBITDA" -> latitude(true, true, "0.1", CovenantFrequency.HALF_YEARLY, 30);
        case "NO_NEW_GUARANTEES" -> latitude(true, true, "0", CovenantFrequency.YEARLY, 30);
        case "QUARTERLY_STATEMENTS" -> latitude(true, false, "0", CovenantFrequency.QUARTERLY, 30);
        case "INSURED_ASSET" -> latitude(false, false, "0", CovenantFrequency.YEARLY, 15);
        default -> Optional.empty();
    };

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void anAmendmentIsTakenOrRefusedAtItsField(String what, CovenantAmendment asked, String refusal) {
        assertThat(CovenantDraft.objection(asked, SUGGESTED, OTHERS, POLICY, "covenants[0]").map(each -> each.code() + " at " + each.field()).orElse(""))
                .isEqualTo(refusal);
    }

    static Stream<Arguments> anAmendmentIsTakenOrRefusedAtItsField() {
        return Stream.of(
                Arguments.of("a harder target is always allowed", change("DEBT_RATIO", "0.5", null, null), ""),
                Arguments.of("eased by a tenth, the most allowed", change("DEBT_RATIO", "0.77", null, null), ""),
                Arguments.of("eased by more than a tenth", change("DEBT_RATIO", "0.770001", null, null), "COVENANT_BEYOND_POLICY at covenants[0].target"),
                Arguments.of("a floor is eased downwards", add("INTEREST_COVER", "1.8"), ""),
                Arguments.of("a floor eased too far", add("INTEREST_COVER", "1.79"), "COVENANT_BEYOND_POLICY at covenants[0].target"),
                Arguments.of("no target below zero", change("DEBT_RATIO", "-0.1", null, null), "COVENANT_TARGET_WRONG at covenants[0].target"),
                Arguments.of("no target of zero", change("DEBT_RATIO", "0", null, null), "COVENANT_TARGET_WRONG at covenants[0].target"),
                Arguments.of("no target of seven decimals", change("DEBT_RATIO", "0.7000001", null, null), "COVENANT_TARGET_WRONG at covenants[0].target"),
                Arguments.of("no number beyond all measure", change("DEBT_RATIO", "1E999999999", null, null), "COVENANT_TARGET_WRONG at covenants[0].target"),
                Arguments.of("no later target below zero", change("DEBT_TO_EBITDA", "1", null, null), "COVENANT_TARGET_WRONG at covenants[0].target"),
                Arguments.of("words have no target", change("NO_NEW_GUARANTEES", "1", null, null), "COVENANT_TARGET_WRONG at covenants[0].target"),
                Arguments.of("tested less often, as far as allowed", change("DEBT_RATIO", null, CovenantFrequency.HALF_YEARLY, null), ""),
                Arguments.of("tested too seldom", change("DEBT_RATIO", null, CovenantFrequency.YEARLY, null), "COVENANT_BEYOND_POLICY at covenants[0].frequency"),
                Arguments.of("tested more often", change("QUARTERLY_STATEMENTS", null, CovenantFrequency.MONTHLY, null), ""),
                Arguments.of("more days of grace", change("DEBT_RATIO", null, null, 30), ""),
                Arguments.of("too many days of grace", change("DEBT_RATIO", null, null, 31), "COVENANT_BEYOND_POLICY at covenants[0].graceDays"),
                Arguments.of("no days below nothing", change("DEBT_RATIO", null, null, -1), "COVENANT_BEYOND_POLICY at covenants[0].graceDays"),
                Arguments.of("a change of nothing", change("DEBT_RATIO", null, null, null), "COVENANT_CHANGE_EMPTY at covenants[0]"),
                Arguments.of("dropped where policy allows it", drop("NO_NEW_GUARANTEES"), ""),
                Arguments.of("never dropped where it does not", drop("QUARTERLY_STATEMENTS"), "COVENANT_NOT_AMENDABLE at covenants[0]"),
                Arguments.of("what is not suggested is not dropped", drop("INTEREST_COVER"), "COVENANT_NOT_SUGGESTED at covenants[0]"),
                Arguments.of("what is not suggested is not changed", change("INTEREST_COVER", "2.5", null, null), "COVENANT_NOT_SUGGESTED at covenants[0]"),
                Arguments.of("added from the library as it is", add("INTEREST_COVER", null), ""),
                Arguments.of("added though suggested anyway", add("DEBT_RATIO", "0.6"), ""),
                Arguments.of("not to be added by policy", add("INSURED_ASSET", null), "COVENANT_NOT_AMENDABLE at covenants[0]"),
                Arguments.of("no covenant of the bank", add("ANYTHING", null), "COVENANT_NOT_SUGGESTED at covenants[0]"));
    }

    @Test
    void theProposalHoldsTheAmendedCovenantsAndSaysWhatWasSuggested() {
        CovenantDraft draft = CovenantDraft.of(SUGGESTED, OTHERS, List.of(change("DEBT_TO_EBITDA", "5.5", CovenantFrequency.HALF_YEARLY, 20), drop("NO_NEW_GUARANTEES"),
                add("INTEREST_COVER", "2.5")), POLICY);
        assertThat(draft.covenants()).extracting(Covenant::code).containsExactly("QUARTERLY_STATEMENTS", "DEBT_RATIO", "DEBT_TO_EBITDA", "INTEREST_COVER");
        assertThat(draft.covenants().get(2)).satisfies(changed -> {
            assertThat(changed.target()).isEqualByComparingTo("5.5");
            assertThat(changed.steps()).as("later targets move along").extracting(CovenantStep::target).containsExactly(new BigDecimal("5.0"), new BigDecimal("4.5"));
            assertThat(changed.frequency()).isEqualTo(CovenantFrequency.HALF_YEARLY);
            assertThat(changed.graceDays()).isEqualTo(20);
        });
        assertThat(draft.covenants().get(3).target()).isEqualByComparingTo("2.5");
        assertThat(draft.amended()).extracting(AmendedCovenant::suggested).containsExactly(STEPPED, CONDUCT, null);
        assertThat(draft.amended()).extracting(AmendedCovenant::ignored).containsOnlyNulls();
        assertThat(Obstacles.of(draft)).containsExactly("COVENANTS_EASED");
    }

    @Test
    void whatPolicyDoesNotAllowOfTheCasesGradeIsNotTakenAndAPersonLooksAtIt() {
        CovenantDraft draft = CovenantDraft.of(SUGGESTED, OTHERS, List.of(change("DEBT_RATIO", "0.8", null, null)), POLICY);
        assertThat(draft.covenants()).isEqualTo(SUGGESTED);
        assertThat(draft.amended()).extracting(AmendedCovenant::ignored).containsExactly("COVENANT_BEYOND_POLICY");
        assertThat(Obstacles.of(draft)).containsExactly("COVENANTS_EASED");
    }

    @Test
    void whatIsHarderThanSuggestedStandsInNobodysWay() {
        assertThat(Obstacles.of(CovenantDraft.of(SUGGESTED, OTHERS, List.of(change("DEBT_RATIO", "0.6", CovenantFrequency.MONTHLY, 5), add("INTEREST_COVER", null)), POLICY)))
                .isEmpty();
        assertThat(Obstacles.of(CovenantDraft.of(SUGGESTED, OTHERS, List.of(drop("INTEREST_COVER")), POLICY))).as("nothing to drop").isEmpty();
        assertThat(Obstacles.of(CovenantDraft.of(SUGGESTED, OTHERS, List.of(add("ANYTHING", null)), POLICY))).as("wanted in vain").containsExactly("COVENANTS_EASED");
    }

    @Test
    void theSameFigureIsFrozenToTheSameText() {
        assertThat(StoredJson.write(change("DEBT_RATIO", "0.70", null, null).tidy())).isEqualTo(StoredJson.write(change("DEBT_RATIO", "0.7", null, null).tidy()));
    }

    private static Covenant figure(String code, CovenantBound bound, String target, CovenantUnit unit, List<CovenantStep> steps) {
        return new Covenant(code, CovenantKind.FINANCIAL, "assetLiabilityRatio", bound, new BigDecimal(target), unit, steps, CovenantFrequency.QUARTERLY, 45, 10, 15,
                "OWN_STANDARD", List.of(1));
    }

    private static Optional<CovenantLatitude> latitude(boolean mayAdd, boolean mayDrop, String easing, CovenantFrequency rarest, int grace) {
        return Optional.of(new CovenantLatitude(mayAdd, mayDrop, new BigDecimal(easing), rarest, grace, "AMEND_FIGURE"));
    }

    private static CovenantAmendment change(String code, String target, CovenantFrequency frequency, Integer grace) {
        return new CovenantAmendment(code, CovenantAct.CHANGE, target == null ? null : new BigDecimal(target), frequency, grace, "经营稳定，适当放宽");
    }

    private static CovenantAmendment add(String code, String target) {
        return new CovenantAmendment(code, CovenantAct.ADD, target == null ? null : new BigDecimal(target), null, null, "盈利波动，另加约定");
    }

    private static CovenantAmendment drop(String code) {
        return new CovenantAmendment(code, CovenantAct.DROP, null, null, null, "以抵押替代，不再约定");
    }
}
