package io.shouxin.process;

import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.PersonId;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyVersion;
import io.shouxin.rating.RatingReruns;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A draft becomes policy only when a second person, who has seen its replay, says so. */
@ApplicationTest
@ProcessTest
class PolicyPublicationPathsTest {

    private static final AtomicInteger RUNNING = new AtomicInteger(100);
    private static final String POLICY = "loss-given-default";

    @Autowired
    private Bank bank;
    @Autowired
    private DraftDesk drafts;
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
        assertThat(bank.hands.openTasks(draft)).containsExactly("user_decide-draft");

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
        assertThat(bank.messages.inbox(new PersonId("policy"))).extracting("code").contains("POLICY_PUBLISHED");
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
    void neitherAuthorNorOthersButARiskDirectorDecide() throws IOException {
        String draft = submitted("director", POLICY, day());

        assertThat(codesOf(() -> decide("director", draft, "APPROVE", null))).containsExactly("FOUR_EYES");
        assertThat(codesOf(() -> drafts.decide(draft, io.shouxin.replay.DraftVerdict.APPROVE, null, new PersonId("director")).orElseThrow()))
                .containsExactly("FOUR_EYES");
        assertThat(codesOf(() -> drafts.decide(draft, io.shouxin.replay.DraftVerdict.APPROVE, null, new PersonId("policy")).orElseThrow()))
                .containsExactly("MAY_NOT_DECIDE_ON_POLICY");
        assertThat(drafts.find(draft).orElseThrow().status()).isEqualTo(DraftStatus.SUBMITTED);
    }

    @Test
    void theAuthorIsRefusedAtTheEnginesOwnDoorsToo() throws IOException {
        String draft = submitted("director", POLICY, day());
        String task = bank.tasks.createTaskQuery().processInstanceBusinessKey(draft).singleResult().getId();
        TestRestTemplate author = rest.withBasicAuth("director", "shouxin-demo");

        ResponseEntity<String> claim = author.postForEntity("/engine-rest/task/" + task + "/claim", json("{\"userId\":\"director\"}"), String.class);
        assertThat(claim.getBody()).contains("FOUR_EYES");
        ResponseEntity<String> complete = author.postForEntity("/engine-rest/task/" + task + "/complete",
                json("{\"variables\":{\"outcome\":{\"value\":\"APPROVED\",\"type\":\"String\"}}}"), String.class);
        assertThat(complete.getStatusCode().is4xxClientError()).isTrue();
        assertThat(drafts.find(draft).orElseThrow().status()).isEqualTo(DraftStatus.SUBMITTED);
        assertThat(bank.hands.openTasks(draft)).containsExactly("user_decide-draft");
    }

    @Test
    void aReturnedDraftIsRevisedReplayedAndSubmittedAgain() throws IOException {
        LocalDate from = day();
        String draft = submitted("policy", POLICY, from);
        assertThat(codesOf(() -> decide("director", draft, "RETURN", " "))).containsExactly("DRAFT_NEEDS_REMARK at remark");
        decide("director", draft, "RETURN", "请说明依据");
        assertThat(bank.hands.openTasks(draft)).containsExactly("user_revise-draft");

        drafts.revise(draft, file(POLICY, drafts.find(draft).orElseThrow().version(), "修订"), new PersonId("policy")).orElseThrow();
        Map<String, Object> again = Map.of("withdrawn", false, "effectiveFrom", from.toString());
        assertThat(codesOf(() -> bank.hands.complete("policy", draft, "user_revise-draft", again))).containsExactly("DRAFT_NOT_REPLAYED at draftId");
        replays.replay(draft, new PersonId("policy")).orElseThrow();
        bank.hands.complete("policy", draft, "user_revise-draft", again);
        decide("director", draft, "APPROVE", null);

        assertThat(drafts.find(draft).orElseThrow().status()).isEqualTo(DraftStatus.PUBLISHED);
        assertThat(drafts.find(draft).orElseThrow().revision()).isEqualTo(2);
    }

    @Test
    void aReturnedDraftMayBeWithdrawn() throws IOException {
        String draft = submitted("policy", POLICY, day());
        decide("director", draft, "RETURN", "暂不需要");
        bank.hands.complete("policy", draft, "user_revise-draft", Map.of("withdrawn", true));

        assertThat(drafts.find(draft).orElseThrow().status()).isEqualTo(DraftStatus.WITHDRAWN);
        assertThat(bank.runtime.createProcessInstanceQuery().processInstanceBusinessKey(draft).count()).isZero();
    }

    @Test
    void aRefusedDraftIsNotPublished() throws IOException {
        String draft = submitted("policy", POLICY, day());
        decide("director", draft, "REFUSE", "影响过大");

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
        assertThat(bank.hands.openTasks(second)).containsExactly("user_decide-draft");
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
        Map<String, Object> form = new java.util.HashMap<>(Map.of("verdict", verdict));
        form.put("remark", remark);
        bank.hands.complete(officer, draft, "user_decide-draft", form);
        bank.hands.runSteps();
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
