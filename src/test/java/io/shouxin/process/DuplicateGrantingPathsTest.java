package io.shouxin.process;

import static io.shouxin.testkit.CaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.approval.Verdict;
import io.shouxin.audit.AuditEntry;
import io.shouxin.contract.FacilityView;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import io.shouxin.origination.DuplicateGrantingView;
import io.shouxin.origination.DuplicateNote;
import io.shouxin.origination.OtherGrant;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.Firm;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.ProcessTest;
import io.shouxin.testkit.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two granting entities and one customer, or one group: what is told, to whom, and what it stops. */
@ApplicationTest
@ProcessTest
class DuplicateGrantingPathsTest {

    private static final String WHY = "两家主体分别支持不同的经营环节，合计未超过需求";

    @Autowired
    private Bank bank;
    @LocalServerPort
    private int port;

    /** @param before what the other entity has come to with the customer or group member when the application is opened */
    @ParameterizedTest(name = "{0} of the {1} at another entity, asked for {2}: {3}")
    @CsvSource({
        "active,    customer, same,  BLOCK", "active,    customer, other, WARN",  "active,    group,    same,  WARN",
        "offered,   customer, same,  WARN",  "submitted, customer, same,  WARN",  "submitted, customer, other, WARN",
        "started,   customer, same,  WARN",  "submitted, group,    same,  WARN",  "assessed,  group,    other, WARN",
        "declined,  customer, same,  NONE",  "withdrawn, customer, same,  NONE",  "ended,     customer, same,  NONE",
        "declined,  group,    same,  NONE",  "known,     customer, same,  NONE"
    })
    void whatAnotherEntityGrantsIsFoundWhileItLives(String before, String whose, String product, String action) {
        String group = whose.equals("group") ? "示例集团" + System.nanoTime() : null;
        ApplicationCase first = brought(bank.anApplication().of(Firm.firm().inGroup(group)).asking("500000").at("EAST"), before);
        ApplicationCase second = whose.equals("group") ? bank.anApplication().of(Firm.firm().inGroup(group)) : bank.anApplication().ofTheFirmOf(first);

        second.asking("1500000").forProduct(product.equals("same") ? "WORKING_CAPITAL_LOAN" : "FINANCE_LEASE").at("SOUTH").started();

        List<OtherGrant> found = bank.duplicates.found(second.id());
        assertThat(found).extracting(grant -> grant.action().name()).isEqualTo(action.equals("NONE") ? List.of() : List.of(action));
        found.forEach(grant -> assertThat(grant.entity().value()).isEqualTo("EAST"));
        assertThat(acts(second)).as("told at the opening").contains("APPLICATION_OPENED")
                .satisfies(acts -> assertThat(acts.contains("DUPLICATE_GRANTING_FOUND")).isEqualTo(!found.isEmpty()));
    }

    @Test
    void theSameEntityAndAnotherProductIsNoDuplicate() {
        ApplicationCase first = bank.anApplication().asking("500000").at("EAST").submitted();

        assertThat(bank.duplicates.found(bank.anApplication().ofTheFirmOf(first).forProduct("FINANCE_LEASE").at("EAST").started().id())).isEmpty();
    }

    @Test
    void aReservedAmountIsToldBesideTheAmountAskedFor() {
        ApplicationCase first = bank.anApplication().asking("1500000").at("EAST").assessed();

        OtherGrant grant = bank.duplicates.found(bank.anApplication().ofTheFirmOf(first).at("SOUTH").started().id()).get(0);

        assertThat(grant.kind()).isEqualTo(OtherGrant.Kind.APPLICATION);
        assertThat(grant.reserved()).isEqualTo(first.proposal().amount());
        assertThat(grant.amount()).isEqualTo(first.proposal().requested());
    }

    @Test
    void theAnalystAcknowledgesWithAReasonOrGoesNoFurther() {
        ApplicationCase file = second("EAST", "SOUTH", "FINANCE_LEASE").withDocuments();
        file.complete("analyst", "user_enter-data", Map.of());
        Map<String, Object> form = file.qualification();

        assertThat(Refused.codesOf(() -> file.complete("analyst", "user_assess-qualification", form)))
                .containsExactly("DUPLICATE_GRANTING_UNACKNOWLEDGED at duplicates.reason");
        assertThat(Refused.codesOf(() -> file.complete("analyst", "user_assess-qualification",
                Forms.with(form, "duplicates", Map.of("seen", List.of(), "reason", WHY))))).containsExactly("DUPLICATE_GRANTING_NEW at duplicates.seen");
        assertThat(Refused.codesOf(() -> file.complete("analyst", "user_assess-qualification",
                Forms.with(form, "duplicates", Map.of("seen", numbers(file), "reason", "长".repeat(1001)))))).containsExactly("TEXT_TOO_LONG at duplicates.reason");
        assertThat(file).waitsAt("user_assess-qualification");
        assertThat(acts(file)).doesNotContain("DUPLICATE_GRANTING_ACKNOWLEDGED");

        file.acknowledging(WHY).complete("analyst", "user_assess-qualification", file.qualification());
        assertThat(acts(file)).contains("DUPLICATE_GRANTING_ACKNOWLEDGED");
    }

