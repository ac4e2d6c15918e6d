package io.shouxin.process;

import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.Decide;
import io.shouxin.approval.Tier;
import io.shouxin.approval.Verb;
import io.shouxin.approval.Verdict;
import io.shouxin.identity.Role;
import io.shouxin.kernel.PersonId;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyVersion;
import io.shouxin.rating.RatingReruns;
import io.shouxin.receipt.ReceiptDesk;
import io.shouxin.replay.DraftApproval;
import io.shouxin.replay.DraftDesk;
import io.shouxin.replay.DraftStatus;
import io.shouxin.replay.PolicyDraft;
import io.shouxin.replay.ReplayDesk;
import io.shouxin.replay.UploadDraft;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.PolicyFile;
import io.shouxin.testkit.ProcessTest;
import io.shouxin.workflow.approval.ApprovalActs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A draft becomes policy only when those with the authority, who have seen its replay and never made it, say so. */
@ApplicationTest
@ProcessTest
class PolicyPublicationPathsTest {

    private static final AtomicInteger RUNNING = new AtomicInteger(100);
    private static final String POLICY = "loss-given-default";
    private static final String DECIDE = "user_decide-as-risk-director";

    @Autowired
    private Bank bank;
    @Autowired
    private DraftDesk drafts;
    @Autowired
    private DraftApproval draftApproval;
    @Autowired
    private ApprovalActs acts;
    @Autowired
    private ReceiptDesk receipts;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private ReplayDesk replays;
    @Autowired
    private PolicyBook book;
    @Autowired
    private RatingReruns reruns;
    @Autowired
    private TestRestTemplate rest;

    @Test
    void anApprovedDraftIsPublishedWithWhoAndWhatWasSeen() throws IOException {
        LocalDate from = day();
        String draft = submitted("policy", POLICY, from);
        assertThat(bank.hands.openTasks(draft)).containsExactly(DECIDE);

        decide("director", draft, "APPROVE", null);

        PolicyDraft published = drafts.find(draft).orElseThrow();
        assertThat(published.status()).isEqualTo(DraftStatus.PUBLISHED);
        assertThat(published.decidedBy()).contains(new PersonId("director"));
        PolicyVersion version = book.find(POLICY, published.version()).orElseThrow();
        assertThat(version.effectiveFrom()).isEqualTo(from);
        assertThat(version.sha256()).isEqualTo(published.sha256());
        assertThat(bank.runtime.createProcessInstanceQuery().processInstanceBusinessKey(draft).count()).isZero();
        assertThat(bank.audit.of(draft)).extracting("act").containsExactly("POLICY_DRAFT_UPLOADED", "POLICY_DRAFT_REPLAYED",
                "POLICY_DRAFT_SUBMITTED", "POLICY_DRAFT_APPROVED", "POLICY_PUBLISHED");
        assertThat(bank.told("policy", draft)).containsExactly("POLICY_PUBLISHED");
    }

    @Test
    void aCaseUnderWayKeepsItsVersionsThoughOthersComeIntoForceMeanwhile() throws IOException {
        ApplicationCase underWay = bank.anApplication().judged("STRONG").withDocuments();
        String before = book.inForce("grade-scale", bank.clock.today()).version();
        LocalDate tomorrow = bank.clock.today().plusDays(1);
        while (book.versions("grade-scale").stream().map(PolicyVersion::effectiveFrom).anyMatch(tomorrow::equals)) {
            tomorrow = tomorrow.plusDays(1);
        }
        String draft = submitted("policy", "grade-scale", tomorrow);
        decide("director", draft, "APPROVE", null);
        bank.engineClock.moveOn(Duration.ofDays(java.time.temporal.ChronoUnit.DAYS.between(bank.clock.today(), tomorrow) + 1));
        String now = drafts.find(draft).orElseThrow().version();
        assertThat(book.inForce("grade-scale", bank.clock.today()).version()).isEqualTo(now).isNotEqualTo(before);

        underWay.assessed();

        var rating = reruns.newestFor(underWay.number()).orElseThrow();
        assertThat(rating.policyVersions()).containsEntry("grade-scale", before);
        assertThat(reruns.rerun(rating.id()).orElseThrow().agrees()).isTrue();
        ApplicationCase later = bank.anApplication().judged("STRONG").assessed();
        assertThat(reruns.newestFor(later.number()).orElseThrow().policyVersions()).containsEntry("grade-scale", now);
    }

