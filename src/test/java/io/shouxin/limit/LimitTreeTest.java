package io.shouxin.limit;

import static io.shouxin.limit.LedgerBench.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the ledger does to a tree: one line per case, what is refused beside what is done. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitTreeTest {

    private LedgerBench bench;

    LedgerBench bench() {
        return LedgerBench.onH2();
    }

    @BeforeAll
    void open() {
        bench = bench();
        bench.rate("USD", "7");
        bench.rate("EUR", "8");
    }

    @AfterAll
    void theLedgerReconciles() {
        assertThat(bench.history().reconcile()).isEmpty();
        bench.close();
    }

    /** Columns: what has happened; what is asked; its answer; figures afterwards. */
    @ParameterizedTest(name = "{1} -> {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # a child without a ceiling shares what its parent has left
            group G; grant G 50; customer C1 under G; customer C2 under G; fence C1 20 | reserve C2 30 | OK | C2 headroom 0, G free 0, G aside 20
            group G; grant G 50; customer C1 under G; customer C2 under G; fence C1 20 | reserve C2 30.01 | LIMIT_EXCEEDED | C2 headroom 30, G reserved 0
            group G; grant G 50; customer C1 under G; customer C2 under G; fence C1 20; reserve C2 30 | reserve C1 20 | OK | G aside 0, G free 0
            group G; grant G 50; customer C1 under G; fence C1 20 | lower G 30.01 | CEILING_BELOW_COMMITMENTS | G ceiling 50
            group G; grant G 50; customer C1 under G; fence C1 20 | lower G 30 | OK | G free 0
            group G; grant G 50; customer C1 under G | fence C1 50.01 | LIMIT_EXCEEDED | G aside 0
            group G; grant G 50; customer C1 under G; reserve C1 5 | fence C1 4 | CEILING_BELOW_COMMITMENTS | C1 ceiling none
            group G; grant G 50; customer C1 under G; customer C2 under G; fence C1 20; reserve C2 30 | reserve C1 5 | OK | C1 headroom 15, G free 0
            group G; grant G 50; pool P under G; grant P 30; customer C1 under P; customer C2 under G; fence C1 20 | reserve C2 31 | LIMIT_EXCEEDED | G aside 20, P aside 20, C1 headroom 20
            group G; grant G 50; pool P under G; fence P 30; customer C1 under P; customer C2 under G; fence C1 20 | reserve C2 20 | OK | G aside 30, P aside 20, C1 headroom 20
            # a pool that two customers share
            group G; grant G 100; pool P under G; grant P 10; customer C1 under P; customer C2 under P; reserve C1 6 | reserve C2 4 | OK | P free 0, G free 90
            group G; grant G 100; pool P under G; grant P 10; customer C1 under P; customer C2 under P; reserve C1 6 | reserve C2 5 | LIMIT_EXCEEDED | P free 4, C2 reserved 0
            group G; grant G 8; pool P under G; grant P 10; customer C1 under P | reserve C1 9 | LIMIT_EXCEEDED | G free 8
            group G; pool P under G; customer C1 under P; credit F under C1 7 | draw F 7 | OK | P committed 7, G utilised 7
            group G; grant G 100; pool P under G; fence P 10; customer C1 under P; customer C2 under G | reserve C2 91 | LIMIT_EXCEEDED | G free 90
            # a group inside a group
            group G; grant G 100; group G2 under G; grant G2 40; customer C under G2 | new C 41 | LIMIT_EXCEEDED | G2 free 40
            group G; grant G 100; group G2 under G; grant G2 40; customer C under G2 | new C 40 | OK | G free 60
            # where an account may stand
            group G; customer C under G | group G2 under C | WRONG_LEVEL |
            customer C | pool P under C | WRONG_LEVEL |
            group G; pool P under G | pool P2 under P | OK |
            customer C; credit F under C 10 | part S under C | WRONG_LEVEL |
            group G | customer C under G9 | ACCOUNT_UNKNOWN |
            group G; group G2; customer C under G | customer C under G2 | PARENT_CHANGED |
            group G; customer C under G | customer C under G currency USD | CURRENCY_MISMATCH |
            # parts of a facility
            customer C; credit F under C 10; part S1 under F; part S2 under F; grant S1 4 | draw S1 4 | OK | F utilised 4, F free 6, C utilised 4
            customer C; credit F under C 10; part S1 under F; grant S1 4 | draw S1 4.01 | LIMIT_EXCEEDED | S1 free 4, F utilised 0
            customer C; credit F under C 10; part S1 under F; part S2 under F; grant S1 8; draw S2 7 | draw S1 4 | LIMIT_EXCEEDED | F free 3
            customer C; credit F under C 10; part S under F; part S2 under S; grant S 5 | draw S2 6 | LIMIT_EXCEEDED | S free 5
            customer C; credit F under C 10 once; part S under F; draw S 6 | repay S 6 | OK | F committed 4, C committed 4, C ceiling 4
            customer C; credit F under C 10; part S under F; draw S 6 | repay S 6.01 | REPAYMENT_ABOVE_UTILISED | F utilised 6
            customer C; credit F under C 10; part S under F; draw S 6; draw F 1 | repay F 2 | REPAYMENT_ABOVE_UTILISED | F utilised 7
            customer C; credit F under C 10; part S under F; draw S 6; draw F 1 | repay F 1 | OK | F utilised 6
            customer C; credit F under C 10; part S under F; grant S 5; draw S 3 | lower S 3 | CEILING_BELOW_COMMITMENTS | S free 2
            # orders held on a facility
            customer C; credit F under C 10; order F 6 as R | draw F 5 | LIMIT_EXCEEDED | F free 4
            customer C; credit F under C 10; order F 6 as R | use R 6 | OK | F utilised 6, F reserved 0, C utilised 6
            customer C; credit F under C 10; order F 6 as R | use R 4 | OK | F utilised 4, F free 6
            customer C; credit F under C 10; order F 6 as R | use R 7 | CONFIRMED_ABOVE_RESERVED | F reserved 6
            customer C; credit F under C 10; order F 6 as R; use R 6 | release R | RESERVATION_ENDED | F utilised 6
            customer C; credit F under C 10; order F 6 as R | lower F 5 | COMMITMENT_BELOW_UTILISED | F committed 10
            group G; customer C under G; credit F under C 10; raise C 5 | lower F 10.01 | CEILING_BELOW_COMMITMENTS | F committed 10, C ceiling 15
            customer C; credit F under C 10; order F 6 as R | close F | STILL_UTILISED |
            customer C; credit F under C 10; order F 6 as R; suspend C | release R | OK | F free 10
            customer C; credit F under C 10; order F 6 until +2 as R | lapse R on +2 | RESERVATION_NOT_EXPIRED | F reserved 6
            customer C; credit F under C 10; order F 6 until +2 as R | lapse R on +3 | OK | F reserved 0
            customer C; credit F under C 10; order F 6 until +2 as R | use R 6 on +3 | RESERVATION_EXPIRED | F reserved 6
            customer C; credit F under C 10 | new F 5 | WRONG_LEVEL |
            group G; grant G 10 | reserve G 5 | WRONG_LEVEL |
            customer C; credit F under C 10; part S under F; grant S 4; order S 3 as R | use R 3 | OK | S utilised 3, F utilised 3, F reserved 0
            # a reservation confirmed into a facility that is there
            customer C; credit F under C 10; new C 5 as R | into R 5 F | OK | F committed 15, C ceiling 15, C reserved 0
            customer C; credit F under C 10; new C 5 as R | into R 6 F | CONFIRMED_ABOVE_RESERVED | F committed 10
            customer C; customer C2; credit F under C2 10; new C 5 as R | into R 5 F | WRONG_LEVEL | F committed 10
            customer C; grant C 20; credit F under C 10; reserve C 5 as R | into R 5 F | OK | C ceiling 30, C free 15
            # products
            customer C; credit F under C 10 for LOAN,BILL | draw F 1 for BILL | OK | F utilised 1
            customer C; credit F under C 10 for LOAN | draw F 1 for BILL | PRODUCT_NOT_ALLOWED | F utilised 0
            customer C; credit F under C 10 for LOAN | draw F 1 | PRODUCT_NOT_ALLOWED | F utilised 0
            customer C; grant C 10 for LOAN | reserve C 1 for BILL | PRODUCT_NOT_ALLOWED | C reserved 0
            group G; grant G 50 for LOAN; customer C under G; credit F under C 10 for LOAN | draw F 1 | PRODUCT_NOT_ALLOWED | F utilised 0
            customer C; credit F under C 10 for LOAN; restrict F for LOAN,BILL | draw F 1 for BILL | OK | F utilised 1
            customer C; credit F under C 10 for LOAN; suspend C | draw F 1 for BILL | ACCOUNT_SUSPENDED | F utilised 0
            # last days
            customer C; grant C 10 until +5 | reserve C 1 on +5 | OK | C reserved 1
            customer C; grant C 10 until +5 | reserve C 1 on +6 | ACCOUNT_EXPIRED | C reserved 0
            customer C | grant C 10 until -1 | VALID_TO_IN_THE_PAST | C ceiling none
            customer C; credit F under C 10 until +5 | restrict F until +9; draw F 1 on +7 | OK | F utilised 1
            # temporary room
            customer C; grant C 10; allow C 5 until +3 | reserve C 15 on +3 | OK | C free 0
            customer C; grant C 10; allow C 5 until +3 | reserve C 15 on +4 | LIMIT_EXCEEDED | C reserved 0
            customer C; grant C 10; allow C 5 until +3; reserve C 15 as R | end C on +4 | OK | C temporary 0, C excess 5, C free -5
            customer C; grant C 10; allow C 5 until +3; reserve C 15 as R; end C on +4 | release R on +4 | OK | C excess 0, C free 10
            customer C; grant C 10; allow C 5 until +3; reserve C 15; end C on +4 | reserve C 1 on +4 | LIMIT_EXCEEDED | C reserved 15
            customer C; grant C 10; allow C 5 until +3 | allow C 5 until +3 | TEMPORARY_ALREADY | C temporary 5
            customer C; grant C 10 | allow C 5 until -1 | TEMPORARY_UNTIL_OUT_OF_RANGE | C temporary 0
            customer C; grant C 10 | allow C 5 until +367 | TEMPORARY_UNTIL_OUT_OF_RANGE | C temporary 0
            customer C | allow C 5 until +3 | NOT_GRANTED |
            customer C; grant C 10 | end C | NO_TEMPORARY |
            customer C; credit F under C 10; allow F 5 until +3 | draw F 15 | OK | F free 0, C committed 15, C ceiling 15
            customer C; credit F under C 10; allow F 5 until +3; draw F 12 | end F on +4 | OK | F committed 12, F temporary 2, C committed 12
            customer C; credit F under C 10; allow F 5 until +3; draw F 12; end F on +4 | repay F 5 on +4 | OK | F committed 10, F temporary 0, F utilised 7
            customer C; credit F under C 10; allow F 5 until +3; draw F 9 | draw F 2 on +4 | LIMIT_EXCEEDED | F utilised 9
            group G; grant G 12; customer C under G; credit F under C 10 | allow F 5 until +3 | LIMIT_EXCEEDED | F committed 10
            group G; grant G 50; customer C under G; fence C 10; allow C 5 until +3 | reserve C 15 | OK | G aside 0, G free 35
            # foreign currency: 7 yuan to the dollar
            customer C; credit F under C 10 currency USD | draw F 10 currency USD | OK | F utilised 10, C committed 70, C utilised 70, C ceiling 70
            customer C; credit F under C 10 currency USD | draw F 1 | CURRENCY_MISMATCH | F utilised 0
            customer C; credit F under C 10 currency USD | draw F 10.01 currency USD | LIMIT_EXCEEDED | C utilised 0
            group G; grant G 69; customer C under G | credit F under C 10 currency USD | LIMIT_EXCEEDED | C committed 0
            customer C | credit F under C 10 currency GBP | EXCHANGE_RATE_MISSING | C committed 0
            customer C; credit F under C 10 once currency USD; draw F 9 currency USD | repay F 3 currency USD | OK | C utilised 42, C committed 49
            customer C; credit F under C 10 | revalue F | NOT_FOREIGN |
            # moves
            group G; grant G 50; group G2; grant G2 5; customer C under G; reserve C 6 | move C under G2 | LIMIT_EXCEEDED | G reserved 6, G2 reserved 0
            group G; grant G 50; group G2; grant G2 6; customer C under G; reserve C 6 | move C under G2 | OK | G reserved 0, G2 reserved 6
            group G; grant G 50; pool P under G; grant P 6; customer C under G; reserve C 6 | move C under P | OK | G reserved 6, P reserved 6
            group G; group G2 under G | move G under G2 | TREE_CYCLE |
            group G | move G under G | TREE_CYCLE |
            group G; customer C under G; reserve C 6 | move C | OK | G reserved 0
            customer C; credit F under C 10 | move F under C | WRONG_LEVEL |
            group G; grant G 50; group G2; customer C under G; fence C 20; reserve C 6 | move C under G2 | OK | G aside 0, G2 aside 14, G2 reserved 6
            group G; grant G 50; group G2; suspend G2; customer C under G | move C under G2 | ACCOUNT_SUSPENDED |
            # taking back
            customer C; credit F under C 10 once; draw F 6; repay F 6 | reverse last | OK | F committed 10, F utilised 6, C ceiling 10
            customer C; credit F under C 10; part S under F; draw S 6 | reverse last | OK | S utilised 0, F utilised 0
            customer C; credit F under C 10 once; part S under F; draw S 6; repay S 4 | reverse last | OK | S utilised 6, F committed 10, C committed 10
            customer C; grant C 10; raise C 5; reserve C 12 | reverse #2 | CEILING_BELOW_COMMITMENTS | C ceiling 15
            customer C; credit F under C 10; draw F 6; repay F 6 | reverse #2 | REPAYMENT_ABOVE_UTILISED | F utilised 0
            customer C; grant C 10 | reverse last | NOT_REVERSIBLE |
            customer C; grant C 10; raise C 5; reverse last | reverse #2 | ALREADY_REVERSED | C ceiling 10
            customer C; grant C 10; raise C 5; reverse last | reverse last | NOT_REVERSIBLE | C ceiling 10
            customer C | reverse nothing | COMMAND_UNKNOWN |
            # keys, days, amounts
            customer C; grant C 10; raise C 5 key once | raise C 5 key once | OK | C ceiling 15
            customer C; grant C 10; raise C 5 key once | raise C 6 key once | KEY_REUSED | C ceiling 15
            customer C; grant C 10; raise C 5 key once | lower C 5 key once | KEY_REUSED | C ceiling 15
            customer C; grant C 10 | raise C 0 | AMOUNT_NOT_POSITIVE | C ceiling 10
            customer C; grant C 10 | lower C -1 | AMOUNT_NOT_POSITIVE | C ceiling 10
            customer C; grant C 10 | raise C 1 on -366 | VALUE_DATE_OUT_OF_RANGE | C ceiling 10
            customer C; grant C 10 | raise C 1 on +32 | VALUE_DATE_OUT_OF_RANGE | C ceiling 10
            customer C; grant C 10 | raise C 1 on +31 | OK | C ceiling 11
            customer C; grant C 10; suspend C | raise C 1 | ACCOUNT_SUSPENDED | C ceiling 10
            customer C; grant C 10; suspend C | suspend C | ACCOUNT_NOT_ACTIVE |
            customer C; credit F under C 10; close F | draw F 1 | ACCOUNT_CLOSED | F committed 0
            customer C; credit F under C 10; close F | close F | ACCOUNT_CLOSED |
            customer C; credit F under C 10 until +5; expire F on +6 | draw F 1 on +4 | ACCOUNT_EXPIRED |
            customer C | draw C 1 | WRONG_LEVEL |
            customer C | draw F7 1 | ACCOUNT_UNKNOWN |
            customer C | release R | RESERVATION_UNKNOWN |
            """)
    void oneLinePerCase(String before, String asked, String answer, String figures) {
        LedgerScript script = new LedgerScript(bench.ledger());
        script.done(before);
        assertThat(script.run(asked)).isEqualTo(answer);
        if (figures != null) {
            for (String figure : figures.split(",")) {
                String[] words = figure.strip().split("\\s+");
                assertThat(script.figure(words[0], words[1], TODAY)).as(figure.strip()).isEqualTo(words[2]);
            }
        }
    }
}
