package io.shouxin.origination;

import static io.shouxin.customer.StatementItem.*;

import io.shouxin.customer.CreditReport;
import io.shouxin.customer.CreditReports;
import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.EnterpriseSize;
import io.shouxin.customer.FinancialStatements;
import io.shouxin.customer.IdentifierType;
import io.shouxin.customer.RegisterCustomer;
import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementSheet;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.rating.Assessment;
import io.shouxin.rating.Judgement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts an invented, sound manufacturer on file: registered, with two audited years and a clean credit report. */
public class FirmOnFile {

    public static final PersonId RM = new PersonId("rm");
    public static final PersonId ANALYST = new PersonId("analyst");
    public static final Assessment ASSESSMENT = Assessment.ofFirm(Judgement.STRONG, Judgement.ADEQUATE, Judgement.STRONG,
            Judgement.STRONG, "经营稳健");

    private final CustomerRegister register;
    private final FinancialStatements statements;
    private final CreditReports reports;
    private final BusinessClock clock;

    FirmOnFile(CustomerRegister register, FinancialStatements statements, CreditReports reports, BusinessClock clock) {
        this.register = register;
        this.statements = statements;
        this.reports = reports;
        this.clock = clock;
    }

    public CustomerId registered() {
        return registered("C35");
    }

    private CustomerId registered(String industry) {
        String name = "示例制造" + UUID.randomUUID().toString().substring(0, 8);
        return register.register(new RegisterCustomer(CustomerKind.ENTERPRISE, name, IdentifierType.INTERNAL_REFERENCE, name.substring(4),
                industry, "上海", LocalDate.of(2010, 3, 1), 120, EnterpriseSize.MEDIUM, null, null, null), RM).orElseThrow().id();
    }

    public CustomerId withPapers() {
        return withPapers("C35");
    }

    /** The same figures in another industry. */
    public CustomerId withPapers(String industry) {
        CustomerId firm = registered(industry);
        int lastYear = clock.today().getYear() - 1;
        statement(firm, lastYear - 1, "700000", "1000000", "1300000", "9000000", "700000", "4860000", "4140000", "10000000", "7600000", "720000",
                "540000", "500000");
        statement(firm, lastYear, "900000", "1200000", "1500000", "10000000", "800000", "5000000", "5000000", "12000000", "9000000", "900000",
                "675000", "1600000");
        creditReport(firm, 0);
        return firm;
    }

    public void creditReport(CustomerId firm, int currentOverdueDays) {
        reports.record(firm, new CreditReport(clock.today(), 0, currentOverdueDays, currentOverdueDays, Money.cny("480000"), Money.cny("0"), 1,
                false, false, "D-2026-000001", "人民银行征信中心"), ANALYST).orElseThrow();
    }

    private void statement(CustomerId firm, int year, String cash, String receivables, String inventory, String assets, String payables,
                           String liabilities, String equity, String sales, String cost, String profit, String net, String cashFlow) {
        BigDecimal currentAssets = new BigDecimal(cash).add(new BigDecimal(receivables)).add(new BigDecimal(inventory)).add(new BigDecimal("400000"));
        BigDecimal currentLiabilities = new BigDecimal(payables).add(new BigDecimal("400000"));
        Map<StatementItem, BigDecimal> amounts = new EnumMap<>(StatementItem.class);
        put(amounts, CASH, cash);
        put(amounts, ACCOUNTS_RECEIVABLE, receivables);
        put(amounts, INVENTORY, inventory);
        put(amounts, PREPAYMENTS, "400000");
        amounts.put(TOTAL_CURRENT_ASSETS, currentAssets);
        amounts.put(TOTAL_NON_CURRENT_ASSETS, new BigDecimal(assets).subtract(currentAssets));
        put(amounts, TOTAL_ASSETS, assets);
        put(amounts, SHORT_TERM_BORROWINGS, "300000");
        put(amounts, ACCOUNTS_PAYABLE, payables);
        put(amounts, ADVANCES_FROM_CUSTOMERS, "100000");
        amounts.put(TOTAL_CURRENT_LIABILITIES, currentLiabilities);
        amounts.put(TOTAL_NON_CURRENT_LIABILITIES, new BigDecimal(liabilities).subtract(currentLiabilities));
        put(amounts, TOTAL_LIABILITIES, liabilities);
        put(amounts, TOTAL_EQUITY, equity);
        put(amounts, REVENUE, sales);
        put(amounts, COST_OF_SALES, cost);
        put(amounts, FINANCE_EXPENSES, "20000");
        put(amounts, TOTAL_PROFIT, profit);
        put(amounts, INCOME_TAX, new BigDecimal(profit).subtract(new BigDecimal(net)).toPlainString());
        put(amounts, NET_PROFIT, net);
        put(amounts, NET_OPERATING_CASH_FLOW, cashFlow);
        statements.record(firm, new StatementSheet(LocalDate.of(year, 12, 31), 12, StatementBasis.AUDITED, "CNY", amounts), ANALYST).orElseThrow();
    }

    private static void put(Map<StatementItem, BigDecimal> amounts, StatementItem item, String amount) {
        amounts.put(item, new BigDecimal(amount));
    }

    public static ApplicationForm form(String amount) {
        return new ApplicationForm(List.of(new RequestedFacility(FacilityKind.LENDING, "WORKING_CAPITAL_LOAN", new BigDecimal(amount), "CNY", 12,
                "采购原材料", List.of())), null, true, true, new OperatingData("来料加工", "轴承", null, new BigDecimal("0.10"), BigDecimal.ZERO,
                new BigDecimal("300000"), BigDecimal.ZERO));
    }
}
