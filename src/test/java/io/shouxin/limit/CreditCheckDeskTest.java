package io.shouxin.limit;

import static io.shouxin.limit.LedgerBench.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Can this customer buy or draw so much on a day? One line per case, what can't be asked beside what is answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CreditCheckDeskTest {

    private CheckBench bench;

    @BeforeAll
    void open() {
        bench = new CheckBench(LedgerBench.onH2());
        bench.ledger.rate("USD", "7");
        bench.ledger.rate("EUR", "8");
        bench.ledger.rate("JPY", "0.05");
    }

    @AfterAll
    void noCheckMovedTheLedger() {
        assertThat(bench.ledger.history().reconcile()).isEmpty();
        bench.close();
    }

    /** Columns: what has happened; what is asked; the answer; what else it says. */
    @ParameterizedTest(name = "{0} : {1} -> {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # enough room, and not
            customer C; credit F under C 10 | amount=10 | YES WITHIN_LIMIT | counted 10, account F, binding F, prepay 0, steps -
            customer C; credit F under C 10 | amount=10.01 | YES_IF_PREPAID LIMIT_EXCEEDED | prepay 0.01, reduce 10, binding F, steps PREPAY+REDUCE_TO+REQUEST_TEMPORARY_EXCEPTION+REQUEST_INCREASE
            customer C; credit F under C 10; draw F 4 | amount=7 | YES_IF_PREPAID LIMIT_EXCEEDED | prepay 1, room F 6, steps PREPAY+REDUCE_TO+SETTLE+REQUEST_TEMPORARY_EXCEPTION+REQUEST_INCREASE
            customer C; credit F under C 10; draw F 10 | amount=7 | YES_IF_PREPAID LIMIT_EXCEEDED | prepay 7, steps PREPAY+SETTLE+REQUEST_TEMPORARY_EXCEPTION+REQUEST_INCREASE
            customer C; credit F under C 10 | use=DRAWDOWN amount=10 | YES WITHIN_LIMIT | account F
            customer C; credit F under C 10 | use=DRAWDOWN amount=11 | NO LIMIT_EXCEEDED | prepay 0, reduce 10, steps REDUCE_TO+REQUEST_TEMPORARY_EXCEPTION+REQUEST_INCREASE
            customer C; credit F under C 10; order F 6 | amount=5 | YES_IF_PREPAID LIMIT_EXCEEDED | prepay 1
            # who answers
            customer C; credit F under C 10; credit F2 under C 20 | amount=5 | YES WITHIN_LIMIT | account F2
            customer C; credit F under C 10; credit F2 under C 20; draw F2 15 | amount=8 | YES WITHIN_LIMIT | account F
            customer C; credit F under C 10; credit F2 under C 20 | amount=5 account=F | YES WITHIN_LIMIT | account F
            customer C; credit F under C 10; part S under F; grant S 4 | amount=5 account=S | YES_IF_PREPAID LIMIT_EXCEEDED | binding S, prepay 1
            customer C; credit F under C 10; part S under F; draw F 7 | amount=4 account=S | YES_IF_PREPAID LIMIT_EXCEEDED | binding F, prepay 1
            customer C; grant C 10 | amount=5 | YES WITHIN_LIMIT | account C, binding C
            customer C; grant C 30; reserve C 20 as R; release R; credit F under C 2 | amount=5 | YES WITHIN_LIMIT | account C
            customer C; credit F under C 2 | amount=5 | YES_IF_PREPAID LIMIT_EXCEEDED | account F, prepay 3
            customer C; credit F under C 10; close F | amount=5 | YES_IF_PREPAID LIMIT_EXCEEDED | account C, prepay 5
            customer C; grant C 10 | use=DRAWDOWN amount=5 | NO NO_FACILITY_OPEN | account -, steps APPLY
            customer C | amount=5 | YES_IF_PREPAID NO_LIMIT_GRANTED | prepay 5, steps PREPAY+APPLY
            group G | amount=5 | YES_IF_PREPAID NO_FACILITY_OPEN | prepay 5, levels -
            # the levels above
            group G; grant G 3; customer C under G; grant C 10 | amount=5 | YES_IF_PREPAID LIMIT_EXCEEDED | binding G, prepay 2, room C 10, room G 3
            group G; grant G 50; pool P under G; grant P 4; customer C under P; grant C 10 | amount=5 | YES_IF_PREPAID LIMIT_EXCEEDED | binding P, prepay 1
            group G; grant G 10; customer C under G; credit F under C 10 | amount=5 | YES WITHIN_LIMIT | binding F, room G 0, levels G+C+F
            # what carries no risk
            customer C | amount=5 term=PREPAID | YES NOTHING_AT_RISK | counted 0, ignored 5 RISK_PREPAID, account -
            customer C | amount=5 term=CASH_COLLATERAL | YES NOTHING_AT_RISK | counted 0, ignored 5 RISK_CASH_COLLATERAL
            customer C; credit F under C 10; suspend C | amount=5 term=PREPAID | YES NOTHING_AT_RISK |
            customer C; credit F under C 1 | amount=5 term=BANK_ACCEPTANCE | YES WITHIN_LIMIT | counted 1, ignored 4 RISK_BANK_ACCEPTANCE
            customer C; credit F under C 1 | amount=6 term=LETTER_OF_CREDIT | YES_IF_PREPAID LIMIT_EXCEEDED | counted 1.2, prepay 1, reduce 5
            customer C; credit F under C 1 | amount=0.01 term=LETTER_OF_CREDIT | YES WITHIN_LIMIT | counted 0.01
            customer C; credit F under C 10 | amount=5 term=COMMERCIAL_ACCEPTANCE | YES WITHIN_LIMIT | counted 5
            customer C; credit F under C 3 | amount=5 prepaid=2 | YES WITHIN_LIMIT | counted 3, ignored 2 PREPAID_PART
            customer C; credit F under C 3 | amount=5 prepaid=1 | YES_IF_PREPAID LIMIT_EXCEEDED | counted 4, prepay 1, reduce 4
            customer C | amount=5 prepaid=5 | YES NOTHING_AT_RISK | counted 0
            customer C | use=DRAWDOWN amount=5 term=CASH_COLLATERAL | YES NOTHING_AT_RISK |
            # dated call-offs
            customer C; credit F under C 4 | amount=10 callOffs=+0:4,+91:6 | YES WITHIN_LIMIT | counted 4, ignored 6 CALL_OFF_BEYOND_HORIZON
            customer C; credit F under C 4 | amount=10 callOffs=+0:4,+90:6 | YES_IF_PREPAID LIMIT_EXCEEDED | counted 10, prepay 6
            customer C; credit F under C 4 | amount=10 date=+5 callOffs=+5:4,+95:6 | YES_IF_PREPAID LIMIT_EXCEEDED | counted 10
            customer C; credit F under C 4 | amount=10 callOffs=+0:6,+91:4 prepaid=2 | YES WITHIN_LIMIT | counted 4, ignored 2 PREPAID_PART
            customer C; credit F under C 4 | amount=10 callOffs=+0:6,+91:4 prepaid=8 | YES NOTHING_AT_RISK | counted 0, ignored 2 CALL_OFF_BEYOND_HORIZON
            customer C | amount=10 callOffs=+91:10 | YES NOTHING_AT_RISK |
            customer C; credit F under C 9 | use=DRAWDOWN amount=10 callOffs=+0:4,+300:6 | NO LIMIT_EXCEEDED | counted 10
            # on a day to come
            customer C; credit F under C 10; order F 6 until +2 | amount=10 date=+2 | YES_IF_PREPAID LIMIT_EXCEEDED | room F 4
            customer C; credit F under C 10; order F 6 until +2 | amount=10 date=+3 | YES WITHIN_LIMIT | room F 10
            group G; grant G 10; customer C under G; grant C 10; customer C2 under G; grant C2 9; reserve C2 8 until +2 | amount=10 date=+3 | YES WITHIN_LIMIT | room G 10
            group G; grant G 10; customer C under G; grant C 10; customer C2 under G; fence C2 9; reserve C2 8 until +2 | amount=2 date=+3 | YES_IF_PREPAID LIMIT_EXCEEDED | room G 1
            customer C; grant C 10; allow C 5 until +3 | amount=15 date=+3 | YES WITHIN_LIMIT | room C 15
            customer C; grant C 10; allow C 5 until +3 | amount=15 date=+4 | YES_IF_PREPAID LIMIT_EXCEEDED | room C 10, prepay 5
            customer C; credit F under C 10; allow F 5 until +3 | amount=15 date=+4 | YES_IF_PREPAID LIMIT_EXCEEDED | room F 10
            customer C; credit F under C 10 until +5 | amount=5 date=+5 | YES WITHIN_LIMIT |
            customer C; credit F under C 10 until +5 | amount=5 date=+6 account=F | YES_IF_PREPAID ACCOUNT_EXPIRED | prepay 5, steps PREPAY+RENEW
            customer C; credit F under C 10 until +5 | amount=5 date=+6 | YES_IF_PREPAID ACCOUNT_EXPIRED | prepay 5
            customer C; credit F under C 10 | amount=5 date=+180 account=F | YES_IF_PREPAID ACCOUNT_EXPIRED |
            # products
            customer C; credit F under C 10 for LOAN,BILL | amount=5 product=BILL | YES WITHIN_LIMIT | account F
            customer C; credit F under C 10 for LOAN | amount=5 product=BILL account=F | YES_IF_PREPAID PRODUCT_NOT_ALLOWED | steps PREPAY+CHANGE_PRODUCTS
            customer C; credit F under C 10 for LOAN | amount=5 account=F | YES_IF_PREPAID PRODUCT_NOT_ALLOWED |
            customer C; credit F under C 10 for LOAN | use=DRAWDOWN amount=5 product=BILL | NO PRODUCT_NOT_ALLOWED | steps CHANGE_PRODUCTS
            customer C; credit F under C 30 for LOAN; credit F2 under C 10 for BILL | amount=5 product=BILL | YES WITHIN_LIMIT | account F2
            # suspended at each level, closed, ended
            customer C; credit F under C 10; suspend F | amount=5 | YES_IF_PREPAID ACCOUNT_SUSPENDED | account F, prepay 5, steps PREPAY+SETTLE_OR_RESUME
            customer C; grant C 30; credit F under C 10; suspend F | amount=5 | YES_IF_PREPAID ACCOUNT_SUSPENDED | account F
            customer C; credit F under C 10; suspend C | amount=5 | YES_IF_PREPAID ACCOUNT_SUSPENDED | account F
            group G; customer C under G; credit F under C 10; suspend G | amount=5 | YES_IF_PREPAID ACCOUNT_SUSPENDED |
            customer C; credit F under C 10; part S under F; suspend S | amount=5 account=S | YES_IF_PREPAID ACCOUNT_SUSPENDED |
            customer C; credit F under C 10; part S under F; suspend S | amount=5 account=F | YES WITHIN_LIMIT |
            customer C; credit F under C 10; suspend F | use=DRAWDOWN amount=5 | NO ACCOUNT_SUSPENDED | steps SETTLE_OR_RESUME
            group G; customer C under G; credit F under C 10; suspend G | use=DRAWDOWN amount=5 | NO ACCOUNT_SUSPENDED |
            customer C; credit F under C 10; suspend F; credit F2 under C 10 | amount=5 | YES WITHIN_LIMIT | account F2
            customer C; credit F under C 10; close F | amount=5 account=F | YES_IF_PREPAID ACCOUNT_CLOSED |
            customer C; credit F under C 10; close F | use=DRAWDOWN amount=5 account=F | NO ACCOUNT_CLOSED | steps APPLY
            customer C; credit F under C 10 until +0 | use=DRAWDOWN amount=5 date=+1 | NO ACCOUNT_EXPIRED | steps RENEW
            # blocked
            customer CB; credit F under CB 10 | customer=CB amount=5 | NO CUSTOMER_BLOCKED | prepay 0, steps ASK_OFFICER, levels -
            customer CB; credit F under CB 10 | customer=CB amount=5 term=PREPAID | NO CUSTOMER_BLOCKED |
            # foreign currency: 7 yuan to the dollar, 8 to the euro, 0.05 to the yen
            customer C; grant C 70 | amount=10 currency=USD | YES WITHIN_LIMIT | account C, counted 10
            customer C; grant C 70 | amount=10.01 currency=USD | YES_IF_PREPAID LIMIT_EXCEEDED | prepay 0.01
            customer C; credit F under C 10 currency USD | amount=70 | YES WITHIN_LIMIT | account F, binding F
            customer C; credit F under C 10 currency USD | amount=70.50 | YES_IF_PREPAID LIMIT_EXCEEDED | prepay 0.5
            customer C; credit F under C 10 currency USD | use=DRAWDOWN amount=10 currency=USD | YES WITHIN_LIMIT |
            customer C; credit F under C 7 | amount=141 currency=JPY | YES_IF_PREPAID LIMIT_EXCEEDED | prepay 1, reduce 140
            customer C; credit F under C 10 currency USD | use=DRAWDOWN amount=10 | NO NO_FACILITY_OPEN |
            # what can't be asked
            customer C | amount=0 | AMOUNT_NOT_POSITIVE at amount |
            customer C | amount=-1 | AMOUNT_NOT_POSITIVE at amount |
            customer C | amount=1.001 | AMOUNT_HAS_TOO_MANY_DIGITS at amount |
            customer C | amount=1.5 currency=JPY | AMOUNT_HAS_TOO_MANY_DIGITS at amount |
            customer C | amount=1E30 | AMOUNT_OUT_OF_RANGE at amount |
            customer C | amount=1E999999999 | AMOUNT_OUT_OF_RANGE at amount |
            customer C | amount=1E-999999999 | AMOUNT_HAS_TOO_MANY_DIGITS at amount |
            customer C | amount=999999999999999.99 | YES_IF_PREPAID NO_LIMIT_GRANTED |
            customer C | amount=1000000000000000 | AMOUNT_OUT_OF_RANGE at amount |
            customer C | amount=NaN | AMOUNT_UNREADABLE at amount |
            customer C | amount=1,5 | AMOUNT_UNREADABLE at amount |
            customer C | currency=CNY | AMOUNT_UNREADABLE at amount |
            customer C | amount=5 currency=XYZ | CURRENCY_UNKNOWN at currency |
            customer C | amount=5 currency=cny | CURRENCY_UNKNOWN at currency |
            customer C | amount=5 currency=XXX | CURRENCY_UNKNOWN at currency |
            customer C; credit F under C 10 | amount=5 currency=GBP account=F | EXCHANGE_RATE_MISSING at currency |
            customer C; credit F under C 10 | amount=5 currency=GBP | EXCHANGE_RATE_MISSING at currency |
            customer C; credit F under C 10 | use=DRAWDOWN amount=5 currency=USD account=F | CURRENCY_MISMATCH at currency |
            customer C | amount=5 date=-1 | CHECK_DAY_PAST at date |
            customer C | amount=5 date=+181 | CHECK_DAY_TOO_FAR at date |
            customer C | amount=5 date=tomorrow | DAY_UNREADABLE at date |
            customer C | amount=5 date=2026-02-30 | DAY_UNREADABLE at date |
            customer C | customer=CX amount=5 | CUSTOMER_UNKNOWN at customerId |
            customer C | customer=? amount=5 | CUSTOMER_UNKNOWN at customerId |
            customer C | amount=5 account=F | ACCOUNT_UNKNOWN at account |
            customer C | amount=5 account=F-1 | ACCOUNT_UNKNOWN at account |
            customer C; customer C2; credit F under C2 10 | amount=5 account=F | ACCOUNT_OF_ANOTHER_CUSTOMER at account |
            customer C; customer C2 | amount=5 account=C2 | ACCOUNT_OF_ANOTHER_CUSTOMER at account |
            group G; customer C under G | amount=5 account=G | WRONG_LEVEL at account |
            customer C; grant C 10 | use=DRAWDOWN amount=5 account=C | WRONG_LEVEL at account |
            customer C | use=GIFT amount=5 | CREDIT_USE_UNKNOWN at use |
            customer C | amount=5 term=BARTER | PAYMENT_TERM_UNKNOWN at paymentTerm |
            customer C | use=DRAWDOWN amount=5 term=PREPAID | PAYMENT_TERM_UNKNOWN at paymentTerm |
            customer C | amount=10 callOffs=+0:4,+1:5 | CALL_OFFS_DO_NOT_ADD_UP at callOffs |
            customer C | amount=10 callOffs=-1:10 | CALL_OFF_OUT_OF_RANGE at callOffs[0].date |
            customer C | amount=10 date=+5 callOffs=+4:10 | CALL_OFF_OUT_OF_RANGE at callOffs[0].date |
            customer C | amount=10 callOffs=+0:4,+2000:6 | CALL_OFF_OUT_OF_RANGE at callOffs[1].date |
            customer C | amount=10 callOffs=+0:10,+1:0 | AMOUNT_NOT_POSITIVE at callOffs[1].amount |
            customer C | amount=10 callOffs=+0:11,+1:-1 | AMOUNT_NOT_POSITIVE at callOffs[1].amount |
            customer C | amount=5 prepaid=5.01 | PREPAID_ABOVE_AMOUNT at prepaid |
            customer C | amount=5 prepaid=-1 | AMOUNT_NOT_POSITIVE at prepaid |
            customer C | use=DRAWDOWN amount=5 prepaid=1 | PREPAID_FOR_ORDERS_ONLY at prepaid |
            customer C | amount=0 date=-1 currency=CNY term=BARTER | PAYMENT_TERM_UNKNOWN at paymentTerm, AMOUNT_NOT_POSITIVE at amount, CHECK_DAY_PAST at date |
            """)
    void answersOrRefuses(String script, String question, String expected, String also) {
        LedgerScript told = new LedgerScript(bench.ledger.ledger()).done(script);

        Outcome<CreditAnswer> outcome = bench.desk.check(ask(told, question), CheckBench.OFFICER);

        assertThat(said(outcome)).isEqualTo(expected);
        for (String claim : also == null ? new String[0] : also.split(", ")) {
            assertThat(claim + " / " + figure(outcome.orElseThrow(), told, claim)).isEqualTo(claim + " / " + claim);
        }
    }

    @Test
    void aFirmReadsNothingOfItsGroup() {
        LedgerScript told = new LedgerScript(bench.ledger.ledger()).done("group G; grant G 3; customer C under G; grant C 10; customer C2 under G; credit F under C2 1");
        CreditAnswer answer = bench.desk.check(ask(told, "amount=5"), CheckBench.userOf(new CustomerId(told.id("C").number()))).orElseThrow();

        assertThat(answer.decision()).isEqualTo(CreditDecision.YES_IF_PREPAID);
        assertThat(answer.obstacle().orElseThrow()).isEqualTo(Refusal.of("LEVEL_ABOVE_HAS_NO_ROOM"));
        assertThat(answer.levels()).extracting(level -> level.account().level()).containsExactly(LimitLevel.CUSTOMER);
        assertThat(answer.prepay()).isEqualTo(Money.cny("5"));
        assertThat(answer.toString()).doesNotContain("GROUP").doesNotContain("3.00");

        assertThat(bench.desk.check(ask(told, "customer=C2 amount=5"), CheckBench.userOf(new CustomerId(told.id("C").number()))).refusals())
                .extracting(Refusal::code).containsExactly("CUSTOMER_UNKNOWN");
        assertThat(bench.desk.check(ask(told, "amount=5 account=F"), CheckBench.userOf(new CustomerId(told.id("C").number()))).refusals())
                .extracting(Refusal::code).containsExactly("ACCOUNT_UNKNOWN");
    }

    @Test
    void ofManyChecksEachIsAnsweredByItselfInOrder() {
        LedgerScript told = new LedgerScript(bench.ledger.ledger()).done("customer C; credit F under C 10");
        List<Outcome<CreditAnswer>> answers = bench.desk.checkAll(List.of(ask(told, "amount=10"), ask(told, "amount=0"), ask(told, "amount=11"),
                ask(told, "amount=1 reserve=O-1")), CheckBench.OFFICER);

        assertThat(answers.stream().map(CreditCheckDeskTest::said)).containsExactly("YES WITHIN_LIMIT", "AMOUNT_NOT_POSITIVE at amount",
                "YES_IF_PREPAID LIMIT_EXCEEDED", "RESERVE_ONE_BY_ONE at reserve");
        assertThat(bench.desk.checks(new CustomerId(told.id("C").number()), 10)).extracting(check -> check.decision() + " " + check.reasonCode().orElse("-"))
                .containsExactly("YES_IF_PREPAID LIMIT_EXCEEDED", "YES -");
    }

    static CheckCredit ask(LedgerScript told, String question) {
        Map<String, String> given = new HashMap<>();
        Arrays.stream(question.split(" ")).map(part -> part.split("=", 2)).forEach(part -> given.put(part[0], part[1]));
        String customer = given.getOrDefault("customer", "C");
        String account = given.get("account");
        List<CheckCredit.CallOff> callOffs = given.get("callOffs") == null ? null : Arrays.stream(given.get("callOffs").split(","))
                .map(part -> part.split(":")).map(part -> new CheckCredit.CallOff(day(part[0]), part[1])).toList();
        CheckCredit.Reserve reserve = given.get("reserve") == null ? null : new CheckCredit.Reserve(given.get("reserve"), day(given.getOrDefault("until", "+10")));
        return new CheckCredit(customer.equals("?") ? customer : told.id(customer).number(), given.get("use"), given.get("amount"),
                given.get("currency"), day(given.get("date")), given.get("product"), account == null ? null : account.contains("-") ? account : told.id(account).value(),
                given.get("term"), callOffs, given.get("prepaid"), reserve);
    }

    private static String day(String text) {
        return text == null || !text.matches("[+-]\\d+") ? text : TODAY.plusDays(Long.parseLong(text.replace("+", ""))).toString();
    }

    static String said(Outcome<CreditAnswer> outcome) {
        if (!outcome.isDone()) {
            return outcome.refusals().stream().map(refusal -> refusal.code() + " at " + refusal.field()).collect(Collectors.joining(", "));
        }
        CreditAnswer answer = outcome.orElseThrow();
        return answer.decision() + " " + answer.obstacle().map(Refusal::code).orElse(answer.counted().isZero() ? "NOTHING_AT_RISK" : "WITHIN_LIMIT");
    }

    /** What the answer says of what a claim such as {@code room F 4} is about, in the same words. */
    private static String figure(CreditAnswer answer, LedgerScript told, String claim) {
        String[] words = claim.split(" ");
        return switch (words[0]) {
            case "counted" -> "counted " + plain(answer.counted());
            case "prepay" -> "prepay " + plain(answer.prepay());
            case "account" -> "account " + name(answer.account());
            case "binding" -> "binding " + name(answer.binding());
            case "reduce" -> "reduce " + answer.steps().stream().filter(step -> step.kind() == CreditAnswer.Step.Kind.REDUCE_TO).findFirst()
                    .map(step -> plain(step.amount().orElseThrow())).orElse("-");
            case "steps" -> "steps " + (answer.steps().isEmpty() ? "-" : answer.steps().stream().map(step -> step.kind().name()).collect(Collectors.joining("+")));
            case "ignored" -> answer.ignored().stream().map(part -> "ignored " + plain(part.amount()) + " " + part.reasonCode())
                    .filter(claim::equals).findFirst().orElse("ignored " + answer.ignored());
            case "levels" -> "levels " + (answer.levels().isEmpty() ? "-" : answer.levels().stream().map(level -> name(Optional.of(level.account()))).collect(Collectors.joining("+")));
            case "room" -> "room " + words[1] + " " + answer.levels().stream().filter(level -> level.account().equals(told.id(words[1]))).findFirst()
                    .flatMap(CreditAnswer.Level::room).map(CreditCheckDeskTest::plain).orElse("-");
            default -> throw new IllegalArgumentException(new TreeSet<>(List.of(words)).toString());
        };
    }

    private static String name(Optional<LimitAccountId> id) {
        return id.map(account -> account.number().replaceAll("-.*", "")).orElse("-");
    }

    private static String plain(Money money) {
        return money.isZero() ? "0" : money.amount().stripTrailingZeros().toPlainString();
    }
}
