package io.shouxin.notification;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Sha256;
import io.shouxin.kernel.Wording;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes an e-mail: the words of the message in the reader's language, plain text, and where to read on. */
@Component
class MailPaper {

    private final MessageWords words;
    private final Wording wording;
    private final BusinessClock clock;
    private final ObjectProvider<MessageSecrets> secrets;
    private final String from;
    private final String publicAddress;

    MailPaper(MessageWords words, Wording wording, BusinessClock clock, ObjectProvider<MessageSecrets> secrets,
              @Value("${shouxin.mail.from:shouxin@localhost.localdomain}") String from,
              @Value("${shouxin.public-url:http://localhost:8080}") String publicAddress) {
        this.words = words;
        this.wording = wording;
        this.clock = clock;
        this.secrets = secrets;
        this.from = from;
        this.publicAddress = publicAddress.replaceAll("/+$", "");
    }

    MimeMessage write(OutgoingMail mail, MimeMessage blank) throws MessagingException {
        MimeMessage message = new Named(blank, reference(mail));
        message.setFrom(new InternetAddress(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.address()));
        message.setSubject(words.title(mail.code(), mail.language()) + " · " + mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(text(mail), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        // Nobody's holiday notice answers a machine.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.saveChanges();
        return message;
    }

    private String text(OutgoingMail mail) {
        Map<String, String> values = new TreeMap<>(mail.values());
        secrets.stream().filter(maker -> maker.concerns(mail.code())).forEach(maker -> values.putAll(maker.freshFor(mail)));
        values.put("site", publicAddress);
        String frame = mail.kind() == MessageKind.INVITATION ? "mail.invitation" : "mail.frame";
        return wording.of(frame, mail.language(), Map.of("text", words.text(mail.code(), mail.subject(), values, mail.language()),
                "subject", mail.subject(), "site", publicAddress));
    }

    /** The same for every attempt, so that a mail program shows one e-mail where the server was given two. */
    private String reference(OutgoingMail mail) {
        String domain = from.substring(from.indexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
        return "<" + Sha256.of((mail.recipient() + "\n" + mail.key()).getBytes(StandardCharsets.UTF_8)).substring(0, 32) + "@" + domain + ">";
    }

    /** A message that keeps the name it is given; otherwise each sending makes a new one. */
    private static final class Named extends MimeMessage {

        private final String reference;

        private Named(MimeMessage blank, String reference) throws MessagingException {
            super(blank.getSession());
            this.reference = reference;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", reference);
        }
    }
}
