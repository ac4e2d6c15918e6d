package io.shouxin.origination;

import static io.shouxin.customer.StatementItem.*;

import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementView;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * A line left blank is zero only where the reported lines of its block already add up to the block's subtotal: then nothing
 * can be hidden behind the blank. Otherwise it is simply not known.
 */
final class SubtotalProof {

    private static final Map<StatementItem, Set<StatementItem>> BLOCKS = Map.of(
            TOTAL_CURRENT_ASSETS, Set.of(CASH, TRADING_FINANCIAL_ASSETS, NOTES_RECEIVABLE, ACCOUNTS_RECEIVABLE, RECEIVABLES_FINANCING,
                    PREPAYMENTS, OTHER_RECEIVABLES, INVENTORY, CONTRACT_ASSETS, NON_CURRENT_ASSETS_DUE_WITHIN_YEAR, OTHER_CURRENT_ASSETS),
            TOTAL_CURRENT_LIABILITIES, Set.of(SHORT_TERM_BORROWINGS, NOTES_PAYABLE, ACCOUNTS_PAYABLE, ADVANCES_FROM_CUSTOMERS,
                    CONTRACT_LIABILITIES, EMPLOYEE_BENEFITS_PAYABLE, TAXES_PAYABLE, OTHER_PAYABLES, NON_CURRENT_LIABILITIES_DUE_WITHIN_YEAR,
                    OTHER_CURRENT_LIABILITIES));

    private SubtotalProof() {
    }

    static boolean blankIsZero(StatementView statement, StatementItem item) {
        return BLOCKS.entrySet().stream().filter(block -> block.getValue().contains(item)).anyMatch(block -> {
            BigDecimal lines = block.getValue().stream().flatMap(line -> statement.amount(line).stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
            return statement.amount(block.getKey()).filter(total -> total.compareTo(lines) == 0).isPresent();
        });
    }
}
