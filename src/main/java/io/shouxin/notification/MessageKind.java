package io.shouxin.notification;

/** What a message is about (通知类别); a person chooses per kind whether it also comes by e-mail. */
public enum MessageKind {
    /** 业务进展: what became of a case, and what is asked of the reader. */
    PROGRESS,
    /** 办理时限: tasks that are due, overdue or without anybody to do them. */
    DEADLINE,
    /** 风险预警: what somebody who watches must know, such as a ledger that differs. */
    ALARM,
    /** 协商室邀请: the customer's way into his credit room. Always by e-mail, there is no other way to him. */
    INVITATION;

    /** @param code message code, e.g. {@code OFFER_ISSUED} */
    public static MessageKind of(String code) {
        if (code.startsWith("TASK_")) {
            return DEADLINE;
        }
        if (code.startsWith("CREDIT_ROOM_")) {
            return INVITATION;
        }
        return code.equals("LEDGER_DIFFERS") || code.startsWith("DUPLICATE_GRANTING_") || code.startsWith("CALENDAR_") ? ALARM : PROGRESS;
    }
}
