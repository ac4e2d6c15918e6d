package io.shouxin.workflow.eventlog;

import io.shouxin.customer.CreditReport;
import io.shouxin.customer.CreditReports;
import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.IdentifierType;
import io.shouxin.customer.RegisterCustomer;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The applicants behind a log. It tells nothing of them but the amount, so they are invented: natural persons whose facts lead honestly
 * where the log went, by the same rules as everybody's. Nobody's grade is good enough for an approval without a person, because none of
 * the log's cases was approved without one.
 */
@Component
class LoggedApplicants {

    private static final PersonId RELATIONSHIP_MANAGER = new PersonId("rm");
    private static final PersonId ANALYST = new PersonId("analyst");
    private static final LocalDate BORN = LocalDate.of(1980, 1, 1);
    private static final String SOURCE = "假定:日志不含申请人资料";
    private static final BigDecimal LEAST_INCOME = new BigDecimal("200000");
    /** Of the income: what is owed, what is due within a year, what he owns. */
    private static final BigDecimal DEBT = new BigDecimal("1.5");
    private static final BigDecimal DEBT_SERVICE = new BigDecimal("0.2");
    private static final BigDecimal NET_ASSETS = new BigDecimal("2");
    private static final BigDecimal INCOME_PER_AMOUNT = new BigDecimal("2");
    /** Above the 90 days of policy {@code knock-out}. */
    private static final int DAYS_THAT_EXCLUDE = 120;

    private final CustomerRegister register;
    private final CreditReports reports;
    private final BusinessClock clock;

    LoggedApplicants(CustomerRegister register, CreditReports reports, BusinessClock clock) {
        this.register = register;
        this.reports = reports;
        this.clock = clock;
    }

    /** Enters the applicant of a case in the register; replayed once more he is somebody else. */
    CustomerId register(LoggedCase logged) {
        String reference = "BPI12." + logged.id();
        int again = 1;
        while (register.findByIdentifier(IdentifierType.INTERNAL_REFERENCE, again == 1 ? reference : reference + "." + again).isPresent()) {
            again++;
        }
        return register.register(new RegisterCustomer(CustomerKind.INDIVIDUAL, "日志申请人" + logged.id(), IdentifierType.INTERNAL_REFERENCE,
                again == 1 ? reference : reference + "." + again, "F52", null, BORN, null, null, null, null, null), RELATIONSHIP_MANAGER).orElseThrow().id();
    }

    /** A credit report, with an excluding delay where the rules are to decline. */
    void enterFacts(CustomerId applicant, MappedCase mapped) {
        int overdue = mapped.route().has(RouteAct.KNOCKED_OUT) || mapped.route().has(RouteAct.SCREENED_OUT) ? DAYS_THAT_EXCLUDE : 0;
        reports.record(applicant, new CreditReport(clock.today(), 1, Math.max(12, overdue), overdue, yuan(income(mapped).multiply(DEBT)), yuan(BigDecimal.ZERO),
                isWeak(mapped) ? 4 : 1, false, false, "BPI12-" + mapped.logged().id(), SOURCE), ANALYST).orElseThrow();
    }

    /** What the analyst finds out, beside the report. */
    Map<String, Object> assessment(MappedCase mapped) {
        BigDecimal income = income(mapped);
        Map<String, Object> finances = Map.of("yearlyIncome", yuan(income), "yearlyDebtService", yuan(income.multiply(DEBT_SERVICE)),
                "netAssets", yuan(income.multiply(NET_ASSETS)), "yearsInOccupation", 7, "home", "MORTGAGED");
        Map<String, Object> assessment = new LinkedHashMap<>();
        assessment.put("industryOutlook", "ADEQUATE");
        assessment.put("siteVisit", "ADEQUATE");
        assessment.put("opinion", SOURCE);
        assessment.put("personalFinances", finances);
        return assessment;
    }

    /** Declined by a person in the end. */
    private static boolean isWeak(MappedCase mapped) {
        return mapped.route().has(RouteAct.DECLINE) || mapped.route().has(RouteAct.BANK_REFUSES);
    }

    private static BigDecimal income(MappedCase mapped) {
        return AskedAmount.of(mapped.logged().amount()).multiply(INCOME_PER_AMOUNT).max(LEAST_INCOME);
    }

    private static Money yuan(BigDecimal amount) {
        return Money.cny(amount.stripTrailingZeros().toPlainString());
    }
}
