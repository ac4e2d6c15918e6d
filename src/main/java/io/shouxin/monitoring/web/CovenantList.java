package io.shouxin.monitoring.web;

import io.shouxin.contract.ConditionCheckStatus;
import io.shouxin.contract.ConditionCheckView;
import io.shouxin.contract.ConditionChecks;
import io.shouxin.contract.ConditionPrecedent;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.kernel.Wording;
import io.shouxin.monitoring.BreachCaseView;
import io.shouxin.monitoring.BreachDesk;
import io.shouxin.monitoring.CovenantBook;
import io.shouxin.monitoring.CovenantTestStatus;
import io.shouxin.monitoring.CovenantTestView;
import io.shouxin.monitoring.TestFigures;
import io.shouxin.origination.CovenantText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Draws up the list of covenants and conditions as far as the reader may see it, what comes next first. */
@Component
class CovenantList {

    static final int MOST = 5000;
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

    /** @param state a state of the test to come, or {@code OVERDUE}, or null for all */
    List<CovenantLine> lines(Person reader, String customerId, String facilityId, String kind, String state, Locale language) {
        if (state != null && !state.equals(OVERDUE) && Arrays.stream(CovenantTestStatus.values()).noneMatch(each -> each.name().equals(state))) {
            throw new RefusedException(Refusal.of("COVENANT_STATE_UNKNOWN").at("state").with("state", state));
        }
        Optional<CustomerId> whose = reader.isOfficer() ? Optional.ofNullable(customerId).map(CustomerId::new) : reader.firm();
        if (!reader.isOfficer() && whose.isEmpty()) {
            return List.of();
        }
        whose.ifPresent(access::readerOf);
        Map<String, String> names = new HashMap<>();
        List<CovenantLine> lines = new ArrayList<>();
        Map<String, List<CovenantTestView>> byCovenant = new LinkedHashMap<>();
        whose.map(book::tests).orElseGet(() -> book.newest(MOST)).forEach(test -> byCovenant.computeIfAbsent(test.covenant().id(), id -> new ArrayList<>()).add(test));
        byCovenant.values().stream().filter(tests -> access.mayRead(reader, tests.get(0).covenant().application().value(), tests.get(0).covenant().customer()))
                .forEach(tests -> lines.add(line(tests, names, language)));
        if (reader.isOfficer()) {
            conditions.standing(MOST).stream().filter(check -> whose.isEmpty() || whose.get().equals(check.customer()))
                    .filter(check -> access.mayRead(reader, check.application().value(), check.customer())).forEach(check -> lines.add(line(check, names, language)));
        }
        return lines.stream().filter(line -> kind == null || line.kind().equals(kind))
                .filter(line -> facilityId == null || line.facilities().contains(facilityId))
                .filter(line -> state == null || (state.equals(OVERDUE) ? line.overdue() : state.equals(line.state()) || state.equals(line.lastState())))
                .sorted(Comparator.comparing(CovenantLine::testOn, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(CovenantLine::id)).toList();
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
