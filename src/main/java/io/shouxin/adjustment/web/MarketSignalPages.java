package io.shouxin.adjustment.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.shouxin.adjustment.LimitChangeView;
import io.shouxin.adjustment.MarketSignalDesk;
import io.shouxin.adjustment.MarketSignalView;
import io.shouxin.adjustment.RecordSignal;
import io.shouxin.customer.Industries;
import io.shouxin.customer.Industries.Industry;
import io.shouxin.identity.Access;
import io.shouxin.identity.People;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.kernel.SignalId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Market signals: entered, held against the customers they concern, and turned into proposals in one go. */
@RestController
@RequestMapping({"/api/v1/market-signals", "/camunda/api/shouxin/v1/market-signals"})
@Tag(name = "Market signals", description = "市场信号: what happened to an industry or a region, and which limits it suggests to change; officers only")
class MarketSignalPages {

    private final MarketSignalDesk desk;
    private final Access access;
    private final People people;

    MarketSignalPages(MarketSignalDesk desk, Access access, People people) {
        this.desk = desk;
        this.access = access;
        this.people = people;
    }

    @GetMapping
    @Operation(summary = "The newest market signals, at most 100")
    List<ListedSignal> newest() {
        access.officer();
        List<MarketSignalView> signals = desk.newest();
        Map<String, String> names = people.names(signals.stream().map(signal -> signal.recordedBy().value()).collect(Collectors.toSet()));
        return signals.stream().map(signal -> ListedSignal.of(signal, names)).toList();
    }

    @PostMapping
    @Operation(summary = "Enter a market signal; it opens nothing by itself")
    MarketSignalView record(@RequestBody RecordSignal told) {
        return desk.record(told, access.officer().id()).orElseThrow();
    }

    @GetMapping("/{signal}/customers")
    @Operation(summary = "Whom a signal concerns and what it suggests for each, at most 200 customers with a limit")
    MarketSignalDesk.Concerned concerned(@PathVariable("signal") String signal) {
        access.officer();
        return desk.concerned(new SignalId(signal)).orElseThrow();
    }

    @PostMapping("/{signal}/proposals")
    @Operation(summary = "Open what a signal suggests for the customers chosen; who has an open change of that kind gets no second one")
    List<LimitChangeView> open(@PathVariable("signal") String signal, @RequestBody Chosen chosen) {
        return desk.open(new SignalId(signal), chosen.ids(), access.officer().id()).orElseThrow();
    }

    /**
     * A signal with the words people know its codes by.
     *
     * @param industryName   null without an industry, as in English
     * @param recordedByName null if the person is no longer known
     */
    record ListedSignal(@JsonUnwrapped MarketSignalView signal, String industryName, String industryNameEn, String recordedByName) {

        static ListedSignal of(MarketSignalView signal, Map<String, String> names) {
            Optional<Industry> industry = signal.industry().flatMap(Industries::find);
            return new ListedSignal(signal, industry.map(Industry::zh).orElse(null), industry.map(Industry::en).orElse(null), names.get(signal.recordedBy().value()));
        }
    }

    /** Numbers of customers. */
    record Chosen(List<String> customers) {

        Set<CustomerId> ids() {
            Set<CustomerId> ids = new LinkedHashSet<>();
            for (String number : customers == null ? List.<String>of() : customers) {
                try {
                    ids.add(new CustomerId(number));
                } catch (IllegalArgumentException malformed) {
                    throw new RefusedException(Refusal.of("SIGNAL_OTHER_CUSTOMER").at("customers").with("customerId", number));
                }
            }
            return ids;
        }
    }
}
