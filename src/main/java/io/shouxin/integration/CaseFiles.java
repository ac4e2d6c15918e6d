package io.shouxin.integration;

import io.shouxin.adjustment.ExceptionDesk;
import io.shouxin.adjustment.LimitChangeDesk;
import io.shouxin.adjustment.LimitChangeView;
import io.shouxin.adjustment.TemporaryExceptionView;
import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.contract.FacilityBook;
import io.shouxin.contract.FacilityView;
import io.shouxin.contract.OfferDesk;
import io.shouxin.contract.SigningDesk;
import io.shouxin.customer.CreditReports;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.DebtSchedules;
import io.shouxin.customer.FinancialStatements;
import io.shouxin.customer.InvoiceRegister;
import io.shouxin.customer.StatementView;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.DocumentView;
import io.shouxin.identity.Access;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.ExceptionId;
import io.shouxin.kernel.ExceptionRenewalId;
import io.shouxin.kernel.LimitChangeId;
import io.shouxin.kernel.OverrideId;
import io.shouxin.kernel.ReviewId;
import io.shouxin.kernel.WriteOffId;
import io.shouxin.limit.HeadroomView;
import io.shouxin.limit.LimitLedger;
import io.shouxin.limit.ShownHeadroom;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.origination.DuplicateGranting;
import io.shouxin.origination.UnderwritingDesk;
import io.shouxin.policyexception.ExceptionRenewal;
import io.shouxin.policyexception.ExceptionRenewalDesk;
import io.shouxin.rating.OverrideDesk;
import io.shouxin.rating.OverrideView;
import io.shouxin.rating.RatingDesk;
import io.shouxin.rating.RatingView;
import io.shouxin.rating.ScreeningDesk;
import io.shouxin.replay.DraftApproval;
import io.shouxin.replay.DraftDesk;
import io.shouxin.replay.PolicyDraft;
import io.shouxin.review.ReviewDesk;
import io.shouxin.review.ReviewStatus;
import io.shouxin.review.ReviewView;
import io.shouxin.workout.WriteOffDesk;
import io.shouxin.workout.WriteOffView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a case file together for the person signed in; what he may not see is not in it. */
@Service
@Transactional(readOnly = true)
public class CaseFiles {

    /** The one in force and three before it. */
    private static final int SHOWN_RATINGS = 4;

    private final Access access;
    private final People people;
    private final ApplicationDesk applications;
    private final UnderwritingDesk underwriting;
    private final CustomerRegister customers;
    private final FinancialStatements statements;
    private final DebtSchedules debts;
    private final InvoiceRegister invoices;
    private final CreditReports creditReports;
    private final DocumentDesk documents;
    private final RatingDesk ratings;
    private final ScreeningDesk screenings;
    private final LimitLedger ledger;
    private final ShownHeadroom headrooms;
    private final DuplicateGranting duplicates;
    private final ApprovalDesk approvals;
    private final OfferDesk offers;
    private final SigningDesk signing;
    private final FacilityBook facilities;
    private final ReviewDesk reviews;
    private final OverrideDesk overrides;
    private final LimitChangeDesk changes;
    private final ExceptionDesk exceptions;
    private final DraftDesk drafts;
    private final WriteOffDesk writeOffs;
    private final ExceptionRenewalDesk renewals;
    private final BusinessClock clock;

    CaseFiles(Access access, People people, ApplicationDesk applications, UnderwritingDesk underwriting, CustomerRegister customers,
            FinancialStatements statements, DebtSchedules debts, InvoiceRegister invoices, CreditReports creditReports, DocumentDesk documents,
            RatingDesk ratings, ScreeningDesk screenings, LimitLedger ledger, ShownHeadroom headrooms, DuplicateGranting duplicates, ApprovalDesk approvals, OfferDesk offers,
            SigningDesk signing, FacilityBook facilities, ReviewDesk reviews, OverrideDesk overrides, LimitChangeDesk changes,
            ExceptionDesk exceptions, DraftDesk drafts, WriteOffDesk writeOffs, ExceptionRenewalDesk renewals, BusinessClock clock) {
        this.access = access;
        this.people = people;
        this.applications = applications;
        this.underwriting = underwriting;
        this.customers = customers;
        this.statements = statements;
        this.debts = debts;
        this.invoices = invoices;
        this.creditReports = creditReports;
        this.documents = documents;
        this.ratings = ratings;
        this.screenings = screenings;
        this.ledger = ledger;
        this.headrooms = headrooms;
        this.duplicates = duplicates;
        this.approvals = approvals;
        this.offers = offers;
        this.signing = signing;
        this.facilities = facilities;
        this.reviews = reviews;
        this.overrides = overrides;
        this.changes = changes;
        this.exceptions = exceptions;
        this.drafts = drafts;
        this.writeOffs = writeOffs;
        this.renewals = renewals;
        this.clock = clock;
    }

