package io.shouxin.notification;

import java.util.Map;

/**
 * Makes what only the reader of an e-mail may know, such as a link. It is made when the e-mail is written, goes out with it and is kept
 * nowhere; whoever makes it keeps a hash.
 */
public interface MessageSecrets {

    /** Whether e-mail of this code carries such a secret. */
    boolean concerns(String code);

    /** Fresh named values for the text, in a transaction of their own; asked again for each attempt. */
    Map<String, String> freshFor(OutgoingMail mail);
}
