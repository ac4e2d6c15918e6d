package io.shouxin.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.ApprovalStatus;
import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.document.DocumentContent;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.DocumentView;
import io.shouxin.document.PaperComparisonReport;
import io.shouxin.document.SigningKey;
import io.shouxin.document.SigningKeys;
import io.shouxin.document.StoreDocument;
import io.shouxin.identity.CaseEntities;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Rate;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Sha256;
import io.shouxin.limit.LimitLedger;
import io.shouxin.origination.ApprovedTerms;
import io.shouxin.origination.CovenantLibrary;
import io.shouxin.origination.RestingExceptions;
import io.shouxin.origination.UnderwritingDesk;
import io.shouxin.policy.StandingPolicies;
import io.shouxin.testkit.Certificates;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;

/** Offer, signing, conditions and activation, with paper and ledger played by stand-ins. */
class SigningDeskTest {

    private static final PersonId SYSTEM = new PersonId("system");
    private static final PersonId APPLICANT = new PersonId("applicant");
    private static final PersonId RM = new PersonId("rm");
    private static final PersonId LEGAL = new PersonId("legal");
    private static final PersonId MANAGER = new PersonId("manager");
    private static final PersonId DIRECTOR = new PersonId("director");
    private static final PersonId STRANGER = new PersonId("stranger");
    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");

    private final BusinessClock clock = new BusinessClock(Clock.fixed(NOON, BusinessClock.ZONE));
    private final List<Offer> keptOffers = new ArrayList<>();
    private final List<Agreement> keptAgreements = new ArrayList<>();
    private final Offers offers = mock(Offers.class);
    private final Agreements agreements = mock(Agreements.class);
    private final Facilities facilities = mock(Facilities.class);
    private final UnderwritingDesk underwriting = mock(UnderwritingDesk.class);
    private final ApprovalDesk approvals = mock(ApprovalDesk.class);
    private final DocumentDesk documents = mock(DocumentDesk.class);
    private final OfferLetter letter = mock(OfferLetter.class);
    private final AgreementText text = mock(AgreementText.class);
    private final People people = mock(People.class);
    private final BusinessNumbers numbers = mock(BusinessNumbers.class);
    private final AuditTrail audit = mock(AuditTrail.class);
    private final LimitLedger ledger = mock(LimitLedger.class);

    private final OfferDesk offerDesk = new OfferDesk(offers, underwriting, approvals, new TermSheets(StandingPolicies.unlogged(), new CovenantLibrary(StandingPolicies.unlogged())), letter, documents, people, numbers, audit, clock, 15);
    private final ContractPapers papers = mock(ContractPapers.class);
    private final List<ContractPaper> keptPapers = new ArrayList<>();
    private final CustomerRegister customers = mock(CustomerRegister.class);
    private final SigningKeys keys = mock(SigningKeys.class);
    private final Stamps stamps = mock(Stamps.class);
    private final ReturnedPapers returnedPapers = mock(ReturnedPapers.class);
    private final SigningTurn turn = new SigningTurn(papers, documents, underwriting, clock);
    private final SigningDesk desk = new SigningDesk(agreements, offers, underwriting, text, new PaperDrawing(papers, text, documents, numbers), papers,
            new Signing(text, documents, papers, returnedPapers, keys, stamps, turn, customers, people, audit, clock), turn,
            new PaperCopies(documents, text, customers, keys, stamps, people, audit, clock), new ConditionWaivers(StandingPolicies.unlogged(), people, audit, clock), documents, people, numbers, audit, clock, 15);
    private final FacilityBook book = new FacilityBook(facilities, agreements, mock(RestingExceptions.class), ledger, mock(CustomerRegister.class), mock(CaseEntities.class), numbers, audit,
            clock, mock(ApplicationEventPublisher.class));

    private int number;

