package io.shouxin.testkit;

import io.shouxin.customer.CreditReport;
import io.shouxin.customer.EnterpriseSize;
import io.shouxin.kernel.Money;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An invented firm as a test wants it; sound unless told otherwise, with a valid code of its own.
 *
 * @param scale        1 for sales of 55 million yuan, 10 for ten times as much
 * @param reported     whether a credit report is on file
 * @param overdueToday days overdue by that report
 * @param owing        outstanding debt by that report, in yuan
 */
public record Firm(String name, String code, int scale, boolean reported, int overdueToday, String owing, String groupName) {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public static Firm firm() {
        int number = COUNT.incrementAndGet();
        return new Firm("示例精工" + number + "号有限公司", codeOf(number), 1, true, 0, "8000000", null);
    }

    public Firm named(String given) {
        return new Firm(given, code, scale, reported, overdueToday, owing, groupName);
    }

    public Firm ofScale(int times) {
        return new Firm(name, code, times, reported, overdueToday, owing, groupName);
    }

    public Firm withoutCreditReport() {
        return new Firm(name, code, scale, false, overdueToday, owing, groupName);
    }

    public Firm overdueToday(int days) {
        return new Firm(name, code, scale, reported, days, owing, groupName);
    }

    public Firm owing(String yuan) {
        return new Firm(name, code, scale, reported, overdueToday, yuan, groupName);
    }

    public Firm inGroup(String group) {
        return new Firm(name, code, scale, reported, overdueToday, owing, group);
    }

    EnterpriseSize size() {
        return scale < 5 ? EnterpriseSize.MEDIUM : EnterpriseSize.LARGE;
    }

    CreditReport creditReport(LocalDate asOf) {
        return new CreditReport(asOf, overdueToday > 0 ? 3 : 0, overdueToday, overdueToday, Money.cny(owing), Money.cny("0"), 1,
                false, false, "SQ-" + code.substring(10), "测试征信机构");
    }

    /** A unified social credit code with both check characters right: GB 11714 inside, GB 32100 at the end. */
    static String codeOf(int number) {
        String body = String.format("MA%06d", number);
        int[] organisation = {3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.getNumericValue(body.charAt(i)) * organisation[i];
        }
        int check = 11 - sum % 11;
        String seventeen = "91310115" + body + (check == 10 ? "X" : check == 11 ? "0" : String.valueOf(check));
        int weighted = 0;
        for (int i = 0, weight = 1; i < 17; i++, weight = weight * 3 % 31) {
            weighted += ALPHABET.indexOf(seventeen.charAt(i)) * weight;
        }
        return seventeen + ALPHABET.charAt((31 - weighted % 31) % 31);
    }
}
