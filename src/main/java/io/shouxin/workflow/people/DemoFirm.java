package io.shouxin.workflow.people;

import io.shouxin.customer.BackgroundCheck;
import io.shouxin.customer.CreditReport;
import io.shouxin.customer.CreditReports;
import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.DebtLine;
import io.shouxin.customer.DebtSchedules;
import io.shouxin.customer.EnterpriseSize;
import io.shouxin.customer.FactRegister;
import io.shouxin.customer.FinancialStatements;
import io.shouxin.customer.IdentifierType;
import io.shouxin.customer.PastTrading;
import io.shouxin.customer.RecordDebtSchedule;
import io.shouxin.customer.RecordFact;
import io.shouxin.customer.RegisterCustomer;
import io.shouxin.customer.StatementSheet;
import io.shouxin.customer.TaxRecord;
import io.shouxin.identity.People;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The demo applicant's firm, with three years of statements, existing debt, a credit report and some other facts on file, so that a
 * visit on site and an agency's grade are left to verify; invented from top to bottom.
 */
@Component
@Order(2)
@Profile("!production")
@ConditionalOnProperty(name = "shouxin.demo", havingValue = "true")
class DemoFirm implements FirstPeople {

    static final String CODE = "91310115MA1K35D850";

    private static final PersonId APPLICANT = new PersonId("applicant");
    private static final PersonId ANALYST = new PersonId("analyst");
    private static final PersonId RELATIONSHIP_MANAGER = new PersonId("rm");

    private final People people;
    private final CustomerRegister register;
    private final FinancialStatements statements;
    private final DebtSchedules debts;
    private final CreditReports creditReports;
    private final FactRegister facts;
    private final BusinessClock clock;

    DemoFirm(People people, CustomerRegister register, FinancialStatements statements, DebtSchedules debts, CreditReports creditReports,
            FactRegister facts, BusinessClock clock) {
        this.people = people;
        this.register = register;
        this.statements = statements;
        this.debts = debts;
        this.creditReports = creditReports;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void enter() {
        if (people.find(APPLICANT).flatMap(applicant -> applicant.firm()).isPresent()) {
            return;
        }
        LocalDate today = clock.today();
        CustomerView firm = register.register(new RegisterCustomer(CustomerKind.ENTERPRISE, "华东精密制造有限公司",
                IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE, CODE, "C34", "上海市浦东新区",
                LocalDate.of(2012, 4, 18), 260, EnterpriseSize.MEDIUM, "021-50000000", "finance@huadong.example", null),
                RELATIONSHIP_MANAGER).orElseThrow();
        people.actFor(APPLICANT, firm.id());
        for (StatementSheet sheet : SampleFirm.statements(today.getYear() - 1, 1)) {
            statements.record(firm.id(), sheet, ANALYST).orElseThrow();
        }
        debts.record(firm.id(), new RecordDebtSchedule(today.minusDays(20), "企业提供（演示数据）", null, existingDebt(today)), ANALYST).orElseThrow();
        creditReports.record(firm.id(), new CreditReport(today.minusDays(20), 0, 0, 0, Money.cny("8000000"), Money.cny("0"), 1,
                false, false, "SQ-DEMO-0001", "中国人民银行征信中心（演示数据）"), ANALYST).orElseThrow();
        facts.record(firm.id(), new RecordFact(today.minusMonths(4), "电子税务局（演示数据）", "DEMO-TAX-0001",
                new TaxRecord("A", today.getYear() - 1, new BigDecimal("1826000"), BigDecimal.ZERO)), ANALYST).orElseThrow();
        facts.record(firm.id(), new RecordFact(today.minusDays(25), "国家企业信用信息公示系统（演示数据）", null,
                new BackgroundCheck(0, 0, new BigDecimal("0.12"), 0, "无被执行记录")), ANALYST).orElseThrow();
        facts.record(firm.id(), new RecordFact(today.minusDays(12), "本行账务系统（演示数据）", null,
                new PastTrading(3, new BigDecimal("6400000"), new BigDecimal("0.015"))), RELATIONSHIP_MANAGER).orElseThrow();
    }

    /** The eight million yuan of its credit report, at three lenders. */
    private static List<DebtLine> existingDebt(LocalDate today) {
        return List.of(
                debt(1, "示例商业银行上海分行", "LD-DEMO-001", "流动资金贷款", "3000000", today.minusMonths(7), today.plusMonths(5), "抵押", "正常"),
                debt(2, "示例城市银行", "LD-DEMO-002", "流动资金贷款", "2000000", today.minusMonths(3), today.plusMonths(9), "保证", "正常"),
                debt(3, "示例政策性银行", "LD-DEMO-003", "固定资产贷款", "3000000", today.minusMonths(10), today.plusMonths(26), "抵押", "正常"),
                debt(4, "示例城市银行", "LD-DEMO-004", "流动资金贷款", null, today.minusMonths(20), today.minusMonths(8), "保证", "已结清"));
    }

    private static DebtLine debt(int row, String lender, String contract, String product, String balance, LocalDate start, LocalDate maturity,
                                 String securedBy, String status) {
        return new DebtLine(row, lender, contract, product, "CNY", null, balance == null ? null : new BigDecimal(balance), start, maturity, null,
                securedBy, status, "正常");
    }
}
