package io.shouxin.monitoring.web;

import io.shouxin.contract.ConditionCheckStatus;
import io.shouxin.contract.ConditionCheckView;
import io.shouxin.contract.ConditionChecks;
import io.shouxin.contract.ConditionPrecedent;
import io.shouxin.contract.ConditionSearch;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.kernel.Wording;
import io.shouxin.monitoring.BreachCaseView;
import io.shouxin.monitoring.BreachDesk;
import io.shouxin.monitoring.CovenantBook;
import io.shouxin.monitoring.CovenantSearch;
import io.shouxin.monitoring.CovenantTestStatus;
import io.shouxin.monitoring.CovenantTestView;
import io.shouxin.monitoring.TestFigures;
import io.shouxin.origination.CovenantText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** Draws up the list of covenants and conditions as far as the reader may see it, what comes next first. */
@Component
class CovenantList {

    private static final int MOST_ON_A_PAGE = 200;
    private static final int MOST_IN_A_FILE = 20_000;
    /** So many beyond the page are counted: to count all takes longer than to find the page. */
    private static final int COUNTED_AHEAD = 1_000;
    private static final String OVERDUE = "OVERDUE";
    private static final String CONDITION = "CONDITION";

    private final CovenantBook book;
    private final BreachDesk breaches;
    private final ConditionChecks conditions;
    private final CustomerRegister customers;
    private final Access access;
    private final Wording wording;
    private final BusinessClock clock;

