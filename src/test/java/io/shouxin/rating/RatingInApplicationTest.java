package io.shouxin.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.CreditReport;
import io.shouxin.customer.CreditReports;
import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.EnterpriseSize;
import io.shouxin.customer.IdentifierType;
import io.shouxin.customer.RegisterCustomer;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.policy.PolicyBook;
import io.shouxin.testkit.ApplicationTest;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

@ApplicationTest
class RatingInApplicationTest {

    private static final PersonId ANALYST = new PersonId("analyst");

    @Autowired
    private RatingDesk desk;
    @Autowired
    private CustomerRegister register;
    @Autowired
    private CreditReports reports;
    @Autowired
    private PolicyBook policies;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private TestRestTemplate rest;

    @Test
    void asksForWhatIsMissingAndLeavesNoTrace() {
        CustomerId firm = firm();
        String subject = "TEST-" + UUID.randomUUID().toString().substring(0, 8);
        RatingResult.FactsMissing result = (RatingResult.FactsMissing) desk.rate(
                new RateCustomer(firm, subject, "1", clock.today(), OnFile.ASSESSMENT), ANALYST);
        assertThat(result.facts()).extracting(MissingFact::code).containsExactly("STATEMENTS_OR_INVOICES", "CREDIT_REPORT");
        assertThat(policies.evaluations(subject)).isEmpty();
        assertThat(audit.of(subject)).isEmpty();
    }

    @Test
    void keepsAKnockOutWithItsEvaluationsAndItsAuditEntry() {
        CustomerId firm = firm();
        String subject = "TEST-" + UUID.randomUUID().toString().substring(0, 8);
        reports.record(firm, new CreditReport(clock.today(), 3, 200, 120, Money.cny("1000000"), Money.cny("0"), 1, false, true,
                "D-2026-000001", "人民银行征信中心"), ANALYST).orElseThrow();
        RatingResult.KnockedOut out = (RatingResult.KnockedOut) desk.rate(
                new RateCustomer(firm, subject, "1", clock.today(), null), ANALYST);
        assertThat(out.reasonCodes()).containsExactly("DISHONEST_DEBTOR", "OVERDUE_OVER_90_DAYS", "SEVERE_PAST_OVERDUE");
        assertThat(policies.evaluations(subject)).extracting("key").containsExactly("knock-out", "grade-scale");
        assertThat(audit.of(subject)).extracting("act").containsExactly("CUSTOMER_KNOCKED_OUT");

        ResponseEntity<String> forOfficer = rest.withBasicAuth("rm", "shouxin-demo")
                .getForEntity("/api/v1/ratings/" + out.rating(), String.class);
        assertThat(forOfficer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(forOfficer.getBody()).contains("DISHONEST_DEBTOR", "\"score\":\"0.0\"");
        assertThat(rest.withBasicAuth("applicant", "shouxin-demo").getForEntity("/api/v1/ratings?customer=" + firm, String.class)
                .getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(rest.getForEntity("/api/v1/ratings/" + out.rating(), String.class).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    private CustomerId firm() {
        String name = "评级示例" + UUID.randomUUID().toString().substring(0, 8);
        return register.register(new RegisterCustomer(CustomerKind.ENTERPRISE, name, IdentifierType.INTERNAL_REFERENCE, name.substring(4),
                "C35", "上海", LocalDate.of(2016, 3, 1), 20, EnterpriseSize.SMALL, null, null, null), ANALYST).orElseThrow().id();
    }
}
