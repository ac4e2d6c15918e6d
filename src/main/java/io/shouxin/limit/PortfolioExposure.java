package io.shouxin.limit;

import io.shouxin.kernel.Money;
import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is reserved and committed over all customers (授信总敞口), in yuan: in all, in an industry and in a province. One statement
 * over the customers' accounts joined with the register, so that a large portfolio is added up where it lies.
 */
@Service
public class PortfolioExposure {

    private static final String SUMS = """
            SELECT COALESCE(SUM(a.reserved + a.committed), 0) AS whole,
                   COALESCE(SUM(CASE WHEN SUBSTRING(c.industry_code, 1, 1) = ? THEN a.reserved + a.committed ELSE 0 END), 0) AS industry,
                   COALESCE(SUM(CASE WHEN c.province_code = ? THEN a.reserved + a.committed ELSE 0 END), 0) AS province
            FROM limit_account a LEFT JOIN customer c ON c.customer_id = SUBSTRING(a.account_id, 10)
            WHERE a.account_level = 'CUSTOMER' AND a.currency = 'CNY' AND (a.reserved > 0 OR a.committed > 0)""";

    private final JdbcClient jdbc;

    PortfolioExposure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param industrySection letter of GB/T 4754; null when the customer's is not known
     * @param provinceCode    two digits of GB/T 2260; null when the customer's is not known
     */
    @Transactional(readOnly = true)
    public Sums sums(String industrySection, String provinceCode) {
        return jdbc.sql(SUMS).params(industrySection == null ? "" : industrySection, provinceCode == null ? "" : provinceCode)
                .query((row, n) -> new Sums(yuan(row.getBigDecimal("whole")), yuan(row.getBigDecimal("industry")),
                        yuan(row.getBigDecimal("province")))).single();
    }

    private static Money yuan(BigDecimal sum) {
        return Money.cny(sum.stripTrailingZeros());
    }

    /** Exposure in all, in the industry section, and in the province; zero where that is not known. */
    public record Sums(Money whole, Money industry, Money province) {
    }
}
