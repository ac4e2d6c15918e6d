package io.shouxin.rating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Probability;
import io.shouxin.kernel.RatingId;
import io.shouxin.modelling.FactorRankings;
import io.shouxin.modelling.ObservedCase;
import io.shouxin.testkit.ApplicationTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;

/** The bank's own ratings teach what its grades hang on. */
@ApplicationTest
class FactorRankingInApplicationTest {

    @Autowired
    private Ratings ratings;
    @Autowired
    private RatedCases cases;
    @Autowired
    private FactorRankings rankings;
    @Autowired
    private TestRestTemplate rest;

    @Test
    void offersTheOutcomesOfAllFloors() {
        assertThat(rankings.outcomes()).contains("WEAK_GRADE", "KNOCKED_OUT", "DEFAULTED_LATER", "DECLINED");
    }

    @Test
    void ranksTheFactsOfStoredRatingsForThoseWhoJudgeRisk() {
        for (int i = 0; i < 60; i++) {
            add(customer(), "1", Instant.EPOCH.plusSeconds(i), i % 3 == 0 ? Grade.WATCH : Grade.GOOD, List.of(),
                    Map.of("plantedVoidRate", i % 3 == 0 ? "0.4" : "0.0" + (1 + i % 2)));
        }
        ResponseEntity<JsonNode> answer = ask("analyst", "WEAK_GRADE");

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody().get("cases").asInt()).isGreaterThanOrEqualTo(60);
        assertThat(answer.getBody().get("label").asText()).isNotBlank().isNotEqualTo("outcome.WEAK_GRADE");
        JsonNode planted = null;
        for (JsonNode factor : answer.getBody().get("factors")) {
            planted = factor.get("factor").asText().equals("plantedVoidRate") ? factor : planted;
        }
        assertThat(planted).isNotNull();
        assertThat(new BigDecimal(planted.get("iv").asText())).isGreaterThan(new BigDecimal("0.3"));
    }

    /** The question is a good one: that there are too few cases is its answer, in words. */
    @Test
    void saysWhatIsMissingWhereTooFewCasesHaveEnded() {
        ResponseEntity<JsonNode> nobody = ask("director", "WEAK_GRADE&population=NOBODY");

        assertThat(nobody.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(nobody.getBody().get("obstacle").asText()).contains("10");
        assertThat(nobody.getBody().get("factors")).isEmpty();
        assertThat(nobody.getBody().has("cases")).isFalse();
    }

    @Test
    void isNotShownToCustomersAndAsksForAnOutcomeThereIs() {
        assertThat(ask("applicant", "WEAK_GRADE").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(ask("rm", "WEAK_GRADE").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(rest.getForEntity("/api/v1/factor-rankings?outcome=WEAK_GRADE", String.class).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(ask("director", "WEATHER").getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(ask("director", "WEATHER").getBody().get("code").asText()).isEqualTo("OUTCOME_UNKNOWN");
    }

    @Test
    @Transactional
    void aLaterDefaultCountsAgainstTheGradeBeforeItAndTheLastRatingTellsNothingYet() {
        CustomerId defaulted = customer();
        CustomerId sound = customer();
        Instant far = Instant.parse("2099-01-01T00:00:00Z");
        add(defaulted, "1", far, Grade.GOOD, List.of(), Map.of("mark", "first of the defaulted"));
        add(defaulted, "2", far.plusSeconds(10), Grade.POOR, List.of("DEFAULT_RECORDED"), Map.of("mark", "knocked out"));
        add(sound, "3", far, Grade.FAIR, List.of(), Map.of("mark", "first of the sound"));
        add(sound, "4", far.plusSeconds(10), Grade.GOOD, List.of(), Map.of("mark", "last of the sound"));

        assertThat(cases.cases("DEFAULTED_LATER").stream().filter(one -> one.facts().containsKey("mark")))
                .extracting(one -> one.facts().get("mark"), ObservedCase::bad)
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("first of the defaulted", true),
                        org.assertj.core.groups.Tuple.tuple("first of the sound", false));
    }

    @Test
    @Transactional
    void onlyTheNewestRatingOfACaseCounts() {
        CustomerId firm = customer();
        Instant far = Instant.parse("2099-02-01T00:00:00Z");
        String subject = "CA-" + UUID.randomUUID();
        add(firm, subject, "1", far, Grade.POOR, List.of(), Map.of("mark", "older"));
        add(firm, subject, "2", far.plusSeconds(10), Grade.GOOD, List.of(), Map.of("mark", "newer"));

        Set<String> seen = new TreeSet<>();
        cases.cases("WEAK_GRADE").stream().filter(one -> one.facts().containsKey("mark")).forEach(one -> seen.add(one.facts().get("mark")));
        assertThat(seen).containsExactly("newer");
        assertThat(cases.bySubject().get(subject).values()).containsEntry("mark", "newer");
    }

    private ResponseEntity<JsonNode> ask(String person, String outcome) {
        return rest.withBasicAuth(person, "shouxin-demo").getForEntity("/api/v1/factor-rankings?outcome=" + outcome, JsonNode.class);
    }

    private void add(CustomerId customer, String attempt, Instant at, Grade grade, List<String> reasons, Map<String, String> inputs) {
        add(customer, "CA-" + UUID.randomUUID(), attempt, at, grade, reasons, inputs);
    }

    private void add(CustomerId customer, String subject, String attempt, Instant at, Grade grade, List<String> reasons, Map<String, String> inputs) {
        ratings.add(new RatingView(new RatingId("RT-" + UUID.randomUUID().toString().substring(0, 30)), customer, subject, RatingBasis.INVOICES,
                !reasons.isEmpty(), reasons.isEmpty() ? new BigDecimal("60.0") : new BigDecimal("0.0"), grade, new Probability(new BigDecimal("0.03")),
                Map.of(), List.of(), List.of(), reasons, inputs, LocalDate.of(2026, 11, 1), at, new PersonId("analyst"),
                RatingEvidence.NONE, Optional.empty()), attempt);
    }

    private static CustomerId customer() {
        return new CustomerId("C-T-" + UUID.randomUUID().toString().substring(0, 20));
    }
}
