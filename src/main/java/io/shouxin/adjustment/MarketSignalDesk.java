package io.shouxin.adjustment;

import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.identity.People;
import io.shouxin.identity.Role;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.SignalId;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLedger;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of market signals (市场信号): an officer enters what happened to an industry or a region, sees whom it concerns and
 * what it suggests, and opens proposals for those he chooses, in one go.
 */
@Service
@Transactional
public class MarketSignalDesk {

    /** Most customers one signal is listed for, and most proposals opened in one go. */
    public static final int MOST = 200;

    private static final Set<Role> MAY_RECORD = Set.of(Role.ANALYST, Role.CREDIT_MANAGER, Role.SENIOR_CREDIT_MANAGER, Role.RISK_DIRECTOR,
            Role.POLICY_OFFICER);
    private static final Pattern INDUSTRY = Pattern.compile("[A-T](\\d{2})?");
    private static final int LONGEST_REGION = 50;
    private static final int LONGEST_SOURCE = 200;

    private final MarketSignals signals;
    private final SuggestionDesk suggestions;
    private final CustomerRegister register;
    private final LimitLedger ledger;
    private final People people;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final AuditTrail audit;

    MarketSignalDesk(MarketSignals signals, SuggestionDesk suggestions, CustomerRegister register, LimitLedger ledger, People people,
                     BusinessNumbers numbers, BusinessClock clock, AuditTrail audit) {
        this.signals = signals;
        this.suggestions = suggestions;
        this.register = register;
        this.ledger = ledger;
        this.people = people;
        this.numbers = numbers;
        this.clock = clock;
        this.audit = audit;
    }

    /** Enters a signal; it opens nothing by itself. */
    public Outcome<MarketSignalView> record(RecordSignal told, PersonId officer) {
        if (!may(officer)) {
            return Outcome.refused(Refusal.of("MAY_NOT_RECORD_SIGNAL"));
        }
        RecordSignal plain = new RecordSignal(blankless(told.industry()), blankless(told.region()), told.direction(), blankless(told.text()),
                told.day(), blankless(told.source()));
        List<Refusal> refusals = refusals(plain);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        MarketSignal signal = signals.saveAndFlush(new MarketSignal(new SignalId(numbers.next("MS")), plain, officer,
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        audit.record(signal.id().value(), "MARKET_SIGNAL_RECORDED", officer, "%s %s %s".formatted(plain.industry(), plain.region(), plain.direction()));
        return Outcome.done(signal.view());
    }

    /** Whom a signal concerns, customers with a limit only, in the order of their numbers; at most {@link #MOST}. */
    @Transactional(readOnly = true)
    public Outcome<Concerned> concerned(SignalId id) {
        return find(id).map(signal -> {
            List<CustomerView> found = register.inMarket(signal.industry(), signal.region(), MOST * 10);
            List<ConcernedCustomer> withLimit = found.stream().filter(customer -> ceiling(customer.id()).isPresent())
                    .map(customer -> concerned(signal, customer)).limit(MOST + 1L).toList();
            boolean more = withLimit.size() > MOST || found.size() == MOST * 10;
            return Outcome.done(new Concerned(signal.view(), withLimit.stream().limit(MOST).toList(), more));
        }).orElseGet(() -> Outcome.refused(Refusal.of("SIGNAL_UNKNOWN").with("signal", id)));
    }

    /**
     * Opens what the signal suggests, for those of the concerned an officer has chosen; who has an open change of that kind gets no
     * second one.
     */
    public Outcome<List<LimitChangeView>> open(SignalId id, Set<CustomerId> chosen, PersonId officer) {
        if (!may(officer)) {
            return Outcome.refused(Refusal.of("MAY_NOT_RECORD_SIGNAL"));
        }
        if (chosen.isEmpty() || chosen.size() > MOST) {
            return Outcome.refused(Refusal.of("SIGNAL_CUSTOMERS").at("customers").with("most", MOST));
        }
        return concerned(id).then(listed -> {
            Set<CustomerId> known = listed.customers().stream().map(ConcernedCustomer::customer).collect(Collectors.toSet());
            Optional<CustomerId> stranger = chosen.stream().filter(customer -> !known.contains(customer)).findFirst();
            if (stranger.isPresent()) {
                return Outcome.refused(Refusal.of("SIGNAL_OTHER_CUSTOMER").at("customers").with("customerId", stranger.get()));
            }
            MarketSignal signal = find(id).orElseThrow();
            List<LimitChangeView> opened = listed.customers().stream()
                    .filter(each -> chosen.contains(each.customer()) && each.kind().isPresent() && each.open().isEmpty())
                    .flatMap(each -> suggestions.open(signal, each.customer()).stream()).toList();
            audit.record(id.value(), "MARKET_SIGNAL_OPENED", officer, opened.size() + " of " + chosen.size());
            return Outcome.done(opened);
        });
    }

    /** The newest signals, at most 100. */
    @Transactional(readOnly = true)
    public List<MarketSignalView> newest() {
        return signals.findAllByOrderByRecordedAtDescSignalIdDesc(Limit.of(100)).stream().map(MarketSignal::view).toList();
    }

    private ConcernedCustomer concerned(MarketSignal signal, CustomerView customer) {
        Optional<SuggestedFigures> figures = suggestions.afterSignal(signal.direction(), customer.id());
        return new ConcernedCustomer(customer.id(), customer.name(), ceiling(customer.id()), figures.map(SuggestedFigures::kind),
                figures.flatMap(SuggestedFigures::ceiling), figures.flatMap(each -> suggestions.openFor(customer.id(), each.kind())).map(LimitChange::id));
    }

    private Optional<Money> ceiling(CustomerId customer) {
        return ledger.account(LimitAccountId.of(customer)).flatMap(LimitAccountView::ceiling);
    }

    private Optional<MarketSignal> find(SignalId id) {
        return signals.findById(id.value());
    }

    private boolean may(PersonId officer) {
        return people.find(officer).filter(person -> MAY_RECORD.stream().anyMatch(person::is)).isPresent();
    }

    private List<Refusal> refusals(RecordSignal told) {
        List<Refusal> refusals = new ArrayList<>();
        if (told.industry() == null && told.region() == null) {
            refusals.add(Refusal.of("SIGNAL_WITHOUT_MARKET").at("industry"));
        }
        if (told.industry() != null && !INDUSTRY.matcher(told.industry()).matches()) {
            refusals.add(Refusal.of("SIGNAL_INDUSTRY").at("industry"));
        }
        if (told.region() != null && told.region().length() > LONGEST_REGION) {
            refusals.add(Refusal.of("TEXT_TOO_LONG").at("region").with("max", LONGEST_REGION));
        }
        if (told.direction() == null) {
            refusals.add(Refusal.of("SIGNAL_DIRECTION").at("direction"));
        }
        ChangeRequirements.explanation(told.text(), "text").ifPresent(refusals::add);
        if (told.day() == null || told.day().isAfter(clock.today())) {
            refusals.add(Refusal.of("SIGNAL_DAY").at("day"));
        }
        if (told.source() == null || told.source().length() > LONGEST_SOURCE) {
            refusals.add(Refusal.of("SIGNAL_SOURCE").at("source").with("most", LONGEST_SOURCE));
        }
        return refusals;
    }

    private static String blankless(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** @param more whether there are more than are listed */
    public record Concerned(MarketSignalView signal, List<ConcernedCustomer> customers, boolean more) {
    }
}