    @Test
    void neitherAuthorNorSubmitterNorOthersButTheTierDecide() throws IOException {
        String author = bank.login("起草总监", Role.RISK_DIRECTOR);
        String draft = submitted(author, POLICY, day());

        assertThat(codesOf(() -> decide(author, draft, "APPROVE", null))).containsExactly("OWN_CASE");
        assertThat(codesOf(() -> decideAtTheDesk(author, draft))).containsExactly("OWN_CASE");
        assertThat(codesOf(() -> decideAtTheDesk("policy", draft))).containsExactly("NOT_IN_TIER");
        assertThat(codesOf(() -> decideAtTheDesk("manager", draft))).containsExactly("NOT_IN_TIER");
        assertThat(drafts.find(draft).orElseThrow().status()).isEqualTo(DraftStatus.SUBMITTED);
        assertThat(approval(draft).madeBy()).containsExactly(new PersonId(author));
    }

    @Test
    void theLetterOfAuthorityItselfGoesFromTheRiskDirectorToTheCommittee() throws IOException {
        String draft = submitted("policy", "approval-authority", day());
        assertThat(approval(draft).tiers()).containsExactly(Tier.RISK_DIRECTOR, Tier.COMMITTEE);
        decide("director", draft, "APPROVE", null);
        assertThat(bank.hands.openTasks(draft)).containsExactly("user_vote-as-committee-member");

        for (String member : bank.hands.assignees(draft, "user_vote-as-committee-member")) {
            if (bank.hands.openTasks(draft).contains("user_vote-as-committee-member")) {
                complete(member, draft, "user_vote-as-committee-member", "APPROVE", null);
            }
        }

        PolicyDraft published = drafts.find(draft).orElseThrow();
        assertThat(published.status()).isEqualTo(DraftStatus.PUBLISHED);
        assertThat(published.attachments()).extracting(PolicyDraft.Attachment::fileName).containsExactly("会议纪要-" + approval(draft).id() + ".pdf");
    }

    @Test
    void aPolicyIsNotApprovedUnderConditions() throws IOException {
        String draft = submitted("policy", POLICY, day());

        Map<String, Object> form = form("CONDITIONAL", "", draft);
        form.put("conditions", List.of("半年后重检"));
        assertThat(codesOf(() -> bank.hands.complete("director", draft, DECIDE, form))).containsExactly("NO_CONDITIONS_ON_POLICY at verdict");
        assertThat(bank.hands.openTasks(draft)).containsExactly(DECIDE);
    }

    @Test
    void theAuthorTakesItBackAsLongAsNobodyHasActed() throws IOException {
        String draft = submitted("policy", POLICY, day());

        acts.act(approval(draft), new ApprovalActs.Act(Verb.RECALL, "依据有误", null, null, null, null, null, null, null, null, null, null, null, null), new PersonId("policy"));
        bank.hands.runSteps();

        assertThat(drafts.find(draft).orElseThrow().status()).isEqualTo(DraftStatus.RETURNED);
        assertThat(drafts.find(draft).orElseThrow().decidedBy()).isEmpty();
        assertThat(bank.hands.openTasks(draft)).containsExactly("user_revise-draft");
    }

