package io.shouxin.notification;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * An e-mail on its way, or what became of it.
 *
 * @param recipient     login of the person it is for
 * @param key           the message's key; with the recipient it names the e-mail once
 * @param attempts      how often it was handed to the mail server so far
 * @param nextAttemptAt when it is tried next; says nothing once it is sent or given up
 * @param reason        why the last attempt failed, without the address; null when none did
 * @param sentAt        when the mail server took it; null before
 */
public record OutgoingMail(long id, String recipient, String key, String subject, String code, Map<String, String> values, String address,
                           Locale language, MailState state, int attempts, Instant nextAttemptAt, String reason, Instant postedAt,
                           Instant sentAt) {

    public MessageKind kind() {
        return MessageKind.of(code);
    }

    /** Enough of the address for somebody who looks for a fault. */
    public String maskedAddress() {
        return MailAddress.masked(address);
    }
}
