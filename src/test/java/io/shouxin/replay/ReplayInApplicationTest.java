package io.shouxin.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.testkit.PolicyFile;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.rating.RatingReruns;
import io.shouxin.replay.ReplayResult.Population;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.ProcessTest;
import io.shouxin.testkit.Refused;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/** Drafts replayed over real cases of the bank. */
@ApplicationTest
@ProcessTest
class ReplayInApplicationTest {

    private static final PersonId OFFICER = new PersonId("policy");

    @Autowired
    private Bank bank;
    @Autowired
    private DraftDesk drafts;
    @Autowired
    private ReplayDesk replays;
    @Autowired
    private RatingReruns reruns;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TestRestTemplate rest;

    @Test
    void theTablesInForceReplayedChangeNothing() throws IOException {
        bank.anApplication().judged("STRONG").offered();

        for (String policy : DraftCheck.POLICIES) {
            Population found = replay(policy, PolicyFile.newest(policy)).result().applications();
            assertThat(found.replayed()).as(policy).isPositive();
            assertThat(found.better() + found.worse()).as(policy).isZero();
            assertThat(found.limits().counted()).as(policy).isPositive();
            assertThat(found.limits().raised() + found.limits().lowered()).as(policy).isZero();
            assertThat(found.tiersAfter()).as(policy).isEqualTo(found.tiersBefore());
            assertThat(found.lossAfter()).as(policy).isEqualByComparingTo(found.lossBefore());
        }
    }

    @Test
    void aStricterScaleLowersGradesAndLimitsAndWorsensLoss() throws IOException {
        ApplicationCase strong = bank.anApplication().judged("STRONG").offered();
        Money before = strong.proposal().amount();
        assertThat(strong.proposal().grade()).isEqualTo("EXCELLENT");

        Replay replay = replay("grade-scale", text("grade-scale").replace("[85..100]", "[99..100]").replace("[70..85)", "[98..99)")
                .replace("[55..70)", "[40..98)").replace("[40..55)", "[30..40)").replace("[0..40)", "[0..30)"));

        ReplayLine line = line(replay, strong.number());
        assertThat(line.gradeBefore()).isEqualTo("EXCELLENT");
        assertThat(line.gradeAfter()).isEqualTo("FAIR");
        assertThat(line.limitBefore()).isEqualByComparingTo(before.amount());
        assertThat(line.limitAfter()).isLessThanOrEqualTo(line.limitBefore());
        assertThat(line.tierBefore()).isNotNull();
        assertThat(line.lossBefore()).isEqualByComparingTo(bank.ratings.latest(strong.customer()).orElseThrow().pd().fraction().multiply(new BigDecimal("0.45")).multiply(line.limitBefore()));
        assertThat(line.lossAfter()).isEqualByComparingTo(new BigDecimal("0.035").multiply(new BigDecimal("0.45")).multiply(line.limitAfter()));
        Population found = replay.result().applications();
        assertThat(found.worse()).isPositive();
        assertThat(found.migration().get(0).get(2)).isPositive();
        assertThat(found.limits().before()).isGreaterThanOrEqualTo(found.limits().after());
        assertThat(found.limits().lost()).as("a fair firm without security is lent nothing").isPositive();
        assertThat(replay.result().customers().worse()).isPositive();
        assertThat(replay.result().customers().lossAfter()).as("what is lent already").isGreaterThan(replay.result().customers().lossBefore());
        assertThat(strong.proposal().amount()).as("the case itself").isEqualTo(before);
    }

    @Test
    void otherTermsOfAGradeMoveTheLimitAndNotTheGrade() throws IOException {
        ApplicationCase strong = bank.anApplication().asking("30000000").judged("STRONG").offered();

        Replay replay = replay("grade-terms", text("grade-terms").replace("<text>1.00</text>", "<text>0.10</text>"));

        ReplayLine line = line(replay, strong.number());
        assertThat(line.gradeAfter()).isEqualTo(line.gradeBefore());
        assertThat(line.limitAfter()).isLessThan(line.limitBefore());
        assertThat(replay.result().applications().limits().lowered()).isPositive();
    }

    @Test
    void aKnockOutRuleNobodyPassesLeavesNoLimit() throws IOException {
        ApplicationCase strong = bank.anApplication().judged("STRONG").offered();

        Replay replay = replay("knock-out", text("knock-out").replace("\"J\", \"S\", \"T\"", "\"J\", \"S\", \"T\", \"C\""));

        ReplayLine line = line(replay, strong.number());
        assertThat(line.gradeAfter()).isEqualTo("POOR");
        assertThat(line.limitAfter()).isEqualByComparingTo("0");
        assertThat(line.tierAfter()).isNull();
        assertThat(replay.result().applications().limits().lost()).isPositive();
    }

