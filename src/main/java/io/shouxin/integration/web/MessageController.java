package io.shouxin.integration.web;

import io.shouxin.audit.AuditTrail;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.notification.MessageDesk;
import io.shouxin.notification.MessageKind;
import io.shouxin.notification.MessagePreference;
import io.shouxin.notification.MessagePreferences;
import io.shouxin.notification.MessageWords;
import io.shouxin.notification.Outbox;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's inbox, and what of it he wants by e-mail. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
@Tag(name = "Messages", description = "通知: inbox, e-mail, and how each person wants to be reached")
class MessageController {

    private final Access access;
    private final MessageDesk messages;
    private final MessageWords words;
    private final MessagePreferences preferences;
    private final Outbox outbox;
    private final AuditTrail audit;

    MessageController(Access access, MessageDesk messages, MessageWords words, MessagePreferences preferences, Outbox outbox, AuditTrail audit) {
        this.access = access;
        this.messages = messages;
        this.words = words;
        this.preferences = preferences;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Operation(summary = "Your inbox, newest first")
    @GetMapping("/messages")
    List<MessageText> inbox(Locale language) {
        return messages.inbox(access.person().id()).stream().map(message -> new MessageText(message.subject(), words.title(message.code(), language),
                words.text(message.code(), message.subject(), message.values(), language), message.sentAt())).toList();
    }

    @Operation(summary = "How you want to be reached: address, language, and the kinds that stay in the inbox only")
    @GetMapping("/message-preferences")
    PreferenceAnswer preference() {
        return PreferenceAnswer.of(preferences.of(access.person().id()), outbox.isOpen());
    }

    @Operation(summary = "Choose how you want to be reached; an empty address means no e-mail")
    @PutMapping("/message-preferences")
    @Transactional
    public PreferenceAnswer choose(@RequestBody PreferenceWish wish) {
        Person person = access.person();
        if (wish.language() == null || !Set.of("zh", "en").contains(wish.language())) {
            throw new RefusedException(Refusal.of("LANGUAGE_UNKNOWN").at("language"));
        }
        MessagePreference chosen = preferences.choose(new MessagePreference(person.id(), Optional.ofNullable(wish.address()),
                Locale.forLanguageTag(wish.language()), wish.notByMail() == null ? Set.of() : wish.notByMail())).orElseThrow();
        audit.record(person.id().value(), "MESSAGE_PREFERENCE_CHOSEN", person.id(), (chosen.address().isPresent() ? "BY_MAIL " : "INBOX_ONLY ")
                + chosen.language().getLanguage() + " " + chosen.notByMail());
        return PreferenceAnswer.of(chosen, outbox.isOpen());
    }

    /** A message as read; the subject is the number of what it is about. */
    record MessageText(String subject, String title, String text, Instant sentAt) {
    }

    /** @param mailOpen whether a mail server is set at all */
    record PreferenceAnswer(String address, String language, Set<MessageKind> notByMail, boolean mailOpen) {

        static PreferenceAnswer of(MessagePreference preference, boolean mailOpen) {
            return new PreferenceAnswer(preference.address().orElse(""), preference.language().getLanguage(), preference.notByMail(), mailOpen);
        }
    }

    /** @param address   empty for no e-mail
     *  @param language  zh or en
     *  @param notByMail kinds that stay in the inbox only */
    record PreferenceWish(String address, String language, Set<MessageKind> notByMail) {
    }
}
