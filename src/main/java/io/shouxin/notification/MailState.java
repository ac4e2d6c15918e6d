package io.shouxin.notification;

/** Where an e-mail stands (投递状态). */
public enum MailState {
    /** 待发送: waits for its first attempt. */
    PENDING,
    /** 已发送: the bank's mail server has taken it; whether it was read nobody knows. */
    SENT,
    /** 发送失败: an attempt failed, another follows. */
    FAILED,
    /** 已放弃: refused for good, or failed too often; a person may have it tried again. */
    GIVEN_UP
}
