package io.shouxin.customer.debt;

import io.shouxin.customer.file.Table;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the status column of a debt schedule says, in the words lenders use. */
public enum DebtStatus {
    BLANK,
    SETTLED("结清", "已结清", "还清", "已还清", "已偿还", "已归还", "结清销户", "销户", "注销", "settled", "paid off", "closed"),
    MATURED("到期", "已到期", "matured"),
    OUTSTANDING("正常", "未结清", "存续", "存续中", "使用中", "在用", "有效", "生效", "未到期", "未还", "未偿还", "还款中", "正常还款", "展期", "已展期",
            "借新还旧", "outstanding", "normal", "active"),
    OVERDUE("逾期", "已逾期", "逾期未还", "欠息", "垫款", "不良", "overdue"),
    UNKNOWN;

    /** Classes from which a claim is bad; a matured debt in one of them has not been repaid. */
    private static final Set<String> BAD = Set.of("次级", "次级类", "可疑", "可疑类", "损失", "损失类", "substandard", "doubtful", "loss");

    private final Set<String> words;

    DebtStatus(String... words) {
        this.words = Arrays.stream(words).map(DebtStatus::plain).collect(Collectors.toUnmodifiableSet());
    }

    static DebtStatus of(String written) {
        String word = written == null ? "" : plain(written);
        if (word.isEmpty() || word.matches("[-—–/]+")) {
            return BLANK;
        }
        for (DebtStatus status : values()) {
            if (status.words.contains(word)) {
                return status;
            }
        }
        return UNKNOWN;
    }

    public static boolean isSettled(String written) {
        return of(written) == SETTLED;
    }

    static boolean isBad(String classification) {
        return classification != null && BAD.contains(plain(classification));
    }

    private static String plain(String text) {
        return Table.narrow(text).toLowerCase(Locale.ROOT);
    }
}