    @BeforeEach
    void furnish() {
        when(numbers.next(any())).thenAnswer(call -> "%s-2026-%06d".formatted(call.<String>getArgument(0), ++number));
        when(letter.print(any(), any(), any(), any())).thenReturn(Outcome.done(new byte[] {1}));
        when(text.print(any(AgreementId.class), any(), any(), any(), any(), any())).thenReturn(Outcome.done(new byte[] {2}));
        when(text.print(any(), any(), any(), any(), any(), any(), any(), any(), any())).thenReturn(Outcome.done(new byte[] {2}));
        when(text.templateInForce(any(), any())).thenReturn("2026.1");
        when(text.lender(any())).thenReturn("授信管理中心");
        SigningKey key = new Certificates("Test Root", NOON, Duration.ofDays(900)).of("王𠮷", "祥瑞");
        when(keys.of(any(), any(), any())).thenReturn(Outcome.done(key));
        when(keys.ofBank(any(), any(), any())).thenReturn(Outcome.done(key));
        when(stamps.sign(any(), any(), any())).thenReturn(Outcome.done(new byte[] {2, 3}));
        when(returnedPapers.examine(any(), any(), any())).thenAnswer(call -> Outcome.done(scan(95)));
        CustomerView customer = mock(CustomerView.class);
        when(customer.name()).thenReturn("祥瑞机械");
        when(customers.find(any())).thenReturn(Optional.of(customer));
        when(papers.save(any())).thenAnswer(call -> kept(keptPapers, call.getArgument(0)));
        when(papers.findById(any())).thenAnswer(call -> keptPapers.stream().filter(paper -> paper.id().equals(call.getArgument(0))).findFirst());
        when(papers.findByAgreementIdOrderByLine(any())).thenAnswer(call -> keptPapers.stream()
                .filter(paper -> paper.belongsTo(call.getArgument(0))).toList());
        when(documents.store(any(), any())).thenAnswer(call -> document(call.<StoreDocument>getArgument(0)));
        when(documents.content(any())).thenAnswer(call -> Optional.of(new DocumentContent(null, new byte[] {2})));
        when(offers.save(any())).thenAnswer(call -> kept(keptOffers, call.getArgument(0)));
        when(agreements.save(any())).thenAnswer(call -> kept(keptAgreements, call.getArgument(0)));
        when(offers.findForChangeById(any())).thenAnswer(call -> keptOffers.stream().filter(it -> it.id().value().equals(call.getArgument(0))).findFirst());
        when(agreements.findForChangeById(any())).thenAnswer(call -> keptAgreements.stream().filter(it -> it.id().value().equals(call.getArgument(0))).findFirst());
        when(offers.findByApplicationIdOrderByRoundDesc(any())).thenAnswer(call -> keptOffers.stream().sorted(Comparator.comparing(Offer::round).reversed()).toList());
        when(agreements.findByApplicationIdOrderByDraftDesc(any())).thenAnswer(call -> keptAgreements.stream().sorted(Comparator.comparing(Agreement::draft).reversed()).toList());
        person(APPLICANT, "王𠮷", Role.APPLICANT, Samples.CUSTOMER);
        person(STRANGER, "外人", Role.APPLICANT, new CustomerId("C-2026-000999"));
        person(RM, "李经理", Role.RELATIONSHIP_MANAGER, null);
        person(LEGAL, "赵法务", Role.LEGAL, null);
        person(DIRECTOR, "钱总监", Role.RISK_DIRECTOR, null);
        person(MANAGER, "周经理", Role.CREDIT_MANAGER, null);
        approved(Samples.terms().approved());
    }

    @Test
    void offersOnlyWhatTheApprovalCaseApproved() {
        ApprovalCaseView declined = decided(Samples.terms().approved().proposalHash(), ApprovalStatus.DECLINED);
        ApprovalCaseView earlier = decided("00".repeat(32), ApprovalStatus.APPROVED);
        when(approvals.history(any(), any())).thenReturn(List.of(declined, earlier));

        assertThat(code(offerDesk.issue(Samples.APPLICATION, SYSTEM))).isEqualTo("NOT_APPROVED");
        assertThat(keptOffers).isEmpty();
    }

    @Test
    void aRetriedIssueAnswersWithTheOpenOffer() {
        OfferView first = offerDesk.issue(Samples.APPLICATION, SYSTEM).orElseThrow();

        assertThat(offerDesk.issue(Samples.APPLICATION, SYSTEM).orElseThrow()).isEqualTo(first);
        assertThat(keptOffers).hasSize(1);
    }

    @Test
    void anOfferIsAnsweredOnceInTimeAndByItsOwnCustomer() {
        OfferView offer = offerDesk.issue(Samples.APPLICATION, SYSTEM).orElseThrow();

        assertThat(code(answer(offer, OfferAnswer.ACCEPT, null, STRANGER))).isEqualTo("NOT_YOUR_OFFER");
        assertThat(code(answer(offer, OfferAnswer.ACCEPT, null, LEGAL))).isEqualTo("NOT_YOUR_OFFER");
        assertThat(code(answer(offer, OfferAnswer.COUNTER, " ", APPLICANT))).isEqualTo("COUNTER_NEEDS_WISH");
        clock.follow(Clock.offset(Clock.fixed(NOON, BusinessClock.ZONE), Duration.ofDays(16)));
        assertThat(code(answer(offer, OfferAnswer.ACCEPT, null, APPLICANT))).isEqualTo("OFFER_EXPIRED");
        clock.follow(Clock.offset(Clock.fixed(NOON, BusinessClock.ZONE), Duration.ofDays(15)));
        assertThat(answer(offer, OfferAnswer.ACCEPT, null, APPLICANT).orElseThrow().status()).isEqualTo(OfferStatus.ACCEPTED);
        assertThat(code(answer(offer, OfferAnswer.REFUSE, null, APPLICANT))).isEqualTo("OFFER_ANSWERED");
    }

