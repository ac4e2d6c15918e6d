package io.shouxin.policyexception.web;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.identity.Access;
import io.shouxin.identity.EntityPath;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Wording;
import io.shouxin.policyexception.ExceptionRenewal;
import io.shouxin.policyexception.ExceptionRenewalDesk;
import io.shouxin.policyexception.ExceptionSearch;
import io.shouxin.policyexception.PolicyException;
import io.shouxin.policyexception.PolicyExceptionCourse;
import io.shouxin.policyexception.PolicyExceptionReport;
import io.shouxin.policyexception.PolicyExceptionReports;
import io.shouxin.policyexception.PolicyExceptionStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of policy exceptions, its counts and its export; officers only, of the granting entities they see. */
@RestController
@RequestMapping({"/api/v1/policy-exceptions", "/camunda/api/shouxin/v1/policy-exceptions"})
@Tag(name = "Policy exceptions", description = "政策例外")
class PolicyExceptionListController {

    /** Rows of one export. */
    private static final int MOST_EXPORTED = 20_000;
    private static final int PAGE = 200;

    private final PolicyExceptionReports reports;
    private final PolicyExceptionCourse course;
    private final ExceptionRenewalDesk renewals;
    private final CustomerRegister customers;
    private final People people;
    private final Access access;
    private final Wording wording;

    PolicyExceptionListController(PolicyExceptionReports reports, PolicyExceptionCourse course, ExceptionRenewalDesk renewals, CustomerRegister customers,
                                  People people, Access access, Wording wording) {
        this.reports = reports;
        this.course = course;
        this.renewals = renewals;
        this.customers = customers;
        this.people = people;
        this.access = access;
        this.wording = wording;
    }

    @Operation(summary = "Policy exceptions, newest first, page by page; by policy, rule, state, entity, customer, officer, or ending soon")
    @GetMapping
    Listed list(@RequestParam(required = false) String policy, @RequestParam(required = false) String rule,
                @RequestParam(required = false) PolicyExceptionStatus status, @RequestParam(required = false) String grantingEntity,
                @RequestParam(required = false) String customerId, @RequestParam(required = false) String officer, @RequestParam(defaultValue = "false") boolean endingSoon,
                @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size, Locale language) {
        Person reader = access.officer();
        ExceptionSearch search = search(policy, rule, status, grantingEntity, customerId, officer, endingSoon, reader);
        List<PolicyException> found = reports.list(search, page, size);
        Map<String, String> names = new HashMap<>();
        Renewals asked = new Renewals(renewals, found);
        return new Listed(reports.count(search), found.stream().map(exception -> text(exception, asked, names, reader, language)).toList(),
                people.names(found.stream().flatMap(exception -> Stream.of(Optional.of(exception.askedBy()), Optional.ofNullable(exception.renewal())
                        .map(PolicyException.Renewal::by), Optional.ofNullable(asked.of(exception)).map(ExceptionRenewal::askedBy)))
                        .flatMap(Optional::stream).map(PersonId::value).collect(Collectors.toSet())));
    }

    @Operation(summary = "How often rules were set aside: now, per rule, per month, and the share of approved cases")
    @GetMapping("/report")
    Counted report(Locale language) {
        PolicyExceptionReport report = reports.report(access.officer());
        return new Counted(report.asked(), report.inForce(), report.endingSoon(), report.endedUnmet(), report.rules().stream()
                .map(rule -> new CountedRule(rule.policy(), wording.of("policyName." + rule.policy(), language), rule.rule(),
                        RuleWords.label(rule.policy(), rule.rule(), wording, language), rule.all(), rule.asked(), rule.approved(), rule.inForce(),
                        rule.refused())).toList(), report.months());
    }

    @Operation(summary = "The list as a table for spreadsheets (CSV)")
    @GetMapping("/export")
    ResponseEntity<byte[]> export(@RequestParam(required = false) String policy, @RequestParam(required = false) String rule,
                                  @RequestParam(required = false) PolicyExceptionStatus status, @RequestParam(required = false) String grantingEntity,
                                  @RequestParam(required = false) String customerId, @RequestParam(required = false) String officer, @RequestParam(defaultValue = "false") boolean endingSoon, Locale language) {
        Person reader = access.officer();
        ExceptionSearch search = search(policy, rule, status, grantingEntity, customerId, officer, endingSoon, reader);
        Map<String, String> names = new HashMap<>();
        ExceptionSheet sheet = new ExceptionSheet(wording, language);
        for (int page = 0; page * PAGE < MOST_EXPORTED; page++) {
            List<PolicyException> found = reports.list(search, page, PAGE);
            List<PolicyExceptionText> rows = new ArrayList<>();
            Renewals asked = new Renewals(renewals, found);
            found.forEach(exception -> rows.add(text(exception, asked, names, reader, language)));
            sheet.add(rows);
            if (found.size() < PAGE) {
                break;
            }
        }
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"policy-exceptions.csv\"")
                .body(sheet.text().getBytes(StandardCharsets.UTF_8));
    }

    private ExceptionSearch search(String policy, String rule, PolicyExceptionStatus status, String entity, String customer, String officer, boolean endingSoon,
                                   Person reader) {
        return new ExceptionSearch(policy, rule, status, entity == null || entity.isBlank() ? null : EntityPath.code(entity), customer, officer,
                endingSoon ? reports.soon() : null, access.reach(reader));
    }

    private PolicyExceptionText text(PolicyException exception, Renewals asked, Map<String, String> names, Person reader, Locale language) {
        String name = names.computeIfAbsent(exception.customer().value(), id -> customers.find(exception.customer()).map(CustomerView::name).orElse(id));
        return PolicyExceptionText.of(exception, name, course, asked, reader, wording, language);
    }

    /** @param count of all pages @param people names by login */
    record Listed(int count, List<PolicyExceptionText> exceptions, Map<String, String> people) {
    }

    /** The counts, in words of the reader's language. */
    record Counted(int asked, int inForce, int endingSoon, int endedUnmet, List<CountedRule> rules, List<PolicyExceptionReport.OfMonth> months) {
    }

    /** One rule. */
    record CountedRule(String policy, String policyLabel, String rule, String ruleLabel, int all, int asked, int approved, int inForce, int refused) {
    }
}
