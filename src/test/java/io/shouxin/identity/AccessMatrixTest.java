package io.shouxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.contract.FacilityView;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.Browser.Answer;
import io.shouxin.testkit.ProcessTest;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Who reads what: reader by resource by owner, one row per case. EAST has a customer with a facility, SOUTH one with an application, BOTH is
 * a customer of EAST (facility) and SOUTH (application), HQ one of the head office. What one may not see does not exist.
 */
@ApplicationTest
@ProcessTest
class AccessMatrixTest {

    private static Map<String, ApplicationCase> cases;

    @Autowired
    private Bank bank;
    @LocalServerPort
    private int port;

    @ParameterizedTest(name = "{0} asks for {1} of {2}: {3}")
    @CsvSource({
        // one entity's case: its own people and the head office
        "east-rm,       application,    EAST,  200", "east-analyst,  application,    EAST,  200", "east-manager,  application,    EAST,  200",
        "south-rm,      application,    EAST,  404", "south-analyst, application,    EAST,  404", "south-manager, application,    EAST,  404",
        "rm,            application,    EAST,  200", "manager,       application,    EAST,  200", "auditor,       application,    EAST,  200",
        "applicant,     application,    EAST,  404", "nobody,        application,    EAST,  401",
        "east-rm,       application,    SOUTH, 404", "east-manager,  application,    SOUTH, 404", "south-rm,      application,    SOUTH, 200",
        "east-rm,       application,    HQ,    404", "south-manager, application,    HQ,    404", "analyst,       application,    HQ,    200",
        "east-analyst,  application,    BOTH,  200", "south-analyst, application,    BOTH,  404", "south-analyst, application2,   BOTH,  200",
        "east-analyst,  application2,   BOTH,  404", "director,      application2,   BOTH,  200",
        "east-rm,       case-file,      EAST,  200", "south-rm,      case-file,      EAST,  404", "senior,        case-file,      EAST,  200",
        "east-rm,       screening,      EAST,  200", "south-manager, screening,      EAST,  404", "applicant,     screening,      EAST,  404",
        "east-rm,       screening,      HQ,    404", "manager,       screening,      EAST,  200", "nobody,        screening,      EAST,  401",
        "east-rm,       proposals,      EAST,  200", "south-manager, proposals,      EAST,  404", "applicant,     proposals,      EAST,  404",
        "east-rm,       checklist,      EAST,  200", "south-manager, checklist,      EAST,  404", "legal,         checklist,      EAST,  200",
        "east-rm,       approvals,      EAST,  200", "south-manager, approvals,      EAST,  404", "applicant,     approvals,      EAST,  404",
        "east-rm,       facility,       EAST,  200", "south-manager, facility,       EAST,  404", "manager,       facility,       EAST,  200",
        "south-rm,      facility,       BOTH,  404", "south-manager, facility,       BOTH,  404", "east-rm,       facility,       BOTH,  200",
        "east-rm,       entries,        EAST,  200", "south-manager, entries,        EAST,  404", "south-rm,      entries,        BOTH,  404",
        "east-rm,       account,        EAST,  200", "south-manager, account,        EAST,  404", "east-rm,       account,        BOTH,  404",
        "south-rm,      account,        BOTH,  404", "east-manager,  account,        BOTH,  200", "manager,       account,        BOTH,  200",
        "east-analyst,  duplicates,     BOTH,  200", "south-analyst, duplicates,     BOTH,  404", "applicant,     duplicates,     BOTH,  404",
        "south-analyst, duplicates2,    BOTH,  200", "east-rm,       duplicates2,    BOTH,  404", "manager,       duplicates2,    BOTH,  200",
        "manager,       receipt,        EAST,  200", "auditor,       receipt,        EAST,  200", "south-manager, receipt,        EAST,  404",
        "east-rm,       receipt,        EAST,  403", "applicant,     receipt,        EAST,  404", "nobody,        receipt,        EAST,  401",
        "manager,       receipt.pdf,    EAST,  200", "east-manager,  receipt.pdf,    EAST,  200", "applicant,     receipt.pdf,    EAST,  404",
        "manager,       ended-receipt,  EAST,  200", "south-manager, ended-receipt,  EAST,  404", "east-rm,       ended-receipt,  EAST,  403",
        "applicant,     ended-receipt,  EAST,  404", "nobody,        ended-receipt,  EAST,  401",
        "east-manager,  changes,        EAST,  200", "south-manager, changes,        EAST,  404", "applicant,     changes,        EAST,  404",
        "east-rm,       path-forecast,  EAST,  200", "south-rm,      path-forecast,  EAST,  404", "applicant,     path-forecast,  EAST,  404",
        // the customer's file: entities that deal with him
        "east-rm,       statements,     EAST,  200", "south-rm,      statements,     EAST,  404", "south-manager, statements,     EAST,  404",
        "south-rm,      statements,     BOTH,  200", "east-rm,       statements,     BOTH,  200", "east-rm,       statements,     HQ,    404",
        "applicant,     statements,     BOTH,  404", "nobody,        statements,     BOTH,  401",
        "east-rm,       credit-reports, EAST,  200", "south-rm,      credit-reports, EAST,  404", "south-rm,      credit-reports, BOTH,  200",
        "east-rm,       facts,          EAST,  200", "south-manager, facts,          EAST,  404", "auditor,       facts,          EAST,  200",
        "east-rm,       debts,          EAST,  200", "south-manager, debts,          EAST,  404", "east-manager,  debts,          HQ,    404",
        "east-rm,       invoices,       EAST,  200", "south-manager, invoices,       EAST,  404", "manager,       invoices,       EAST,  200",
        "east-rm,       papers,         EAST,  200", "south-manager, papers,         EAST,  404", "south-rm,      papers,         BOTH,  200",
        "east-rm,       ratings,        EAST,  200", "south-manager, ratings,        EAST,  404", "south-rm,      ratings,        BOTH,  200",
        "east-rm,       overrides,      EAST,  200", "south-manager, overrides,      EAST,  404", "manager,       overrides,      EAST,  200",
        "east-rm,       missing-facts,  EAST,  200", "south-manager, missing-facts,  EAST,  404", "south-rm,      missing-facts,  BOTH,  200",
        "east-rm,       headroom,       EAST,  200", "south-manager, headroom,       EAST,  404", "south-rm,      headroom,       BOTH,  200",
        "east-rm,       map,            EAST,  200", "south-manager, map,            EAST,  404", "south-rm,      map,            BOTH,  200",
        "applicant,     map,            EAST,  404", "nobody,        map,            EAST,  401", "manager,       map,            EAST,  200",
        "east-rm,       trial,          EAST,  200", "south-manager, trial,          EAST,  404", "south-rm,      trial,          BOTH,  404",
        "east-rm,       trial,          BOTH,  404", "east-manager,  trial,          BOTH,  200", "manager,       trial,          BOTH,  200",
        "applicant,     trial,          EAST,  404", "nobody,        trial,          EAST,  401", "east-rm,       trial,          HQ,    404",
        "east-rm,       balances,       EAST,  200", "south-manager, balances,       EAST,  404", "south-rm,      balances,       BOTH,  404",
        "applicant,     balances,       EAST,  404", "east-manager,  balances,       BOTH,  200", "nobody,        balances,       EAST,  401",
        "east-rm,       reconciliation, EAST,  200", "south-manager, reconciliation, EAST,  404", "east-rm,       reconciliation, HQ,    404",
        // the central view: who deals with him, or has the group view
        "east-rm,       central-view,   EAST,  200", "south-rm,      central-view,   EAST,  404", "south-manager, central-view,   EAST,  200",
        "south-rm,      central-view,   BOTH,  200", "east-rm,       central-view,   HQ,    404", "east-manager,  central-view,   HQ,    200",
        "manager,       central-view,   EAST,  200", "applicant,     central-view,   EAST,  404", "nobody,        central-view,   EAST,  401",
        // who he is, so that he is not registered twice: every officer; the applicant his own firm
        "east-rm,       customer,       HQ,    200", "south-rm,      customer,       EAST,  200", "applicant,     customer,       EAST,  404",
        // the one policy is made by the head office
        "policy,        drafts,         -,     200", "east-manager,  drafts,         -,     404", "east-manager,  override-report, -,    404",
        "director,      override-report, -,    200",
        // numbers nobody has
        "east-rm,       application,    NONE,  404", "manager,       application,    NONE,  404", "south-manager, statements,     NONE,  404",
        "south-manager, central-view,   NONE,  404"
    })
    void whoReadsWhat(String reader, String resource, String owner, int status) {
        assertThat(ask(reader, path(resource, owner)).status()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0} writes {1} of {2}: {3}")
    @CsvSource({
        "east-rm,       facts,     EAST, 422", "south-rm,      facts,     EAST, 404", "auditor,       facts,     EAST, 403", "rm,        facts,     EAST, 422",
        "south-analyst, block,     EAST, 404", "east-analyst,  block,     EAST, 422", "east-rm,       block,     EAST, 403", "applicant, block,     EAST, 403",
        "south-analyst, group,     EAST, 404", "south-analyst, identifier, EAST, 404", "east-analyst, identifier, EAST, 422",
        "south-rm,      withdrawal, EAST, 404", "auditor,      withdrawal, EAST, 403", "south-rm,     withdrawal, BOTH, 404",
        "east-manager,  release,   BOTH, 422", "south-manager, release,   BOTH, 404", "applicant,     release,   BOTH, 404"
    })
    void whoWritesWhat(String reader, String resource, String owner, int status) {
        ApplicationCase file = cases().get(owner);
        String customer = "/api/v1/customers/" + file.customer();
        Answer answer = switch (resource) {
            case "facts" -> program(reader).post(customer + "/facts", Map.of("kind", "TAX_RECORD"));
            case "block" -> program(reader).post(customer + "/block", Map.of("reason", ""));
            case "group" -> program(reader).post(customer + "/group", Map.of("groupName", ""));
            case "identifier" -> program(reader).post(customer + "/identifier", Map.of("purpose", ""));
            case "withdrawal" -> program(reader).post("/api/v1/applications/" + file.number() + "/withdrawal", Map.of("reason", "x"));
            case "release" -> program(reader).post("/api/v1/applications/" + file.number() + "/duplicate-granting/release", Map.of("reason", "x"));
            default -> throw new IllegalArgumentException(resource);
        };
        assertThat(answer.status()).isEqualTo(status);
    }

    /** @param shown amount the reader is told of the other entity, or what stands in its place */
    @ParameterizedTest(name = "{0} sees of {1} in the central view: {2}")
    @CsvSource({
        "south-rm,      EAST,  hidden", "south-analyst, EAST,  hidden", "south-manager, EAST,  500000", "east-rm,       EAST,  500000",
        "east-rm,       SOUTH, hidden", "east-analyst,  SOUTH, 0",      "east-manager,  SOUTH, 0",      "manager,       EAST,  500000",
        "director,      SOUTH, 0",      "auditor,       EAST,  500000"
    })
    void amountsOfOthersTakeTheGroupView(String reader, String entity, String shown) {
        var answer = ask(reader, path("central-view", "BOTH")).json();
        var at = java.util.stream.StreamSupport.stream(answer.path("entities").spliterator(), false)
                .filter(each -> each.path("entity").asText().equals(entity)).findFirst().orElseThrow();

        assertThat(at.path("grants").asBoolean()).isEqualTo(entity.equals("EAST"));
        assertThat(at.path("amountsHidden").asBoolean()).isEqualTo(shown.equals("hidden"));
        if (shown.equals("hidden")) {
            assertThat(at.path("committed").path("amount").isMissingNode()).isTrue();
            assertThat(at.path("lines")).isEmpty();
            assertThat(answer.path("committed").path("amount").isMissingNode()).as("a sum would tell it too").isTrue();
        } else {
            assertThat(new java.math.BigDecimal(at.path("committed").path("amount").asText())).isEqualByComparingTo(shown);
            assertThat(answer.path("committed").path("amount").isMissingNode()).as("the sum, only to who sees all of it").isEqualTo(reader.endsWith("-rm"));
        }
    }

    @ParameterizedTest(name = "the map of BOTH is withheld from {0}: {1}")
    @CsvSource({"south-rm, true", "east-rm, true", "east-manager, false", "manager, false"})
    void theMapWithItsSumsTakesTheGroupView(String reader, boolean withheld) {
        var map = ask(reader, path("map", "BOTH")).json();
        assertThat(map.path("withheld").asBoolean()).isEqualTo(withheld);
        assertThat(map.has("root")).isEqualTo(!withheld);
    }

    @ParameterizedTest(name = "headroom of BOTH to {0}: levels {1}")
    @CsvSource({"south-rm, 0", "east-rm, 1", "south-manager, 2", "manager, 2"})
    void sumsOverAllEntitiesAreKeptFromWhoHasNoGroupView(String reader, int levels) {
        assertThat(ask(reader, path("headroom", "BOTH")).json().path("levels")).hasSize(levels);
    }

    /** @param own what of that owner the list must and what it must not have */
    @ParameterizedTest(name = "{0} lists {1}")
    @CsvSource({
        "east-rm,   applications, EAST,  SOUTH", "south-rm, applications, SOUTH, EAST", "manager, applications, EAST, -", "manager, applications, SOUTH, -",
        "east-rm,   applications, BOTH,  HQ",    "manager,  applications?grantingEntity=SOUTH, SOUTH, EAST",
        "east-rm,   applications?grantingEntity=SOUTH, -, SOUTH", "east-rm, applications?grantingEntity=EAST, EAST, SOUTH",
        "east-rm,   facilities,   EAST,  -",     "south-rm, facilities, -, EAST", "manager, facilities?grantingEntity=EAST, EAST, -",
        "south-rm,  facilities?grantingEntity=EAST, -, EAST", "manager, facilities?grantingEntity=SOUTH, -, EAST"
    })
    void listsAreKeptToTheReadersEntities(String reader, String list, String own, String foreign) {
        String body = ask(reader, "/api/v1/" + list + (list.contains("?") ? "&" : "?") + "size=200").body();

        if (!own.equals("-")) {
            assertThat(body).contains(list.startsWith("applications") ? cases().get(own).number() : facility(own));
        }
        if (!foreign.equals("-")) {
            assertThat(body).doesNotContain(list.startsWith("applications") ? cases().get(foreign).number() : facility(foreign));
        }
    }

    @ParameterizedTest
    @CsvSource({"east-rm, HQ, false", "east-rm, EAST, true", "manager, EAST, true"})
    void anotherEntitysCustomerIsANameWithoutAFile(String reader, String owner, boolean whole) {
        Answer answer = ask(reader, path("customer", owner));

        assertThat(answer.json().path("name").asText()).isEqualTo(cases().get(owner).firm().name());
        assertThat(answer.json().path("employees").canConvertToInt()).isEqualTo(whole);
    }

    private String path(String resource, String owner) {
        ApplicationCase file = cases().get(owner.endsWith("NONE") || owner.equals("-") ? "EAST" : owner);
        String number = owner.equals("NONE") ? "CA-1999-000001" : file.number();
        String customer = owner.equals("NONE") ? "C-1999-000001" : file.customer().value();
        return "/api/v1/" + switch (resource) {
            case "application" -> "applications/" + number;
            case "application2" -> "applications/" + cases().get("BOTH2").number();
            case "case-file" -> "applications/" + number + "/case-file";
            case "screening" -> "applications/" + number + "/screening";
            case "proposals" -> "applications/" + number + "/proposals";
            case "checklist" -> "applications/" + number + "/checklist";
            case "approvals" -> "approval-cases?subjectType=credit-application&subjectId=" + number;
            case "receipt", "receipt.pdf", "changes" -> "approval-cases/" + file.approvals().get(0).id() + "/" + resource;
            case "ended-receipt" -> "applications/" + number + "/receipt";
            case "path-forecast" -> "applications/" + number + "/path-forecast";
            case "facility" -> "facilities/" + facility(owner);
            case "entries" -> "limit-accounts/FACILITY:" + facility(owner) + "/entries";
            case "account" -> "limit-accounts/CUSTOMER:" + customer + "/entries";
            case "duplicates" -> "applications/" + number + "/duplicate-granting";
            case "duplicates2" -> "applications/" + cases().get("BOTH2").number() + "/duplicate-granting";
            case "statements", "credit-reports", "facts", "missing-facts", "central-view" -> "customers/" + customer + "/" + resource;
            case "reconciliation" -> "customers/" + customer + "/statement-reconciliation";
            case "debts" -> "customers/" + customer + "/debt-schedules";
            case "invoices" -> "customers/" + customer + "/invoice-profile";
            case "papers" -> "customers/" + customer + "/documents";
            case "ratings" -> "ratings?customer=" + customer;
            case "overrides" -> "rating-overrides?customer=" + customer;
            case "headroom" -> "headroom?customerId=" + customer;
            case "map" -> "headroom-map?customerId=" + customer;
            case "trial" -> "headroom-map/trial?amount=1&account=CUSTOMER:" + customer;
            case "balances" -> "limit-accounts/CUSTOMER:" + customer + "/balances?asOf=" + bank.clock.today();
            case "customer" -> "customers/" + customer;
            case "drafts" -> "policy-drafts";
            case "override-report" -> "rating-overrides/report";
            default -> throw new IllegalArgumentException(resource);
        };
    }

    private String facility(String owner) {
        return bank.facilities.of(cases().get(owner).id()).stream().map(FacilityView::id).findFirst().orElseThrow().value();
    }

    private Map<String, ApplicationCase> cases() {
        if (cases == null) {
            ApplicationCase both = bank.anApplication().asking("500000").at("EAST").active();
            cases = Map.of("EAST", bank.anApplication().at("EAST").active(), "SOUTH", bank.anApplication().at("SOUTH").submitted(),
                    "HQ", bank.anApplication().submitted(), "BOTH", both, "BOTH2", bank.anApplication().ofTheFirmOf(both).at("SOUTH").submitted());
        }
        return cases;
    }

    private Answer ask(String reader, String path) {
        return program(reader).get(path);
    }

    private Browser program(String reader) {
        return reader.equals("nobody") ? Browser.visitor(port) : Browser.program(port, reader, "shouxin-demo", "en");
    }
}
