package io.shouxin.notification;

import io.shouxin.kernel.PersonId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a person wants to be reached (通知偏好). Everything stands in his inbox in any case.
 *
 * @param address   e-mail address; empty when nothing shall come by e-mail
 * @param language  of his e-mail: Chinese or English
 * @param notByMail kinds that stay in the inbox only
 */
public record MessagePreference(PersonId person, Optional<String> address, Locale language, Set<MessageKind> notByMail) {

    public MessagePreference {
        notByMail = Set.copyOf(notByMail);
    }

    static MessagePreference ofNobodyAsked(PersonId person) {
        return new MessagePreference(person, Optional.empty(), Locale.CHINESE, Set.of());
    }

    boolean wantsByMail(MessageKind kind) {
        return address.isPresent() && (kind == MessageKind.INVITATION || !notByMail.contains(kind));
    }
}
