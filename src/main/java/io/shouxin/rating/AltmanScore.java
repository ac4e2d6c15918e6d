package io.shouxin.rating;

import io.shouxin.rating.AltmanZ.Term;
import io.shouxin.rating.AltmanZ.Zone;
import io.shouxin.rating.RatioYear.Undefined;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Works out Altman's Z″ from the newest year of a series. */
final class AltmanScore {

    private static final List<BigDecimal> COEFFICIENTS =
            List.of(new BigDecimal("6.56"), new BigDecimal("3.26"), new BigDecimal("6.72"), new BigDecimal("1.05"));
    private static final int DECIMALS = 4;

    private AltmanScore() {
    }

    /** @param zone what policy {@code altman-zone} says of a value, or of none (null) */
    static Optional<AltmanZ> of(StatementSeries series, RatioDefinitions definitions, Function<BigDecimal, Zone> zone) {
        return series.year(0).map(accounts -> of(accounts, definitions, zone));
    }

    private static AltmanZ of(AnnualAccounts accounts, RatioDefinitions definitions, Function<BigDecimal, Zone> zone) {
        List<Formula> formulas = FormulaBook.altman(definitions);
        List<Term> terms = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        Undefined undefined = null;
        for (int i = 0; i < formulas.size(); i++) {
            RatioYear ratio = formulas.get(i).year(accounts);
            terms.add(new Term(formulas.get(i).code(), COEFFICIENTS.get(i), ratio));
            undefined = undefined == null ? ratio.undefined() : undefined;
            sum = sum.add(ratio.value().map(COEFFICIENTS.get(i)::multiply).orElse(BigDecimal.ZERO));
        }
        BigDecimal value = undefined == null ? sum.setScale(DECIMALS, RoundingMode.HALF_UP) : null;
        return new AltmanZ(Optional.ofNullable(value), zone.apply(value), undefined, terms);
    }
}
