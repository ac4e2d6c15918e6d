package io.shouxin.rating;

import static io.shouxin.customer.StatementItem.ACCOUNTS_PAYABLE;
import static io.shouxin.customer.StatementItem.ACCOUNTS_RECEIVABLE;
import static io.shouxin.customer.StatementItem.CASH;
import static io.shouxin.customer.StatementItem.COST_OF_SALES;
import static io.shouxin.customer.StatementItem.INVENTORY;
import static io.shouxin.customer.StatementItem.NET_OPERATING_CASH_FLOW;
import static io.shouxin.customer.StatementItem.NET_PROFIT;
import static io.shouxin.customer.StatementItem.REVENUE;
import static io.shouxin.customer.StatementItem.TOTAL_ASSETS;
import static io.shouxin.customer.StatementItem.TOTAL_CURRENT_ASSETS;
import static io.shouxin.customer.StatementItem.TOTAL_CURRENT_LIABILITIES;
import static io.shouxin.customer.StatementItem.TOTAL_EQUITY;
import static io.shouxin.customer.StatementItem.TOTAL_LIABILITIES;
import static io.shouxin.customer.StatementItem.TOTAL_PROFIT;
import static io.shouxin.rating.Ratio.Dimension.CASH_FLOW;
import static io.shouxin.rating.Ratio.Dimension.GROWTH;
import static io.shouxin.rating.Ratio.Dimension.OPERATION;
import static io.shouxin.rating.Ratio.Dimension.PROFITABILITY;
import static io.shouxin.rating.Ratio.Dimension.SOLVENCY;
import static io.shouxin.rating.Ratio.Unit.DAYS;
import static io.shouxin.rating.Ratio.Unit.FRACTION;
import static io.shouxin.rating.Ratio.Unit.TIMES;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ratios an analyst reads from annual statements (财务比率分析), in five dimensions.
 *
 * <p>Where a stock is compared with a flow, the stock is the average of the year's opening and closing balance; the
 * closing balance alone where the year before is not on file. Fractions and times are rounded half up to six decimals,
 * days to one. A ratio is undefined, and its value empty, when a part was not reported or the divisor is not positive: a
 * return on negative equity or growth from a loss has no meaning. The formulas in words are the messages
 * {@code ratio.CODE.formula}.
 */
public final class FinancialRatios {

    private static final BigDecimal DAYS_IN_YEAR = BigDecimal.valueOf(365);

