package io.shouxin.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.GroupId;
import io.shouxin.kernel.PersonId;
import io.shouxin.testkit.ApplicationTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/** Relations, what follows from them, and what an officer makes of it, the way programs go. */
@ApplicationTest
class ConnectedGroupsTest {

    private static final PersonId ANALYST = new PersonId("analyst");

    @Autowired private CustomerRegister register;
    @Autowired private Parties parties;
    @Autowired private Connections connections;
    @Autowired private GroupProposals proposals;
    @Autowired private GroupTree tree;
    @Autowired private BusinessClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private TestRestTemplate http;

    @ParameterizedTest(name = "{0} {1} = {2}: {3} at {4}")
    @CsvSource(delimiter = '|', nullValues = "null", value = {
        "SHAREHOLDING|kind|null|RELATION_KIND_MISSING|kind", "SHAREHOLDING|from|null|PARTY_MISSING|from", "SHAREHOLDING|from|' '|PARTY_MISSING|from",
        "SHAREHOLDING|from|C-1900-000001|PARTY_UNKNOWN|from", "SHAREHOLDING|to|x' OR 1=1|PARTY_UNKNOWN|to", "SHAREHOLDING|to|FIRM|RELATION_WITH_ITSELF|to",
        "SHAREHOLDING|to|PERSON|RELATION_NEEDS_A_FIRM|to", "VOTING_CONTROL|to|PERSON|RELATION_NEEDS_A_FIRM|to", "KEY_PERSON|from|FIRM|RELATION_NEEDS_A_PERSON|from",
        "KEY_PERSON|to|PERSON2|RELATION_NEEDS_A_FIRM|to", "RELATIVE|to|FIRM|RELATION_NEEDS_A_PERSON|to",
        "SHAREHOLDING|percent|null|PERCENT_MISSING|percent", "SHAREHOLDING|percent|0|PERCENT_OUT_OF_RANGE|percent", "SHAREHOLDING|percent|-5|PERCENT_OUT_OF_RANGE|percent",
        "SHAREHOLDING|percent|100.000001|PERCENT_OUT_OF_RANGE|percent", "SHAREHOLDING|percent|33.3333333|PERCENT_TOO_PRECISE|percent",
        "SHAREHOLDING|percent|1E999999999|PERCENT_OUT_OF_RANGE|percent", "SHAREHOLDING|percent|1E-999999999|PERCENT_OUT_OF_RANGE|percent",
        "ECONOMIC_DEPENDENCE|percent|101|PERCENT_OUT_OF_RANGE|percent", "VOTING_CONTROL|percent|0.0000001|PERCENT_TOO_PRECISE|percent",
        "SHAREHOLDING|amount|5|RELATION_FIELD_UNFIT|amount", "SHAREHOLDING|detail|SALES|RELATION_FIELD_UNFIT|detail", "KEY_PERSON|percent|5|RELATION_FIELD_UNFIT|percent",
        "SHAREHOLDING|generations|2|RELATION_FIELD_UNFIT|generations", "KEY_PERSON|detail|null|RELATION_DETAIL_UNKNOWN|detail", "KEY_PERSON|detail|JANITOR|RELATION_DETAIL_UNKNOWN|detail",
        "ECONOMIC_DEPENDENCE|detail|RENT|RELATION_DETAIL_UNKNOWN|detail", "RELATIVE|detail|null|RELATION_DETAIL_UNKNOWN|detail",
        "RELATIVE|generations|null|GENERATIONS_OUT_OF_RANGE|generations", "RELATIVE|generations|0|GENERATIONS_OUT_OF_RANGE|generations", "RELATIVE|generations|10|GENERATIONS_OUT_OF_RANGE|generations",
        "GUARANTEE|amount|null|GUARANTEE_AMOUNT_NOT_POSITIVE|amount", "GUARANTEE|amount|0|GUARANTEE_AMOUNT_NOT_POSITIVE|amount", "GUARANTEE|amount|-1|GUARANTEE_AMOUNT_NOT_POSITIVE|amount",
        "GUARANTEE|amount|0.001|GUARANTEE_AMOUNT_OUT_OF_RANGE|amount", "GUARANTEE|amount|1E13|GUARANTEE_AMOUNT_OUT_OF_RANGE|amount", "GUARANTEE|amount|1E999999999|GUARANTEE_AMOUNT_OUT_OF_RANGE|amount",
        "GUARANTEE|currency|null|GUARANTEE_CURRENCY_UNKNOWN|currency", "GUARANTEE|currency|YUAN|GUARANTEE_CURRENCY_UNKNOWN|currency", "GUARANTEE|currency|cny|GUARANTEE_CURRENCY_UNKNOWN|currency",
        "GUARANTEE|validTo|null|GUARANTEE_WITHOUT_END|validTo", "GUARANTEE|detail|null|GUARANTEE_NUMBER_MISSING|detail", "GUARANTEE|percent|5|RELATION_FIELD_UNFIT|percent",
        "SHAREHOLDING|validFrom|null|RELATION_DATE_MISSING|validFrom", "SHAREHOLDING|validFrom|1899-12-31|RELATION_DATE_OUT_OF_RANGE|validFrom",
        "SHAREHOLDING|validFrom|2999-01-01|RELATION_DATE_OUT_OF_RANGE|validFrom", "SHAREHOLDING|validTo|2019-12-31|RELATION_DATES_REVERSED|validTo",
        "SHAREHOLDING|validTo|2999-01-01|RELATION_DATE_OUT_OF_RANGE|validTo", "SHAREHOLDING|source|null|RELATION_SOURCE_MISSING|source", "SHAREHOLDING|source|' '|RELATION_SOURCE_MISSING|source",
        "SHAREHOLDING|evidence|null|RELATION_EVIDENCE_MISSING|evidence", "SHAREHOLDING|evidence|a\u0000b|TEXT_HAS_CONTROL_CHARACTERS|evidence"})
    void refusesWhatCannotBeARelationAndKeepsNothing(String kind, String field, String value, String code, String at) {
        String firm = outside(CustomerKind.ENTERPRISE);
        String other = outside(CustomerKind.ENTERPRISE);
        String person = outside(CustomerKind.INDIVIDUAL);
        String second = outside(CustomerKind.INDIVIDUAL);
        Map<String, String> names = Map.of("FIRM", firm, "PERSON", person, "PERSON2", second);
        boolean people = kind.equals("KEY_PERSON") || kind.equals("RELATIVE");
        Map<String, Object> body = wish(kind, people ? person : firm, kind.equals("RELATIVE") ? second : other);
        body.put(field, names.getOrDefault(value == null ? "" : value, value));
        long before = count();
        ResponseEntity<JsonNode> answer = post("/relations", body);
        assertThat(answer.getStatusCode().value()).as(String.valueOf(answer.getBody())).isEqualTo(422);
        assertThat(answer.getBody().findValuesAsText("code")).contains(code);
        assertThat(answer.getBody().path("refusals").findValuesAsText("field")).contains(at);
        assertThat(count()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"SHAREHOLDING", "VOTING_CONTROL", "KEY_PERSON", "RELATIVE", "ECONOMIC_DEPENDENCE", "GUARANTEE"})
    void keepsARelationOfEachKindAndTellsItAgainUnchanged(String kind) {
        boolean people = kind.equals("KEY_PERSON") || kind.equals("RELATIVE");
        String from = outside(people ? CustomerKind.INDIVIDUAL : CustomerKind.ENTERPRISE);
        String to = outside(kind.equals("RELATIVE") ? CustomerKind.INDIVIDUAL : CustomerKind.ENTERPRISE);
        Map<String, Object> body = wish(kind, from, to);
        ResponseEntity<JsonNode> first = post("/relations", body);
        assertThat(first.getStatusCode().value()).as(String.valueOf(first.getBody())).isEqualTo(201);
        assertThat(post("/relations", body).getBody().path("id").asText()).isEqualTo(first.getBody().path("id").asText());
        assertThat(get("analyst", "/parties/" + from + "/relations").getBody()).hasSize(1);
        body.put("validFrom", "2021-01-01");
        assertThat(codes(post("/relations", body))).contains("RELATION_OVERLAPS");
    }

