package io.shouxin.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the checks find is told in Chinese too. */
class FindingWordsTest {

    private static final Pattern WHOLE = Pattern.compile("(?:problems\\.add|Unreadable|found\\.add)\\(\"([a-z][^\"]+)\"\\)");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "the bank's signature does not hold                                          | 银行签名无效",
        "the decision of manager is about another proposal                           | manager 的决定针对的是另一方案",
        "DR-2026-000001: rating RT-2026-000007: score was 78.5, is 88.5              | DR-2026-000001：rating RT-2026-000007：score 原为 78.5，现为 88.5",
        "approval_decision 12: was put in after the case was decided                 | approval_decision 12：在案件决定之后被添加",
        "DR-2026-000002: the receipt is gone                                         | DR-2026-000002：回执已不存在",
        "AC-2026-000002: no receipt could be issued                                  | AC-2026-000002：未能签发回执",
        "DR-2026-000003: what it rests on cannot be read: Rounding necessary         | DR-2026-000003：其所依据的数据无法读取：Rounding necessary",
        "CA-2026-000001 #3: entries 3 to 5 are missing before row 77                 | CA-2026-000001 #3：第 77 行之前缺少第 3 至 5 条记录",
        "CA-2026-000001 #4: row 78 (OFFER_ISSUED by system) was changed, put in or moved: it does not fit its fingerprint after the entry before it | CA-2026-000001 #4：第 78 行（OFFER_ISSUED，system）被改动、添加或移动：接在前一条之后与其指纹不符",
        "CA-2026-000001 #9: the chain was written anew: seal 3 names another entry 9 | CA-2026-000001 #9：此链被重写：第 3 号封签所载第 9 条记录与现在不同",
        "seal #4: seals 4 to 6 are missing                                           | seal #4：缺少第 4 至 6 号封签",
        "something nobody has words for                                              | something nobody has words for"})
    void everyKindOfFindingHasItsChineseLine(String english, String chinese) {
        assertThat(FindingWords.chinese(english)).isEqualTo(chinese);
    }

    @Test
    void noWholeSentenceOfTheChecksIsLeftInEnglish() throws IOException {
        List<String> sentences = Stream.of("receipt/ReceiptVerifier", "receipt/ReceiptFile", "receipt/CarriedReceipt", "receipt/ReceiptCheck")
                .map(name -> Path.of("src/main/java/io/shouxin", name + ".java")).flatMap(FindingWordsTest::sentences).toList();
        assertThat(sentences).hasSizeGreaterThan(8).allSatisfy(sentence -> assertThat(FindingWords.chinese(sentence)).isNotEqualTo(sentence));
    }

    private static Stream<String> sentences(Path source) {
        try {
            return WHOLE.matcher(Files.readString(source)).results().map((MatchResult found) -> found.group(1)).toList().stream();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
