package io.shouxin.customer.web;

import io.shouxin.customer.FinancialStatements;
import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementReconciliation;
import io.shouxin.customer.StatementSheet;
import io.shouxin.customer.StatementView;
import io.shouxin.customer.statement.StatementRelation;
import io.shouxin.customer.statement.StatementRelations;
import io.shouxin.customer.statement.StatementTemplate;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Financial statements over HTTP: typed, previewed, imported, explained. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
class StatementController {

    private final FinancialStatements statements;
    private final Access access;
    private final Wording wording;
    private final BusinessClock clock;

    StatementController(FinancialStatements statements, Access access, Wording wording, BusinessClock clock) {
        this.statements = statements;
        this.access = access;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * @param draft         keep it though it may not be complete or articulate yet
     * @param unitConfirmed the unit was looked at and is right, however odd the figures are beside those of other periods
     */
    record TypedStatement(LocalDate periodEnd, int months, StatementBasis basis, String currency, Map<StatementItem, BigDecimal> amounts,
                          boolean draft, boolean unitConfirmed) {
    }

    record Explanation(LocalDate periodEnd, int months, StatementBasis basis, String explanation) {
    }

    /** @param synonyms other Chinese names by which the line is recognised */
    record Item(StatementItem code, StatementItem.Section section, String zh, String en, List<String> synonyms) {
    }

    @GetMapping("/statement-items")
    List<Item> items() {
        access.person();
        return Arrays.stream(StatementItem.values()).map(item -> new Item(item, item.section(), item.zh(), item.en(),
                item.synonyms())).toList();
    }

    /** The relations between lines that a statement must satisfy. */
    @GetMapping("/statement-relations")
    List<StatementRelation> relations() {
        access.person();
        return StatementRelations.ALL;
    }

    /** What does not fit between the statements, and audited against self-reported figures. */
    @GetMapping("/customers/{customerId}/statement-reconciliation")
    StatementReconciliation reconciliation(@PathVariable String customerId) {
        CustomerId customer = CustomerPath.id(customerId);
        access.readerOf(customer);
        return statements.reconciliation(customer);
    }

    @GetMapping("/statements/template.xlsx")
    ResponseEntity<byte[]> workbookTemplate() {
        access.person();
        return Download.xlsx("statements.xlsx", StatementTemplate.xlsx(clock.today().getYear() - 1));
    }

    @GetMapping("/statements/template.csv")
    ResponseEntity<byte[]> textTemplate() {
        access.person();
        return Download.csv("statements.csv", StatementTemplate.csv(clock.today().getYear() - 1));
    }

    @GetMapping("/customers/{customerId}/statements")
    List<StatementResource> statements(@PathVariable String customerId, Locale language) {
        CustomerId customer = CustomerPath.id(customerId);
        access.readerOf(customer);
        return resources(statements.of(customer), language);
    }

    @PutMapping("/customers/{customerId}/statements")
    StatementResource record(@PathVariable String customerId, @RequestBody TypedStatement typed, Locale language) {
        CustomerId customer = CustomerPath.id(customerId);
        Person actor = access.editorOf(customer);
        StatementSheet sheet = new StatementSheet(typed.periodEnd(), typed.months(), typed.basis(),
                typed.currency() == null ? "CNY" : typed.currency(), typed.amounts());
        Outcome<StatementView> outcome = typed.draft() ? statements.saveDraft(customer, sheet, actor.id())
                : statements.record(customer, sheet, typed.unitConfirmed(), actor.id());
        return StatementResource.of(outcome.orElseThrow(), wording, language);
    }

    @PostMapping("/customers/{customerId}/statements/explanation")
    StatementResource explain(@PathVariable String customerId, @RequestBody Explanation body, Locale language) {
        Person actor = access.personIn(CustomerPath.id(customerId), Role.ANALYST, Role.CREDIT_MANAGER, Role.SENIOR_CREDIT_MANAGER, Role.RISK_DIRECTOR);
        return StatementResource.of(statements.explain(CustomerPath.id(customerId), body.periodEnd(), body.months(), body.basis(),
                body.explanation(), actor.id()).orElseThrow(), wording, language);
    }

    /** Shows how a file is understood; stores nothing. */
    @PostMapping(path = {"/customers/{customerId}/statements/preview"}, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    PreviewResource preview(@PathVariable String customerId, @RequestPart("file") MultipartFile file,
                            @RequestParam(defaultValue = "SELF_REPORTED") StatementBasis basis, Locale language) throws IOException {
        CustomerId customer = CustomerPath.id(customerId);
        access.editorOf(customer);
        try (InputStream content = file.getInputStream()) {
            return PreviewResource.of(statements.preview(customer, content, basis), wording, language);
        }
    }

    @PostMapping(path = "/customers/{customerId}/statements/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    List<StatementResource> importFile(@PathVariable String customerId, @RequestPart("file") MultipartFile file,
                                       @RequestParam(defaultValue = "SELF_REPORTED") StatementBasis basis,
                                       @RequestParam(defaultValue = "false") boolean unitConfirmed, Locale language) throws IOException {
        CustomerId customer = CustomerPath.id(customerId);
        Person actor = access.editorOf(customer);
        try (InputStream content = file.getInputStream()) {
            return resources(statements.importFile(customer, content, basis, unitConfirmed, actor.id()).orElseThrow(), language);
        }
    }

    private List<StatementResource> resources(List<StatementView> views, Locale language) {
        return views.stream().map(view -> StatementResource.of(view, wording, language)).toList();
    }
}
