package io.shouxin.identity;

import io.shouxin.kernel.CustomerId;
import org.springframework.stereotype.Component;

/**
 * Who may see what. Officers see all customers; an applicant sees his own firm only; nobody sees anything unless signed in.
 */
@Component
public class Access {

    private final SignedIn signedIn;

    Access(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    /** The person signed in. @throws NotSignedIn answered as 401 */
    public Person person() {
        return signedIn.person().orElseThrow(NotSignedIn::new);
    }

    /** The person signed in, in one of these roles. @throws NotAllowed answered as 403 */
    public Person personIn(Role... roles) {
        Person person = person();
        for (Role role : roles) {
            if (person.is(role)) {
                return person;
            }
        }
        throw new NotAllowed();
    }

    /** The person signed in, who is one of the bank's people. @throws NotVisible answered as 404, so that nothing is given away */
    public Person officer() {
        Person person = person();
        if (!person.isOfficer()) {
            throw new NotVisible();
        }
        return person;
    }

    public boolean mayRead(Person person, CustomerId customer) {
        return person.isOfficer() || person.firm().filter(customer::equals).isPresent();
    }

    /** The person signed in, who may read this customer. @throws NotVisible answered as 404, so that nothing is given away */
    public Person readerOf(CustomerId customer) {
        Person person = person();
        if (!mayRead(person, customer)) {
            throw new NotVisible();
        }
        return person;
    }

    /** Like {@link #readerOf}, and not an auditor, who changes nothing. @throws NotAllowed answered as 403 */
    public Person editorOf(CustomerId customer) {
        Person person = readerOf(customer);
        if (person.is(Role.AUDITOR) || (person.is(Role.ADMINISTRATOR) && person.roles().size() == 1)) {
            throw new NotAllowed();
        }
        return person;
    }

    /** Nobody is signed in. */
    public static class NotSignedIn extends RuntimeException {
    }

    /** Signed in, but not in a role that may do this. */
    public static class NotAllowed extends RuntimeException {
    }

    /** What was asked for does not exist for this person. */
    public static class NotVisible extends RuntimeException {
    }
}