    /** @throws Access.NotVisible unless the application exists and the reader may see its customer */
    public CaseFile ofApplication(ApplicationId id) {
        ApplicationView application = applications.find(id).orElseThrow(Access.NotVisible::new);
        Person reader = access.readerOf(id.value(), application.customerId());
        CustomerId customer = application.customerId();
        List<RatingView> rated = reader.isOfficer() ? ratings.newest(customer, SHOWN_RATINGS) : List.of();
        List<StatementView> filed = statements.of(customer);
        return named(new CaseFile(application, applications.draft(id).orElse(null), customer(customer),
                documents.checklist(id.value()).map(list -> reader.isOfficer() ? list : list.forCustomer()).orElse(null), papers(id.value(), reader),
                filed, statements.reconciliation(filed),
                reader.isOfficer() ? debts.latest(customer).orElse(null) : null,
                reader.isOfficer() ? invoices.profile(customer, clock.today()) : null,
                creditReports.latest(customer).orElse(null), newest(rated), earlier(rated),
                reader.isOfficer() ? proposals(id, customer, reader) : List.of(),
                reader.isOfficer() ? headroom(customer, reader).orElse(null) : null,
                reader.isOfficer() ? approvals("credit-application", id.value(), reader) : List.of(),
                offers.of(id), signing.current(id).orElse(null), facilities(customer, reader), null, null, null, null,
                reader.isOfficer() ? duplicates.view(id, reader) : null, null, null, null,
                reader.isOfficer() ? screenings.find(id.value()).orElse(null) : null, Map.of()));
    }

    /** @throws Access.NotVisible unless the review exists and the reader may see its customer */
    public CaseFile ofReview(ReviewId id) {
        ReviewView review = reviews.find(id).orElseThrow(Access.NotVisible::new);
        Person reader = access.readerOf(id.value(), review.customerId());
        CustomerId customer = review.customerId();
        List<RatingView> rated = reader.isOfficer() ? ratings.newest(customer, SHOWN_RATINGS) : List.of();
        List<StatementView> filed = statements.of(customer);
        return named(new CaseFile(null, null, customer(customer), null, papers(id.value(), reader), filed,
                statements.reconciliation(filed),
                reader.isOfficer() ? debts.latest(customer).orElse(null) : null,
                reader.isOfficer() ? invoices.profile(customer, clock.today()) : null,
                creditReports.latest(customer).orElse(null), newest(rated), earlier(rated), List.of(),
                reader.isOfficer() ? headroom(customer, reader).map(now -> proposed(review, now)).orElse(null) : null,
                reader.isOfficer() ? approvals("periodic-review", id.value(), reader) : List.of(),
                List.of(), null, facilities(customer, reader), reader.isOfficer() ? review : null,
                null, null, null, null, null, null, null, null, Map.of()));
    }

    private List<DocumentView> papers(String subject, Person reader) {
        return documents.of(subject).stream().filter(document -> document.readableBy(reader)).toList();
    }

    /** @throws Access.NotVisible unless the override exists and the reader is an officer */
    public CaseFile ofOverride(OverrideId id) {
        OverrideView override = overrides.find(id).orElseThrow(Access.NotVisible::new);
        return ofOfficersCase(override.customer(), "rating-override", id.value(), override, null, null, null, null);
    }

    /** @throws Access.NotVisible unless the change of a limit exists and the reader is an officer */
    public CaseFile ofLimitChange(LimitChangeId id) {
        LimitChangeView change = changes.find(id).orElseThrow(Access.NotVisible::new);
        return ofOfficersCase(change.customer(), "limit-adjustment", id.value(), null, change, null, null, null);
    }

    /** @throws Access.NotVisible unless the temporary exception exists and the reader is an officer */
    public CaseFile ofException(ExceptionId id) {
        TemporaryExceptionView exception = exceptions.find(id).orElseThrow(Access.NotVisible::new);
        return ofOfficersCase(exception.customer(), "temporary-exception", id.value(), null, null, exception, null, null);
    }

    /** @throws Access.NotVisible unless the write-off exists and the reader is an officer */
    public CaseFile ofWriteOff(WriteOffId id) {
        WriteOffView writeOff = writeOffs.find(id).orElseThrow(Access.NotVisible::new);
        return ofOfficersCase(writeOff.customer(), WriteOffDesk.SUBJECT, id.value(), null, null, null, writeOff, null);
    }

    /** @throws Access.NotVisible unless the renewal exists and the reader is an officer */
    public CaseFile ofRenewal(ExceptionRenewalId id) {
        ExceptionRenewal renewal = renewals.find(id).orElseThrow(Access.NotVisible::new);
        return ofOfficersCase(renewal.customer(), ExceptionRenewalDesk.SUBJECT, id.value(), null, null, null, null, renewal);
    }