    @Test
    void anApprovedDraftWhoseDayWasTakenMeanwhileGoesBackToItsAuthor() throws IOException {
        LocalDate from = day();
        String first = submitted("policy", POLICY, from);
        String second = submitted("policy", POLICY, from);
        bank.hands.complete("director", first, DECIDE, form("APPROVE", "", first));
        bank.hands.complete("director", second, DECIDE, form("APPROVE", "", second));
        bank.hands.runSteps();

        List<String> both = List.of(first, second);
        assertThat(both).extracting(draft -> drafts.find(draft).orElseThrow().status())
                .containsExactlyInAnyOrder(DraftStatus.PUBLISHED, DraftStatus.RETURNED);
        String back = both.stream().filter(draft -> drafts.find(draft).orElseThrow().status() == DraftStatus.RETURNED).findFirst().orElseThrow();
        assertThat(drafts.find(back).orElseThrow().remark()).isEqualTo("POLICY_VERSION_TAKEN");
        assertThat(bank.hands.openTasks(back)).containsExactly("user_revise-draft");
    }

    @Test
    void nothingIsPublishedThatTheApprovalDeskHasNotApproved() throws IOException {
        String draft = submitted("policy", POLICY, day());

        assertThat(codesOf(() -> draftApproval.publish(draft).orElseThrow())).containsExactly("DRAFT_NOT_AT_THIS_STAGE");
        assertThat(codesOf(() -> draftApproval.refuse(draft).orElseThrow())).containsExactly("DRAFT_NOT_AT_THIS_STAGE");
        assertThat(drafts.find(draft).orElseThrow().status()).isEqualTo(DraftStatus.SUBMITTED);
    }

    @Test
    void aPublicationBegunByTheFirstVersionOfTheModelStillEnds() throws IOException {
        String earlier = repository.createDeployment().name("earlier").addClasspathResource("models-earlier/policy-publication-1.bpmn").deploy().getId();
        try {
            String draft = submitted("policy", POLICY, day());
            assertThat(bank.hands.openTasks(draft)).containsExactly("user_decide-draft");
            bank.hands.complete("director", draft, "user_decide-draft", Map.of("verdict", "RETURN", "remark", "请说明依据"));
            bank.hands.complete("policy", draft, "user_revise-draft", Map.of("withdrawn", false, "effectiveFrom",
                    drafts.find(draft).orElseThrow().effectiveFrom().orElseThrow().toString()));
            bank.hands.complete("director", draft, "user_decide-draft", Map.of("verdict", "APPROVE", "remark", ""));
            bank.hands.runSteps();

            assertThat(drafts.find(draft).orElseThrow().status()).isEqualTo(DraftStatus.PUBLISHED);
            assertThat(bank.runtime.createProcessInstanceQuery().processInstanceBusinessKey(draft).count()).isZero();
        } finally {
            // The model of today is the newest again, with its forms.
            repository.deleteDeployment(earlier, true);
        }
    }

    @Test
    void theAuthorIsRefusedAtTheEnginesOwnDoorsToo() throws IOException {
        String author = bank.login("起草总监", Role.RISK_DIRECTOR);
        String draft = submitted(author, POLICY, day());
        String task = bank.tasks.createTaskQuery().processInstanceBusinessKey(draft).singleResult().getId();
        TestRestTemplate door = rest.withBasicAuth(author, Bank.PASSWORD);

        ResponseEntity<String> claim = door.postForEntity("/engine-rest/task/" + task + "/claim", json("{\"userId\":\"" + author + "\"}"), String.class);
        assertThat(claim.getBody()).contains("OWN_CASE");
        ResponseEntity<String> complete = door.postForEntity("/engine-rest/task/" + task + "/complete",
                json("{\"variables\":{\"outcome\":{\"value\":\"APPROVED\",\"type\":\"String\"}}}"), String.class);
        assertThat(complete.getStatusCode().is4xxClientError()).isTrue();
        assertThat(drafts.find(draft).orElseThrow().status()).isEqualTo(DraftStatus.SUBMITTED);
        assertThat(bank.hands.openTasks(draft)).containsExactly(DECIDE);
    }