    @Test
    void sharesOfAFirmNeverAddUpToMoreThanTheWholeOnAnyDay() {
        String firm = outside(CustomerKind.ENTERPRISE);
        String a = outside(CustomerKind.ENTERPRISE);
        String b = outside(CustomerKind.ENTERPRISE);
        Map<String, Object> past = share(a, firm, "70");
        past.put("validTo", "2022-12-31");
        assertThat(post("/relations", past).getStatusCode().value()).isEqualTo(201);
        Map<String, Object> overlapping = share(b, firm, "31");
        overlapping.put("validFrom", "2022-12-31");
        assertThat(codes(post("/relations", overlapping))).contains("PERCENT_ABOVE_THE_WHOLE");
        overlapping.put("validFrom", "2023-01-01");
        overlapping.put("percent", "100");
        assertThat(post("/relations", overlapping).getStatusCode().value()).as("from the day after").isEqualTo(201);
        assertThat(codes(post("/relations", share(outside(CustomerKind.ENTERPRISE), firm, "30.000001")))).contains("PERCENT_ABOVE_THE_WHOLE");
    }

    @Test
    void ofTwoWhoEnterSixtyPercentAtTheSameMomentOneIsRefused() throws Exception {
        String firm = outside(CustomerKind.ENTERPRISE);
        List<Callable<Integer>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Map<String, Object> body = share(outside(CustomerKind.ENTERPRISE), firm, "60");
            both.add(() -> post("/relations", body).getStatusCode().value());
        }
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Integer> answers = new ArrayList<>();
            for (var answer : people.invokeAll(both)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(201, 422);
        } finally {
            people.shutdown();
        }
    }

    @Test
    void aRelationIsReplacedEndedOrAnnulledAndThePastStays() {
        String holder = outside(CustomerKind.ENTERPRISE);
        String firm = outside(CustomerKind.ENTERPRISE);
        String id = post("/relations", share(holder, firm, "40")).getBody().path("id").asText();
        Map<String, Object> more = share(holder, firm, "60");
        more.put("validFrom", "2024-07-01");
        JsonNode successor = post("/relations/" + id + "/successor", more).getBody();
        assertThat(successor.path("replaces").asText()).isEqualTo(id);
        assertThat(post("/relations/" + id + "/successor", more).getBody().path("id")).as("told again").isEqualTo(successor.path("id"));
        assertThat(edges(firm, "2024-06-30")).containsExactly("40");
        assertThat(edges(firm, "2024-07-01")).containsExactly("60");
        assertThat(edges(firm, "2019-12-31")).isEmpty();
        assertThat(codes(post("/relations/" + id + "/successor", share(firm, holder, "10")))).contains("RELATION_REPLACES_ANOTHER");

        String later = successor.path("id").asText();
        assertThat(codes(post("/relations/" + later + "/end", Map.of("lastDay", "2024-06-30", "reason", "转让")))).contains("RELATION_DATES_REVERSED");
        assertThat(codes(post("/relations/" + later + "/end", Map.of("lastDay", "2999-01-01", "reason", "转让")))).contains("RELATION_DATE_OUT_OF_RANGE");
        assertThat(codes(post("/relations/" + later + "/end", Map.of("reason", "转让")))).contains("RELATION_DATE_MISSING");
        assertThat(codes(post("/relations/" + later + "/end", Map.of("lastDay", "2024-12-31")))).contains("REASON_MISSING");
        assertThat(codes(post("/relations/PR-1900-1/end", Map.of("lastDay", "2024-12-31", "reason", "转让")))).contains("RELATION_UNKNOWN");
        for (int twice = 0; twice < 2; twice++) {
            assertThat(post("/relations/" + later + "/end", Map.of("lastDay", "2024-12-31", "reason", "转让")).getBody().path("validTo").asText()).isEqualTo("2024-12-31");
        }
        assertThat(codes(post("/relations/" + later + "/end", Map.of("lastDay", "2024-11-30", "reason", "转让")))).contains("RELATION_ENDED");
        assertThat(edges(firm, "2025-01-01")).isEmpty();
        assertThat(post("/relations/" + later + "/end", Map.of("reason", "录入错误", "mistaken", true)).getStatusCode().value()).isEqualTo(200);
        assertThat(edges(firm, "2024-07-01")).as("never held").isEmpty();
        assertThat(get("auditor", "/parties/" + firm + "/relations").getBody()).as("and is still on file").hasSize(2);
    }

    @Test
    void anOutsidePartyIsSealedAndBecomesTheCustomerWhenRegistered() {
        JsonNode person = post("/parties", Map.of("kind", "INDIVIDUAL", "name", "某某", "identifierType", "RESIDENT_ID", "identifier", "110101190003075014")).getBody();
        assertThat(person.path("identifierMasked").asText()).isEqualTo("1****************4");
        assertThat(jdbc.sql("SELECT identifier_kept FROM outside_party WHERE party_id = ?").param(person.path("id").asText()).query(String.class).single())
                .startsWith("v1:").doesNotContain("19000307");
        assertThat(post("/parties", Map.of("kind", "INDIVIDUAL", "name", "又名", "identifierType", "RESIDENT_ID", "identifier", "110101190003075014")).getBody().path("id"))
                .isEqualTo(person.path("id"));
        assertThat(codes(post("/parties", Map.of("kind", "INDIVIDUAL", "name", "某某", "identifierType", "RESIDENT_ID", "identifier", "110101190003075011"))))
                .contains("RESIDENT_ID_CHECK_DIGIT");
        assertThat(codes(post("/parties", Map.of("kind", "ENTERPRISE", "name", " ", "identifierType", "RESIDENT_ID", "identifier", "1"))))
                .contains("CUSTOMER_NAME_MISSING", "IDENTIFIER_TYPE_UNFIT");

        CustomerId firm = customer();
        assertThat(post("/relations", share(person.path("id").asText(), firm.value(), "80")).getStatusCode().value()).isEqualTo(201);
        CustomerId now = register.register(RegisterCustomer.individual("某某", "110101190003075014"), ANALYST).orElseThrow().id();
        JsonNode held = get("analyst", "/parties/" + firm + "/relations").getBody().get(0);
        assertThat(held.path("from").asText()).isEqualTo(now.value());
        assertThat(proposals.of(firm)).as("both are customers now").singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(ProposalKind.NEW_GROUP);
            assertThat(found.customers()).contains(firm, now);
        });
        assertThat(codes(post("/relations", share(now.value(), firm.value(), "20")))).as("the same holder").contains("RELATION_OVERLAPS");
    }

    @Test
    void aDetectedGroupWaitsForAnOfficerAndARejectionIsRememberedUntilTheGraphChanges() {
        CustomerId mother = customer();
        CustomerId daughter = customer();
        String held = post("/relations", share(mother.value(), daughter.value(), "60")).getBody().path("id").asText();
        GroupProposal found = proposals.of(daughter).get(0);
        assertThat(register.find(daughter).orElseThrow().group()).as("nothing is joined without a person").isEmpty();
        assertThat(connections.standing(daughter).unconfirmed()).hasSize(1);
        assertThat(connections.standing(mother).unconfirmed()).hasSize(1);

        assertThat(codes(post("/group-proposals/" + found.id() + "/rejection", Map.of("reason", " ")))).contains("REASON_MISSING");
        assertThat(codes(post("/group-proposals/ffff/rejection", Map.of("reason", "否")))).contains("GROUP_PROPOSAL_GONE");
        assertThat(as("rm", "/group-proposals/" + found.id() + "/acceptance", Map.of("reason", "是")).getStatusCode().value()).isEqualTo(403);
        for (int twice = 0; twice < 2; twice++) {
            assertThat(post("/group-proposals/" + found.id() + "/rejection", Map.of("reason", "财务投资，不参与经营")).getBody().path("rejected").asBoolean()).isTrue();
        }
        assertThat(connections.standing(daughter).unconfirmed()).as("answered").isEmpty();
        post("/relations/" + held + "/end", Map.of("lastDay", clock.today().minusDays(1).toString(), "reason", "增持"));
        Map<String, Object> more = share(mother.value(), daughter.value(), "80");
        more.put("validFrom", clock.today().toString());
        post("/relations", more);
        GroupProposal again = proposals.of(daughter).get(0);
        assertThat(again.rejected()).as("asked again").isFalse();

        String name = "母子集团" + mother;
        post("/group-proposals/" + again.id() + "/acceptance", Map.of("reason", "持股 80%，合并报表", "groupName", name));
        assertThat(register.find(daughter).orElseThrow().groupName()).isEqualTo(name);
        assertThat(register.find(mother).orElseThrow().groupName()).isEqualTo(name);
        assertThat(connections.standing(mother).unconfirmed()).isEmpty();
        assertThat(tree.of(mother)).singleElement().satisfies(membership -> assertThat(membership.joinReason()).contains("80%"));

        CustomerId third = customer();
        String dependence = post("/relations", dependence(third.value(), daughter.value(), "55")).getBody().path("id").asText();
        GroupProposal joining = proposals.of(third).get(0);
        assertThat(joining.kind()).isEqualTo(ProposalKind.MEMBER_TO_JOIN);
        assertThat(connections.standing(daughter).unconfirmed()).as("whom the newcomer would weigh on").hasSize(1);
        post("/group-proposals/" + joining.id() + "/acceptance", Map.of("reason", "单一客户依赖"));
        post("/relations/" + dependence + "/end", Map.of("reason", "录入错误", "mistaken", true));
        post("/relations", dependence(third.value(), daughter.value(), "10"));
        GroupProposal leaving = proposals.of(third).get(0);
        assertThat(leaving.kind()).isEqualTo(ProposalKind.MEMBER_TO_LEAVE);
        assertThat(connections.standing(third).unconfirmed()).as("no reason to lend more freely, none to stop").isEmpty();
        post("/group-proposals/" + leaving.id() + "/acceptance", Map.of("reason", "依赖已解除"));
        assertThat(register.find(third).orElseThrow().group()).isEmpty();
    }

    @Test
    void circlesAndCrossHoldingsAreFoundAndTheGraphTellsThem() {
        List<CustomerId> firms = List.of(customer(), customer(), customer());
        for (int i = 0; i < 3; i++) {
            assertThat(post("/relations", wish("GUARANTEE", firms.get(i).value(), firms.get((i + 1) % 3).value())).getStatusCode().value()).isEqualTo(201);
        }
        post("/relations", share(firms.get(0).value(), firms.get(1).value(), "10"));
        post("/relations", share(firms.get(1).value(), firms.get(0).value(), "10"));
        ConnectionStanding standing = connections.standing(firms.get(0));
        assertThat(standing.guaranteeCircle()).isTrue();
        assertThat(standing.crossHolding()).isTrue();
        assertThat(standing.circles()).extracting(Circle::kind).containsExactly(Circle.Kind.GUARANTEE_CIRCLE, Circle.Kind.CROSS_HOLDING);
        assertThat(standing.unconfirmed()).as("guarantees make no group").isEmpty();
        JsonNode picture = get("analyst", "/parties/" + firms.get(0) + "/connections").getBody();
        assertThat(picture.path("guarantors")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(picture.path("owners").get(0).path("percent").asText()).as("10 % of the firm, the firm's own round aside").isEqualTo("10.000000");
        assertThat(get("analyst", "/relation-circles?asOf=2019-01-01").getBody().path("circles").findValuesAsText("parties")).isEmpty();
    }

    @Test
    void groupsStandUnderEachOtherInTimeButNeverInARound() {
        CustomerId member = register.register(masked("集团甲" + UUID.randomUUID()), ANALYST).orElseThrow().id();
        CustomerId other = register.register(masked("集团乙" + UUID.randomUUID()), ANALYST).orElseThrow().id();
        GroupId upper = register.find(member).orElseThrow().group().orElseThrow();
        GroupId lower = register.find(other).orElseThrow().group().orElseThrow();
        assertThat(post("/groups/" + lower + "/parent", Map.of("parentId", upper.value(), "reason", "控股")).getBody().path("parent").asText()).isEqualTo(upper.value());
        assertThat(codes(post("/groups/" + upper + "/parent", Map.of("parentId", lower.value(), "reason", "控股")))).contains("GROUP_PARENT_CIRCLE");
        assertThat(codes(post("/groups/" + upper + "/parent", Map.of("parentId", upper.value(), "reason", "控股")))).contains("GROUP_PARENT_CIRCLE");
        assertThat(codes(post("/groups/" + upper + "/parent", Map.of("parentId", "G-1900-1", "reason", "控股")))).contains("GROUP_UNKNOWN");
        assertThat(codes(post("/groups/" + upper + "/parent", Map.of("parentId", lower.value(), "from", "2999-01-01", "reason", " "))))
                .contains("GROUP_DATE_IN_FUTURE", "REASON_MISSING");
        assertThat(get("analyst", "/groups/" + upper).getBody().path("children").get(0).path("members").get(0).path("customer").asText()).isEqualTo(other.value());
        assertThat(get("analyst", "/groups/" + upper + "?asOf=" + clock.today().minusDays(1)).getBody().path("children")).isEmpty();
        assertThat(codes(post("/customers/" + member + "/group", Map.of("groupName", "另一集团", "from", clock.today().minusDays(1).toString()))))
                .contains("GROUP_MEMBERSHIP_BEFORE_REGISTRATION");
        assertThat(codes(post("/customers/" + member + "/group", Map.of("groupName", "另一集团", "from", clock.today().plusDays(1).toString()))))
                .contains("GROUP_DATE_IN_FUTURE");
        assertThat(post("/customers/" + member + "/group/leave", Map.of("reason", "出售")).getStatusCode().value()).isEqualTo(200);
        assertThat(codes(post("/customers/" + member + "/group/leave", Map.of("reason", "出售")))).contains("NOT_IN_A_GROUP");
    }

    @Test
    void aFileIsJudgedRowByRowAndBroughtInAsAWhole() {
        CustomerId firm = customer();
        String name = "某控股" + firm;
        String head = "关系类型,甲方名称,甲方类别,乙方编号,比例,职务,金额,币种,合同编号2,起始日,终止日,来源,依据\n";
        String good = head + "持股," + name + ",企业," + firm + ",60%,,,,,2024年1月1日,,工商,章程\n"
                + "任职,张某" + firm + ",个人," + firm + ",,法定代表人,,,,2024-01-01,,工商,登记\n";
        String bad = good + "持股," + name + ",企业," + firm + ",41,,,,,2024-02-01,,工商,章程\n持股,未知之人,," + firm + ",abc,,,,,昨天,,,\n";
        JsonNode judged = upload("/relations/preview", bad).getBody();
        assertThat(judged.path("importable").asBoolean()).isFalse();
        assertThat(judged.path("rows").findValuesAsText("standing")).containsExactly("ADDED", "ADDED", "REFUSED", "REFUSED");
        assertThat(judged.path("rows").get(2).findValuesAsText("code")).containsExactly("RELATION_OVERLAPS");
        assertThat(judged.path("rows").get(3).findValuesAsText("code")).contains("PARTY_UNKNOWN", "RELATION_NUMBER_MALFORMED", "RELATION_DATE_MALFORMED");
        assertThat(parties.named(name)).as("a preview names nobody").isEmpty();
        assertThat(upload("/relations/import", bad).getStatusCode().value()).isEqualTo(422);
        assertThat(parties.named(name)).isEmpty();
        assertThat(upload("/relations/import", good).getStatusCode().value()).isEqualTo(201);
        assertThat(upload("/relations/preview", good).getBody().path("rows").findValuesAsText("standing")).containsExactly("ON_FILE", "ON_FILE");
        assertThat(get("analyst", "/parties/" + firm + "/relations").getBody()).hasSize(2);
        assertThat(upload("/relations/preview", "a,b\n1,2\n").getBody().path("problems").findValuesAsText("code")).containsExactly("RELATION_FILE_EMPTY");
        assertThat(upload("/relations/preview", "关系类型,甲方,乙方,起始日\n").getBody().path("problems").findValuesAsText("code")).containsExactly("RELATION_COLUMNS_MISSING");
    }

    @Test
    void anApplicantSeesNothingOfItAndAnAuditorChangesNothing() {
        CustomerId firm = customer();
        for (String path : List.of("/parties?text=a", "/parties/" + firm + "/relations", "/parties/" + firm + "/connections", "/relation-circles",
                "/group-proposals", "/customers/" + firm + "/memberships", "/customers/" + firm + "/connection-standing", "/groups/G-2026-000001")) {
            assertThat(get("applicant", path).getStatusCode().value()).as(path).isEqualTo(404);
        }
        assertThat(as("auditor", "/relations", share(firm.value(), outside(CustomerKind.ENTERPRISE), "5")).getStatusCode().value()).isEqualTo(403);
        assertThat(as("applicant", "/relations", share(firm.value(), outside(CustomerKind.ENTERPRISE), "5")).getStatusCode().value()).isEqualTo(403);
        assertThat(get("analyst", "/parties/C-1900-1/connections").getStatusCode().value()).isEqualTo(404);
    }

    /* In short */

    private CustomerId customer() {
        return register.register(RegisterCustomer.masked("某某" + UUID.randomUUID().toString().substring(0, 8),
                "K" + UUID.randomUUID().toString().substring(0, 12)), ANALYST).orElseThrow().id();
    }

    private static RegisterCustomer masked(String group) {
        return new RegisterCustomer(CustomerKind.ENTERPRISE, "某某", IdentifierType.INTERNAL_REFERENCE, "K" + UUID.randomUUID().toString().substring(0, 12),
                null, null, null, null, null, null, null, group);
    }

    private String outside(CustomerKind kind) {
        return parties.register(new RegisterOutsideParty(kind, "外部" + UUID.randomUUID().toString().substring(0, 8), null, null), ANALYST).orElseThrow().id().value();
    }

    private static Map<String, Object> share(String from, String to, String percent) {
        Map<String, Object> body = wish("SHAREHOLDING", from, to);
        body.put("percent", percent);
        return body;
    }

    private static Map<String, Object> dependence(String from, String to, String percent) {
        Map<String, Object> body = wish("ECONOMIC_DEPENDENCE", from, to);
        body.put("percent", percent);
        return body;
    }

    private static Map<String, Object> wish(String kind, String from, String to) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("kind", kind, "from", from, "to", to, "validFrom", "2020-01-01", "source", "工商登记", "evidence", "股东名册"));
        switch (kind) {
            case "KEY_PERSON" -> body.put("detail", "EXECUTIVE");
            case "RELATIVE" -> body.putAll(Map.of("detail", "COLLATERAL", "generations", 2));
            case "ECONOMIC_DEPENDENCE" -> body.putAll(Map.of("detail", "SALES", "percent", "55"));
            case "GUARANTEE" -> body.putAll(Map.of("detail", "DB-1", "amount", "1000000", "currency", "CNY", "validTo", "2030-12-31"));
            default -> body.put("percent", "12.345678");
        }
        return body;
    }

    private long count() {
        return jdbc.sql("SELECT COUNT(*) FROM party_relation").query(Long.class).single();
    }

    private List<String> edges(String party, String day) {
        return get("analyst", "/parties/" + party + "/connections?asOf=" + day).getBody().path("relations").findValuesAsText("percent");
    }

    private ResponseEntity<JsonNode> get(String person, String path) {
        return http.withBasicAuth(person, "shouxin-demo").getForEntity("/api/v1" + path, JsonNode.class);
    }

    private ResponseEntity<JsonNode> post(String path, Map<String, ?> body) {
        return as("analyst", path, body);
    }

    private ResponseEntity<JsonNode> as(String person, String path, Map<String, ?> body) {
        ObjectNode json = JsonMapper.builder().build().valueToTree(body);
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.withBasicAuth(person, "shouxin-demo").postForEntity("/api/v1" + path, new HttpEntity<>(json, headers), JsonNode.class);
    }

    private ResponseEntity<JsonNode> upload(String path, String text) {
        LinkedMultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("file", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "relations.csv";
            }
        });
        return http.withBasicAuth("analyst", "shouxin-demo").postForEntity("/api/v1" + path, form, JsonNode.class);
    }

    private static List<String> codes(ResponseEntity<JsonNode> answer) {
        assertThat(answer.getStatusCode().value()).as(String.valueOf(answer.getBody())).isEqualTo(422);
        return answer.getBody().findValuesAsText("code");
    }
}
