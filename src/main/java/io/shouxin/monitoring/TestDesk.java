package io.shouxin.monitoring;

import io.shouxin.audit.AuditTrail;
import io.shouxin.document.DocumentDesk;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Sha256;
import io.shouxin.origination.CovenantKind;
import io.shouxin.policy.PolicyBook;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk that tests covenants (约定事项测试): system-derived value beside the reported one, result, and what is left of the grace. */
@Service
@Transactional
public class TestDesk {

    private static final PersonId SYSTEM = new PersonId("system");

    private final CovenantRows rows;
    private final SystemFigures figures;
    private final PolicyBook policies;
    private final DocumentDesk documents;
    private final People people;
    private final ReliefDesk reliefs;
    private final BusinessClock clock;
    private final AuditTrail audit;

    TestDesk(CovenantRows rows, SystemFigures figures, PolicyBook policies, DocumentDesk documents, People people, ReliefDesk reliefs, BusinessClock clock, AuditTrail audit) {
        this.rows = rows;
        this.figures = figures;
        this.policies = policies;
        this.documents = documents;
        this.people = people;
        this.reliefs = reliefs;
        this.clock = clock;
        this.audit = audit;
    }

    /** What the system finds now; of a test that is over, what it found then. */
    @Transactional(readOnly = true)
    public TestFigures figures(CovenantTestView test) {
        return test.status().isOver() && test.figures().isPresent() ? test.figures().get() : figures.of(test);
    }

    /** Fingerprint of the figures, to which a finding is bound. */
    public static String hash(TestFigures figures) {
        return Sha256.of(StoredTerms.write(figures));
    }

