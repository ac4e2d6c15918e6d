package io.shouxin.customer;

import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * How the customer has paid this bank or seller so far (过往交易).
 *
 * @param years     full years of business with the customer; 0 for a new one
 * @param amount12m turnover with the customer in the last 12 months, in yuan
 * @param lateShare part of what fell due that was paid late, 0 to 1; for a new customer it says nothing and may be null
 */
public record PastTrading(Integer years, BigDecimal amount12m, BigDecimal lateShare) implements FactContent {

    @Override
    public FactKind kind() {
        return FactKind.PAST_TRADING;
    }

    @Override
    public List<Refusal> refusals() {
        FactFields fields = new FactFields("pastTrading.").whole("years", years, 0, 200).amount("amount12m", amount12m);
        boolean isNew = years != null && years == 0 && lateShare == null;
        return (isNew ? fields : fields.share("lateShare", lateShare)).refusals();
    }

    @Override
    public Map<String, String> details() {
        return FactFields.told("tradingYears", years, "tradingAmount12m", amount12m, "lateShare", lateShare);
    }
}
