package io.shouxin.origination;

import io.shouxin.kernel.Money;
import io.shouxin.origination.Constraint.Figures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The lender's own figures and what it is exposed to already (集中度与自有资金), from which every line of concentration follows. These
 * facts are frozen with a proposal, so that other limits can be tried on them.
 *
 * @param figures   the lender's; {@code null} when none are confirmed
 * @param tooOld    older than the policy lets them count
 * @param industry  the customer's section of GB/T 4754; {@code null} when not on file
 * @param province  the customer's province by GB/T 2260; {@code null} when not on file
 * @param exposures in yuan by dimension, without this application's own reservation; a customer in no group has none for the group
 */
record Concentration(LenderFigures figures, boolean tooOld, String industry, String province, SortedMap<Dimension, Money> exposures) {

    private static final String EVERY_CODE = "ALL";
    private static final String UNKNOWN = "UNKNOWN";

    static boolean tooOld(Optional<LenderFigures> figures, LocalDate today, int validMonths) {
        return figures.filter(held -> held.asOf().plusMonths(validMonths).isBefore(today)).isPresent();
    }

    /** Under all the rules. */
    List<ConstraintLine> lines(PolicyAnswers policies) {
        return lines(policies, PermittedTerms.NOTHING);
    }

    List<ConstraintLine> lines(PolicyAnswers policies, PermittedTerms permitted) {
        return Arrays.stream(Dimension.values()).map(dimension -> line(dimension, policies, permitted)).toList();
    }

    ConstraintLine line(Dimension dimension, PolicyAnswers policies) {
        return line(dimension, policies, PermittedTerms.NOTHING);
    }

    /** @param permitted sets aside limits the bank set itself, never a regulator's */
    ConstraintLine line(Dimension dimension, PolicyAnswers policies, PermittedTerms permitted) {
        Constraint constraint = dimension.constraint();
        if (dimension == Dimension.GROUP && !exposures.containsKey(Dimension.GROUP)) {
            return constraint.notApplicable().noting("NO_GROUP");
        }
        if (figures == null || tooOld) {
            return constraint.missing(List.of(figures == null ? "LENDER_FIGURES" : "LENDER_FIGURES_CURRENT"));
        }
        List<ConcentrationLimit> rows = policies.of(ConcentrationLimit.POLICY, Map.of("lenderKind", figures.kind().name(),
                "dimension", dimension.name(), "code", code(dimension))).rows().stream().map(ConcentrationLimit::of).toList();
        List<ConcentrationLimit> held = rows.stream().filter(ConcentrationLimit::applies).toList();
        if (held.isEmpty()) {
            return rows.isEmpty() ? constraint.missing(List.of("CONCENTRATION_LIMIT"))
                    : constraint.notApplicable().noting(rows.get(0).reasonCode());
        }
        List<String> missing = new ArrayList<>(held.stream().map(ConcentrationLimit::base).filter(base -> base.of(figures) == null)
                .map(Enum::name).distinct().toList());
        if (code(dimension).equals(UNKNOWN)) {
            missing.add(dimension == Dimension.INDUSTRY ? "INDUSTRY_SECTION" : "PROVINCE");
        }
        return missing.isEmpty() ? known(dimension, held, permitted.ceiling(dimension)) : constraint.missing(missing);
    }

    private ConstraintLine known(Dimension dimension, List<ConcentrationLimit> held, Optional<BigDecimal> permitted) {
        BigDecimal exposure = exposures.get(dimension).amount();
        Figures shown = new Figures();
        BigDecimal least = null;
        for (ConcentrationLimit limit : held) {
            BigDecimal base = limit.base().of(figures);
            BigDecimal ofRule = base.multiply(limit.share());
            BigDecimal most = limit.ownRule() ? permitted.map(ofRule::max).orElse(ofRule) : ofRule;
            least = least == null ? most : least.min(most);
            shown.with(limit.base().figure(), base).with(limit.base().shareFigure(), limit.share());
        }
        shown.with("ceiling", least).with("presentExposure", exposure);
        ConstraintLine line = dimension.constraint().known(least.subtract(exposure), shown);
        ConstraintLine told = held.stream().map(ConcentrationLimit::reasonCode).distinct().reduce(line, ConstraintLine::noting, (one, other) -> other);
        return permitted.isPresent() ? told.noting(PermittedTerms.NOTE) : told;
    }

    private String code(Dimension dimension) {
        return switch (dimension) {
            case CUSTOMER, GROUP, FUNDS -> EVERY_CODE;
            case INDUSTRY -> industry == null ? UNKNOWN : industry;
            case REGION -> province == null ? UNKNOWN : province;
        };
    }
}
