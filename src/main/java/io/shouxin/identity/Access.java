package io.shouxin.identity;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may see what; the one place that says so. The head office's officers see all customers and cases. Officers of a subsidiary see
 * its own cases and the files of customers it deals with; of what other entities granted they see amounts only with the group view.
 * An applicant sees his own firm only. Nobody sees anything unless signed in.
 */
@Component
public class Access {

    private final SignedIn signedIn;
    private final GrantingEntities entities;
    private final CaseEntities cases;

    Access(SignedIn signedIn, GrantingEntities entities, CaseEntities cases) {
        this.signedIn = signedIn;
        this.entities = entities;
        this.cases = cases;
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

    /** The person signed in, in one of these roles and with access to the customer's file. @throws NotVisible answered as 404 */
    public Person personIn(CustomerId customer, Role... roles) {
        Person person = personIn(roles);
        return visible(person, mayRead(person, customer));
    }

    /** The person signed in, who is one of the bank's people. @throws NotVisible answered as 404, so that nothing is given away */
    public Person officer() {
        Person person = person();
        return visible(person, person.isOfficer());
    }

    /** An officer with access to the customer's file. @throws NotVisible answered as 404 */
    public Person officer(CustomerId customer) {
        Person person = officer();
        return visible(person, mayRead(person, customer));
    }

    /** An officer with access to the case of that number. @throws NotVisible answered as 404 */
    public Person officer(String caseNumber, CustomerId customer) {
        Person person = officer();
        return visible(person, mayRead(person, caseNumber, customer));
    }

    /** An officer with access to the case of that number, whoever its customer is. @throws NotVisible answered as 404 */
    public Person officerOfCase(String caseNumber) {
        Person person = officer();
        return visible(person, mayReadCase(person, caseNumber));
    }

    /** An officer of the head office, which makes the one policy for all. @throws NotVisible answered as 404 */
    public Person headOffice() {
        Person person = officer();
        return visible(person, person.headOffice());
    }

    /** The customer's file: master data, statements, ratings and what else is not one entity's case. */
    public boolean mayRead(Person person, CustomerId customer) {
        return person.isOfficer() ? reaches(person, List.of(customer)) : ownFirm(person, customer);
    }

    /** One case of a customer; papers filed under the customer's own number belong to his file. */
    public boolean mayRead(Person person, String caseNumber, CustomerId customer) {
        if (!person.isOfficer()) {
            return ownFirm(person, customer);
        }
        return caseNumber.equals(customer.value()) ? mayRead(person, customer) : mayReadCase(person, caseNumber);
    }

    /** Whether he sees amounts of what that entity granted: its own people, the head office, and who has the group view. */
    public boolean seesAmountsOf(Person person, EntityCode entity) {
        return person.isOfficer() && (person.groupView() || reach(person).map(reach -> reach.contains(entity)).orElse(true));
    }

    /** Whether sums over all entities would tell him amounts he may not see: others deal with one of these customers too. */
    public boolean mustNotSeeSums(Person person, Collection<CustomerId> customers) {
        return !person.groupView() && cases.withCaseOf(customers).stream().anyMatch(entity -> !seesAmountsOf(person, entity));
    }

    /** Codes an officer's lists are kept to; empty when he sees all. */
    public Optional<Set<EntityCode>> reach(Person person) {
        return person.headOffice() ? Optional.empty() : Optional.of(entities.reach(person.entity()));
    }

    /** The person signed in, who may read this customer. @throws NotVisible answered as 404, so that nothing is given away */
    public Person readerOf(CustomerId customer) {
        Person person = person();
        return visible(person, mayRead(person, customer));
    }

    /** The person signed in, who may read this case. @throws NotVisible answered as 404, so that nothing is given away */
    public Person readerOf(String caseNumber, CustomerId customer) {
        Person person = person();
        return visible(person, mayRead(person, caseNumber, customer));
    }

    /** Like {@link #readerOf}, and not an auditor, who changes nothing. @throws NotAllowed answered as 403 */
    public Person editorOf(CustomerId customer) {
        return editor(readerOf(customer));
    }

    /** Like {@link #readerOf}, and not an auditor, who changes nothing. @throws NotAllowed answered as 403 */
    public Person editorOf(String caseNumber, CustomerId customer) {
        return editor(readerOf(caseNumber, customer));
    }

    private static Person editor(Person person) {
        if (person.is(Role.AUDITOR) || (person.is(Role.ADMINISTRATOR) && person.roles().size() == 1)) {
            throw new NotAllowed();
        }
        return person;
    }

    private boolean reaches(Person officer, Collection<CustomerId> customers) {
        return reach(officer).map(reach -> cases.dealingWith(customers).stream().anyMatch(reach::contains)).orElse(true);
    }

    /** A case whoever its customer is; for officers only. */
    public boolean mayReadCase(Person officer, String caseNumber) {
        return officer.isOfficer() && reach(officer).map(reach -> cases.of(caseNumber).filter(reach::contains).isPresent()).orElse(true);
    }

    private static boolean ownFirm(Person person, CustomerId customer) {
        return person.firm().filter(customer::equals).isPresent();
    }

    private static Person visible(Person person, boolean visible) {
        if (!visible) {
            throw new NotVisible();
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