    @Test
    void tighterAuthorityMovesTheLoadUpwards() throws IOException {
        ApplicationCase strong = bank.anApplication().judged("STRONG").offered();

        Replay replay = replay("approval-authority", text("approval-authority").replace("\"STRAIGHT_THROUGH\"", "\"CREDIT_MANAGER\"")
                .replace("\"SENIOR_CREDIT_MANAGER\"", "\"RISK_DIRECTOR\""));

        Population found = replay.result().applications();
        assertThat(found.better() + found.worse()).isZero();
        assertThat(found.tiersAfter()).doesNotContainKeys("STRAIGHT_THROUGH", "SENIOR_CREDIT_MANAGER");
        assertThat(found.tiersBefore().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(found.tiersAfter().values().stream().mapToInt(Integer::intValue).sum());
        assertThat(strong.approvals()).isNotEmpty();
    }

    @Test
    void aRatingThatCannotBeToldAgainIsCountedAsSuch() throws IOException {
        ApplicationCase odd = bank.anApplication().judged("STRONG").offered();
        String stored = jdbc.sql("SELECT body FROM rating WHERE subject = :subject").param("subject", odd.number()).query(String.class).single();
        jdbc.sql("UPDATE rating SET body = REPLACE(body, '\"siteVisit\":\"STRONG\"', '\"siteVisit\":\"WEAK\"') WHERE subject = :subject")
                .param("subject", odd.number()).update();
        try {
            assertThat(replay("grade-scale", text("grade-scale")).result().applications().notReplayed()).containsKey("NOT_REPRODUCIBLE");
            assertThat(reruns.rerun(reruns.newestFor(odd.number()).orElseThrow().id()).orElseThrow().agrees()).isFalse();
        } finally {
            jdbc.sql("UPDATE rating SET body = :body WHERE subject = :subject").param("body", stored).param("subject", odd.number()).update();
        }
    }

    @Test
    void onlyPolicyOfficersAndRiskDirectorsDraftAndReplay() throws IOException {
        PolicyDraft draft = upload("grade-scale", text("grade-scale"));

        assertThat(Refused.codesOf(() -> replays.replay(draft.draftId(), new PersonId("analyst")).orElseThrow())).containsExactly("MAY_NOT_DRAFT_POLICY");
        assertThat(Refused.codesOf(() -> drafts.upload(new UploadDraft("grade-scale", "x", "x", bytes(text("grade-scale"))), new PersonId("manager"))
                .orElseThrow())).containsExactly("MAY_NOT_DRAFT_POLICY");
        assertThat(Refused.codesOf(() -> drafts.revise(draft.draftId(), bytes(text("grade-scale")), new PersonId("director")).orElseThrow()))
                .containsExactly("DRAFT_OF_SOMEONE_ELSE");
        assertThat(rest.withBasicAuth("applicant", "shouxin-demo").getForEntity("/api/v1/policy-drafts", String.class).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void draftsAreUploadedAttachedAndReplayedOverTheApi() throws IOException {
        bank.anApplication().judged("STRONG").offered();
        TestRestTemplate officer = rest.withBasicAuth("policy", "shouxin-demo");
        LinkedMultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("policy", "grade-scale");
        form.add("title", "良好自 60 分起");
        form.add("source", "试验");
        form.add("file", file("draft.dmn", text("grade-scale").replace("[70..85)", "[60..85)").replace("[55..70)", "[55..60)")));
        JsonNode draft = officer.postForObject("/api/v1/policy-drafts", form, JsonNode.class);
        assertThat(draft.get("version").asText()).isEqualTo("2026.1");
        String here = "/api/v1/policy-drafts/" + draft.get("draftId").asText();

        LinkedMultiValueMap<String, Object> report = new LinkedMultiValueMap<>();
        report.add("file", file("report.html", "<script>alert(1)</script>"));
        assertThat(officer.postForObject(here + "/attachments", report, JsonNode.class).get("attachments")).hasSize(1);
        ResponseEntity<String> attachment = officer.getForEntity(here + "/attachments/1", String.class);
        assertThat(attachment.getHeaders().getContentDisposition().isAttachment()).isTrue();

        JsonNode replay = officer.postForObject(here + "/replays", null, JsonNode.class);
        assertThat(replay.at("/applications/expectedLossBefore").isTextual()).isTrue();
        assertThat(replay.at("/applications/migration")).hasSize(5);
        assertThat(officer.getForObject(here + "/replays/" + replay.get("replayId").asText() + "/lines?size=5", JsonNode.class).isArray()).isTrue();
        assertThat(officer.getForObject(here + "/replays", JsonNode.class)).hasSize(1);

        form.set("file", file("draft.dmn", text("grade-scale").replace("[70..85)", "[71..85)")));
        ResponseEntity<JsonNode> refused = officer.postForEntity("/api/v1/policy-drafts", form, JsonNode.class);
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody().at("/refusals/0/code").asText()).isEqualTo("DRAFT_GAP");
    }

    private Replay replay(String policy, String text) {
        return replays.replay(upload(policy, text).draftId(), OFFICER).orElseThrow();
    }

    private PolicyDraft upload(String policy, String text) {
        return drafts.upload(new UploadDraft(policy, "测试草案", "测试", bytes(text)), OFFICER).orElseThrow();
    }

    private ReplayLine line(Replay replay, String subject) {
        List<ReplayLine> lines = replays.lines(replay.replayId(), 0, 1000);
        return lines.stream().filter(line -> line.subject().equals(subject)).findFirst().orElseThrow();
    }

    private static ByteArrayResource file(String name, String text) {
        return new ByteArrayResource(bytes(text)) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String policy) throws IOException {
        return PolicyFile.of(policy, "2026.1");
    }
}
