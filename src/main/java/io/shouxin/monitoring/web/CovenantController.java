package io.shouxin.monitoring.web;

import io.shouxin.approval.Tier;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Wording;
import io.shouxin.monitoring.CovenantBook;
import io.shouxin.monitoring.CovenantTestView;
import io.shouxin.monitoring.ReliefDesk;
import io.shouxin.monitoring.ReportValue;
import io.shouxin.monitoring.StandingCovenant;
import io.shouxin.monitoring.TestDesk;
import io.shouxin.monitoring.TestFigures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Covenants over HTTP: the list with what comes next, the history of each, a customer's report. Tests are recorded in their task. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
@Tag(name = "Covenants", description = "约定事项: covenants and standing conditions, their tests, and what a breach led to")
class CovenantController {

    private final CovenantList list;
    private final CovenantBook book;
    private final TestDesk desk;
    private final ReliefDesk reliefs;
    private final BreachList cases;
    private final Access access;
    private final Wording wording;

    CovenantController(CovenantList list, CovenantBook book, TestDesk desk, ReliefDesk reliefs, BreachList cases, Access access, Wording wording) {
        this.list = list;
        this.book = book;
        this.desk = desk;
        this.reliefs = reliefs;
        this.cases = cases;
        this.access = access;
        this.wording = wording;
    }

    @GetMapping("/covenants")
    @Operation(summary = "Covenants and standing conditions with their next test and last result, the next day first, page by page; a customer sees his own")
    CovenantPage covenants(@RequestParam(required = false) String customerId, @RequestParam(required = false) String facilityId,
                           @RequestParam(required = false) String kind, @RequestParam(required = false) String state,
                           @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size, Locale language) {
        return list.page(access.person(), new CovenantList.Asked(customerId, facilityId, kind, state), page, size, language);
    }

    @GetMapping(value = "/covenants.csv", produces = "text/csv;charset=UTF-8")
    @Operation(summary = "The same as a file for a spreadsheet")
    ResponseEntity<byte[]> file(@RequestParam(required = false) String customerId, @RequestParam(required = false) String facilityId,
                                @RequestParam(required = false) String kind, @RequestParam(required = false) String state, Locale language) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"covenants.csv\"")
                .body(CovenantCsv.of(list.all(access.person(), new CovenantList.Asked(customerId, facilityId, kind, state), language), language));
    }

    @GetMapping("/covenants/{covenantId}/tests")
    @Operation(summary = "Every test of a covenant, latest period first: result, figures, headroom, deferrals and waivers")
    List<CovenantTestText> history(@PathVariable String covenantId, Locale language) {
        access.person();
        StandingCovenant covenant = book.find(covenantId).orElseThrow(Access.NotVisible::new);
        Person reader = access.readerOf(covenant.application().value(), covenant.customer());
        return book.history(covenantId).stream().map(test -> text(test, reader, language)).toList();
    }

    @GetMapping("/covenant-tests/{testId}")
    @Operation(summary = "One test with the figures as they stand now; once it is over, as they stood then")
    CovenantTestText test(@PathVariable String testId, Locale language) {
        access.person();
        CovenantTestView test = book.test(testId).orElseThrow(Access.NotVisible::new);
        return text(test, access.readerOf(test.covenant().application().value(), test.covenant().customer()), language);
    }

    @PostMapping("/covenant-tests/{testId}/report")
    @Operation(summary = "Report a value with the compliance certificate, before the test is over; the customer himself or an officer")
    CovenantTestText report(@PathVariable String testId, @RequestBody Report told, Locale language) {
        access.person();
        CovenantTestView test = book.test(testId).orElseThrow(Access.NotVisible::new);
        Person actor = access.editorOf(test.covenant().application().value(), test.covenant().customer());
        DocumentId evidence = told.evidence() == null || told.evidence().isBlank() ? null : new DocumentId(told.evidence());
        return text(desk.report(testId, new ReportValue(told.value(), evidence, told.remark()), actor.id()).orElseThrow(), actor, language);
    }

    @GetMapping("/breach-cases")
    @Operation(summary = "Cases of covenants and conditions that were not kept, newest first, page by page; of a customer, or those behind one limit change or review; officers only")
    BreachPage breaches(@RequestParam(required = false) String customerId, @RequestParam(required = false) String reference,
                        @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size, Locale language) {
        return cases.page(access.officer(), customerId, reference, page, size, language);
    }

    private CovenantTestText text(CovenantTestView test, Person reader, Locale language) {
        TestFigures figures = desk.figures(test);
        String tier = reader.isOfficer() ? reliefs.tier(test).map(Tier::name).map(least -> wording.of("tier." + least, language)).orElse(null) : null;
        return CovenantTestText.of(test, figures, desk.differs(test, figures, test.reported()), reliefs.of(test.id()), tier, wording, language);
    }

    /**
     * @param value    a rate as a fraction; absent where the covenant is told in words
     * @param evidence number of a document of this customer
     */
    record Report(BigDecimal value, String evidence, String remark) {
    }
}
