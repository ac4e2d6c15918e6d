package io.shouxin.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a trial says to an amount is what the ledger says when it is posted: one line per case. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadroomTrialTest {

    /** Group 50; the USA have 20 and the Middle East 3 to themselves; Canada and Mexico share 27, of which orders have taken 6. */
    private static final String KNOWN_EXAMPLE = "group G; grant G 50; customer Cusa under G; fence Cusa 20; customer Cme under G; fence Cme 3; "
            + "customer Cca under G; customer Cmx under G; reserve Cca 2.5; reserve Cmx 3.5";

    private LedgerBench bench;

    @BeforeAll
    void open() {
        bench = LedgerBench.onH2();
        bench.rate("USD", "7");
    }

    @AfterAll
    void close() {
        bench.close();
    }

    /**
     * Columns: what has happened; the account; the amount; whether it fits or the level that breaks or stops; the most that would fit;
     * what each level would have left, root first.
     */
    @ParameterizedTest(name = "{1} {2} -> {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # the known example
            EXAMPLE | Cca | 21 | fits | 21 | G 0, Cca -
            EXAMPLE | Cca | 21.01 | breaks at G | 21 | G -0.01, Cca -
            EXAMPLE | Cmx | 25 | breaks at G | 21 | G -4, Cmx -
            EXAMPLE | Cusa | 20 | fits | 20 | G 21, Cusa 0
            EXAMPLE | Cusa | 20.01 | breaks at Cusa | 20 | G 20.99, Cusa -0.01
            EXAMPLE | Cme | 3.5 | breaks at Cme | 3 | G 20.5, Cme -0.5
            EXAMPLE | G | 21 | fits | 21 | G 0
            # a ring-fenced ceiling is there for its account however full the group is
            group G; grant G 50; customer C1 under G; customer C2 under G; fence C1 20; reserve C2 30 | C1 | 20 | fits | 20 | G 0, C1 0
            # a pool, and the group above it
            group G; grant G 8; pool P under G; grant P 10; customer C under P | C | 9 | breaks at G | 8 | G -1, P 1, C -
            group G; grant G 20; pool P under G; grant P 10; customer C under P | C | 11 | breaks at P | 10 | G 9, P -1, C -
            group G; grant G 20; pool P under G; grant P 10; customer C under P; grant C 4 | C | 30 | breaks at C | 4 | G -10, P -20, C -26
            group G; grant G 20; pool P under G; fence P 10; customer C under P; customer C2 under G; reserve C2 10 | C | 10 | fits | 10 | G 0, P 0, C -
            # nobody has a ceiling
            group G; customer C under G | C | 999999999 | fits | none | G -, C -
            # a facility and its parts: what is above is committed already
            group G; grant G 10; customer C under G; credit F under C 10; part S under F; grant S 4 | S | 4 | fits | 4 | G 0, C 0, F 6, S 0
            group G; grant G 10; customer C under G; credit F under C 10; part S under F; grant S 4 | S | 5 | breaks at S | 4 | G 0, C 0, F 5, S -1
            customer C; credit F under C 10; part S under F; order F 6 | S | 5 | breaks at F | 4 | C 0, F -1, S -
            # new credit raises the customer's own ceiling
            group G; grant G 50; customer C under G; grant C 5 | C | new 40 | fits | 50 | G 10, C 5
            group G; grant G 50; customer C under G; fence C 5 | C | new 46 | breaks at G | 45 | G -1, C 5
            # the amount held for the same application is given back first
            group G; grant G 50; customer C under G; new C 40 | C | new 45 | breaks at G | 10 | G -35, C -
            group G; grant G 50; customer C under G; new C 40 | C | new 45 for CA-1 | fits | 50 | G 5, C -
            group G; grant G 50; customer C under G; fence C 30; reserve C 20 | C | 30 for CA-1 | fits | 30 | G 20, C 0
            group G; grant G 50; customer C under G; new C 40 | C | new 45 for CA-2 | breaks at G | 10 | G -35, C -
            # stopped, whatever the amount
            group G; grant G 50; customer C under G; suspend G | C | 1 | stopped by G | 0 | G 49, C -
            group G; grant G 50; customer C under G; grant C 9 until +0; restrict C until +0 | C | 1 | fits | 9 | G 49, C 8
            customer C; credit F under C 10; close F | F | 1 | stopped by F | 0 | C 0, F -1
            # temporary room
            customer C; grant C 10; allow C 5 until +3 | C | 15 | fits | 15 | C 0
            # another currency: 7 yuan to the dollar
            group G; grant G 70; customer C under G currency USD | C | 10 currency USD | fits | 10 | G 0, C -
            group G; grant G 70; customer C under G currency USD | C | 10.01 currency USD | breaks at G | 10 | G -0.07, C -
            """)
    void saysLevelByLevelWhatWouldBeLeft(String before, String account, String amount, String answer, String most, String left) {
        LedgerScript script = new LedgerScript(bench.ledger());
        script.done(before.replace("EXAMPLE", KNOWN_EXAMPLE));

        HeadroomTrialView trial = asked(script, account, amount).orElseThrow();

        assertThat(inWords(trial)).isEqualTo(answer);
        assertThat(trial.most().map(HeadroomTrialTest::plain).orElse("none")).isEqualTo(most);
        assertThat(trial.levels().stream().map(level -> name(level.account()) + " " + level.left().map(HeadroomTrialTest::plain).orElse("-"))
                .collect(Collectors.joining(", "))).isEqualTo(left);
        theLedgerSaysTheSame(script, account, amount, trial);
    }

    /** Posted, the amount is taken or refused as told; given back, the most that fits is taken, and a fen more is not. */
    private void theLedgerSaysTheSame(LedgerScript script, String account, String amount, HeadroomTrialView trial) {
        if (account.startsWith("G") || amount.contains("for")) {
            return;
        }
        boolean newCredit = amount.startsWith("new ");
        String number = newCredit ? amount.substring(4) : amount;
        String currency = number.contains("currency") ? " currency USD" : "";
        String verb = newCredit ? "new " : account.startsWith("C") ? "reserve " : "order ";
        String posted = script.run(verb + account + " " + number + " as R");
        assertThat(posted.equals("OK")).as(posted).isEqualTo(trial.fits());
        if (trial.fits()) {
            script.done("release R");
        }
        if (trial.most().isPresent() && trial.most().get().isPositive()) {
            script.done(verb + account + " " + plain(trial.most().get()) + currency + " as R; release R");
        }
        if (trial.most().isPresent() && trial.stoppedBy().isEmpty()) {
            assertThat(script.run(verb + account + " " + plain(trial.most().get().plus(Money.of("0.01", trial.amount().currency().getCurrencyCode())))
                    + currency)).isEqualTo("LIMIT_EXCEEDED");
        }
    }

    @ParameterizedTest(name = "{1} {2} -> {3} at {4}")
    @CsvSource(delimiter = '|', textBlock = """
            customer C; grant C 10 | C9 | 1 | ACCOUNT_UNKNOWN | account
            customer C; grant C 10 | C | 0 | AMOUNT_NOT_POSITIVE | amount
            customer C; grant C 10 | C | -1 | AMOUNT_NOT_POSITIVE | amount
            customer C; grant C 10 | C | 1 currency USD | CURRENCY_MISMATCH | currency
            group G; grant G 9; customer C under G currency USD | C | 999999999999999 currency USD | FORM_MALFORMED | amount
            customer C; credit F under C 10 | F | new 1 | WRONG_LEVEL | account
            group G; grant G 9; customer C under G currency GBP | C | 1 currency GBP | EXCHANGE_RATE_MISSING | ''
            """)
    void refusesWhatTheLedgerWouldNotEvenTry(String before, String account, String amount, String code, String field) {
        LedgerScript script = new LedgerScript(bench.ledger());
        script.done(before);

        Outcome<HeadroomTrialView> trial = asked(script, account, amount);

        assertThat(trial.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }

    private Outcome<HeadroomTrialView> asked(LedgerScript script, String account, String text) {
        String[] words = text.replace("new ", "").split(" ");
        String currency = text.contains("currency") ? words[2] : "CNY";
        return bench.map().trial(new TryAmount(script.id(account), Money.of(words[0], currency),
                text.startsWith("new ") ? ReservationPurpose.NEW_CREDIT : ReservationPurpose.UNDER_CEILING,
                text.contains(" for ") ? Optional.of(words[2]) : Optional.empty()));
    }

    private static String inWords(HeadroomTrialView trial) {
        return trial.fits() ? "fits" : trial.stoppedBy().map(by -> "stopped by " + name(by))
                .orElseGet(() -> "breaks at " + name(trial.breaksAt().orElseThrow()));
    }

    private static String name(LimitAccountId account) {
        return account.number().substring(0, account.number().indexOf('-'));
    }

    private static String plain(Money money) {
        return money.isZero() ? "0" : money.amount().stripTrailingZeros().toPlainString();
    }
}
