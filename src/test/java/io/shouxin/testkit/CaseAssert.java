package io.shouxin.testkit;

import io.shouxin.contract.FacilityStatus;
import io.shouxin.contract.FacilityView;
import io.shouxin.document.DocumentView;
import io.shouxin.kernel.Money;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.ReservationView;
import io.shouxin.origination.ApplicationStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;

/** What can be said of an application: where its token went, what the bank holds for it, and what the customer was told. */
public final class CaseAssert extends AbstractAssert<CaseAssert, ApplicationCase> {

    private CaseAssert(ApplicationCase actual) {
        super(actual, CaseAssert.class);
    }

    public static CaseAssert assertThat(ApplicationCase actual) {
        return new CaseAssert(actual);
    }

    /** These and no other tasks are open. */
    public CaseAssert waitsAt(String... taskKeys) {
        Assertions.assertThat(actual.openTasks()).as("open tasks").containsExactlyInAnyOrder(taskKeys);
        BpmnAwareTests.assertThat(actual.process()).isNotEnded();
        return this;
    }

    public CaseAssert isOver() {
        BpmnAwareTests.assertThat(actual.process()).isEnded();
        Assertions.assertThat(actual.openTasks()).as("open tasks").isEmpty();
        Assertions.assertThat(actual.bank().runtime.createProcessInstanceQuery().processInstanceBusinessKey(actual.number()).count())
                .as("processes still running").isZero();
        return this;
    }

    /** Steps that were completed, in the main process or in one it called. */
    public CaseAssert hasPassed(String... elementIds) {
        Assertions.assertThat(passed()).as("steps passed").contains(elementIds);
        return this;
    }

    public CaseAssert hasNotPassed(String... elementIds) {
        Assertions.assertThat(passed()).as("steps passed").doesNotContain(elementIds);
        return this;
    }

    /** How often a step was completed. */
    public CaseAssert hasPassedTimes(int times, String elementId) {
        Assertions.assertThat(path().stream().filter(elementId::equals)).as("times " + elementId + " was passed").hasSize(times);
        return this;
    }

    public CaseAssert hasStatus(ApplicationStatus status) {
        Assertions.assertThat(actual.status()).as("status").isEqualTo(status);
        return this;
    }

    /** The proposed amount, and nothing else, is held for it. */
    public CaseAssert holdsItsLimit() {
        Money held = actual.reservations().stream().filter(open -> open.status() == ReservationView.Status.OPEN)
                .map(ReservationView::amount).reduce(Money.cny("0"), Money::plus);
        Assertions.assertThat(held).as("held in the ledger").isEqualTo(actual.proposal().amount()).matches(Money::isPositive, "positive");
        return ledgerAgrees();
    }

    /** Something was held for it once; nothing is now, and nothing was committed. */
    public CaseAssert hasReleasedItsLimit() {
        Assertions.assertThat(actual.reservations()).as("reservations").isNotEmpty()
                .allMatch(ended -> ended.status() == ReservationView.Status.RELEASED, "released");
        return holdsNothing();
    }

    /** Nothing was ever held for it. */
    public CaseAssert hasNeverHeldALimit() {
        Assertions.assertThat(actual.reservations()).as("reservations").isEmpty();
        return holdsNothing();
    }

    private CaseAssert holdsNothing() {
        actual.bank().ledger.account(LimitAccountId.of(actual.customer())).ifPresent(account -> {
            Assertions.assertThat(account.reserved().isPositive()).as("something is reserved").isFalse();
            Assertions.assertThat(account.committed().isPositive()).as("something is committed").isFalse();
        });
        Assertions.assertThat(actual.bank().facilities.facilities(actual.customer())).as("facilities").isEmpty();
        return ledgerAgrees();
    }

    /** What was held is committed, the facility active and its amount available. */
    public CaseAssert hasAnActiveFacility() {
        Money granted = actual.proposal().amount();
        Assertions.assertThat(actual.reservations()).as("reservations").filteredOn(held -> held.status() == ReservationView.Status.CONFIRMED)
                .singleElement().extracting(ReservationView::confirmed).isEqualTo(granted);
        Assertions.assertThat(actual.reservations()).noneMatch(held -> held.status() == ReservationView.Status.OPEN);
        List<FacilityView> facilities = actual.bank().facilities.facilities(actual.customer());
        Assertions.assertThat(facilities).isNotEmpty().allMatch(facility -> facility.status() == FacilityStatus.ACTIVE);
        Assertions.assertThat(facilities.stream().map(FacilityView::available).reduce(Money.cny("0"), Money::plus)).isEqualTo(granted);
        var account = actual.bank().ledger.account(LimitAccountId.of(actual.customer())).orElseThrow();
        Assertions.assertThat(account.committed()).isEqualTo(granted);
        Assertions.assertThat(account.reserved().isPositive()).isFalse();
        return ledgerAgrees();
    }

    private CaseAssert ledgerAgrees() {
        Assertions.assertThat(actual.bank().ledgerHistory.reconcile()).as("differences in the ledger").isEmpty();
        return this;
    }

    /** A letter states these reasons. */
    public CaseAssert hasALetterFor(String... reasonCodes) {
        Assertions.assertThat(actual.view().closingReasons()).as("closing reasons").contains(reasonCodes);
        DocumentView letter = actual.bank().documents.find(actual.view().letter().orElseThrow(() -> new AssertionError("no letter"))).orElseThrow();
        Assertions.assertThat(letter.mediaType()).isEqualTo("application/pdf");
        Assertions.assertThat(letter.generated()).isTrue();
        return this;
    }

    /** The letter says all of this, and none of what stands after. */
    public CaseAssert hasALetterSaying(List<String> words, String... notThese) {
        Assertions.assertThat(letterText()).as("letter").contains(words).doesNotContain(notThese);
        return this;
    }

    private String letterText() {
        byte[] pdf = actual.bank().documents.content(actual.view().letter().orElseThrow()).orElseThrow().content();
        try (PDDocument letter = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(letter).replaceAll("\\s", "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public CaseAssert hasNoLetter() {
        Assertions.assertThat(actual.view().letter()).as("letter").isEmpty();
        return this;
    }

    /** The customer's person found this message in his inbox. */
    public CaseAssert hasToldTheCustomer(String messageCode, int times) {
        Assertions.assertThat(actual.bank().messages.inbox(new io.shouxin.kernel.PersonId(actual.applicant())))
                .filteredOn(message -> message.subject().equals(actual.number()) && message.code().equals(messageCode)).hasSize(times);
        return this;
    }

    private Set<String> passed() {
        return path().stream().collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> path() {
        return actual.bank().instances(actual.number()).stream().flatMap(instance -> actual.bank().history
                        .createHistoricActivityInstanceQuery().processInstanceId(instance).finished().list().stream())
                .filter(step -> !step.isCanceled()).map(step -> step.getActivityId()).toList();
    }
}
