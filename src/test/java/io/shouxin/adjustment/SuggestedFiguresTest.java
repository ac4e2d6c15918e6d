package io.shouxin.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.InYuan;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.policy.MatchedRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of a suggestion: rounded against the customer, never below what is drawn, a suspension where nothing is left to cut. */
class SuggestedFiguresTest {

    private static final YuanRates RATES = sum -> Optional.of(new InYuan(Money.cny(sum.amount()), BigDecimal.ONE, LocalDate.of(2026, 6, 30)));
    private static final Currency USD = Currency.getInstance("USD");

    @ParameterizedTest(name = "{0} by {1} of {2}, {7} of it temporary, drawn {3}, {4}: {5} {6}")
    @CsvSource({
        "DECREASE, 0.3,  1500000, 500000,  ACTIVE,    DECREASE, 1050000",
        "DECREASE, 0.3,  1234567, 500000,  ACTIVE,    DECREASE, 860000",
        "DECREASE, 0.5,  1500000, 1000000, ACTIVE,    DECREASE, 1000000",
        "DECREASE, 0.3,  1500000, 1500000, ACTIVE,    SUSPEND,  none",
        "SUSPEND,  0,    1500000, 0,       ACTIVE,    SUSPEND,  none",
        "INCREASE, 0.1,  1500000, 0,       ACTIVE,    INCREASE, 1650000",
        "INCREASE, 0.1,  9000,    0,       ACTIVE,    none,     none",
        "DECREASE, 0.3,  1500000, 0,       SUSPENDED, none,     none",
        "SUSPEND,  0,    0,       0,       ACTIVE,    none,     none",
    })
    void aTriggerSuggestsSoMuch(String kind, BigDecimal share, String ceiling, String drawn, LimitAccountStatus status, String suggested, String figure) {
        MatchedRow row = new MatchedRow("row", Map.of("kind", kind, "share", share, "reasonCode", "TRIGGER_RATED_WATCH"));
        Optional<SuggestedFigures> figures = SuggestedFigures.of(row, tree(ceiling, drawn, status));
        assertThat(figures.map(each -> each.kind().name()).orElse("none")).isEqualTo(suggested);
        assertThat(figures.flatMap(SuggestedFigures::ceiling)).isEqualTo(figure.equals("none") ? Optional.empty() : Optional.of(Money.cny(figure)));
    }

    @ParameterizedTest(name = "{0} by {1} of USD {2}: {3}")
    @CsvSource({"DECREASE, 0.1, 55500, 49000", "INCREASE, 0.1, 55500, 61000", "INCREASE, 0.1, 5000, none"})
    void inAForeignCurrencyItIsRoundedToAThousand(LimitChangeKind kind, BigDecimal share, String commitment, String figure) {
        LimitTree yuan = tree("1500000", "500000", LimitAccountStatus.ACTIVE);
        LimitAccountView dollars = new LimitAccountView(LimitAccountId.parse("FACILITY:F-2026-000002"), Optional.empty(), LimitAccountStatus.ACTIVE, Optional.empty(),
                Money.zero(USD), Money.zero(USD), Money.of(commitment, "USD"), Money.zero(USD), Money.zero(USD), Money.zero(USD), Optional.empty(), Money.zero(USD),
                Optional.empty(), false, true, Optional.empty(), Set.of());
        assertThat(SuggestedFigures.of(kind, share, "CODE", yuan, dollars).flatMap(SuggestedFigures::ceiling))
                .isEqualTo(figure.equals("none") ? Optional.empty() : Optional.of(Money.of(figure, "USD")));
    }

    @Test
    void aFacilityInDollarsIsNotCutWithTheCustomersCeiling() {
        LimitTree yuan = tree("1500000", "500000", LimitAccountStatus.ACTIVE);
        LimitAccountView dollars = new LimitAccountView(LimitAccountId.parse("FACILITY:F-2026-000002"), Optional.empty(), LimitAccountStatus.ACTIVE, Optional.empty(),
                Money.zero(USD), Money.zero(USD), Money.of("100000", "USD"), Money.of("40000", "USD"), Money.zero(USD), Money.zero(USD), Optional.empty(), Money.zero(USD),
                Optional.of(Money.of("60000", "USD")), false, true, Optional.empty(), Set.of());
        LimitTree both = new LimitTree(yuan.customerId(), List.of(), yuan.customer(), List.of(yuan.facilities().get(0), dollars), yuan.members(), Set.of(), yuan.today());

        assertThat(both.lowest(both.customer())).isEqualTo(Money.cny("500000"));
        List<LevelChange> after = HeadroomForecast.of(both, both.customer(), LimitChangeKind.DECREASE, Money.cny("1050000"), RATES);
        assertThat(after).filteredOn(level -> level.account().equals(dollars)).singleElement()
                .satisfies(level -> assertThat(level.committedAfter()).isEqualTo(Money.of("100000", "USD")));
        assertThat(after).filteredOn(level -> level.account().equals(both.customer())).singleElement()
                .satisfies(level -> assertThat(level.committedAfter()).isEqualTo(Money.cny("1050000")));
        assertThat(HeadroomForecast.of(both, dollars, LimitChangeKind.DECREASE, Money.of("50000", "USD"), RATES)).as("lowered itself, it leaves the levels above as it was carried there")
                .allSatisfy(level -> assertThat(level.committedAfter()).isEqualTo(level.account().equals(dollars) ? Money.of("50000", "USD") : level.account().committed()));
    }

    private static LimitTree tree(String ceiling, String drawn, LimitAccountStatus status) {
        CustomerId customer = new CustomerId("C-2026-000001");
        LimitAccountView own = account(LimitAccountId.of(customer), Optional.of(Money.cny(ceiling)), ceiling, drawn, status);
        LimitAccountView facility = account(LimitAccountId.parse("FACILITY:F-2026-000001"), Optional.empty(), ceiling, drawn, LimitAccountStatus.ACTIVE);
        return new LimitTree(customer, List.of(), own, List.of(facility), List.of(customer), Set.of(), LocalDate.of(2026, 6, 30));
    }

    private static LimitAccountView account(LimitAccountId id, Optional<Money> ceiling, String committed, String drawn, LimitAccountStatus status) {
        Money zero = Money.cny("0");
        return new LimitAccountView(id, Optional.empty(), status, ceiling, zero, zero, Money.cny(committed), Money.cny(drawn), zero, zero, Optional.empty(), zero,
                ceiling.map(top -> top.minus(Money.cny(committed))), false, true, Optional.empty(), Set.of());
    }
}
