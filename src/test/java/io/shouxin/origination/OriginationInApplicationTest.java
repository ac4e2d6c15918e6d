package io.shouxin.origination;

import static io.shouxin.origination.FirmOnFile.ANALYST;
import static io.shouxin.origination.FirmOnFile.ASSESSMENT;
import static io.shouxin.origination.FirmOnFile.RM;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.RegisterCustomer;
import io.shouxin.document.DocumentDesk;
import io.shouxin.identity.People;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.LimitLedger;
import io.shouxin.limit.ReservationView;
import io.shouxin.rating.RateCustomer;
import io.shouxin.rating.RatingDesk;
import io.shouxin.rating.RatingResult;
import io.shouxin.testkit.ApplicationTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

@ApplicationTest
class OriginationInApplicationTest {

    private static final PersonId APPLICANT = new PersonId("applicant");
    private static final PersonId SYSTEM = new PersonId("system");

    @Autowired
    private ApplicationDesk desk;

    @Autowired
    private ApplicationStages stages;
    @Autowired
    private UnderwritingDesk underwriting;
    @Autowired
    private ApplicationList list;
    @Autowired
    private RatingDesk ratings;
    @Autowired
    private LimitLedger ledger;
    @Autowired
    private DocumentDesk documents;
    @Autowired
    private AuditTrail audit;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private People people;
    @Autowired
    private CustomerRegister register;
    @Autowired
    private TestRestTemplate rest;
    @Autowired
    private AutowireCapableBeanFactory beans;

    /** The same figures: a developer gets less, pays more, and is looked at every quarter. */
    @Test
    void lendsToADeveloperOnTheTermsOfHisIndustry() {
        ApplicationId maker = rated(submitted("800000"));
        ApplicationId developer = rated(submitted(onFile().withPapers("K70"), "800000"));
        CreditProposalView toMaker = underwriting.propose(maker, SYSTEM).orElseThrow();
        CreditProposalView toDeveloper = underwriting.propose(developer, SYSTEM).orElseThrow();

        assertThat(toMaker.reasonCodes()).doesNotContain("INDUSTRY_PROPERTY");
        assertThat(toDeveloper.reasonCodes()).contains("INDUSTRY_PROPERTY");
        assertThat(toDeveloper.policyVersions()).containsKey("industry-policy");
        assertThat(toDeveloper.rate().fraction()).isGreaterThan(toMaker.rate().fraction());
        assertThat(toMaker.reviewCycleMonths()).isEqualTo(12);
        assertThat(toDeveloper.reviewCycleMonths()).isEqualTo(3);
        assertThat(factor(toDeveloper)).isLessThan(factor(toMaker));
        assertThat(ratings.latest(desk.find(developer).orElseThrow().customerId()).orElseThrow().policyVersions())
                .containsKey("scorecard-property");
    }

    private static BigDecimal factor(CreditProposalView proposal) {
        return proposal.constraints().stream().filter(line -> line.code().equals("DEBT_CAPACITY")).flatMap(line -> line.inputs().stream())
                .filter(input -> input.code().equals("gradeFactor")).map(input -> new BigDecimal(input.value())).findFirst().orElseThrow();
    }

    @Test
    void proposesReservesAndAnswersTheSameWhenAskedTwice() {
        ApplicationId id = rated("800000");
        CreditProposalView proposal = underwriting.propose(id, SYSTEM).orElseThrow();

        assertThat(proposal.outcome()).isEqualTo(ProposalOutcome.LIMIT_PROPOSED);
        assertThat(proposal.constraints()).extracting(ConstraintLine::code).startsWith("REQUEST", "WORKING_CAPITAL_NEED", "DEBT_CAPACITY");
        assertThat(proposal.sha256()).matches("[0-9a-f]{64}");
        assertThat(proposal.madeBy()).containsExactlyInAnyOrder(RM, ANALYST);
        assertThat(ledger.reservationsFor(id.value())).singleElement().satisfies(held -> {
            assertThat(held.status()).isEqualTo(ReservationView.Status.OPEN);
            assertThat(held.amount()).isEqualTo(proposal.amount());
        });

        CreditProposalView again = underwriting.propose(id, SYSTEM).orElseThrow();
        assertThat(again.proposalId()).isEqualTo(proposal.proposalId());
        assertThat(ledger.reservationsFor(id.value())).hasSize(1);
        assertThat(underwriting.approvedTerms(id).orElseThrow().amount()).isEqualTo(proposal.amount());
    }

