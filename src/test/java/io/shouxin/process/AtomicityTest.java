package io.shouxin.process;

import static io.shouxin.testkit.CaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitVerb;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.origination.ApplicationSubmitted;
import io.shouxin.origination.ApplicationWithdrawn;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Breakdowns;
import io.shouxin.testkit.Facts;
import io.shouxin.testkit.ProcessTest;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Facts and token move together or not at all, and a step tried again leaves its mark once. */
@ApplicationTest
@ProcessTest
class AtomicityTest {

    @Autowired
    private Bank bank;

    @Autowired
    private Facts facts;

    @Autowired
    private Breakdowns breakdowns;

    @Test
    void aDeskThatFailsAfterWritingTakesTheTaskCompletionBack() {
        ApplicationCase file = bank.anApplication().started();
        breakdowns.after(ApplicationSubmitted.class);

        assertUnchanged(() -> file.complete(file.applicant(), "user_complete-application", file.applicationForm()));
        assertThat(file).waitsAt("user_complete-application").hasStatus(ApplicationStatus.DRAFT);

        breakdowns.repair();
        assertThat(file.submitted()).waitsAt("user_upload-documents").hasStatus(ApplicationStatus.COLLECTING_DOCUMENTS);
    }

    @Test
    void anEngineThatFailsTakesTheDesksFactsBack() {
        ApplicationCase file = bank.anApplication().withDocumentsUploaded();
        file.uploadBankPapers();
        file.claim("analyst", "user_verify-documents");
        Map<String, Object> verdicts = file.verdicts();
        breakdowns.at("user_enter-data");

        assertUnchanged(() -> file.complete("analyst", "user_verify-documents", verdicts));
        assertThat(file).waitsAt("user_verify-documents").hasStatus(ApplicationStatus.COLLECTING_DOCUMENTS);

        breakdowns.repair();
        assertThat(file.withDocuments()).waitsAt("user_enter-data").hasStatus(ApplicationStatus.IN_ASSESSMENT);
    }

    @Test
    void aWithdrawalTheEngineCannotFollowIsNoWithdrawal() {
        ApplicationCase file = bank.anApplication().assessed();
        breakdowns.after(ApplicationWithdrawn.class);

        assertUnchanged(file::withdraw);
        assertThat(file).waitsAt("user_decide-as-credit-manager").hasStatus(ApplicationStatus.IN_APPROVAL).holdsItsLimit();
    }

    @Test
    void anActivationThatFailsIsRetriedThenAnIncidentAndAfterRepairHappensOnce() {
        ApplicationCase file = bank.anApplication().signed();
        breakdowns.at("service_activate-facility");
        assertThatThrownBy(file::active).hasMessageContaining("broken on purpose");
        assertThat(file).hasStatus(ApplicationStatus.CONTRACTING).holdsItsLimit().hasPassed("user_fulfil-conditions");
        Job step = job(file);
        assertThat(step.getRetries()).isEqualTo(3);
        assertThat(step.getDuedate()).as("not at once").isAfter(Date.from(bank.clock.instant()));
        assertThat(incidents(file)).isEmpty();

        for (int again = 0; again < 3; again++) {
            assertThatThrownBy(() -> bank.management.executeJob(step.getId())).hasMessageContaining("broken on purpose");
        }
        assertThat(job(file).getRetries()).isZero();
        assertThat(incidents(file)).singleElement().matches(incident -> incident.getIncidentType().equals("failedJob")
                && incident.getActivityId().equals("service_activate-facility"), "at the activation");
        assertThat(file).hasStatus(ApplicationStatus.CONTRACTING).holdsItsLimit();
        assertThat(bank.facilities.facilities(file.customer())).isEmpty();

        breakdowns.repair();
        bank.management.setJobRetries(step.getId(), 1);
        bank.hands.runSteps();
        assertThat(file).isOver().hasStatus(ApplicationStatus.ACTIVE).hasAnActiveFacility().hasToldTheCustomer("FACILITY_ACTIVE", 1);
        assertThat(incidents(file)).isEmpty();
        assertThat(entries(file, LimitVerb.CONFIRM)).isEqualTo(1);
        assertThat(entries(file, LimitVerb.RESERVE)).isEqualTo(1);
    }

    @Test
    void aProposalThatFailsAfterReservingReservesOnce() {
        ApplicationCase file = bank.anApplication().withDocuments();
        breakdowns.at("service_propose-limit");
        assertThatThrownBy(file::assessed).hasMessageContaining("broken on purpose");
        assertThat(file).hasStatus(ApplicationStatus.IN_ASSESSMENT).hasNeverHeldALimit().hasNotPassed("rule_rate-customer");
        assertThat(bank.underwriting.proposals(file.id())).isEmpty();

        breakdowns.repair();
        bank.hands.runSteps();
        assertThat(file).waitsAt("user_decide-as-credit-manager").holdsItsLimit();
        assertThat(bank.underwriting.proposals(file.id())).hasSize(1);
        assertThat(entries(file, LimitVerb.RESERVE)).isEqualTo(1);
    }

    @Test
    void anActivationDoneTwiceIsDoneOnce() {
        ApplicationCase file = bank.anApplication().active();
        Map<String, List<String>> before = facts.everything();

        bank.facilities.activate(file.id(), new io.shouxin.kernel.PersonId("system")).orElseThrow();
        assertThat(facts.everything()).isEqualTo(before);
    }

    @Test
    void aClosingThatFailsKeepsTheReservationUntilItSucceeds() {
        ApplicationCase file = bank.anApplication().offered();
        breakdowns.at("service_close-application");
        assertThatThrownBy(() -> file.answer("REFUSE", "不需要了")).hasMessageContaining("broken on purpose");
        assertThat(file).hasStatus(ApplicationStatus.OFFERED).holdsItsLimit().hasNoLetter();

        breakdowns.repair();
        bank.hands.runSteps();
        assertThat(file).isOver().hasStatus(ApplicationStatus.REFUSED_BY_CUSTOMER).hasReleasedItsLimit().hasALetterFor("OFFER_REFUSED");
        assertThat(entries(file, LimitVerb.RELEASE)).isEqualTo(1);
    }

    private void assertUnchanged(ThrowingCallable act) {
        Map<String, List<String>> before = facts.everything();
        assertThatThrownBy(act).hasStackTraceContaining("broken on purpose");
        assertThat(facts.everything()).isEqualTo(before);
    }

    private Job job(ApplicationCase file) {
        return bank.management.createJobQuery().messages().processInstanceId(file.process().getId()).singleResult();
    }

    private List<Incident> incidents(ApplicationCase file) {
        return bank.runtime.createIncidentQuery().processInstanceId(file.process().getId()).list();
    }

    private long entries(ApplicationCase file, LimitVerb verb) {
        return bank.ledgerHistory.entries(LimitAccountId.of(file.customer())).stream().filter(entry -> entry.verb() == verb).count();
    }
}
