package io.shouxin.rating;

import java.time.LocalDate;

/**
 * A fact a knock-out rule asked for in the first screening.
 *
 * @param name      message {@code characteristic.NAME}
 * @param value     as on file, as text; empty when it is not
 * @param origin    which part of the file tells it; null when none does
 * @param reference whose paper it is, in the words of the file; empty without one
 * @param date      day it held; null when it is not on file, or holds as long as nobody changes it
 */
public record ScreenedFact(String name, String value, Origin origin, String reference, LocalDate date, State state) {

    /** Message {@code screeningOrigin.CODE}. */
    public enum Origin {
        /** 客户登记. */
        CUSTOMER_REGISTER,
        /** 信用报告. */
        CREDIT_REPORT,
        /** 财务报表. */
        STATEMENTS,
        /** 增值税发票. */
        INVOICES
    }

    /** How far it could be relied on that day; message {@code screenedFact.CODE}. */
    public enum State {
        /** 已知: on file and in date. */
        KNOWN,
        /** 已过期: on file, but older than a rating accepts. */
        STALE,
        /** 缺失: not on file. */
        MISSING,
        /** 不适用: never asked of this kind of customer. */
        NOT_ASKED
    }
}