    @Test
    void supersedesAProposalWhenTheCustomerIsRatedAnewAndReleasesTheFormerReservation() {
        ApplicationId id = rated("800000");
        CreditProposalView first = underwriting.propose(id, SYSTEM).orElseThrow();
        rate(id, "2");
        CreditProposalView second = underwriting.propose(id, SYSTEM).orElseThrow();

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.sha256()).isNotEqualTo(first.sha256());
        assertThat(underwriting.find(first.proposalId()).orElseThrow().current()).isFalse();
        assertThat(ledger.reservationsFor(id.value())).extracting(ReservationView::status)
                .containsExactly(ReservationView.Status.RELEASED, ReservationView.Status.OPEN);
        assertThat(second.exposureAfter()).isEqualTo(second.amount());
    }

    @Test
    void closesWithALetterAndGivesTheReservationBackOnce() {
        ApplicationId id = rated("800000");
        underwriting.propose(id, SYSTEM).orElseThrow();
        stages.underApproval(id, SYSTEM).orElseThrow();
        ApplicationView closed = stages.close(id, Ending.of(ApplicationStatus.DECLINED, "REPAYMENT_ABILITY"), SYSTEM).orElseThrow();

        assertThat(closed.letter()).isPresent();
        assertThat(documents.content(closed.letter().orElseThrow())).isPresent();
        assertThat(ledger.reservationsFor(id.value())).extracting(ReservationView::status).containsExactly(ReservationView.Status.RELEASED);
        assertThat(stages.close(id, Ending.of(ApplicationStatus.DECLINED, "REPAYMENT_ABILITY"), SYSTEM).orElseThrow().letter()).isEqualTo(closed.letter());
        assertThat(codes(stages.close(id, Ending.of(ApplicationStatus.LAPSED), SYSTEM))).containsExactly("NOT_AT_THIS_STAGE");
        assertThat(codes(desk.withdraw(id, "", RM))).containsExactly("TOO_LATE_TO_WITHDRAW");
        assertThat(audit.of(id.value())).extracting("act").containsSequence("APPROVAL_OPENED", "APPLICATION_DECLINED");
    }

    @Test
    void keepsOneOpenCasePerCustomerAndProductAndNamesIt() {
        CustomerId firm = onFile().registered();
        ApplicationId first = opened(firm);
        assertThat(desk.open(opening(firm), RM).refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("OPEN_APPLICATION_EXISTS");
            assertThat(refusal.arguments()).containsEntry("applicationId", first.value());
        });
        stages.close(first, Ending.of(ApplicationStatus.LAPSED, "DOCUMENTS_LAPSED"), SYSTEM).orElseThrow();
        assertThat(desk.open(opening(firm), RM).isDone()).isTrue();
    }

    @Test
    void letsAnApplicantApplyForHisOwnFirmOnlyAndNeitherAuditorNorAdministratorAtAll() {
        CustomerId foreign = onFile().registered();
        assertThat(codes(desk.open(opening(foreign), new PersonId("auditor")))).containsExactly("MAY_NOT_APPLY");
        assertThat(codes(desk.open(opening(foreign), new PersonId("admin")))).containsExactly("MAY_NOT_APPLY");
        assertThat(codes(desk.open(opening(foreign), new PersonId("analyst")))).containsExactly("MAY_NOT_APPLY");
        assertThat(codes(desk.open(opening(foreign), APPLICANT))).containsExactly("NOT_YOUR_FIRM");
    }

    @Test
    void registersANewCustomerTogetherWithHisApplicationAndSaysAtWhichFieldItCannot() {
        String reference = "N" + Long.toString(System.nanoTime(), 36);
        OpenApplication broken = new OpenApplication(CustomerChoice.NEW, null, RegisterCustomer.enterprise("新客户", "91340000000000000X", "C35", null),
                FacilityKind.LENDING, "WORKING_CAPITAL_LOAN", new BigDecimal("1000000"), "CNY");
        assertThat(desk.open(broken, RM).refusals()).isNotEmpty().allSatisfy(refusal -> assertThat(refusal.field()).startsWith("newCustomer."));
        OpenApplication proper = new OpenApplication(CustomerChoice.NEW, null, RegisterCustomer.masked("新客户" + reference, reference),
                FacilityKind.LENDING, "WORKING_CAPITAL_LOAN", new BigDecimal("1000000"), "CNY");
        ApplicationView opened = desk.open(proper, RM).orElseThrow();
        assertThat(register.find(opened.customerId())).isPresent();
    }

    @Test
    void keepsADraftAndRefusesASecondSubmission() {
        ApplicationId id = opened(onFile().registered());
        assertThat(codes(desk.saveDraft(id, "[1]", RM))).containsExactly("FORM_MALFORMED");
        assertThat(codes(desk.saveDraft(id, "{\"a\":\"" + "长".repeat(70_000) + "\"}", RM))).containsExactly("DRAFT_TOO_LONG");
        desk.saveDraft(id, "{\"purpose\":\"𠮷\"}", RM).orElseThrow();
        assertThat(desk.draft(id)).contains("{\"purpose\":\"𠮷\"}");

        ApplicationView submitted = desk.submit(id, FirmOnFile.form("800000"), RM).orElseThrow();
        assertThat(submitted.status()).isEqualTo(ApplicationStatus.COLLECTING_DOCUMENTS);
        assertThat(submitted.policyAsOf()).isEqualTo(clock.today());
        assertThat(codes(desk.submit(id, FirmOnFile.form("800000"), RM))).containsExactly("ALREADY_SUBMITTED");
        assertThat(codes(desk.saveDraft(id, "{}", RM))).containsExactly("ALREADY_SUBMITTED");
    }

    @Test
    void letsNobodyAssessWhatHeOpenedAndOnlyAnAnalystAssess() {
        ApplicationId id = submitted("800000");
        stages.documentsComplete(id, SYSTEM).orElseThrow();
        assertThat(codes(desk.recordAssessment(id, ASSESSMENT, AssessmentVerdict.QUALIFIED, "同意", RM)))
                .containsExactlyInAnyOrder("NOT_AN_ANALYST", "OWN_APPLICATION");
        assertThat(codes(desk.recordAssessment(id, null, AssessmentVerdict.QUALIFIED, "", ANALYST)))
                .containsExactlyInAnyOrder("FIELD_REQUIRED", "FIELD_REQUIRED");
        assertThat(codes(underwriting.propose(id, SYSTEM))).containsExactly("RATING_MISSING");
    }

    @Test
    void showsOfficersAllAndAnApplicantNothingOfOthers() {
        ApplicationId id = rated("800000");
        CreditProposalView proposal = underwriting.propose(id, SYSTEM).orElseThrow();
        ResponseEntity<String> forOfficer = rest.withBasicAuth("manager", "shouxin-demo").getForEntity("/api/v1/applications/" + id, String.class);
        assertThat(forOfficer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(forOfficer.getBody()).contains("\"requested\":\"800000.00\"", proposal.sha256(), "\"amount\":\"800000\"", "经营稳健");
        assertThat(rest.withBasicAuth("applicant", "shouxin-demo").getForEntity("/api/v1/applications/" + id, String.class).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(rest.getForEntity("/api/v1/applications/" + id, String.class).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(rest.withBasicAuth("rm", "shouxin-demo").getForEntity("/api/v1/applications?text=" + id, String.class).getBody())
                .contains(id.value(), "\"total\":1");
        assertThat(list.search(new ApplicationSearch(Optional.empty(), Optional.empty(), "", 0, 20), people.find(APPLICANT).orElseThrow(),
                Locale.CHINESE).items()).noneMatch(line -> line.applicationId().equals(id));
    }

    @Test
    void offersToTakeAnApplicationBackOnlyToThoseWhoMay() {
        ApplicationId id = submitted("800000");

        assertThat(mayTakeBack(id, RM)).isTrue();
        assertThat(List.of("auditor", "analyst", "manager")).noneMatch(officer -> mayTakeBack(id, new PersonId(officer)));
    }

    private boolean mayTakeBack(ApplicationId id, PersonId reader) {
        return list.search(new ApplicationSearch(Optional.empty(), Optional.empty(), id.value(), 0, 20), people.find(reader).orElseThrow(), Locale.CHINESE)
                .items().get(0).mayWithdraw();
    }

    @Test
    void savesADraftOverRestButNotForAnAuditor() {
        ApplicationId id = opened(onFile().registered());
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        HttpEntity<String> body = new HttpEntity<>("{\"facilities\":[]}", headers);
        assertThat(rest.withBasicAuth("rm", "shouxin-demo").exchange("/api/v1/applications/" + id + "/draft", HttpMethod.PUT, body, String.class)
                .getBody()).contains("\"draft\":{\"facilities\":[]}");
        assertThat(rest.withBasicAuth("auditor", "shouxin-demo").exchange("/api/v1/applications/" + id + "/draft", HttpMethod.PUT, body, String.class)
                .getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    private ApplicationId rated(String amount) {
        return rated(submitted(amount));
    }

    private ApplicationId rated(ApplicationId id) {
        stages.documentsComplete(id, SYSTEM).orElseThrow();
        desk.recordAssessment(id, ASSESSMENT, AssessmentVerdict.QUALIFIED, "经营稳健,建议授信", ANALYST).orElseThrow();
        rate(id, "1");
        return id;
    }

    private void rate(ApplicationId id, String attempt) {
        CustomerId firm = desk.find(id).orElseThrow().customerId();
        assertThat(ratings.rate(new RateCustomer(firm, id.value(), attempt, clock.today(), ASSESSMENT), SYSTEM))
                .isInstanceOf(RatingResult.Rated.class);
    }

    private ApplicationId submitted(String amount) {
        return submitted(onFile().withPapers(), amount);
    }

    private ApplicationId submitted(CustomerId firm, String amount) {
        ApplicationId id = opened(firm);
        desk.submit(id, FirmOnFile.form(amount), RM).orElseThrow();
        return id;
    }

    private ApplicationId opened(CustomerId firm) {
        return desk.open(opening(firm), RM).orElseThrow().applicationId();
    }

    private FirmOnFile onFile() {
        return beans.createBean(FirmOnFile.class);
    }

    private static OpenApplication opening(CustomerId firm) {
        return OpenApplication.of(firm, FacilityKind.LENDING, "WORKING_CAPITAL_LOAN", new BigDecimal("1000000"));
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.refusals().stream().map(Refusal::code).toList();
    }
}