    @Test
    void theCaseFileShowsTheDraftItsDifferenceAndItsReplay() throws IOException {
        String draft = submitted("policy", POLICY, day());
        String task = bank.tasks.createTaskQuery().processInstanceBusinessKey(draft).singleResult().getId();
        TestRestTemplate director = rest.withBasicAuth("director", "shouxin-demo");

        String file = director.getForObject("/api/v1/tasks/" + task + "/case-file", String.class);
        assertThat(file).contains("\"policyDraft\":{\"draftId\":\"" + draft).contains("\"subjectType\":\"policy-publication\"");
        String shown = director.getForObject("/api/v1/policy-drafts/" + draft, String.class);
        assertThat(shown).contains("\"proposalHash\":\"" + approval(draft).subjectHash()).contains("\"replayId\":\"PR");
        assertThat(director.getForObject("/api/v1/policy-drafts/" + draft + "/difference", String.class)).contains("\"against\":\"2026");
        TestRestTemplate subsidiary = rest.withBasicAuth("east-manager", "shouxin-demo");
        for (String page : List.of("/api/v1/tasks/" + task + "/case-file", "/api/v1/policy-drafts/" + draft, "/api/v1/policy-drafts/" + draft + "/difference")) {
            assertThat(subsidiary.getForEntity(page, String.class).getStatusCode()).as(page).isEqualTo(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void theDecisionHasItsReceipt() throws IOException {
        String draft = submitted("policy", POLICY, day());
        decide("director", draft, "APPROVE", "依据充分");

        JsonNode content = new ObjectMapper().readTree(receipts.of(approval(draft).id()).orElseThrow().file());
        assertThat(content.findPath("case").path("subjectType").asText()).isEqualTo("policy-publication");
        assertThat(content.findPath("authority").findValuesAsText("row")).containsExactly("publication_measuring");
        assertThat(content.findPath("decisions").findValuesAsText("comment")).containsExactly("依据充分");
        assertThat(content.toString()).contains(drafts.find(draft).orElseThrow().sha256());
    }

    @Test
    void aReturnedDraftIsRevisedReplayedAndSubmittedAgain() throws IOException {
        LocalDate from = day();
        String draft = submitted("policy", POLICY, from);
        assertThat(codesOf(() -> decide("director", draft, "RETURN", " "))).containsExactly("QUESTIONS_REQUIRED at comment");
        decide("director", draft, "RETURN", "请说明依据");
        assertThat(bank.hands.openTasks(draft)).containsExactly("user_revise-draft");

        drafts.revise(draft, file(POLICY, drafts.find(draft).orElseThrow().version(), "修订"), new PersonId("policy")).orElseThrow();
        Map<String, Object> again = Map.of("withdrawn", false, "effectiveFrom", from.toString());
        assertThat(codesOf(() -> bank.hands.complete("policy", draft, "user_revise-draft", again))).containsExactly("DRAFT_NOT_REPLAYED at draftId");
        replays.replay(draft, new PersonId("policy")).orElseThrow();
        bank.hands.complete("policy", draft, "user_revise-draft", again);
        bank.hands.runSteps();
        decide("director", draft, "APPROVE", null);

        assertThat(drafts.find(draft).orElseThrow().status()).isEqualTo(DraftStatus.PUBLISHED);
        assertThat(drafts.find(draft).orElseThrow().revision()).isEqualTo(2);
    }

    @Test
    void aReturnedDraftMayBeWithdrawn() throws IOException {
        String draft = submitted("policy", POLICY, day());
        decide("director", draft, "RETURN", "暂不需要");
        bank.hands.complete("policy", draft, "user_revise-draft", Map.of("withdrawn", true));
        bank.hands.runSteps();

        assertThat(drafts.find(draft).orElseThrow().status()).isEqualTo(DraftStatus.WITHDRAWN);
        assertThat(bank.runtime.createProcessInstanceQuery().processInstanceBusinessKey(draft).count()).isZero();
    }

    @Test
    void aRefusedDraftIsNotPublished() throws IOException {
        String draft = submitted("policy", POLICY, day());
        decide("director", draft, "DECLINE", "影响过大");

        PolicyDraft refused = drafts.find(draft).orElseThrow();
        assertThat(refused.status()).isEqualTo(DraftStatus.REFUSED);
        assertThat(book.find(POLICY, refused.version())).isEmpty();
        assertThat(codesOf(() -> drafts.publish(draft).orElseThrow())).containsExactly("DRAFT_NOT_AT_THIS_STAGE");
    }

    @Test
    void ofTwoDraftsOfOneDayTheSecondIsRefusedWhenItIsApproved() throws IOException {
        LocalDate from = day();
        String first = submitted("policy", POLICY, from);
        String second = submitted("policy", POLICY, from);
        decide("director", first, "APPROVE", null);

        assertThat(codesOf(() -> decide("director", second, "APPROVE", null))).containsExactly("POLICY_VERSION_TAKEN at effectiveFrom");
        assertThat(bank.hands.openTasks(second)).containsExactly(DECIDE);
        assertThat(drafts.find(second).orElseThrow().status()).isEqualTo(DraftStatus.SUBMITTED);
    }

    @Test
    void nothingIsSubmittedUnreplayedOrForToday() throws IOException {
        String version = "2026." + RUNNING.incrementAndGet();
        String draft = drafts.upload(new UploadDraft(POLICY, "测试", "测试", file(POLICY, version, "")), new PersonId("policy")).orElseThrow().draftId();

        assertThat(codesOf(() -> bank.hands.start("policy", "policy-publication",
                Map.of("draftId", draft, "effectiveFrom", bank.clock.today().toString()))))
                .containsExactlyInAnyOrder("EFFECTIVE_DATE_NOT_AHEAD at effectiveFrom", "DRAFT_NOT_REPLAYED at draftId");
        assertThat(bank.runtime.createProcessInstanceQuery().processInstanceBusinessKey(draft).count()).isZero();
    }

    private String submitted(String author, String policy, LocalDate from) throws IOException {
        String version = "2026." + RUNNING.incrementAndGet();
        String draft = drafts.upload(new UploadDraft(policy, "测试草案 " + version, "测试", file(policy, version, version)), new PersonId(author))
                .orElseThrow().draftId();
        replays.replay(draft, new PersonId(author)).orElseThrow();
        return bank.hands.start(author, "policy-publication", Map.of("draftId", draft, "effectiveFrom", from.toString()));
    }

    private void decide(String officer, String draft, String verdict, String remark) {
        complete(officer, draft, DECIDE, verdict, remark);
    }

    private void complete(String officer, String draft, String task, String verdict, String remark) {
        bank.hands.complete(officer, draft, task, form(verdict, remark, draft));
        bank.hands.runSteps();
    }

    private Map<String, Object> form(String verdict, String remark, String draft) {
        Map<String, Object> form = new HashMap<>(Map.of("verdict", verdict, "proposalHash", drafts.find(draft).orElseThrow().proposalHash()));
        form.put("comment", remark);
        if (verdict.equals("DECLINE")) {
            form.put("reasonCode", "POLICY_IMPACT_TOO_LARGE");
        }
        return form;
    }

    private void decideAtTheDesk(String officer, String draft) {
        bank.approvals.decide(new Decide(approval(draft).id(), Tier.RISK_DIRECTOR, Verdict.APPROVE, "", "", approval(draft).subjectHash()),
                new PersonId(officer)).orElseThrow();
    }

    private ApprovalCaseView approval(String draft) {
        List<ApprovalCaseView> rounds = bank.approvals.history(DraftApproval.SUBJECT, draft);
        return rounds.get(rounds.size() - 1);
    }

    /** A day far ahead that no other test publishes for. */
    private LocalDate day() {
        return bank.clock.today().plusYears(30).plusDays(RUNNING.incrementAndGet());
    }

    private static byte[] file(String policy, String version, String remark) throws IOException {
        return PolicyFile.newest(policy)
                .replace("versionTag=\"" + PolicyFile.newestVersion(policy) + "\"", "versionTag=\"" + version + "\"").replace("</description>", remark + "</description>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static HttpEntity<String> json(String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return new HttpEntity<>(body, headers);
    }
}