    CovenantList(CovenantBook book, BreachDesk breaches, ConditionChecks conditions, CustomerRegister customers, Access access, Wording wording, BusinessClock clock) {
        this.book = book;
        this.breaches = breaches;
        this.conditions = conditions;
        this.customers = customers;
        this.access = access;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * @param state a state of the test to come or of the last result, or {@code OVERDUE}, or null for all
     * @param page  from 0
     * @param size  1 to 200
     */
    CovenantPage page(Person reader, Asked asked, int page, int size, Locale language) {
        int width = Math.max(1, Math.min(size, MOST_ON_A_PAGE));
        int number = Math.max(0, Math.min(page, (Integer.MAX_VALUE - COUNTED_AHEAD - 2) / width - 1));
        return searches(reader, asked).map(both -> {
            int until = (number + 1) * width;
            List<Place> places = places(both, until);
            int most = until + COUNTED_AHEAD;
            int total = count(both, most + 1);
            Map<String, String> names = new HashMap<>();
            List<CovenantLine> lines = places.subList(Math.min(number * width, places.size()), places.size()).stream().map(place -> place.line(names, language)).toList();
            return new CovenantPage(lines, number, width, Math.min(total, most), total > most);
        }).orElseGet(() -> new CovenantPage(List.of(), number, width, 0, false));
    }

    /** All of them for a file, up to so many. */
    List<CovenantLine> all(Person reader, Asked asked, Locale language) {
        Map<String, String> names = new HashMap<>();
        return searches(reader, asked).map(both -> places(both, MOST_IN_A_FILE).stream().map(place -> place.line(names, language)).toList()).orElse(List.of());
    }

    /** Covenants and conditions walked side by side, the next day first; what nothing comes of any more last. */
    private List<Place> places(Searches both, int until) {
        List<Place> places = new ArrayList<>();
        both.covenants().ifPresent(search -> book.found(search, until).forEach(found -> places.add(new Place(found.testOn(), found.covenant(),
                (names, language) -> line(book.history(found.covenant()), names, language)))));
        both.conditions().ifPresent(search -> conditions.standing(search, until).forEach(check -> places.add(new Place(check.dueOn(), check.id(),
                (names, language) -> line(check, names, language)))));
        places.sort(Comparator.comparing(Place::day, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(Place::id));
        return places.subList(0, Math.min(until, places.size()));
    }

    /** Empty when the reader stands for no firm. Conditions are the bank's own business, and of no facility alone. */
    private Optional<Searches> searches(Person reader, Asked asked) {
        String state = asked.state();
        boolean overdue = OVERDUE.equals(state);
        Optional<CovenantTestStatus> ofTest = Arrays.stream(CovenantTestStatus.values()).filter(each -> each.name().equals(state)).findFirst();
        if (state != null && !overdue && ofTest.isEmpty()) {
            throw new RefusedException(Refusal.of("COVENANT_STATE_UNKNOWN").at("state").with("state", state));
        }
        Optional<CustomerId> whose = reader.isOfficer() ? Optional.ofNullable(asked.customerId()).map(CustomerId::new) : reader.firm();
        if (!reader.isOfficer() && whose.isEmpty()) {
            return Optional.empty();
        }
        whose.ifPresent(access::readerOf);
        Optional<Set<EntityCode>> reach = reader.isOfficer() ? access.reach(reader) : Optional.empty();
        LocalDate overdueOn = overdue ? clock.today() : null;
        boolean anyKind = asked.kind() == null;
        Optional<CovenantSearch> covenants = anyKind || !asked.kind().equals(CONDITION)
                ? Optional.of(new CovenantSearch(whose, asked.facilityId(), asked.kind(), ofTest.orElse(null), overdueOn, reach)) : Optional.empty();
        Optional<ConditionCheckStatus> ofCheck = ofTest.flatMap(status -> Arrays.stream(ConditionCheckStatus.values()).filter(each -> each.name().equals(status.name())).findFirst());
        boolean noCheck = !reader.isOfficer() || asked.facilityId() != null || !anyKind && !asked.kind().equals(CONDITION) || ofTest.isPresent() && ofCheck.isEmpty();
        return Optional.of(new Searches(covenants, noCheck ? Optional.empty() : Optional.of(new ConditionSearch(whose, ofCheck.orElse(null), overdueOn, reach))));
    }

    /** What the reader asked for; null restricts nothing. */
    record Asked(String customerId, String facilityId, String kind, String state) {
    }

    /** Both sources; empty where the question leaves one out. */
    private record Searches(Optional<CovenantSearch> covenants, Optional<ConditionSearch> conditions) {
    }

    private int count(Searches both, int most) {
        return both.covenants().map(search -> book.count(search, most)).orElse(0) + both.conditions().map(search -> conditions.count(search, most)).orElse(0);
    }

    /** A line before it is drawn up: only those of the page are. */
    private record Place(LocalDate day, String id, BiFunction<Map<String, String>, Locale, CovenantLine> draws) {

        CovenantLine line(Map<String, String> names, Locale language) {
            return draws.apply(names, language);
        }
    }

    private CovenantLine line(List<CovenantTestView> tests, Map<String, String> names, Locale language) {
        CovenantTestView any = tests.get(0);
        Optional<CovenantTestView> next = tests.stream().filter(test -> !test.status().isOver()).min(Comparator.comparing(CovenantTestView::periodEnd));
        Optional<CovenantTestView> last = tests.stream().filter(test -> test.status().isOver()).max(Comparator.comparing(CovenantTestView::periodEnd));
        boolean figure = any.terms().unit() != null;
        Optional<BigDecimal> value = figure ? last.flatMap(CovenantTestView::figures).flatMap(TestFigures::value) : Optional.empty();
        Optional<BreachCaseView> open = breaches.of(any.covenant().customer()).stream()
                .filter(each -> each.open() && each.causes().stream().anyMatch(cause -> tests.stream().anyMatch(test -> test.id().equals(cause.source())))).findFirst();
        return new CovenantLine(any.covenant().id(), any.terms().kind().name(), wording.of("covenantKind." + any.terms().kind(), language), any.terms().code(),
                CovenantText.name(any.terms(), wording, language), CovenantText.asked(any.terms(), wording, language), CovenantText.formula(any.terms(), wording, language),
                CovenantText.tested(any.terms(), wording, language), any.covenant().customer().value(), name(any.covenant().customer(), names), any.covenant().application().value(),
                any.covenant().facilities().stream().map(FacilityId::value).toList(), next.map(CovenantTestView::id).orElse(null), next.map(CovenantTestView::periodEnd).orElse(null),
                next.map(test -> test.days().testOn()).orElse(null), next.map(test -> test.days().graceEndsOn()).orElse(null), next.map(test -> test.status().name()).orElse(null),
                next.map(test -> wording.of("covenantTestStatus." + test.status(), language)).orElse(null), next.filter(test -> test.isOverdue(clock.today())).isPresent(),
                next.or(() -> last).filter(test -> test.target() != null).map(test -> CovenantText.figure(test.target(), test.terms().unit(), language)).orElse(null),
                figure ? any.terms().unit().name() : null, last.map(test -> test.status().name()).orElse(null),
                last.map(test -> wording.of("covenantTestStatus." + test.status(), language)).orElse(null), last.map(CovenantTestView::periodEnd).orElse(null),
                value.map(each -> CovenantText.figure(each, any.terms().unit(), language)).orElse(null),
                last.flatMap(CovenantTestView::headroom).map(room -> CovenantText.figure(room, any.terms().unit(), language)).orElse(null),
                open.map(BreachCaseView::id).orElse(null));
    }

    private CovenantLine line(ConditionCheckView check, Map<String, String> names, Locale language) {
        String label = ConditionPrecedent.label(check.condition(), wording, language);
        Optional<BreachCaseView> open = breaches.of(check.customer()).stream().filter(BreachCaseView::open)
                .filter(each -> each.application().equals(check.application()) && each.causes().stream().anyMatch(cause -> cause.code().equals(check.condition()))).findFirst();
        return new CovenantLine(check.id(), CONDITION, wording.of("covenantKind.CONDITION", language), check.condition(), label, label, "", null, check.customer().value(),
                name(check.customer(), names), check.application().value(), List.of(), null, null, check.dueOn(), null, check.status().name(),
                wording.of("conditionCheckStatus." + check.status(), language), check.status() == ConditionCheckStatus.OPEN && check.dueOn().isBefore(clock.today()),
                null, null, null, null, null, null, null, open.map(BreachCaseView::id).orElse(null));
    }

    private String name(CustomerId customer, Map<String, String> names) {
        return names.computeIfAbsent(customer.value(), id -> customers.find(customer).map(CustomerView::name).orElse(""));
    }
}
