package io.shouxin.testkit;

import io.shouxin.approval.Verdict;
import io.shouxin.customer.StatementSheet;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.ReviewId;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.review.ReviewView;
import io.shouxin.workflow.people.SampleFirm;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One periodic review of a customer with an active facility. */
public final class ReviewCase {

    private final Bank bank;
    private final ApplicationCase credit;
    private final String number;

    private ReviewCase(Bank bank, ApplicationCase credit, String number) {
        this.bank = bank;
        this.credit = credit;
        this.number = number;
    }

    /** An analyst starts it. */
    public static ReviewCase startedByHand(ApplicationCase credit) {
        Bank bank = credit.bank();
        return new ReviewCase(bank, credit, bank.hands.start("analyst", "periodic-review", Map.of("customerId", credit.customer().value())));
    }

    /** The reviews the calendar started for this customer. */
    public static List<ReviewView> of(ApplicationCase credit) {
        return credit.bank().reviews.of(credit.customer());
    }

    /** The customer hands in statements that are newer than the last rating. */
    public ReviewCase supplied() {
        return recorded().complete(credit.applicant(), "user_supply-statements", Map.of());
    }

    /** Statements newer than the last rating are on file, not handed over yet. */
    public ReviewCase recorded() {
        bank.engineClock.moveOn(Duration.ofHours(1));
        for (StatementSheet sheet : SampleFirm.statements(bank.clock.today().getYear() - 1, credit.firm().scale())) {
            bank.statements.record(credit.customer(), sheet, new PersonId("analyst")).orElseThrow();
        }
        return this;
    }

    /** @param quality STRONG, ADEQUATE or WEAK */
    public ReviewCase assessed(String quality) {
        return complete("analyst", "user_assess-review", Map.of("assessment", Forms.assessment(quality)));
    }

    public ReviewCase decidedBy(String officer, Verdict verdict) {
        String task = officer.equals("manager") ? "user_decide-as-credit-manager" : officer.equals("senior")
                ? "user_decide-as-senior-credit-manager" : officer.equals("director") ? "user_decide-as-risk-director"
                : "user_vote-as-committee-member";
        return complete(officer, task, Forms.decision(verdict, view().sha256().orElseThrow()));
    }

    /** Approved by everybody who is asked. */
    public ReviewCase approved() {
        for (String officer : List.of("manager", "senior", "director")) {
            if (bank.hands.openTasks(number).stream().anyMatch(task -> task.startsWith("user_decide"))) {
                decidedBy(officer, Verdict.APPROVE);
            }
        }
        for (int member = 1; member <= 5 && bank.hands.openTasks(number).contains("user_vote-as-committee-member"); member++) {
            decidedBy("committee" + member, Verdict.APPROVE);
        }
        return this;
    }

    public ReviewCase complete(String person, String task, Object form) {
        bank.hands.complete(person, number, task, form);
        bank.hands.runSteps();
        return this;
    }

    public ReviewCase letPass(Duration time) {
        bank.letPass(time, number);
        return this;
    }

    public String number() {
        return number;
    }

    public ReviewView view() {
        return bank.reviews.find(new ReviewId(number)).orElseThrow();
    }

    /** The customer's account in the limit ledger. */
    public LimitAccountView account() {
        return bank.ledger.account(LimitAccountId.of(credit.customer())).orElseThrow();
    }

    public List<String> openTasks() {
        return List.copyOf(bank.hands.openTasks(number));
    }

    public boolean isOver() {
        return bank.runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).count() == 0;
    }

    /** Steps completed, in the review or in the approval it called. */
    public List<String> passed() {
        return bank.instances(number).stream().flatMap(instance -> bank.history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance).finished().list().stream()).filter(step -> !step.isCanceled()).map(step -> step.getActivityId()).toList();
    }
}
