package io.shouxin.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.InYuan;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.limit.LimitAccountView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a change would do to every level, before it is done. */
class HeadroomForecastTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final YuanRates YUAN = sum -> Optional.of(new InYuan(sum, BigDecimal.ONE, TODAY));
    private static final CustomerId CUSTOMER = new CustomerId("C-2026-000001");

    /** A group of 10 million with 3 committed; the customer has 2 million, of which two facilities of 1 million take all. */
    private final LimitAccountView group = account("GROUP:G-2026-000001", null, "10000000", "3000000", "1200000", LimitAccountStatus.ACTIVE);
    private final LimitAccountView customer = account("CUSTOMER:C-2026-000001", "GROUP:G-2026-000001", "2000000", "2000000", "900000", LimitAccountStatus.ACTIVE);
    private final LimitAccountView older = account("FACILITY:F-2026-000001", "CUSTOMER:C-2026-000001", null, "1000000", "800000", LimitAccountStatus.ACTIVE);
    private final LimitAccountView newer = account("FACILITY:F-2026-000002", "CUSTOMER:C-2026-000001", null, "1000000", "100000", LimitAccountStatus.ACTIVE);

    @Test
    void aRaiseGivesRoomThatCountsAsExposure() {
        List<LevelChange> levels = HeadroomForecast.of(tree(older, newer), customer, LimitChangeKind.INCREASE, Money.cny("2500000"), YUAN);
        assertThat(level(levels, customer).freeAfter()).contains(Money.cny("500000"));
        assertThat(level(levels, customer).binds()).as("least room of group and customer").isTrue();
        assertThat(level(levels, group).changes()).isFalse();
        assertThat(HeadroomForecast.exposure(levels, LimitChangeKind.INCREASE, YUAN)).contains(Money.cny("3500000"));
    }

    @Test
    void aCutTakesTheNewerFacilityFirstAndTheGroupGetsItsRoomBack() {
        List<LevelChange> levels = HeadroomForecast.of(tree(older, newer), customer, LimitChangeKind.DECREASE, Money.cny("1000000"), YUAN);
        assertThat(level(levels, newer).committedAfter()).isEqualTo(Money.cny("100000"));
        assertThat(level(levels, older).committedAfter()).isEqualTo(Money.cny("900000"));
        assertThat(level(levels, customer).freeAfter()).contains(Money.cny("0"));
        assertThat(level(levels, group).freeAfter()).contains(Money.cny("8000000"));
        assertThat(HeadroomForecast.exposure(levels, LimitChangeKind.DECREASE, YUAN)).contains(Money.cny("2000000"));
    }

    @Test
    void whatIsDrawnOrCannotBeCutIsTheLowestCeiling() {
        assertThat(tree(older, newer).lowest(customer)).isEqualTo(Money.cny("900000"));
        LimitAccountView suspended = account("FACILITY:F-2026-000002", "CUSTOMER:C-2026-000001", null, "1000000", "100000", LimitAccountStatus.SUSPENDED);
        assertThat(tree(older, suspended).lowest(customer)).isEqualTo(Money.cny("1800000"));
        assertThat(tree(older, newer).lowest(older)).isEqualTo(Money.cny("800000"));
        assertThat(tree(older, newer).lowest(group)).isEqualTo(Money.cny("3000000"));
    }

    @Test
    void theCeilingMovesWithAFacilityItWasGrantedFor() {
        List<LevelChange> levels = HeadroomForecast.of(tree(older, newer), newer, LimitChangeKind.DECREASE, Money.cny("400000"), YUAN);
        assertThat(level(levels, newer).freeAfter()).contains(Money.cny("300000"));
        assertThat(level(levels, customer).ceilingAfter()).contains(Money.cny("1400000"));
        assertThat(level(levels, customer).committedAfter()).isEqualTo(Money.cny("1400000"));
    }

    @Test
    void aSuspensionChangesTheStatusAndNoAmount() {
        List<LevelChange> levels = HeadroomForecast.of(tree(older, newer), customer, LimitChangeKind.SUSPEND, null, YUAN);
        assertThat(level(levels, customer).statusAfter()).isEqualTo(LimitAccountStatus.SUSPENDED);
        assertThat(level(levels, customer).ceilingAfter()).contains(Money.cny("2000000"));
        assertThat(HeadroomForecast.exposure(levels, LimitChangeKind.SUSPEND, YUAN)).contains(Money.cny("3000000"));
    }

    private LimitTree tree(LimitAccountView... facilities) {
        return new LimitTree(CUSTOMER, List.of(group), customer, List.of(facilities), List.of(CUSTOMER), Set.of(newer.id()), TODAY);
    }

    private static LevelChange level(List<LevelChange> levels, LimitAccountView account) {
        return levels.stream().filter(level -> level.account().equals(account)).findFirst().orElseThrow();
    }

    private static LimitAccountView account(String id, String parent, String ceiling, String committed, String utilised, LimitAccountStatus status) {
        Money zero = Money.cny("0");
        return new LimitAccountView(LimitAccountId.parse(id), Optional.ofNullable(parent).map(LimitAccountId::parse), status,
                Optional.ofNullable(ceiling).map(Money::cny), zero, zero, Money.cny(committed), Money.cny(utilised), zero, zero, Optional.empty(), zero,
                Optional.ofNullable(ceiling).map(top -> Money.cny(top).minus(Money.cny(committed))), false, true, Optional.empty(), Set.of());
    }
}
