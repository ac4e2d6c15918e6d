package io.shouxin.limit;

import static io.shouxin.limit.LedgerBench.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Sha256;
import org.junit.jupiter.api.Test;

/** A ledger of the days before pools, parts and paths goes on as if nothing had happened. */
class LedgerMigrationTest {

    private static final PersonId OFFICER = new PersonId("analyst");

    /** A customer with a ceiling of 100 in a group, a facility of 60, of which 40 are drawn and a draw of 5 was taken back. */
    private static final String BEFORE = """
            INSERT INTO limit_account VALUES ('GROUP:G-1', NULL, 'GROUP', 'CNY', NULL, 0, 0, 60, 40, 0, FALSE, FALSE, FALSE, 'ACTIVE', NULL, '2026-01-01 00:00:00', 4);
            INSERT INTO limit_account VALUES ('CUSTOMER:C-1', 'GROUP:G-1', 'CUSTOMER', 'CNY', 100, 0, 0, 60, 40, 0, FALSE, FALSE, FALSE, 'ACTIVE', NULL, '2026-01-01 00:00:00', 4);
            INSERT INTO limit_account VALUES ('FACILITY:F-1', 'CUSTOMER:C-1', 'FACILITY', 'CNY', NULL, 0, 0, 60, 40, 0, FALSE, FALSE, TRUE, 'ACTIVE', '2026-12-31', '2026-01-01 00:00:00', 2);
            INSERT INTO limit_command VALUES ('t', 'grant', 'x', 'GRANT', 'CUSTOMER:C-1', 'CNY', 100, 100, 0, 0, 0, NULL, 100, NULL, NULL, NULL);
            INSERT INTO limit_command VALUES ('t', 'confirm', 'x', 'CONFIRM', 'CUSTOMER:C-1', 'CNY', 60, 100, 0, 60, 0, 100, 40, NULL, NULL, NULL);
            INSERT INTO limit_command VALUES ('t', 'draw', '@FINGERPRINT@', 'DRAW', 'FACILITY:F-1', 'CNY', 40, NULL, 0, 60, 40, 60, 20, NULL, NULL, NULL);
            INSERT INTO limit_command VALUES ('t', 'wrong', 'x', 'DRAW', 'FACILITY:F-1', 'CNY', 5, NULL, 0, 60, 45, 20, 15, NULL, NULL, NULL);
            INSERT INTO limit_command VALUES ('t', 'back', 'x', 'REVERSE', 'FACILITY:F-1', 'CNY', 5, NULL, 0, 60, 40, 15, 20, NULL, 't', 'wrong');
            """;

    private static final String ENTRY = "INSERT INTO limit_entry (source, command_key, account_id, verb, currency, ceiling_change, reserved_change, "
            + "provisional_change, committed_change, utilised_change, set_aside_change, value_date, booked_at, actor) "
            + "VALUES ('t', '%s', '%s', '%s', 'CNY', %s, 0, 0, %s, %s, 0, '2026-01-01', '2026-01-01 00:00:00', 'analyst')";

    LedgerBench bench(String... before) {
        return LedgerBench.onH2After(before);
    }

    @Test
    void everythingIsStillThereAndGoesOn() {
        String fingerprint = Sha256.of("DRAW|FACILITY:F-1|CNY 40.00|");
        String[] rows = (BEFORE.replace("@FINGERPRINT@", fingerprint) + String.join(";", new String[] {
                entry("grant", "CUSTOMER:C-1", "GRANT", "100", "0", "0"),
                entry("confirm", "GROUP:G-1", "CONFIRM", "NULL", "60", "0"), entry("confirm", "CUSTOMER:C-1", "CONFIRM", "NULL", "60", "0"),
                entry("confirm", "FACILITY:F-1", "CONFIRM", "NULL", "60", "0"),
                entry("draw", "GROUP:G-1", "DRAW", "NULL", "0", "40"), entry("draw", "CUSTOMER:C-1", "DRAW", "NULL", "0", "40"),
                entry("draw", "FACILITY:F-1", "DRAW", "NULL", "0", "40"),
                entry("wrong", "GROUP:G-1", "DRAW", "NULL", "0", "5"), entry("wrong", "CUSTOMER:C-1", "DRAW", "NULL", "0", "5"),
                entry("wrong", "FACILITY:F-1", "DRAW", "NULL", "0", "5"),
                entry("back", "GROUP:G-1", "REVERSE", "NULL", "0", "-5"), entry("back", "CUSTOMER:C-1", "REVERSE", "NULL", "0", "-5"),
                entry("back", "FACILITY:F-1", "REVERSE", "NULL", "0", "-5")})).split(";\\s*");
        try (LedgerBench bench = bench(rows)) {
            LimitLedger ledger = bench.ledger();
            LimitAccountId facility = LimitAccountId.of(new FacilityId("F-1"));
            assertThat(bench.history().reconcile()).isEmpty();
            assertThat(bench.history().entries(facility)).extracting(LimitEntryView::verb)
                    .containsExactly(LimitVerb.CONFIRM, LimitVerb.DRAW, LimitVerb.DRAW, LimitVerb.REVERSE);

            LedgerReceipt repeated = ledger.draw(facility, Money.cny("40"), new LedgerKey("t", "draw"), TODAY, OFFICER).orElseThrow();
            assertThat(repeated.balances().utilised()).as("the receipt of then").isEqualTo(Money.cny("40"));
            assertThat(repeated.freeAfter()).contains(Money.cny("20"));
            assertThat(repeated.entryIds()).hasSize(3);
            assertThat(ledger.draw(facility, Money.cny("41"), new LedgerKey("t", "draw"), TODAY, OFFICER).refusals()).extracting("code")
                    .containsExactly("KEY_REUSED");
            assertThat(ledger.reverse(new LedgerKey("t", "wrong"), new LedgerKey("t", "again"), TODAY, OFFICER).refusals()).extracting("code")
                    .containsExactly("ALREADY_REVERSED");

            ledger.reverse(new LedgerKey("t", "draw"), new LedgerKey("t", "undo"), TODAY, OFFICER).orElseThrow();
            ledger.draw(facility, Money.cny("60"), new LedgerKey("t", "new"), TODAY, OFFICER).orElseThrow();
            assertThat(ledger.headroom(new CustomerId("C-1")).orElseThrow().free()).contains(Money.cny("40"));
            assertThat(bench.history().reconcile()).isEmpty();
        }
    }

    private static String entry(String key, String account, String verb, String ceiling, String committed, String utilised) {
        return ENTRY.formatted(key, account, verb, ceiling, committed, utilised);
    }
}