    @Test
    void aCounterOfferOpensANewRound() {
        OfferView first = offerDesk.issue(Samples.APPLICATION, SYSTEM).orElseThrow();
        answer(first, OfferAnswer.COUNTER, "利率希望为4%", RM).orElseThrow();

        assertThat(offerDesk.issue(Samples.APPLICATION, SYSTEM).orElseThrow().round()).isEqualTo(2);
    }

    @Test
    void drawsNothingUpWithoutAcceptanceOrWhenTheApprovedTermsChanged() {
        OfferView offer = offerDesk.issue(Samples.APPLICATION, SYSTEM).orElseThrow();
        assertThat(code(desk.drawUp(Samples.APPLICATION, SYSTEM))).isEqualTo("OFFER_NOT_ACCEPTED");

        answer(offer, OfferAnswer.ACCEPT, null, APPLICANT).orElseThrow();
        approved(Samples.approved("3000001", List.of()));
        assertThat(code(desk.drawUp(Samples.APPLICATION, SYSTEM))).isEqualTo("TERMS_CHANGED");
        assertThat(keptAgreements).isEmpty();
    }

    @Test
    void aSecuredAgreementIsReviewedByLegalBeforeAnybodySigns() {
        AgreementView agreement = drawnUp();

        assertThat(agreement.status()).isEqualTo(AgreementStatus.DRAWN_UP);
        assertThat(code(sign(agreement, SignatoryRole.CUSTOMER, "王𠮷", APPLICANT))).isEqualTo("NOT_READY_TO_SIGN");
        assertThat(code(desk.reviewByLegal(agreement.id(), true, null, RM))).isEqualTo("NOT_LEGAL");
        assertThat(code(desk.reviewByLegal(agreement.id(), false, " ", LEGAL))).isEqualTo("RETURN_NEEDS_REASON");
        assertThat(desk.reviewByLegal(agreement.id(), true, null, LEGAL).orElseThrow().status()).isEqualTo(AgreementStatus.READY_TO_SIGN);
        assertThat(code(desk.reviewByLegal(agreement.id(), true, null, LEGAL))).isEqualTo("NOT_UNDER_REVIEW");
        assertThat(desk.drawUp(Samples.APPLICATION, SYSTEM).orElseThrow().id()).isEqualTo(agreement.id());
    }

    @Test
    void theDaysToSignBeginWhenLegalHasApproved() {
        AgreementView drawnUp = drawnUp();
        clock.follow(Clock.offset(Clock.fixed(NOON, BusinessClock.ZONE), Duration.ofDays(20)));

        AgreementView ready = desk.reviewByLegal(drawnUp.id(), true, null, LEGAL).orElseThrow();

        assertThat(ready.signBy()).isEqualTo(drawnUp.signBy().plusDays(20));
        assertThat(ready.document()).isNotEqualTo(drawnUp.document());
        assertThat(sign(ready, SignatoryRole.CUSTOMER, "王𠮷", APPLICANT).orElseThrow().status()).isEqualTo(AgreementStatus.SIGNED_BY_CUSTOMER);
    }

    @Test
    void anUnsecuredAgreementIsTheStandardTextAndReadyToSign() {
        approved(Samples.approved("3000000", List.of()));

        assertThat(drawnUp().status()).isEqualTo(AgreementStatus.READY_TO_SIGN);
    }