    /**
     * Takes what the customer reports, from his own person or an officer, until the test is over.
     *
     * @return the test, or {@code TEST_UNKNOWN, MAY_NOT_REPORT, TEST_NOT_OPEN} and what is wrong with the report
     */
    public Outcome<CovenantTestView> report(String id, ReportValue told, PersonId actor) {
        Optional<CovenantTestView> found = rows.testForChange(id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("TEST_UNKNOWN").with("test", id));
        }
        CovenantTestView test = found.get();
        Optional<Person> person = people.find(actor);
        boolean may = person.filter(who -> who.worksOnCredits() || who.firm().filter(test.covenant().customer()::equals).isPresent()).isPresent();
        if (!may) {
            return Outcome.refused(Refusal.of("MAY_NOT_REPORT"));
        }
        if (test.status().isOver()) {
            return Outcome.refused(Refusal.of("TEST_NOT_OPEN").with("test", id));
        }
        String remark = Words.of(told.remark());
        Optional<Refusal> objection = ReportedValue.objection(test, told.value(), "value").or(() -> evidence(test, told.evidence(), remark))
                .or(() -> Words.tooLong(remark, "remark"));
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        keepReport(test, told.value(), told.evidence(), remark, actor);
        return Outcome.done(rows.test(id).orElseThrow());
    }

    private void keepReport(CovenantTestView test, BigDecimal value, DocumentId evidence, String remark, PersonId actor) {
        rows.reported(test.id(), value, evidence == null ? null : evidence.value(), remark, actor.value(), Instants.of(clock.instant()));
        audit.record(test.covenant().application().value(), "COVENANT_REPORTED", actor, test.id() + " " + (value == null ? "" : value.toPlainString() + " ")
                + (evidence == null ? "" : evidence.value() + " ") + (remark == null ? "" : remark));
    }

    /**
     * Takes an officer's finding. What is not kept, or can't be measured, within the grace stays under test; afterwards it is a breach.
     *
     * @return the test, or {@code TEST_UNKNOWN, NOT_A_CREDIT_OFFICER, TEST_NOT_OPEN, FIGURES_CHANGED, VERDICT_MISSING, REPORTED_MALFORMED,
     *         EVIDENCE_NEEDED, EVIDENCE_UNKNOWN, DIFFERENCE_UNEXPLAINED, REMARK_TOO_LONG}
     */
    public Outcome<CovenantTestView> record(String id, RecordTest finding, PersonId actor) {
        Optional<CovenantTestView> found = rows.testForChange(id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("TEST_UNKNOWN").with("test", id));
        }
        CovenantTestView test = found.get();
        if (people.find(actor).filter(Person::worksOnCredits).isEmpty()) {
            return Outcome.refused(Refusal.of("NOT_A_CREDIT_OFFICER"));
        }
        if (!test.status().isUnderTest()) {
            return Outcome.refused(Refusal.of("TEST_NOT_OPEN").with("test", id));
        }
        TestFigures now = figures.of(test);
        BigDecimal reported = finding.reported() == null ? test.reported() : finding.reported();
        Optional<Refusal> objection = objection(test, finding, now, reported);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        if (finding.reported() != null) {
            keepReport(test, finding.reported(), finding.evidence(), Words.of(finding.remark()), actor);
        }
        return Outcome.done(settle(test, now, reported, finding.kept(), finding.evidence(), Words.of(finding.remark()), actor));
    }

    private Optional<Refusal> objection(CovenantTestView test, RecordTest finding, TestFigures now, BigDecimal reported) {
        String remark = Words.of(finding.remark());
        boolean words = test.terms().kind() == CovenantKind.NEGATIVE;
        if (!words && !hash(now).equals(finding.figuresHash())) {
            return Optional.of(Refusal.of("FIGURES_CHANGED").at("figuresHash"));
        }
        if (words && finding.kept() == null) {
            return Optional.of(Refusal.of("VERDICT_MISSING").at("kept"));
        }
        return ReportedValue.objection(test, finding.reported(), "reported")
                .or(() -> words || finding.reported() != null ? evidence(test, finding.evidence(), remark) : known(test, finding.evidence()))
                .or(() -> words && !finding.kept() && Words.tooShort(remark) ? Optional.of(Refusal.of("EVIDENCE_NEEDED").at("remark")
                        .with("condition", "covenant." + test.terms().code())) : Optional.empty())
                .or(() -> differs(test, now, reported) && Words.tooShort(remark) ? Optional.of(Refusal.of("DIFFERENCE_UNEXPLAINED").at("remark")
                        .with("derived", now.value().orElseThrow().toPlainString()).with("reported", reported.toPlainString())) : Optional.empty())
                .or(() -> Words.tooLong(remark, "remark"));
    }

    /** Whether the reported value lies further from the derived one than policy {@code covenant-tolerance} lets pass. */
    @Transactional(readOnly = true)
    public boolean differs(CovenantTestView test, TestFigures now, BigDecimal reported) {
        if (reported == null || now.value().isEmpty() || test.terms().unit() == null) {
            return false;
        }
        BigDecimal tolerance = policies.evaluate("covenant-tolerance", clock.today(), Map.of("unit", test.terms().unit().name())).only().number("tolerance");
        return ReportedValue.differs(now.value().get(), reported, tolerance);
    }

    private Optional<Refusal> evidence(CovenantTestView test, DocumentId evidence, String remark) {
        return evidence == null && Words.tooShort(remark)
                ? Optional.of(Refusal.of("EVIDENCE_NEEDED").at("remark").with("condition", "covenant." + test.terms().code())) : known(test, evidence);
    }

    private Optional<Refusal> known(CovenantTestView test, DocumentId evidence) {
        return evidence == null || documents.find(evidence).filter(document -> document.customer().equals(test.covenant().customer()) && !document.generated()).isPresent()
                ? Optional.empty() : Optional.of(Refusal.of("EVIDENCE_UNKNOWN").at("evidence").with("document", evidence));
    }

    /** The grace is over: judges on what is there. A test that is over already stays as it is. */
    public CovenantTestView conclude(String id) {
        CovenantTestView test = rows.testForChange(id).orElseThrow();
        if (test.status().isOver() || !clock.today().isAfter(test.days().graceEndsOn())) {
            return test;
        }
        reliefs.lapse(test);
        DocumentId evidence = test.evidence() == null ? null : new DocumentId(test.evidence());
        return settle(test, figures.of(test), test.reported(), test.kept(), evidence, test.remark(), SYSTEM);
    }

    /** The day to which it was put off has come. */
    public CovenantTestView reopen(String id) {
        if (rows.move(id, CovenantTestStatus.DEFERRED, CovenantTestStatus.OPEN)) {
            audit.record(rows.test(id).orElseThrow().covenant().application().value(), "COVENANT_TEST_REOPENED", SYSTEM, id);
        }
        return rows.test(id).orElseThrow();
    }

    private CovenantTestView settle(CovenantTestView test, TestFigures now, BigDecimal reported, Boolean kept, DocumentId evidence, String remark, PersonId actor) {
        Judged judged = Judged.of(test.terms(), test.target(), now, reported, kept, test.days().graceEndsOn());
        boolean graceOver = clock.today().isAfter(test.days().graceEndsOn());
        CovenantTestStatus status = judged == Judged.KEPT ? CovenantTestStatus.MET
                : !graceOver && test.terms().graceDays() > 0 ? CovenantTestStatus.IN_GRACE
                : judged == Judged.MISSED ? CovenantTestStatus.BREACHED : CovenantTestStatus.NOT_TESTABLE;
        boolean late = now.receivedOn() != null ? now.receivedOn().isAfter(test.days().testOn()) : clock.today().isAfter(test.days().testOn());
        boolean cured = status == CovenantTestStatus.MET && late && (test.status() == CovenantTestStatus.IN_GRACE || now.receivedOn() != null);
        rows.result(test.id(), status.name(), now.value().orElse(null), now.undefined(), StoredTerms.write(now), kept, evidence == null ? null : evidence.value(), remark,
                cured, actor.value(), Instants.of(clock.instant()));
        audit.record(test.covenant().application().value(), cured ? "COVENANT_CURED" : "COVENANT_" + status, actor, "%s %s %s%s%s".formatted(test.id(), test.terms().code(),
                now.value().map(BigDecimal::toPlainString).orElse(now.undefined() == null ? "" : now.undefined()),
                test.target() == null ? "" : " " + test.terms().bound() + " " + test.target().toPlainString(), remark == null ? "" : " " + remark).strip());
        return rows.test(test.id()).orElseThrow();
    }
}
