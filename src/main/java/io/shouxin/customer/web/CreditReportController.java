package io.shouxin.customer.web;

import io.shouxin.customer.CreditReport;
import io.shouxin.customer.CreditReports;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Credit reports over HTTP, for officers only. Each look leaves a trace. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
class CreditReportController {

    private final CreditReports reports;
    private final Access access;

    CreditReportController(CreditReports reports, Access access) {
        this.reports = reports;
        this.access = access;
    }

    /** The facts of a report; amounts in yuan as decimal text. */
    record CreditReportResource(LocalDate asOf, int overdueCount24m, int maxDaysPastDue24m, int currentOverdueDays,
                                BigDecimal outstandingDebt, BigDecimal guaranteesGiven, int queries6m, boolean defaulted,
                                boolean dishonestDebtor, String authorisationReference, String source) {

        static CreditReportResource of(CreditReport report) {
            return new CreditReportResource(report.asOf(), report.overdueCount24m(), report.maxDaysPastDue24m(), report.currentOverdueDays(),
                    report.outstandingDebt().amount(), report.guaranteesGiven().amount(), report.queries6m(), report.defaulted(),
                    report.dishonestDebtor(), report.authorisationReference(), report.source());
        }
    }

    /** The same facts as they come in. One that is missing or blank is refused beside its field: "nothing overdue" must be said. */
    record ReportedFacts(LocalDate asOf, Integer overdueCount24m, Integer maxDaysPastDue24m, Integer currentOverdueDays,
                         BigDecimal outstandingDebt, BigDecimal guaranteesGiven, Integer queries6m, Boolean defaulted,
                         Boolean dishonestDebtor, String authorisationReference, String source) {

        CreditReport report() {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("overdueCount24m", overdueCount24m);
            facts.put("maxDaysPastDue24m", maxDaysPastDue24m);
            facts.put("currentOverdueDays", currentOverdueDays);
            facts.put("queries6m", queries6m);
            facts.put("defaulted", defaulted);
            facts.put("dishonestDebtor", dishonestDebtor);
            List<Refusal> missing = facts.entrySet().stream().filter(fact -> fact.getValue() == null)
                    .map(fact -> Refusal.of("CREDIT_REPORT_FACT_MISSING").at(fact.getKey())).toList();
            if (!missing.isEmpty()) {
                throw new RefusedException(missing);
            }
            return new CreditReport(asOf, overdueCount24m, maxDaysPastDue24m, currentOverdueDays, money(outstandingDebt, "outstandingDebt"),
                    money(guaranteesGiven, "guaranteesGiven"), queries6m, defaulted, dishonestDebtor, authorisationReference, source);
        }

        private static Money money(BigDecimal amount, String field) {
            try {
                return amount == null ? null : Money.cny(amount);
            } catch (ArithmeticException impossible) {
                throw new RefusedException(Refusal.of("CREDIT_REPORT_AMOUNT").at(field));
            }
        }
    }

    @GetMapping("/customers/{customerId}/credit-reports")
    CreditReportResource latest(@PathVariable String customerId) {
        CustomerId customer = CustomerPath.id(customerId);
        Person reader = access.officer(customer);
        return reports.lookAt(customer, reader.id()).map(CreditReportResource::of).orElseThrow(Access.NotVisible::new);
    }

    @PostMapping("/customers/{customerId}/credit-reports")
    @ResponseStatus(HttpStatus.CREATED)
    CreditReportResource record(@PathVariable String customerId, @RequestBody ReportedFacts body) {
        Person actor = access.personIn(CustomerPath.id(customerId), Role.RELATIONSHIP_MANAGER, Role.ANALYST);
        return CreditReportResource.of(reports.record(CustomerPath.id(customerId), body.report(), actor.id()).orElseThrow());
    }
}