    @Test
    void customerThenBankSignEachOnceTheDocumentTheySaw() {
        AgreementView agreement = reviewed();

        assertThat(code(sign(agreement, SignatoryRole.BANK, "赵法务", LEGAL))).isEqualTo("WRONG_ORDER");
        assertThat(code(sign(agreement, SignatoryRole.CUSTOMER, "王𠮷", STRANGER))).isEqualTo("NOT_A_SIGNATORY");
        assertThat(code(sign(agreement, SignatoryRole.CUSTOMER, "王吉", APPLICANT))).isEqualTo("NAME_MISMATCH");
        assertThat(code(desk.sign(new SignAgreement(agreement.id(), SignatoryRole.CUSTOMER, "王𠮷", "00".repeat(32), null), APPLICANT))).isEqualTo("WRONG_DOCUMENT");
        assertThat(sign(agreement, SignatoryRole.CUSTOMER, " 王　𠮷 ", APPLICANT).orElseThrow().status()).isEqualTo(AgreementStatus.SIGNED_BY_CUSTOMER);
        assertThat(code(sign(agreement, SignatoryRole.CUSTOMER, "王𠮷", APPLICANT))).isEqualTo("ALREADY_SIGNED");
        signForProviders(agreement);
        assertThat(code(sign(agreement, SignatoryRole.BANK, "李经理", RM))).isEqualTo("NOT_A_SIGNATORY");
        AgreementView signed = sign(agreement, SignatoryRole.BANK, "赵法务", LEGAL).orElseThrow();
        assertThat(signed.status()).isEqualTo(AgreementStatus.SIGNED);
        assertThat(signed.signedDocument()).isNotNull().isNotEqualTo(signed.document());
        assertThat(signed.signatures()).extracting(Signature::role).containsExactly(SignatoryRole.CUSTOMER, SignatoryRole.BANK);
        assertThat(code(desk.cancel(agreement.id(), SYSTEM))).isEqualTo("ALREADY_SIGNED");
    }

    @Test
    void aSignatureByHandIsRecordedWithItsScanOnly() {
        AgreementView agreement = reviewed();
        assertThat(code(sign(agreement, SignatoryRole.CUSTOMER, "王𠮷", RM))).isEqualTo("PAPER_COPY_NEEDED");

        DocumentId scan = new DocumentId("D-2026-000777");
        SignAgreement recorded = new SignAgreement(agreement.id(), SignatoryRole.CUSTOMER, "王𠮷", agreement.documentSha256(), scan);
        assertThat(code(desk.sign(recorded, RM))).isEqualTo("EVIDENCE_UNKNOWN");
        bring(scan, Samples.CUSTOMER);
        assertThat(desk.sign(recorded, RM).orElseThrow().hasPaperToConfirm()).isTrue();
    }

    @Test
    void aSecondOfficerConfirmsWhatWasSignedByHandBeforeTheBankSigns() {
        approved(Samples.approved("3000000", List.of()));
        AgreementView agreement = drawnUp();
        recordScan(agreement);

        assertThat(code(sign(agreement, SignatoryRole.BANK, "赵法务", LEGAL))).isEqualTo("PAPER_COPY_NOT_CONFIRMED");
        assertThat(code(confirm(agreement, true, null, RM))).isEqualTo("RECORDED_BY_YOURSELF");
        assertThat(code(confirm(agreement, true, null, APPLICANT))).isEqualTo("NOT_A_CREDIT_OFFICER");
        assertThat(code(confirm(agreement, false, " ", MANAGER))).isEqualTo("REASON_NEEDED");
        AgreementView confirmed = confirm(agreement, true, null, MANAGER).orElseThrow();
        assertThat(confirmed.signatures()).singleElement().satisfies(signature -> {
            assertThat(signature.manner()).isEqualTo(SignatureManner.ON_PAPER);
            assertThat(signature.confirmedBy()).isEqualTo(MANAGER.value());
            assertThat(signature.comparison().leastAlike()).isEqualTo(95);
        });
        assertThat(confirmed.signedDocument()).isNotNull();
        assertThat(code(confirm(agreement, true, null, MANAGER))).isEqualTo("NO_PAPER_TO_CONFIRM");
        assertThat(code(sign(agreement, SignatoryRole.BANK, "周经理", MANAGER))).as("he confirmed for the customer").isEqualTo("NOT_A_SIGNATORY");
        assertThat(sign(agreement, SignatoryRole.BANK, "赵法务", LEGAL).orElseThrow().status()).isEqualTo(AgreementStatus.SIGNED);
    }

    @Test
    void aScanThatShowsSomethingElseIsTakenBackAndSignedAgain() {
        approved(Samples.approved("3000000", List.of()));
        AgreementView agreement = drawnUp();
        recordScan(agreement);

        AgreementView again = confirm(agreement, false, "第三页金额被涂改", LEGAL).orElseThrow();

        assertThat(again.status()).isEqualTo(AgreementStatus.READY_TO_SIGN);
        assertThat(again.signatures()).isEmpty();
        verify(audit).record(any(), eq("PAPER_COPY_REJECTED"), any(), contains("第三页金额被涂改"));
        recordScan(agreement);
    }

