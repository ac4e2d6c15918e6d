package io.shouxin.rating;

import static io.shouxin.customer.StatementItem.AMORTISATION_OF_INTANGIBLES;
import static io.shouxin.customer.StatementItem.CONTRACT_ASSETS;
import static io.shouxin.customer.StatementItem.DEPRECIATION;
import static io.shouxin.customer.StatementItem.NET_PROFIT;
import static io.shouxin.customer.StatementItem.OPERATING_PROFIT;
import static io.shouxin.customer.StatementItem.PREPAYMENTS;
import static io.shouxin.customer.StatementItem.SURPLUS_RESERVE;
import static io.shouxin.customer.StatementItem.TOTAL_PROFIT;
import static io.shouxin.customer.StatementItem.UNDISTRIBUTED_PROFIT;

import io.shouxin.customer.StatementItem;
import io.shouxin.policy.MatchedRow;
import java.math.BigDecimal;
import java.util.List;

/**
 * Definitions that differ from bank to bank, chosen by policy {@code ratio-definitions} and shown beside every ratio they shape;
 * messages {@code definition.NAME} and {@code definition.NAME.CHOICE}.
 *
 * @param salesProfit      profit in the sales profit margin
 * @param quickAssets      what is taken off current assets besides inventories
 * @param daysInYear       360 or 365
 * @param stocks           balance a flow is compared with
 * @param ebitda           what is added to profit before interest
 * @param retainedEarnings lines that count as retained earnings in Altman's Z″
 * @param version          of the table
 */
public record RatioDefinitions(SalesProfit salesProfit, QuickAssets quickAssets, int daysInYear, Stocks stocks, Ebitda ebitda,
                               RetainedEarnings retainedEarnings, String version) {

    /** Policy key. */
    public static final String POLICY = "ratio-definitions";

    static RatioDefinitions of(MatchedRow row, String version) {
        return new RatioDefinitions(SalesProfit.valueOf(row.text("salesProfit")), QuickAssets.valueOf(row.text("quickAssets")),
                row.whole("daysInYear"), Stocks.valueOf(row.text("stocks")), Ebitda.valueOf(row.text("ebitda")),
                RetainedEarnings.valueOf(row.text("retainedEarnings")), version);
    }

    BigDecimal days() {
        return BigDecimal.valueOf(daysInYear);
    }

    /** 销售利润率的利润口径. */
    public enum SalesProfit {
        OPERATING(OPERATING_PROFIT), TOTAL(TOTAL_PROFIT), NET(NET_PROFIT);

        private final StatementItem item;

        SalesProfit(StatementItem item) {
            this.item = item;
        }

        StatementItem item() {
            return item;
        }
    }

    /** 速动资产的扣除口径; inventories are always taken off. */
    public enum QuickAssets {
        WITHOUT_INVENTORY, WITHOUT_PREPAYMENTS(PREPAYMENTS), WITHOUT_PREPAYMENTS_AND_CONTRACT_ASSETS(PREPAYMENTS, CONTRACT_ASSETS);

        private final List<StatementItem> takenOff;

        QuickAssets(StatementItem... takenOff) {
            this.takenOff = List.of(takenOff);
        }

        List<StatementItem> takenOff() {
            return takenOff;
        }
    }

    /** 存量口径: the mean of opening and closing balance (the closing one alone without a year before), or the closing balance. */
    public enum Stocks {
        AVERAGE, CLOSING
    }

    /** EBITDA 口径. */
    public enum Ebitda {
        WITH_AMORTISATION(DEPRECIATION, AMORTISATION_OF_INTANGIBLES), DEPRECIATION_ONLY(DEPRECIATION);

        private final List<StatementItem> added;

        Ebitda(StatementItem... added) {
            this.added = List.of(added);
        }

        List<StatementItem> added() {
            return added;
        }
    }

    /** 留存收益口径. */
    public enum RetainedEarnings {
        UNDISTRIBUTED_AND_RESERVE(UNDISTRIBUTED_PROFIT, SURPLUS_RESERVE), UNDISTRIBUTED(UNDISTRIBUTED_PROFIT);

        private final List<StatementItem> items;

        RetainedEarnings(StatementItem... items) {
            this.items = List.of(items);
        }

        List<StatementItem> items() {
            return items;
        }
    }
}