    @Test
    void whatWasKnownIsFrozenAndStopsTheStraightWay() {
        ApplicationCase alone = bank.anApplication().asking("500000").assessed();
        assertThat(alone.proposal().obstacles()).doesNotContain("DUPLICATE_GRANTING");

        ApplicationCase file = second("EAST", "SOUTH", "FINANCE_LEASE").acknowledging(WHY).assessed();

        assertThat(file.proposal().obstacles()).contains("DUPLICATE_GRANTING");
        assertThat(file.proposal().policyVersions()).containsKey("duplicate-granting");
        assertThat(file).waitsAt("user_decide-as-credit-manager");
        DuplicateGrantingView view = bank.duplicates.view(file.id(), bank.people.find(new PersonId("manager")).orElseThrow());
        assertThat(view.lines()).singleElement().matches(line -> line.state() == DuplicateGrantingView.State.KNOWN && !line.amountHidden());
        assertThat(view.notes()).singleElement().matches(note -> note.kind() == DuplicateNote.Kind.ACKNOWLEDGED && note.reason().equals(WHY));
    }

    @Test
    void amountsAreHiddenFromWhoHasNoGroupView() {
        ApplicationCase file = second("EAST", "SOUTH", "FINANCE_LEASE");

        String rm = program("south-rm").get("/api/v1/applications/" + file.number() + "/duplicate-granting").body();
        String manager = program("south-manager").get("/api/v1/applications/" + file.number() + "/duplicate-granting").body();
        String caseFile = program("south-rm").get("/api/v1/applications/" + file.number() + "/case-file").body();

        assertThat(rm).contains("\"amountHidden\":true", "华东授信公司").doesNotContain("\"500000");
        assertThat(manager).contains("\"amountHidden\":false", "500000");
        assertThat(caseFile.substring(caseFile.indexOf("\"duplicates\":"))).contains("\"amountHidden\":true").doesNotContain("\"500000");
    }

