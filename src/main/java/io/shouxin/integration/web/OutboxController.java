package io.shouxin.integration.web;

import io.shouxin.audit.AuditTrail;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.Wording;
import io.shouxin.notification.MailState;
import io.shouxin.notification.MessageWords;
import io.shouxin.notification.OutgoingMail;
import io.shouxin.notification.Outbox;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** E-mail on its way, for those who keep the house running. */
@RestController
@RequestMapping({"/api/v1/outgoing-mail", "/camunda/api/shouxin/v1/outgoing-mail"})
@Tag(name = "Messages")
class OutboxController {

    private static final int MOST = 200;

    private final Access access;
    private final Outbox outbox;
    private final MessageWords words;
    private final Wording wording;
    private final AuditTrail audit;

    OutboxController(Access access, Outbox outbox, MessageWords words, Wording wording, AuditTrail audit) {
        this.access = access;
        this.outbox = outbox;
        this.words = words;
        this.wording = wording;
        this.audit = audit;
    }

    @Operation(summary = "E-mail and its delivery, newest first; for the process administrator and the auditor")
    @GetMapping
    OutboxAnswer all(@RequestParam Optional<MailState> state, @RequestParam(defaultValue = "0") int page,
                     @RequestParam(defaultValue = "50") int size, Locale language) {
        access.personIn(Role.ADMINISTRATOR, Role.AUDITOR);
        return new OutboxAnswer(outbox.isOpen(), outbox.counts(), outbox.page(state, Math.max(0, page), Math.min(MOST, Math.max(1, size))).stream()
                .map(mail -> answer(mail, language)).toList());
    }

    @Operation(summary = "Have an e-mail tried again that was given up; for the process administrator")
    @PostMapping("/{id}/attempt")
    @Transactional
    public MailAnswer tryAgain(@PathVariable long id, Locale language) {
        Person actor = access.personIn(Role.ADMINISTRATOR);
        OutgoingMail mail = outbox.tryAgain(id).orElseThrow();
        audit.record(mail.subject(), "MAIL_TRIED_AGAIN", actor.id(), mail.id() + " " + mail.code());
        return answer(mail, language);
    }

    private MailAnswer answer(OutgoingMail mail, Locale language) {
        return new MailAnswer(mail.id(), mail.recipient(), mail.maskedAddress(), mail.subject(), words.title(mail.code(), language), mail.state(),
                wording.of("mailState." + mail.state(), language), mail.attempts(),
                mail.state() == MailState.SENT || mail.state() == MailState.GIVEN_UP ? null : mail.nextAttemptAt(), mail.reason(), mail.postedAt(),
                mail.sentAt());
    }

    /** @param open whether a mail server is set; without one nothing is posted */
    record OutboxAnswer(boolean open, Map<MailState, Long> counts, List<MailAnswer> mails) {
    }

    /** An e-mail; the address is shown in part. */
    record MailAnswer(long id, String recipient, String address, String subject, String title, MailState state, String stateLabel, int attempts,
                      Instant nextAttemptAt, String reason, Instant postedAt, Instant sentAt) {
    }
}
