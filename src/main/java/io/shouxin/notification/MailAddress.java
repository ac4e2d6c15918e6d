package io.shouxin.notification;

import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;

/** An e-mail address as the outbox takes it: one mailbox at a domain, in ASCII, no name, no list, no line break. */
public final class MailAddress {

    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private MailAddress() {
    }

    /** @return the address without blanks around it, or {@code MAIL_ADDRESS_MALFORMED} */
    public static Outcome<String> of(String text) {
        String address = text == null ? "" : text.strip();
        if (address.length() > LONGEST || !SHAPE.matcher(address).matches() || !isParsed(address)) {
            return Outcome.refused(Refusal.of("MAIL_ADDRESS_MALFORMED").at("address"));
        }
        return Outcome.done(address);
    }

    private static boolean isParsed(String address) {
        try {
            new InternetAddress(address, true).validate();
            return true;
        } catch (AddressException malformed) {
            return false;
        }
    }

    /** For those who watch the deliveries: {@code c***@example.com}. */
    static String masked(String address) {
        int at = address.indexOf('@');
        return at < 1 ? "***" : address.charAt(0) + "***" + address.substring(at);
    }
}