    /** @throws Access.NotVisible unless the draft exists and the reader is an officer of the head office */
    public CaseFile ofPolicyDraft(String id) {
        Person reader = access.headOffice();
        PolicyDraft draft = drafts.find(id).orElseThrow(Access.NotVisible::new);
        return named(new CaseFile(null, null, null, null, List.of(), List.of(), null, null, null, null, null, List.of(), List.of(), null,
                approvals(DraftApproval.SUBJECT, id, reader), List.of(), null, List.of(), null, null, null, null, null, draft, null, null, null, Map.of()));
    }

    /** What the bank's people decide on about a customer among themselves: his whole file, and the one thing asked for. */
    private CaseFile ofOfficersCase(CustomerId customer, String subject, String number, OverrideView override, LimitChangeView change,
                                    TemporaryExceptionView exception, WriteOffView writeOff, ExceptionRenewal renewal) {
        Person reader = access.officer(number, customer);
        List<RatingView> rated = ratings.newest(customer, SHOWN_RATINGS);
        List<StatementView> filed = statements.of(customer);
        return named(new CaseFile(null, null, customer(customer), null, documents.of(customer.value()), filed,
                statements.reconciliation(filed), debts.latest(customer).orElse(null), invoices.profile(customer, clock.today()),
                creditReports.latest(customer).orElse(null), newest(rated), earlier(rated), List.of(),
                headroom(customer, reader).orElse(null), approvals(subject, number, reader), List.of(), null,
                facilities(customer, reader), null, override, change, exception, null, null, writeOff, renewal, null, Map.of()));
    }

    private List<CreditProposalView> proposals(ApplicationId id, CustomerId customer, Person reader) {
        boolean hidden = access.mustNotSeeSums(reader, customers.connected(customer));
        return underwriting.proposals(id).stream().map(proposal -> hidden ? proposal.withoutOthers() : proposal).toList();
    }

    private List<ApprovalCaseView> approvals(String subjectType, String subject, Person reader) {
        return approvals.history(subjectType, subject).stream().map(decided -> reader.groupView() ? decided : decided.withoutExposure()).toList();
    }

    private Optional<HeadroomView> headroom(CustomerId customer, Person reader) {
        return ledger.headroom(customer).map(view -> headrooms.to(reader, view));
    }

    /** What other entities granted is in the central view, not here. */
    private List<FacilityView> facilities(CustomerId customer, Person reader) {
        return facilities.facilities(customer).stream().filter(facility -> access.mayRead(reader, facility.id().value(), customer)).toList();
    }

    /** An application for its face in a list, whoever reads: the caller asks whether he may. */
    public Optional<ApplicationView> application(ApplicationId id) {
        return applications.find(id);
    }

    /** The customer a review is about. */
    public Optional<CustomerId> customerOf(ReviewId id) {
        return reviews.find(id).map(ReviewView::customerId);
    }

    /** The override, whoever reads: the caller asks whether he may. */
    public Optional<OverrideView> override(OverrideId id) {
        return overrides.find(id);
    }

    /** The change of a limit, whoever reads: the caller asks whether he may. */
    public Optional<LimitChangeView> limitChange(LimitChangeId id) {
        return changes.find(id);
    }

    /** The temporary exception, whoever reads: the caller asks whether he may. */
    public Optional<TemporaryExceptionView> exception(ExceptionId id) {
        return exceptions.find(id);
    }

    /** The write-off, whoever reads: the caller asks whether he may. */
    public Optional<WriteOffView> writeOff(WriteOffId id) {
        return writeOffs.find(id);
    }

    /** The renewal of a policy exception, whoever reads: the caller asks whether he may. */
    public Optional<ExceptionRenewal> renewal(ExceptionRenewalId id) {
        return renewals.find(id);
    }

    /** While a review's conclusion waits for its approval, headroom tells what it would become. */
    private static HeadroomView proposed(ReviewView review, HeadroomView now) {
        return review.status() == ReviewStatus.PROPOSED ? review.proposedLimit().map(now::proposing).orElse(now) : now;
    }

    private CaseFile named(CaseFile file) {
        return file.naming(people.names(file.logins()));
    }

    private CustomerView customer(CustomerId id) {
        return customers.find(id).orElseThrow(Access.NotVisible::new);
    }

    private static RatingView newest(List<RatingView> rated) {
        return rated.isEmpty() ? null : rated.get(0);
    }

    private static List<RatingView> earlier(List<RatingView> rated) {
        return rated.stream().skip(1).map(RatingView::brief).toList();
    }
}