    @Test
    void littleLikenessTakesAReasonToBeCalledTheSame() {
        approved(Samples.approved("3000000", List.of()));
        AgreementView agreement = drawnUp();
        when(returnedPapers.examine(any(), any(), any())).thenReturn(Outcome.done(scan(41)));
        recordScan(agreement);

        assertThat(code(confirm(agreement, true, null, LEGAL))).isEqualTo("REASON_NEEDED");
        assertThat(confirm(agreement, true, "传真件，逐字核对一致", LEGAL).isDone()).isTrue();
    }

    @Test
    void theBankSignsAfterWhoeverGivesSecurity() {
        AgreementView agreement = reviewed();
        ContractPaperView mortgage = agreement.papers().stream().filter(paper -> paper.kind() == PaperKind.MORTGAGE).findFirst().orElseThrow();
        DocumentId scan = new DocumentId("D-2026-000776");
        bring(scan, Samples.CUSTOMER);
        SignContractPaper back = new SignContractPaper(agreement.id(), mortgage.id(), "王𠮷", mortgage.documentSha256(), scan);

        assertThat(agreement.papers()).extracting(ContractPaperView::kind).containsExactly(PaperKind.DECISION_LETTER, PaperKind.MORTGAGE);
        assertThat(code(desk.signPaper(back, RM))).as("the customer signs first").isEqualTo("WRONG_ORDER");
        sign(agreement, SignatoryRole.CUSTOMER, "王𠮷", APPLICANT).orElseThrow();
        assertThat(code(sign(agreement, SignatoryRole.BANK, "赵法务", LEGAL))).isEqualTo("GUARANTOR_OUTSTANDING");
        assertThat(code(desk.signPaper(new SignContractPaper(agreement.id(), "MC-0", "王𠮷", mortgage.documentSha256(), scan), RM))).isEqualTo("PAPER_UNKNOWN");
        assertThat(code(desk.signPaper(new SignContractPaper(agreement.id(), mortgage.id(), "王𠮷", "00", scan), RM))).isEqualTo("WRONG_DOCUMENT");
        assertThat(code(desk.signPaper(new SignContractPaper(agreement.id(), mortgage.id(), "王𠮷", mortgage.documentSha256(), null), RM))).isEqualTo("PAPER_COPY_NEEDED");
        assertThat(code(desk.signPaper(back, APPLICANT))).isEqualTo("NOT_A_CREDIT_OFFICER");
        desk.signPaper(back, RM).orElseThrow();
        assertThat(code(desk.signPaper(back, RM))).isEqualTo("ALREADY_SIGNED");
        assertThat(code(sign(agreement, SignatoryRole.BANK, "赵法务", LEGAL))).isEqualTo("PAPER_COPY_NOT_CONFIRMED");
        desk.confirmPaperCopy(new ConfirmPaperCopy(agreement.id(), mortgage.id(), true, null), MANAGER).orElseThrow();
        AgreementView signed = sign(agreement, SignatoryRole.BANK, "赵法务", LEGAL).orElseThrow();
        assertThat(signed.papers()).allSatisfy(paper -> {
            assertThat(paper.signedDocument()).isNotNull();
            assertThat(paper.signatures()).last().satisfies(last -> assertThat(last.role()).isEqualTo(SignatoryRole.BANK));
        });
    }

