package io.shouxin.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Hands e-mail to the mail server, one by one, outside any transaction. At least once: a node that dies between the server's yes and
 * its own note lets another send the e-mail again, under the same Message-ID, by which mail programs know it.
 */
@Component
public class MailDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final int AT_A_TIME = 100;

    private final Outbox outbox;
    private final ObjectProvider<JavaMailSender> sender;
    private final MailPaper paper;

    MailDelivery(Outbox outbox, ObjectProvider<JavaMailSender> sender, MailPaper paper) {
        this.outbox = outbox;
        this.sender = sender;
        this.paper = paper;
    }

    /** Tries what is due. @return how many the mail server took */
    public int deliverWhatIsDue() {
        int delivered = 0;
        if (outbox.isOpen()) {
            for (long id : outbox.due(AT_A_TIME)) {
                Optional<String> turn = outbox.take(id);
                if (turn.isPresent() && deliver(outbox.find(id).orElseThrow(), turn.get())) {
                    delivered++;
                }
            }
        }
        return delivered;
    }

    private boolean deliver(OutgoingMail mail, String turn) {
        try {
            JavaMailSender server = sender.getObject();
            MimeMessage message = paper.write(mail, server.createMimeMessage());
            server.send(message);
        } catch (MailSendException notSent) {
            Throwable cause = notSent.getFailedMessages().values().stream().findFirst().<Throwable>map(failure -> failure).orElse(notSent);
            outbox.failed(mail, turn, told(cause), isForGood(cause));
            return false;
        } catch (MessagingException | RuntimeException failed) {
            LOG.warn("E-mail {} could not be handed over: {}", mail.id(), failed.getClass().getSimpleName());
            outbox.failed(mail, turn, told(failed), false);
            return false;
        }
        outbox.sent(mail.id());
        return true;
    }

    /** A mail server's 5xx means: never. Anything else may pass. */
    private static boolean isForGood(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException address && address.getReturnCode() >= 500
                    || cause instanceof SMTPSendFailedException refused && refused.getReturnCode() >= 500) {
                return true;
            }
        }
        return false;
    }

    private static String told(Throwable failure) {
        List<String> told = new ArrayList<>();
        for (Throwable cause = failure; cause != null && told.size() < 4; cause = next(cause)) {
            String words = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            if (told.stream().noneMatch(earlier -> earlier.contains(words))) {
                told.add(words);
            }
        }
        return String.join("; ", told);
    }

    private static Throwable next(Throwable cause) {
        return cause instanceof SendFailedException chained && chained.getNextException() != null ? chained.getNextException()
                : cause instanceof MessagingException other && other.getNextException() != null ? other.getNextException() : cause.getCause();
    }
}
