package io.shouxin.rating;

import static io.shouxin.customer.StatementItem.*;

import io.shouxin.customer.CreditReport;
import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.EnterpriseSize;
import io.shouxin.customer.IdentifierType;
import io.shouxin.customer.InvoiceProfile;
import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementStatus;
import io.shouxin.customer.StatementView;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.policy.StandingPolicies;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Invented customers and papers for rating tests. Today is 30 June 2026. */
final class OnFile {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    static final CustomerId FIRM = new CustomerId("C-2026-000001");
    static final FactAge AGE = new FactAge(18, 6, 3);
    static final Assessment ASSESSMENT = Assessment.ofFirm(Judgement.ADEQUATE, Judgement.ADEQUATE, Judgement.STRONG,
            Judgement.STRONG, "稳健");

    static final RatingPolicies POLICIES = new RatingPolicies(StandingPolicies.unlogged());
    static final RatioDefinitions DEFINITIONS = POLICIES.definitions(firm(EnterpriseSize.MEDIUM), TODAY);

    private OnFile() {
    }

    static CustomerView firm(EnterpriseSize size) {
        return customer(CustomerKind.ENTERPRISE, size, "C", LocalDate.of(2016, 3, 1), false);
    }

    static CustomerView customer(CustomerKind kind, EnterpriseSize size, String section, LocalDate since, boolean blocked) {
        return new CustomerView(FIRM, kind, "示例客户", "9134**********9HXD", IdentifierType.values()[0], true, section, section,
                "上海", "31", since, 50, size, Optional.empty(), null, null, null, blocked, blocked ? "测试" : null);
    }

    static CreditReport cleanReport() {
        return report(0, 0, 2, "500000", false);
    }

    static CreditReport report(int overdueMonths, int currentOverdueDays, int queries, String guarantees, boolean defaulted) {
        return new CreditReport(TODAY.minusDays(10), overdueMonths, currentOverdueDays, currentOverdueDays, Money.cny("480000"),
                Money.cny(guarantees), queries, defaulted, false, "D-2026-000001", "人民银行征信中心");
    }

    /** Two audited years of a sound manufacturer. */
    static List<StatementView> soundFirm() {
        return List.of(year2025(), year2024());
    }

    static StatementView year2025() {
        return statement(2025, StatementStatus.FINAL, amounts("900000", "1200000", "1500000", "6000000", "10000000", "800000", "4000000",
                "5000000", "5000000", "12000000", "9000000", "200000", "900000", "675000", "800000"));
    }

    static StatementView year2024() {
        return statement(2024, StatementStatus.FINAL, amounts("700000", "1000000", "1300000", "5000000", "9000000", "700000", "3600000",
                "4860000", "4140000", "10000000", "7600000", "180000", "720000", "540000", "500000"));
    }

    static StatementView statement(int year, StatementStatus status, Map<StatementItem, BigDecimal> amounts) {
        return new StatementView(FIRM, LocalDate.of(year, 12, 31), 12, StatementBasis.AUDITED, "CNY", amounts, status, List.of(),
                null, Instant.EPOCH);
    }

    static StatementView with(StatementView statement, StatementItem item, String amount) {
        Map<StatementItem, BigDecimal> amounts = new EnumMap<>(statement.amounts());
        if (amount == null) {
            amounts.remove(item);
        } else {
            amounts.put(item, new BigDecimal(amount));
        }
        return statement(statement.periodEnd().getYear(), statement.status(), amounts);
    }

    private static Map<StatementItem, BigDecimal> amounts(String... amounts) {
        StatementItem[] items = {CASH, ACCOUNTS_RECEIVABLE, INVENTORY, TOTAL_CURRENT_ASSETS, TOTAL_ASSETS, ACCOUNTS_PAYABLE,
            TOTAL_CURRENT_LIABILITIES, TOTAL_LIABILITIES, TOTAL_EQUITY, REVENUE, COST_OF_SALES, INTEREST_EXPENSES, TOTAL_PROFIT,
            NET_PROFIT, NET_OPERATING_CASH_FLOW};
        Map<StatementItem, BigDecimal> map = new EnumMap<>(StatementItem.class);
        for (int i = 0; i < items.length; i++) {
            map.put(items[i], new BigDecimal(amounts[i]));
        }
        return map;
    }

    /** 30 months to May 2026 with sales, but for September and October 2024 and January 2026. */
    static InvoiceProfile steadySmallFirm() {
        YearMonth last = YearMonth.of(2026, 5);
        List<InvoiceProfile.Month> months = new ArrayList<>();
        for (YearMonth month = last.minusMonths(29); !month.isAfter(last); month = month.plusMonths(1)) {
            boolean idle = List.of("2024-09", "2024-10", "2026-01").contains(month.toString());
            months.add(new InvoiceProfile.Month(month, idle ? BigDecimal.ZERO : new BigDecimal("545454.55"), new BigDecimal("350000"),
                    idle ? 0 : 21));
        }
        return profile(last, 30, 27, months, "6000000");
    }

    static InvoiceProfile profile(YearMonth last, int covered, int active, List<InvoiceProfile.Month> months, String sales) {
        InvoiceProfile.Side issued = new InvoiceProfile.Side(570, 30, 5, new BigDecimal("14000000"), new BigDecimal("1820000"),
                new BigDecimal("-280000"), new BigDecimal("700000"), Optional.of(new BigDecimal("0.05")),
                Optional.of(new BigDecimal("0.02")), 25, Optional.of(new BigDecimal("0.35")));
        InvoiceProfile.Side received = new InvoiceProfile.Side(200, 4, 0, new BigDecimal("9000000"), new BigDecimal("1170000"),
                BigDecimal.ZERO, BigDecimal.ZERO, Optional.of(new BigDecimal("0.02")), Optional.of(BigDecimal.ZERO), 12,
                Optional.of(new BigDecimal("0.3")));
        return new InvoiceProfile(TODAY, issued, received, last.minusMonths(covered - 1L), last, covered, active, covered - active,
                new BigDecimal(sales), new BigDecimal("5454545.45"), new BigDecimal("4200000"), Optional.of(new BigDecimal("0.1")),
                Optional.of(new BigDecimal("0.5")), Optional.of(new BigDecimal("0.3")), months);
    }

    static Facts.CommonFacts common(CustomerView customer, CreditReport report, Assessment assessment) {
        return new Facts.CommonFacts(customer, Optional.ofNullable(report), assessment, TODAY, AGE, TODAY, POLICIES, Map.of());
    }

    static Facts statementFacts(List<StatementView> statements) {
        return new StatementFacts(common(firm(EnterpriseSize.MEDIUM), cleanReport(), ASSESSMENT), statements,
                StatementSeries.of(statements, TODAY));
    }
}
