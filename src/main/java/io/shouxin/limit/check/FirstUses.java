package io.shouxin.limit.check;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.FirstUse;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLevel;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether facilities may be used for the first time on a day (首次用信核查), the one rule of draws, uses and credit checks. What was used before is not
 * asked again. What bars the facilities of a run's customers is read once, and whether a facility was ever used only where something bars it.
 */
public final class FirstUses {

    private final FirstUse port;
    private final PastUses past;
    private final Collection<CustomerId> customers;
    private final Map<LimitAccountId, Boolean> used = new HashMap<>();
    private Map<String, List<FirstUse.Bar>> bars;

    /** @param customers whose facilities are asked for in this run */
    public FirstUses(FirstUse port, PastUses past, Collection<CustomerId> customers) {
        this.port = port;
        this.past = past;
        this.customers = customers;
    }

    /** @param line an account with all above it, root first; one above the facilities is never barred */
    public Optional<Refusal> against(List<LimitAccountView> line, LocalDate day) {
        return line.stream().filter(view -> view.id().level() == LimitLevel.FACILITY && !view.utilised().isPositive()).map(LimitAccountView::id)
                .findFirst().flatMap(facility -> of(facility).stream().filter(bar -> !bar.from().isAfter(day)).findFirst()
                        .filter(bar -> !used.computeIfAbsent(facility, past::isUsed))).map(FirstUse.Bar::refusal);
    }

    private List<FirstUse.Bar> of(LimitAccountId facility) {
        if (bars == null) {
            bars = customers.isEmpty() ? Map.of()
                    : port.bars(customers).stream().collect(Collectors.groupingBy(bar -> bar.facility().value()));
        }
        return bars.getOrDefault(facility.number(), List.of());
    }
}