    private static final List<Formula> FORMULAS = List.of(
            new Formula("assetLiabilityRatio", SOLVENCY, FRACTION, y -> y.closing(TOTAL_LIABILITIES), y -> y.closing(TOTAL_ASSETS)),
            new Formula("currentRatio", SOLVENCY, TIMES,
                    y -> y.closing(TOTAL_CURRENT_ASSETS), y -> y.closing(TOTAL_CURRENT_LIABILITIES)),
            new Formula("quickRatio", SOLVENCY, TIMES,
                    y -> less(y.closing(TOTAL_CURRENT_ASSETS), y.closing(INVENTORY)), y -> y.closing(TOTAL_CURRENT_LIABILITIES)),
            new Formula("cashRatio", SOLVENCY, TIMES, y -> y.closing(CASH), y -> y.closing(TOTAL_CURRENT_LIABILITIES)),
            new Formula("interestCover", SOLVENCY, TIMES, y -> plus(y.flow(TOTAL_PROFIT), y.interest()), AnnualAccounts::interest),
            new Formula("grossMargin", PROFITABILITY, FRACTION,
                    y -> less(y.flow(REVENUE), y.flow(COST_OF_SALES)), y -> y.flow(REVENUE)),
            new Formula("netMargin", PROFITABILITY, FRACTION, y -> y.flow(NET_PROFIT), y -> y.flow(REVENUE)),
            new Formula("roa", PROFITABILITY, FRACTION, y -> y.flow(NET_PROFIT), y -> y.average(TOTAL_ASSETS)),
            new Formula("roe", PROFITABILITY, FRACTION, y -> y.flow(NET_PROFIT), y -> y.average(TOTAL_EQUITY)),
            new Formula("receivableDays", OPERATION, DAYS, y -> daily(y.average(ACCOUNTS_RECEIVABLE)), y -> y.flow(REVENUE)),
            new Formula("inventoryDays", OPERATION, DAYS, y -> daily(y.average(INVENTORY)), y -> y.flow(COST_OF_SALES)),
            new Formula("payableDays", OPERATION, DAYS, y -> daily(y.average(ACCOUNTS_PAYABLE)), y -> y.flow(COST_OF_SALES)),
            new Formula("assetTurnover", OPERATION, TIMES, y -> y.flow(REVENUE), y -> y.average(TOTAL_ASSETS)),
            new Formula("revenueGrowth", GROWTH, FRACTION,
                    y -> less(y.flow(REVENUE), y.before(REVENUE)), y -> y.before(REVENUE)),
            new Formula("profitGrowth", GROWTH, FRACTION,
                    y -> less(y.flow(NET_PROFIT), y.before(NET_PROFIT)), y -> y.before(NET_PROFIT)),
            new Formula("assetGrowth", GROWTH, FRACTION,
                    y -> less(y.closing(TOTAL_ASSETS), y.before(TOTAL_ASSETS)), y -> y.before(TOTAL_ASSETS)),
            new Formula("ocfToCurrentLiabilities", CASH_FLOW, TIMES,
                    y -> y.flow(NET_OPERATING_CASH_FLOW), y -> y.closing(TOTAL_CURRENT_LIABILITIES)),
            new Formula("ocfToNetProfit", CASH_FLOW, TIMES, y -> y.flow(NET_OPERATING_CASH_FLOW), y -> y.flow(NET_PROFIT)),
            new Formula("ocfToRevenue", CASH_FLOW, FRACTION, y -> y.flow(NET_OPERATING_CASH_FLOW), y -> y.flow(REVENUE)));

    private FinancialRatios() {
    }

    /** All ratios of the newest year of a series, each with its value one year earlier; none for an empty series. */
    public static List<Ratio> of(StatementSeries series) {
        List<Ratio> ratios = new ArrayList<>();
        if (series.years() > 0) {
            for (Formula formula : FORMULAS) {
                ratios.add(new Ratio(formula.code, formula.dimension, formula.value(series, 0), formula.value(series, 1), formula.unit));
            }
        }
        return List.copyOf(ratios);
    }

    /** {@code dividend / divisor}, rounded half up; empty when a part is missing or the divisor is not positive. */
    static Optional<BigDecimal> quotient(Optional<BigDecimal> dividend, Optional<BigDecimal> divisor, int decimals) {
        return divisor.filter(d -> d.signum() > 0).flatMap(d -> dividend.map(n -> n.divide(d, decimals, RoundingMode.HALF_UP)));
    }

    private static Optional<BigDecimal> plus(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.flatMap(a -> other.map(a::add));
    }

    private static Optional<BigDecimal> less(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.flatMap(a -> other.map(a::subtract));
    }

    private static Optional<BigDecimal> daily(Optional<BigDecimal> stock) {
        return stock.map(DAYS_IN_YEAR::multiply);
    }

    /** Takes a part of a ratio from a year's accounts. */
    @FunctionalInterface
    private interface Part {
        Optional<BigDecimal> of(AnnualAccounts year);
    }

    private record Formula(String code, Ratio.Dimension dimension, Ratio.Unit unit, Part dividend, Part divisor) {

        Optional<BigDecimal> value(StatementSeries series, int yearsBack) {
            return series.year(yearsBack)
                    .flatMap(year -> quotient(dividend.of(year), divisor.of(year), unit == Ratio.Unit.DAYS ? 1 : 6));
        }
    }
}
