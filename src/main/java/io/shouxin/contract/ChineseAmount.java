package io.shouxin.contract;

import io.shouxin.kernel.Money;
import java.math.BigDecimal;

/**
 * Renminbi amounts in words as cheques and contracts write them (金额大写), by the rules for filling in bills of the
 * 《支付结算办法》, annex 1: 壹仟贰佰叁拾肆元伍角陆分.
 *
 * <p>Several zeros in a row are written once, and none where the rules leave it free (before thousands that are not zero);
 * an amount that ends in yuan or jiao is closed with 整.
 */
public final class ChineseAmount {

    private static final String[] DIGITS = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] SECTIONS = {"", "万", "亿", "万亿"};
    private static final int SECTION = 10_000;

    private ChineseAmount() {
    }

    /**
     * With the currency in front: 人民币壹佰万元整.
     *
     * @throws IllegalArgumentException for another currency than CNY, or a negative amount
     */
    public static String inWords(Money money) {
        if (!Money.CNY.equals(money.currency()) || money.isNegative()) {
            throw new IllegalArgumentException("no Chinese words for " + money);
        }
        return "人民币" + inWords(money.amount());
    }

    private static String inWords(BigDecimal amount) {
        long fen = amount.movePointRight(2).longValueExact();
        long yuan = fen / 100;
        int jiao = (int) (fen / 10 % 10);
        int lastFen = (int) (fen % 10);
        if (fen == 0) {
            return "零元整";
        }
        StringBuilder words = new StringBuilder();
        if (yuan > 0) {
            words.append(whole(yuan)).append("元");
        }
        if (jiao == 0 && lastFen == 0) {
            return words.append("整").toString();
        }
        if (jiao > 0) {
            words.append(DIGITS[jiao]).append("角");
        } else if (yuan > 0) {
            words.append("零");
        }
        return lastFen == 0 ? words.append("整").toString() : words.append(DIGITS[lastFen]).append("分").toString();
    }

    /** Section by section of four digits; a gap between two sections that are not empty is one zero. */
    private static String whole(long yuan) {
        StringBuilder words = new StringBuilder();
        boolean gap = false;
        for (int section = SECTIONS.length - 1; section >= 0; section--) {
            int four = (int) (yuan / power(section) % SECTION);
            if (four == 0) {
                gap = !words.isEmpty();
                continue;
            }
            if (!words.isEmpty() && (gap || four < SECTION / 10)) {
                words.append("零");
            }
            words.append(fourDigits(four)).append(unit(section, yuan));
            gap = false;
        }
        return words.toString();
    }

    /** 万亿 stands out only if no 亿 section follows that carries the 亿: 壹万亿, but 壹万零伍亿. */
    private static String unit(int section, long yuan) {
        boolean hundredMillionsFollow = section == 3 && yuan / power(2) % SECTION != 0;
        return hundredMillionsFollow ? "万" : SECTIONS[section];
    }

    private static String fourDigits(int four) {
        StringBuilder words = new StringBuilder();
        boolean gap = false;
        for (int place = PLACES.length - 1, weight = SECTION / 10; place >= 0; place--, weight /= 10) {
            int digit = four / weight % 10;
            if (digit == 0) {
                gap = !words.isEmpty();
            } else {
                words.append(gap ? "零" : "").append(DIGITS[digit]).append(PLACES[place]);
                gap = false;
            }
        }
        return words.toString();
    }

    private static long power(int section) {
        long power = 1;
        for (int i = 0; i < section; i++) {
            power *= SECTION;
        }
        return power;
    }
}