    @Test
    void anApplicantHearsNothingOfOtherEntitiesFromTheBank() {
        ApplicationCase file = second("EAST", "SOUTH", "FINANCE_LEASE");

        Browser.Answer own = Browser.program(port, file.applicant(), Bank.PASSWORD, "en").get("/api/v1/applications/" + file.number() + "/case-file");
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.body()).contains(file.number()).doesNotContain("amountHidden", "华东");
    }

    @Test
    void aBlockedApplicationIsReleasedByTheRoleThePolicyNames() {
        ApplicationCase file = second("EAST", "SOUTH", "WORKING_CAPITAL_LOAN").acknowledging(WHY).withDocuments();
        file.complete("analyst", "user_enter-data", Map.of());
        assertThat(Refused.refusalsOf(() -> file.complete("analyst", "user_assess-qualification", file.qualification())))
                .singleElement().matches(refusal -> refusal.code().equals("DUPLICATE_GRANTING_BLOCKED")
                        && refusal.arguments().get("role").equals("role.RISK_DIRECTOR"));
        assertThat(bank.messages.inbox(new PersonId("director"))).anyMatch(message -> message.subject().equals(file.number())
                && message.code().equals("DUPLICATE_GRANTING_BLOCKED"));

        assertThat(release(file, "manager", WHY).code()).isEqualTo("MAY_NOT_RELEASE");
        assertThat(release(file, "analyst", WHY).code()).isEqualTo("MAY_NOT_RELEASE");
        assertThat(release(file, "director", "x").field()).isEqualTo("reason");
        assertThat(release(file, "director", WHY).status()).isEqualTo(200);
        assertThat(release(file, "director", WHY).code()).isEqualTo("NOTHING_TO_RELEASE");

        file.complete("analyst", "user_assess-qualification", file.qualification());
        assertThat(file.proposal().obstacles()).contains("DUPLICATE_GRANTING");
        assertThat(acts(file)).containsSubsequence("DUPLICATE_GRANTING_FOUND", "DUPLICATE_GRANTING_RELEASED", "DUPLICATE_GRANTING_ACKNOWLEDGED");
    }

    @Test
    void theApproverIsStoppedByWhatCameAfterTheProposalAndReturnsIt() {
        ApplicationCase file = bank.anApplication().asking("1500000").at("SOUTH").assessed();
        bank.anApplication().ofTheFirmOf(file).asking("500000").at("EAST").submitted();

        assertThat(Refused.codesOf(() -> file.decidedBy("manager", Verdict.APPROVE))).containsExactly("DUPLICATE_GRANTING_NEW at verdict");
        assertThat(file).waitsAt("user_decide-as-credit-manager");
        file.decidedBy("manager", Verdict.RETURN).acknowledging(WHY);
        file.complete("analyst", "user_enter-data", Map.of()).complete("analyst", "user_assess-qualification", file.qualification());
        file.decidedBy("manager", Verdict.APPROVE);
        assertThat(file.approvals()).last().matches(decided -> decided.decisions().stream().anyMatch(each -> each.verdict() == Verdict.APPROVE), "approved by the tier");
    }

    @Test
    void twoOpenedAtTheSameMomentBothHearOfEachOtherBeforeTheDecision() throws Exception {
        ApplicationCase firm = bank.anApplication().asking("500000").known();
        ApplicationCase east = bank.anApplication().ofTheFirmOf(firm).asking("500000").at("EAST");
        ApplicationCase south = bank.anApplication().ofTheFirmOf(firm).asking("500000").at("SOUTH");
        CountDownLatch together = new CountDownLatch(1);
        List<CompletableFuture<Void>> opened = List.of(east, south).stream().map(file -> CompletableFuture.runAsync(() -> {
            try {
                together.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            file.started();
        })).toList();
        together.countDown();
        for (CompletableFuture<Void> each : opened) {
            each.get();
        }

        for (ApplicationCase file : List.of(east, south)) {
            assertThat(Refused.codesOf(file::assessed)).containsExactly("DUPLICATE_GRANTING_UNACKNOWLEDGED at duplicates.reason");
        }
        east.acknowledging(WHY).complete("analyst", "user_assess-qualification", east.qualification());
        south.acknowledging(WHY).complete("analyst", "user_assess-qualification", south.qualification());
        assertThat(east.proposal().straightThroughEligible()).isFalse();
        assertThat(south.proposal().straightThroughEligible()).isFalse();
    }

    @Test
    void bothEntitiesDrawOnOneAccountOfTheCustomer() {
        ApplicationCase first = bank.anApplication().asking("500000").at("EAST").active();
        ApplicationCase file = bank.anApplication().ofTheFirmOf(first).asking("1000000").forProduct("FINANCE_LEASE").at("SOUTH").acknowledging(WHY).active();

        CustomerId customer = file.customer();
        List<FacilityView> facilities = bank.facilities.facilities(customer);
        assertThat(facilities).extracting(facility -> facility.entity().value()).containsExactlyInAnyOrder("EAST", "SOUTH");
        assertThat(bank.ledger.headroom(customer).orElseThrow().totalExposure()).contains(facilities.stream().map(FacilityView::amount)
                .reduce(io.shouxin.kernel.Money.zero(io.shouxin.kernel.Money.CNY), io.shouxin.kernel.Money::plus));
        assertThat(file.proposal().exposureAfter()).isEqualTo(first.proposal().amount().plus(file.proposal().amount()));
        assertThat(file.proposal().entity().value()).isEqualTo("SOUTH");
        assertThat(file.agreement().terms().entity().value()).isEqualTo("SOUTH");
    }

    private ApplicationCase second(String firstEntity, String entity, String product) {
        ApplicationCase first = bank.anApplication().asking("500000").at(firstEntity).active();
        return bank.anApplication().ofTheFirmOf(first).asking("1500000").forProduct(product).at(entity).submitted();
    }

    private ApplicationCase brought(ApplicationCase file, String stage) {
        return switch (stage) {
            case "known" -> file.known();
            case "started" -> file.started();
            case "submitted" -> file.submitted();
            case "assessed" -> file.assessed();
            case "offered" -> file.offered();
            case "active" -> file.active();
            case "withdrawn" -> file.submitted().withdraw();
            case "declined" -> {
                file.withDocuments().complete("analyst", "user_enter-data", Map.of());
                yield file.complete("analyst", "user_assess-qualification", Forms.qualification("UNQUALIFIED", "WEAK"));
            }
            case "ended" -> {
                file.active();
                bank.engineClock.moveOn(Duration.ofDays(400));
                yield file;
            }
            default -> throw new IllegalArgumentException(stage);
        };
    }

    private Browser.Answer release(ApplicationCase file, String person, String reason) {
        return program(person).post("/api/v1/applications/" + file.number() + "/duplicate-granting/release", Map.of("reason", reason));
    }

    private List<String> numbers(ApplicationCase file) {
        return bank.duplicates.found(file.id()).stream().map(OtherGrant::number).toList();
    }

    private List<String> acts(ApplicationCase file) {
        return bank.audit.of(file.number()).stream().map(AuditEntry::act).toList();
    }

    private Browser program(String person) {
        return Browser.program(port, person, "shouxin-demo", "en");
    }
}
