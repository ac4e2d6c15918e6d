package io.shouxin.approval;

import static io.shouxin.approval.ApprovalHouse.HASH;
import static io.shouxin.approval.ApprovalHouse.himself;
import static io.shouxin.approval.ApprovalHouse.order;
import static io.shouxin.approval.ApprovalHouse.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every pair of person, state and act is a row of {@code who-may.csv}: allowed, or the refusal. The table is read by people; with
 * {@code -Ddocs.write=true} it is written anew. The sentences below hold for it as for any later table.
 */
class WhoMayTest {

    private static final Path TABLE = Path.of("src/test/resources/approval/who-may.csv");
    private static final String ALLOWED = "-";
    private static final List<String> WHO = List.of("applicant", "rm", "analyst", "analyst2", "manager", "manager2", "manager3", "allrounder",
            "senior", "senior2", "director", "committee1", "committee2", "committee6", "legal", "auditor", "admin");
    private static final List<Verb> VERBS = Arrays.stream(Verb.values()).filter(verb -> verb.compareTo(Verb.URGE) <= 0).toList();

    private static ApprovalHouse house;
    private static Map<String, ApprovalCaseView> states;
    private static List<String> rows;

    @BeforeAll
    static void bringCasesIntoEveryState() {
        house = new ApprovalHouse();
        states = new LinkedHashMap<>();
        states.put("first-tier", house.opened(2));
        states.put("first-tier-conflict", conflicted());
        states.put("second-tier", house.approve(house.opened(3), "manager"));
        states.put("returned-to-first", returned());
        states.put("signers-before", asked());
        states.put("signers-after", askedAfterwards());
        states.put("documents", awaiting());
        states.put("customer-documents", awaitingCustomer());
        states.put("committee", house.approve(house.opened(4), "manager", "senior", "director"));
        states.put("committee-voting", house.approve(house.opened(4), "manager", "senior", "director", "committee2"));
        states.put("approved", house.approve(house.opened(1), "manager"));
        states.put("declined", house.decide(house.opened(2), Verdict.DECLINE, "manager").orElseThrow());
        states.put("returned", house.decide(house.opened(2), Verdict.RETURN, "manager").orElseThrow());
        states.put("voided", house.desk.voidCase(house.opened(2).id(), "PROPOSAL_AMENDED", person("analyst")).orElseThrow());
        rows = rows("");
        house.away("manager", "senior2");
        house.away("committee3", "committee6");
        rows.addAll(rows(" (manager and committee3 away; senior2 and committee6 act)"));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static ApprovalCaseView conflicted() {
        ApprovalCaseView view = house.opened(2);
        return house.desk.declareConflict(view.id(), person("manager"), ConflictKind.RELATIVE, "表兄").orElseThrow();
    }

    private static ApprovalCaseView returned() {
        ApprovalCaseView view = house.approve(house.opened(3), "manager");
        return house.returns.toTier(view.id(), null, "请复核抵押物", HASH, person("senior"), himself()).orElseThrow();
    }

    private static ApprovalCaseView asked() {
        ApprovalCaseView view = house.opened(2);
        return house.signers.add(view.id(), order(SigningOrder.Place.BEFORE, SigningOrder.Rule.ALL, "legal", "director"), person("manager"), himself())
                .orElseThrow();
    }

    private static ApprovalCaseView askedAfterwards() {
        ApprovalCaseView view = house.opened(2);
        return house.desk.decide(new Decide(view.id(), Tier.CREDIT_MANAGER, Verdict.APPROVE, "", "", HASH, List.of(), himself(),
                java.util.Optional.of(order(SigningOrder.Place.AFTER, SigningOrder.Rule.ONE, "legal", "director"))), person("manager")).orElseThrow();
    }

    private static ApprovalCaseView awaiting() {
        return house.returns.askForDocuments(house.opened(2).id(), "请提供最新的纳税申报表", HASH, person("manager"), himself()).orElseThrow();
    }

    private static ApprovalCaseView awaitingCustomer() {
        AskedCustomer asked = new AskedCustomer(person("applicant"), Instant.parse("2026-03-16T10:00:00Z"),
                List.of(new AskedCustomer.Document("TAX_CERTIFICATE", "请提供最新的纳税申报表")));
        return house.returns.askForDocuments(house.opened(2).id(), "请客户补充", java.util.Optional.of(asked), HASH, person("manager"), himself()).orElseThrow();
    }

    private static List<String> rows(String remark) {
        List<String> all = new ArrayList<>();
        states.forEach((state, view) -> WHO.forEach(who -> VERBS.forEach(verb ->
                all.add(String.join(",", state + remark, who, verb.name(), answer(view, who, verb))))));
        return all;
    }

    private static String answer(ApprovalCaseView view, String who, Verb verb) {
        Person officer = house.people.find(person(who)).orElseThrow();
        Actor actor = house.bench.actor(officer, himself(), verb.isOfTier() ? view.currentTier().role() : java.util.Optional.empty()).orElseThrow();
        return new WhoMay(view, house.bench.committee(view.course().rules())).refusal(verb, actor, view.currentTier()).map(Refusal::code).orElse(ALLOWED);
    }

    @Test
    void everyPairOfPersonStateAndActIsAsTheTableSays() throws IOException {
        List<String> table = new ArrayList<>(List.of("state,person,act,refusal"));
        table.addAll(rows);
        if (Boolean.getBoolean("docs.write")) {
            Files.createDirectories(TABLE.getParent());
            Files.write(TABLE, table, StandardCharsets.UTF_8);
        }
        assertThat(table).containsExactlyElementsOf(Files.readAllLines(TABLE));
    }

    @Test
    void whoWatchesDoesNothingAtAll() {
        assertThat(allowed()).noneMatch(row -> Set.of("auditor", "admin").contains(row[1]));
    }

    @Test
    void nothingIsDoneWithAClosedCase() {
        assertThat(allowed()).noneMatch(row -> Set.of("approved", "declined", "returned", "voided").contains(row[0].split(" ")[0]));
    }

    @Test
    void nobodyDecidesOnWhatHeMade() {
        assertThat(allowed()).noneMatch(row -> Set.of("analyst", "manager2").contains(row[1])
                && (verb(row).isOfTier() && verb(row) != Verb.DECLARE_CONFLICT || verb(row) == Verb.SIGN));
    }

    @Test
    void onlyTheOpenTierDecidesAndNobodyWhoWasHeardThere() {
        assertThat(allowed().stream().filter(row -> verb(row) == Verb.APPROVE).map(row -> row[0] + " " + row[1])).containsExactlyInAnyOrder(
                "first-tier manager", "first-tier manager3", "first-tier allrounder", "first-tier-conflict manager3", "first-tier-conflict allrounder",
                "second-tier senior", "second-tier senior2", "second-tier allrounder", "returned-to-first manager", "returned-to-first manager3",
                "returned-to-first allrounder", "committee committee1", "committee committee2", "committee-voting committee1",
                "first-tier" + AWAY + "manager", "first-tier" + AWAY + "manager3", "first-tier" + AWAY + "allrounder", "first-tier" + AWAY + "senior2",
                "first-tier-conflict" + AWAY + "manager3", "first-tier-conflict" + AWAY + "allrounder", "second-tier" + AWAY + "senior",
                "second-tier" + AWAY + "senior2", "second-tier" + AWAY + "allrounder", "returned-to-first" + AWAY + "manager",
                "returned-to-first" + AWAY + "manager3", "returned-to-first" + AWAY + "allrounder", "returned-to-first" + AWAY + "senior2",
                "committee" + AWAY + "committee1", "committee" + AWAY + "committee2", "committee" + AWAY + "committee6",
                "committee-voting" + AWAY + "committee1", "committee-voting" + AWAY + "committee6");
    }

    private static final String AWAY = " (manager and committee3 away; senior2 and committee6 act) ";

    @Test
    void anAddedSignerGivesAnOpinionAndNothingElse() {
        assertThat(allowed().stream().filter(row -> row[0].startsWith("signers-before") && row[1].equals("legal")).map(row -> verb(row)))
                .containsExactly(Verb.DECLARE_CONFLICT, Verb.SIGN, Verb.DECLARE_CONFLICT, Verb.SIGN);
    }

    @Test
    void onlyTheCustomerBringsWhatHeIsAskedForAndDoesNothingElse() {
        assertThat(allowed().stream().filter(row -> row[0].startsWith("customer-documents") && verb(row) == Verb.BRING_DOCUMENTS).map(row -> row[1]))
                .containsExactly("applicant", "applicant");
        assertThat(allowed().stream().filter(row -> row[1].equals("applicant")).map(WhoMayTest::verb)).containsExactly(Verb.BRING_DOCUMENTS, Verb.BRING_DOCUMENTS);
    }

    @Test
    void theTableCoversEveryActAPersonDoes() {
        assertThat(allowed().stream().map(WhoMayTest::verb)).containsAll(VERBS.stream().toList());
        assertThat(rows).hasSize(2 * states.size() * WHO.size() * VERBS.size());
        assertThat(Set.of(Role.values())).hasSize(11);
    }

    private static List<String[]> allowed() {
        return rows.stream().map(row -> row.split(",")).filter(row -> row[row.length - 1].equals(ALLOWED))
                .map(row -> new String[] {String.join(",", Arrays.copyOf(row, row.length - 3)), row[row.length - 3], row[row.length - 2]}).toList();
    }

    private static Verb verb(String[] row) {
        return Verb.valueOf(row[2]);
    }
}
