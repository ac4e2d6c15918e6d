package io.shouxin.monitoring;

import io.shouxin.audit.AuditTrail;
import io.shouxin.contract.AgreementView;
import io.shouxin.contract.FacilityBook;
import io.shouxin.contract.FacilityStatus;
import io.shouxin.contract.FacilityView;
import io.shouxin.deadline.WorkingCalendar;
import io.shouxin.identity.CaseEntities;
import io.shouxin.identity.People;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.PersonId;
import io.shouxin.notification.MessageDesk;
import io.shouxin.origination.Covenant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The book of covenants (约定事项台账): enters those of an agreement when its facilities become active, plans a test for each period, tells the
 * customer of a test in time, and opens it when its day has come.
 */
@Service
@Transactional
public class CovenantBook {

    private static final PersonId SYSTEM = new PersonId("system");

    private final CovenantRows rows;
    private final FacilityBook facilities;
    private final WorkingCalendar calendar;
    private final People people;
    private final MessageDesk messages;
    private final CaseEntities cases;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final AuditTrail audit;

    CovenantBook(CovenantRows rows, FacilityBook facilities, WorkingCalendar calendar, People people, MessageDesk messages, CaseEntities cases, BusinessNumbers numbers,
                 BusinessClock clock, AuditTrail audit) {
        this.rows = rows;
        this.facilities = facilities;
        this.calendar = calendar;
        this.people = people;
        this.messages = messages;
        this.cases = cases;
        this.numbers = numbers;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Enters the covenants of an agreement whose facilities have just become active, each with its first test: that of the period in which
     * they did. Asked again, it changes nothing.
     */
    public void enter(AgreementView agreement) {
        List<FacilityView> opened = facilities.of(agreement.application());
        if (agreement.sheet() == null || opened.isEmpty()) {
            return;
        }
        LocalDate today = clock.today();
        for (Covenant terms : agreement.sheet().tested()) {
            if (!rows.has(agreement.id(), terms.code())) {
                StandingCovenant covenant = new StandingCovenant(numbers.next("CV"), agreement.id(), agreement.application(), agreement.customer(),
                        because(terms, agreement, opened), terms, today, true);
                rows.insert(covenant, agreement.terms().entity());
                belongs(covenant.id(), covenant);
                plan(covenant, terms.frequency().endOnOrAfter(today));
                audit.record(agreement.application().value(), "COVENANT_ENTERED", SYSTEM, covenant.id() + " " + StoredTerms.write(terms));
            }
        }
    }

    /** The facilities of the products that ask for it; all when none of those was opened. */
    private static List<FacilityId> because(Covenant terms, AgreementView agreement, List<FacilityView> opened) {
        List<String> products = agreement.terms().facilities().stream().filter(line -> terms.positions().contains(line.position())).map(line -> line.product()).toList();
        List<FacilityId> asking = opened.stream().filter(facility -> products.contains(facility.product())).map(FacilityView::id).toList();
        return asking.isEmpty() ? opened.stream().map(FacilityView::id).toList() : asking;
    }

    private void plan(StandingCovenant covenant, LocalDate periodEnd) {
        String id = numbers.next("CT");
        if (rows.plan(id, covenant, periodEnd, TestDays.of(covenant.terms(), periodEnd, calendar::isWorkingDay))) {
            belongs(id, covenant);
        }
    }

    private void belongs(String number, StandingCovenant covenant) {
        cases.of(covenant.application().value()).ifPresent(entity -> cases.belongs(number, covenant.customer(), entity));
    }

    /** Tells customers of tests whose notice has come; each is told once. */
    public void notice() {
        for (CovenantTestView test : rows.planned("notice_on", clock.today())) {
            people.of(test.covenant().customer()).forEach(person -> messages.send(person.id(), test.id() + "/notice", test.covenant().application().value(),
                    "COVENANT_TEST_COMING", Map.of("covenant", "covenant." + test.terms().code(), "periodEnd", test.periodEnd().toString(),
                            "testOn", test.days().testOn().toString())));
            rows.told(test.id(), Instants.of(clock.instant()));
            audit.record(test.covenant().application().value(), "COVENANT_NOTICE", SYSTEM, test.id() + " " + test.days().testOn());
        }
    }

    /**
     * Opens every planned test whose day has come and plans the one of the period after it. Of a covenant without a live facility the test ends, and
     * with it the covenant. Each is opened once.
     */
    public List<CovenantTestView> openDue() {
        List<CovenantTestView> opened = new ArrayList<>();
        for (CovenantTestView test : rows.planned("test_on", clock.today())) {
            boolean lives = !live(test.covenant().application(), test.covenant().facilities()).isEmpty();
            if (rows.move(test.id(), CovenantTestStatus.PLANNED, lives ? CovenantTestStatus.OPEN : CovenantTestStatus.ENDED)) {
                if (lives) {
                    plan(test.covenant(), test.terms().frequency().next(test.periodEnd()));
                    opened.add(rows.test(test.id()).orElseThrow());
                } else {
                    rows.end(test.covenant().id());
                    audit.record(test.covenant().application().value(), "COVENANT_ENDED", SYSTEM, test.covenant().id());
                }
            }
        }
        return opened;
    }

    /** Those of the facilities that still live. */
    List<FacilityView> live(ApplicationId application, List<FacilityId> among) {
        return facilities.of(application).stream().filter(facility -> among.isEmpty() || among.contains(facility.id()))
                .filter(facility -> facility.status() == FacilityStatus.ACTIVE || facility.status() == FacilityStatus.SUSPENDED).toList();
    }

    @Transactional(readOnly = true)
    public Optional<StandingCovenant> find(String covenant) {
        return rows.covenant(covenant);
    }

    @Transactional(readOnly = true)
    public Optional<CovenantTestView> test(String id) {
        return rows.test(id);
    }

    /** Every test of a covenant, latest period first: results with headroom, and the one to come. */
    @Transactional(readOnly = true)
    public List<CovenantTestView> history(String covenant) {
        return rows.testsOf(covenant);
    }

    /** Tests of a customer's covenants, latest period first. */
    @Transactional(readOnly = true)
    public List<CovenantTestView> tests(CustomerId customer) {
        return rows.tests(customer.value(), null, 1000);
    }

    /** Tests of an application's covenants, latest period first. */
    @Transactional(readOnly = true)
    public List<CovenantTestView> tests(ApplicationId application) {
        return rows.tests(null, application.value(), 1000);
    }

    /**
     * Covenants, the next test first, then those to which none comes any more.
     *
     * @param most so many from the beginning
     */
    @Transactional(readOnly = true)
    public List<CovenantSearch.Found> found(CovenantSearch search, int most) {
        return rows.found(search, most);
    }

    /** How many covenants there are, counted no further than so many. */
    @Transactional(readOnly = true)
    public int count(CovenantSearch search, int most) {
        return rows.count(search, most);
    }
}
