package io.shouxin.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.EnterpriseSize;
import io.shouxin.customer.IdentifierType;
import io.shouxin.customer.InYuan;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.policy.MatchedRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What speaks against a change of a limit in dollars, at 7.10 yuan for one; Swiss francs have no rate. */
class DollarsBesideYuanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final CustomerId CUSTOMER = new CustomerId("C-2026-000001");
    private static final BigDecimal RATE = new BigDecimal("7.10");
    private static final YuanRates RATES = sum -> switch (sum.currency().getCurrencyCode()) {
        case "CNY" -> Optional.of(new InYuan(sum, BigDecimal.ONE, TODAY));
        case "USD" -> Optional.of(new InYuan(Money.rounded(sum.amount().multiply(RATE), Money.CNY, RoundingMode.HALF_UP), RATE, TODAY));
        default -> Optional.empty();
    };

    @ParameterizedTest(name = "{0} to {1} of USD 500,000, of which 200,000 drawn, under a group of {2}: {3}")
    @CsvSource({
        "INCREASE, USD 600000, CNY 10000000, none",
        "INCREASE, USD 600000, CNY 4260000,  none",
        "INCREASE, USD 600000, CNY 4259999,  CHANGE_ABOVE_GROUP",
        "INCREASE, USD 600000, USD 599999,   CHANGE_ABOVE_GROUP",
        "INCREASE, USD 600000, USD 600000,   none",
        "INCREASE, USD 600000, CHF 600000,   EXCHANGE_RATE_MISSING",
        "INCREASE, USD 400000, CNY 10000000, CHANGE_WRONG_WAY",
        "DECREASE, USD 400000, CNY 10000000, none",
        "DECREASE, USD 200000, CNY 10000000, none",
        "DECREASE, USD 199999, CNY 10000000, CHANGE_BELOW_DRAWN",
        "SUSPEND,  none,       CNY 10000000, none",
        "RESUME,   none,       CNY 10000000, ACCOUNT_NOT_SUSPENDED",
        "INCREASE, CHF 600000, CNY 10000000, EXCHANGE_RATE_MISSING",
        "SUSPEND,  CHF 0,      CNY 10000000, EXCHANGE_RATE_MISSING",
        "INCREASE, CNY 600000, CNY 10000000, none",
        "INCREASE, CNY 600000, USD 90000,    none",
        "INCREASE, CNY 600000, USD 80000,    CHANGE_ABOVE_GROUP",
    })
    void whatSpeaksAgainstIt(LimitChangeKind kind, String after, String group, String code) {
        String currency = after.equals("none") ? "USD" : after.substring(0, 3);
        LimitTree tree = tree(money(group), currency);
        Optional<Money> ceiling = kind.movesCeiling() ? Optional.of(money(after)) : Optional.empty();
        assertThat(ChangeObstacles.of(tree, tree.customer(), kind, ceiling, customer(), Optional.empty(), RATES)).extracting(Refusal::code)
                .containsExactlyElementsOf(code.equals("none") ? List.of() : List.of(code));
    }

    @ParameterizedTest(name = "from USD 500,000 to {0}: least {1}, most {2} -> {3}")
    @CsvSource({
        "510000,  10000,   5000000, 'LOWER_BOUND USD 25000.00 USD 10000.00'",
        "800000,  10000,   5000000, 'UPPER_BOUND USD 250000.00 USD 300000.00'",
        "600000,  10000,   500000,  'UPPER_BOUND CNY 500000.00 CNY 710000.00'",
        "600000,  10000,   710000,  ''",
        "600000,  710000,  5000000, ''",
        "600000,  710001,  5000000, 'LOWER_BOUND CNY 710001.00 CNY 710000.00'",
    })
    void sharesAreHeldAgainstTheDollarsAndAmountsAgainstTheYuan(String after, BigDecimal least, BigDecimal most, String broken) {
        List<RuleCheck> checks = LimitChangeRules.bounds(rule(least, most), tree(Money.cny("10000000"), "USD").customer(), Money.of(after, "USD"), RATES);
        assertThat(checks).as("each bound is a line of its own").hasSize(4);
        assertThat(checks.stream().filter(check -> check.state() == RuleCheck.State.BROKEN).map(check -> check.rule() + " " + check.asked() + " " + check.given())
                .collect(Collectors.joining(", "))).isEqualTo(broken);
    }

    @Test
    void theExposureOfAGroupInYuanCountsTheRoomInDollarsInYuan() {
        LimitTree tree = tree(Money.cny("10000000"), "USD");
        List<LevelChange> levels = HeadroomForecast.of(tree, tree.customer(), LimitChangeKind.INCREASE, Money.of("600000", "USD"), RATES);
        assertThat(HeadroomForecast.exposure(levels, LimitChangeKind.INCREASE, RATES)).as("3.55 million held, and 100,000 dollars of room").contains(Money.cny("4260000"));
        assertThat(levels).filteredOn(LevelChange::binds).as("710,000 yuan of room against 6,450,000").extracting(LevelChange::id).containsExactly(LimitAccountId.of(CUSTOMER));
    }

    @Test
    void withoutARateTheExposureIsNotGuessed() {
        LimitTree tree = tree(Money.cny("10000000"), "CHF");
        List<LevelChange> levels = HeadroomForecast.of(tree, tree.customer(), LimitChangeKind.INCREASE, Money.of("600000", "CHF"), RATES);
        assertThat(HeadroomForecast.exposure(levels, LimitChangeKind.INCREASE, RATES)).isEmpty();
    }

    /** 500,000 of a currency, all committed in one facility, of which 200,000 are drawn; the group carries it at 3,550,000 of its own currency. */
    private static LimitTree tree(Money group, String currency) {
        LimitAccountView top = account("GROUP:G-2026-000001", null, group, "3550000", "1420000");
        LimitAccountView own = account(LimitAccountId.of(CUSTOMER).value(), top.id(), Money.of("500000", currency), "500000", "200000");
        LimitAccountView facility = account("FACILITY:F-2026-000001", own.id(), null, "500000", "200000", currency);
        return new LimitTree(CUSTOMER, List.of(top), own, List.of(facility), List.of(CUSTOMER), Set.of(facility.id()), TODAY);
    }

    private static LimitAccountView account(String id, LimitAccountId parent, Money ceiling, String committed, String utilised) {
        return account(id, parent, ceiling, committed, utilised, ceiling.currency().getCurrencyCode());
    }

    private static LimitAccountView account(String id, LimitAccountId parent, Money ceiling, String committed, String utilised, String currency) {
        Money zero = Money.of("0", currency);
        return new LimitAccountView(LimitAccountId.parse(id), Optional.ofNullable(parent), LimitAccountStatus.ACTIVE, Optional.ofNullable(ceiling), zero, zero,
                Money.of(committed, currency), Money.of(utilised, currency), zero, zero, Optional.empty(), zero,
                Optional.ofNullable(ceiling).map(top -> top.minus(Money.of(committed, currency))), false, true, Optional.empty(), Set.of());
    }

    private static ChangeRule rule(BigDecimal least, BigDecimal most) {
        Map<String, Object> row = new HashMap<>(Map.of("leastShare", new BigDecimal("0.05"), "mostShare", new BigDecimal("0.5"), "leastAmount", least, "mostAmount", most,
                "noOverdue", false, "tier", "CREDIT_MANAGER", "byExposure", true, "atOnce", false, "reasonCode", "LIMIT_RAISE_GOOD"));
        return ChangeRule.of(new MatchedRow("row", row));
    }

    private static Money money(String text) {
        String[] parts = text.split(" ");
        return Money.of(parts[1], parts[0]);
    }

    private static CustomerView customer() {
        return new CustomerView(CUSTOMER, CustomerKind.ENTERPRISE, "示例客户", "9134**********9HXD", IdentifierType.values()[0], true, "C34", "C", "上海市", "31",
                TODAY.minusYears(10), 100, EnterpriseSize.MEDIUM, Optional.empty(), null, null, null, false, null);
    }
}