    @Test
    void covenantsThatAreNoLongerTheApprovedOnesAreNotSigned() {
        AgreementView agreement = reviewed();
        approved(new ApprovedTerms(agreement.terms().applicationId(), agreement.terms().customerId(), agreement.terms().entity(), agreement.terms().proposalId(),
                agreement.terms().proposalHash(), agreement.terms().amount(), agreement.terms().rate(), 60, agreement.terms().facilities(), agreement.terms().conditions(),
                List.of(agreement.terms().covenants().get(0), agreement.terms().covenants().get(1).with(new BigDecimal("0.6"), 15)), agreement.terms().grade(),
                agreement.terms().reservation()));

        assertThat(sign(agreement, SignatoryRole.CUSTOMER, "王𠮷", APPLICANT).refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("TERMS_DIFFER");
            assertThat(refusal.field()).startsWith("covenants[1]");
        });
    }

    @Test
    void termsThatAreNoLongerTheApprovedOnesAreNotSignedAndTheFieldIsNamed() {
        AgreementView agreement = reviewed();
        approved(new ApprovedTerms(agreement.terms().applicationId(), agreement.terms().customerId(), agreement.terms().entity(), agreement.terms().proposalId(),
                agreement.terms().proposalHash(), agreement.terms().amount(), Rate.of("0.0445"), 60, agreement.terms().facilities(),
                agreement.terms().conditions(), agreement.terms().covenants(), agreement.terms().grade(), agreement.terms().reservation()));

        assertThat(sign(agreement, SignatoryRole.CUSTOMER, "王𠮷", APPLICANT).refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("TERMS_DIFFER");
            assertThat(refusal.field()).isEqualTo("rate");
            assertThat(refusal.arguments()).containsEntry("approved", "0.0445").containsEntry("contracted", "0.0435");
        });
    }

    @Test
    void theCustomerSignsUntilTheLastDay() {
        AgreementView agreement = reviewed();
        clock.follow(Clock.offset(Clock.fixed(NOON, BusinessClock.ZONE), Duration.ofDays(16)));

        assertThat(code(sign(agreement, SignatoryRole.CUSTOMER, "王𠮷", APPLICANT))).isEqualTo("SIGNING_EXPIRED");
    }

    @Test
    void whoseTurnItIsMayRefuseToSignAndTheBankSaysWhy() {
        AgreementView agreement = reviewed();

        assertThat(code(desk.refuse(agreement.id(), SignatoryRole.BANK, "政策调整", LEGAL))).isEqualTo("WRONG_ORDER");
        assertThat(code(desk.refuse(agreement.id(), SignatoryRole.CUSTOMER, null, STRANGER))).isEqualTo("NOT_A_SIGNATORY");
        sign(agreement, SignatoryRole.CUSTOMER, "王𠮷", APPLICANT).orElseThrow();
        signForProviders(agreement);
        assertThat(code(desk.refuse(agreement.id(), SignatoryRole.CUSTOMER, null, APPLICANT))).isEqualTo("ALREADY_SIGNED");
        assertThat(code(desk.refuse(agreement.id(), SignatoryRole.BANK, " ", LEGAL))).isEqualTo("REFUSAL_NEEDS_REASON");
        assertThat(code(desk.refuse(agreement.id(), SignatoryRole.BANK, "长".repeat(1001), LEGAL))).isEqualTo("REMARK_TOO_LONG");
        assertThat(code(desk.refuse(agreement.id(), SignatoryRole.BANK, "政策调整", APPLICANT))).isEqualTo("NOT_A_SIGNATORY");

        AgreementView refused = desk.refuse(agreement.id(), SignatoryRole.BANK, " 政策调整 ", LEGAL).orElseThrow();
        assertThat(refused.status()).isEqualTo(AgreementStatus.REFUSED_BY_BANK);
        assertThat(refused.refusalReason()).isEqualTo("政策调整");
        assertThat(desk.refuse(agreement.id(), SignatoryRole.BANK, "again", LEGAL).orElseThrow()).isEqualTo(refused);
        assertThat(desk.cancel(agreement.id(), SYSTEM).orElseThrow().status()).isEqualTo(AgreementStatus.REFUSED_BY_BANK);
        assertThat(code(sign(agreement, SignatoryRole.BANK, "赵法务", LEGAL))).isEqualTo("AGREEMENT_ENDED");
    }

    @Test
    void anAgreementThatFellCannotBeSignedAndIsDrawnUpAfresh() {
        AgreementView agreement = reviewed();
        desk.expire(agreement.id(), SYSTEM).orElseThrow();

        assertThat(code(sign(agreement, SignatoryRole.CUSTOMER, "王𠮷", APPLICANT))).isEqualTo("AGREEMENT_ENDED");
        assertThat(desk.drawUp(Samples.APPLICATION, SYSTEM).orElseThrow().id()).isNotEqualTo(agreement.id());
    }

    @Test
    void conditionsNeedEvidenceOfThisCustomerOrARemarkAndACreditOfficer() {
        AgreementView agreement = reviewed();
        DocumentId foreign = new DocumentId("D-2026-000778");
        bring(foreign, new CustomerId("C-2026-000999"));

        assertThat(code(fulfil(agreement, "MORTGAGE_REGISTERED", null, "好", RM))).isEqualTo("EVIDENCE_NEEDED");
        assertThat(code(fulfil(agreement, "MORTGAGE_REGISTERED", foreign, null, RM))).isEqualTo("EVIDENCE_UNKNOWN");
        assertThat(code(fulfil(agreement, "MORTGAGE_REGISTERED", null, "已查询不动产登记簿", APPLICANT))).isEqualTo("NOT_A_CREDIT_OFFICER");
        assertThat(code(fulfil(agreement, "MOON", null, "已查询不动产登记簿", RM))).isEqualTo("CONDITION_UNKNOWN");
        assertThat(fulfil(agreement, "MORTGAGE_REGISTERED", null, "已查询不动产登记簿", RM).orElseThrow().conditionsFulfilled()).isFalse();
        assertThat(fulfil(agreement, "CORPORATE_RESOLUTION", null, "已收到决议原件", RM).orElseThrow().conditionsFulfilled()).isTrue();
    }

    @Test
    void aConditionIsWaivedByAnotherOfficerOfTheTierThePolicyNames() {
        AgreementView agreement = reviewed();
        assertThat(code(waive(agreement, "CORPORATE_RESOLUTION", true, "集团决议已足够", MANAGER))).isEqualTo("NO_WAIVER_ASKED");
        assertThat(code(desk.askWaiver(agreement.id(), "MORTGAGE_REGISTERED", "登记机关停业", RM))).isEqualTo("CONDITION_NOT_WAIVABLE");
        assertThat(code(desk.askWaiver(agreement.id(), "CORPORATE_RESOLUTION", "快", RM))).isEqualTo("WAIVER_NEEDS_REASON");
        assertThat(code(desk.askWaiver(agreement.id(), "CORPORATE_RESOLUTION", "一人公司，股东已亲签", APPLICANT))).isEqualTo("NOT_A_CREDIT_OFFICER");
        desk.askWaiver(agreement.id(), "CORPORATE_RESOLUTION", "一人公司，股东已亲签", MANAGER).orElseThrow();

        assertThat(code(waive(agreement, "CORPORATE_RESOLUTION", true, "同意该理由", MANAGER))).isEqualTo("WAIVER_ASKED_BY_YOURSELF");
        assertThat(code(waive(agreement, "CORPORATE_RESOLUTION", true, "同意该理由", LEGAL))).isEqualTo("WAIVER_NEEDS_AUTHORITY");
        assertThat(code(waive(agreement, "CORPORATE_RESOLUTION", true, " ", DIRECTOR))).isEqualTo("WAIVER_NEEDS_REASON");
        AgreementView denied = waive(agreement, "CORPORATE_RESOLUTION", false, "章程要求决议", DIRECTOR).orElseThrow();
        assertThat(denied.conditions()).noneMatch(ConditionPrecedent::waiverOpen).noneMatch(ConditionPrecedent::waived);
        desk.askWaiver(agreement.id(), "CORPORATE_RESOLUTION", "一人公司，股东已亲签", RM).orElseThrow();
        assertThat(waive(agreement, "CORPORATE_RESOLUTION", true, "同意该理由", MANAGER).orElseThrow().conditions())
                .filteredOn(ConditionPrecedent::waived).singleElement().satisfies(waived -> {
                    assertThat(waived.fulfilled()).isTrue();
                    assertThat(waived.fulfilledBy()).isEqualTo("manager");
                    assertThat(waived.waiverAskedBy()).isEqualTo("rm");
                });
    }

    private Outcome<AgreementView> waive(AgreementView agreement, String code, boolean granted, String reason, PersonId by) {
        return desk.waive(new WaiveCondition(agreement.id(), code, granted, reason), by);
    }

    @Test
    void opensNoFacilityBeforeBothSignedAndAllConditionsAreMet() {
        AgreementView agreement = reviewed();
        assertThat(code(book.activate(Samples.APPLICATION, SYSTEM))).isEqualTo("AGREEMENT_NOT_SIGNED");

        sign(agreement, SignatoryRole.CUSTOMER, "王𠮷", APPLICANT).orElseThrow();
        signForProviders(agreement);
        sign(agreement, SignatoryRole.BANK, "赵法务", LEGAL).orElseThrow();
        assertThat(code(book.activate(Samples.APPLICATION, SYSTEM))).isEqualTo("CONDITIONS_OUTSTANDING");
    }

    @Test
    void opensNoFacilityWhenTheLedgerRefuses() {
        approved(Samples.approved("3000000", List.of()));
        AgreementView agreement = drawnUp();
        sign(agreement, SignatoryRole.CUSTOMER, "王𠮷", APPLICANT).orElseThrow();
        sign(agreement, SignatoryRole.BANK, "赵法务", LEGAL).orElseThrow();
        when(ledger.confirm(any(), any(), any(), any(), any())).thenReturn(Outcome.refused(Refusal.of("RESERVATION_EXPIRED")));

        assertThat(code(book.activate(Samples.APPLICATION, SYSTEM))).isEqualTo("RESERVATION_EXPIRED");
        verify(facilities, never()).saveAll(any());
    }

    private AgreementView drawnUp() {
        OfferView offer = offerDesk.issue(Samples.APPLICATION, SYSTEM).orElseThrow();
        answer(offer, OfferAnswer.ACCEPT, null, APPLICANT).orElseThrow();
        return desk.drawUp(Samples.APPLICATION, SYSTEM).orElseThrow();
    }

    private AgreementView reviewed() {
        AgreementId id = drawnUp().id();
        return desk.reviewByLegal(id, true, null, LEGAL).orElseThrow();
    }

    private Outcome<OfferView> answer(OfferView offer, OfferAnswer answer, String remark, PersonId by) {
        return offerDesk.answer(new AnswerOffer(offer.id(), answer, remark), by);
    }

    private Outcome<AgreementView> sign(AgreementView agreement, SignatoryRole role, String name, PersonId by) {
        return desk.sign(new SignAgreement(agreement.id(), role, name, agreement.documentSha256(), null), by);
    }

    private void recordScan(AgreementView agreement) {
        DocumentId scan = new DocumentId("D-2026-000777");
        bring(scan, Samples.CUSTOMER);
        desk.sign(new SignAgreement(agreement.id(), SignatoryRole.CUSTOMER, "王𠮷", agreement.documentSha256(), scan), RM).orElseThrow();
    }

    private Outcome<AgreementView> confirm(AgreementView agreement, boolean same, String reason, PersonId by) {
        return desk.confirmPaperCopy(new ConfirmPaperCopy(agreement.id(), null, same, reason), by);
    }

    private void signForProviders(AgreementView agreement) {
        DocumentId scan = new DocumentId("D-2026-000779");
        bring(scan, Samples.CUSTOMER);
        for (ContractPaperView paper : agreement.papers()) {
            if (paper.kind().hasProvider()) {
                desk.signPaper(new SignContractPaper(agreement.id(), paper.id(), "李担保", paper.documentSha256(), scan), RM).orElseThrow();
                desk.confirmPaperCopy(new ConfirmPaperCopy(agreement.id(), paper.id(), true, null), MANAGER).orElseThrow();
            }
        }
    }

    private static ReturnedPapers.Returned scan(int alike) {
        return new ReturnedPapers.Returned(SignatureManner.ON_PAPER, new byte[] {9}, null,
                new PaperComparisonReport(List.of(new PaperComparisonReport.Page(1, PaperComparisonReport.Basis.IMAGE, alike))));
    }

    private Outcome<AgreementView> fulfil(AgreementView agreement, String code, DocumentId evidence, String remark, PersonId by) {
        return desk.fulfil(new FulfilCondition(agreement.id(), code, evidence, remark), by);
    }

    private void approved(ApprovedTerms terms) {
        when(underwriting.approvedTerms(any())).thenReturn(Outcome.done(terms));
        ApprovalCaseView approval = decided(terms.proposalHash(), ApprovalStatus.APPROVED);
        when(approvals.history("credit-application", Samples.APPLICATION.value())).thenReturn(List.of(approval));
    }

    private static ApprovalCaseView decided(String hash, ApprovalStatus status) {
        ApprovalCaseView approval = mock(ApprovalCaseView.class);
        when(approval.subjectHash()).thenReturn(hash);
        when(approval.status()).thenReturn(status);
        return approval;
    }

    private void person(PersonId id, String name, Role role, CustomerId firm) {
        when(people.find(id)).thenReturn(Optional.of(new Person(id, name, Set.of(role), Optional.ofNullable(firm))));
    }

    private void bring(DocumentId id, CustomerId customer) {
        when(documents.find(id)).thenReturn(Optional.of(new DocumentView(id, "CA-1", customer, "SIGNED_COPY", "a.pdf", "application/pdf", 1,
                "ef".repeat(32), false, null, "rm", NOON, LocalDate.of(2036, 3, 5))));
    }

    private DocumentView document(StoreDocument stored) {
        return new DocumentView(new DocumentId("D-2026-%06d".formatted(++number)), stored.subject(), stored.customer(), stored.kind(), stored.fileName(),
                "application/pdf", 1, Sha256.of(stored.content()), true, null, "system", NOON, LocalDate.of(2036, 3, 5));
    }

    private static <T> T kept(List<T> all, T one) {
        all.add(one);
        return one;
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusals().stream().map(Refusal::code).findFirst().orElse("done");
    }
}
