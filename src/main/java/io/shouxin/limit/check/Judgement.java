package io.shouxin.limit.check;

import io.shouxin.customer.CustomerView;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.CreditAnswer;
import io.shouxin.limit.CreditAnswer.Step;
import io.shouxin.limit.CreditAnswer.Step.Actor;
import io.shouxin.limit.CreditAnswer.Step.Kind;
import io.shouxin.limit.CreditDecision;
import io.shouxin.limit.CreditUse;
import io.shouxin.limit.FirstUse;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Works the answer out: what counts, who answers, what it means for an order or a drawdown, what can be done about it. */
public final class Judgement {

    /** An answer, and the account with the amount that a reservation would take of it. */
    public record Judged(CreditAnswer answer, Optional<Money> needed) {
    }

    private final Question question;
    private final AtRisk risk;

    private Judgement(Question question) {
        this.question = question;
        this.risk = AtRisk.of(question);
    }

    public static Outcome<Judged> of(Question question, CustomerView customer, KnownAccounts known) {
        Judgement judgement = new Judgement(question);
        if (customer.blocked()) {
            return Outcome.done(judgement.blocked(customer));
        }
        if (judgement.risk.counted().isZero()) {
            return Outcome.done(judgement.answered(CreditDecision.YES, Optional.empty(), Optional.empty(), List.of(), judgement.none()));
        }
        return Choice.of(question, judgement.risk.counted(), known).map(judgement::on);
    }

    private Judged blocked(CustomerView customer) {
        Refusal blocked = Refusal.of("CUSTOMER_BLOCKED").at("customerId").with("customer", customer.name());
        return answered(CreditDecision.NO, Optional.of(blocked), Optional.empty(), List.of(step(Kind.ASK_OFFICER, Actor.RELATIONSHIP_MANAGER)), none());
    }

    private Judged on(Optional<Candidate> chosen) {
        Optional<Refusal> obstacle = chosen.map(Candidate::obstacle)
                .orElseGet(() -> Optional.of(Refusal.of("NO_FACILITY_OPEN").with("customerId", question.customer())));
        if (obstacle.isEmpty()) {
            return answered(CreditDecision.YES, obstacle, chosen, List.of(), none());
        }
        Money room = obstacle.get().code().equals("LIMIT_EXCEEDED") ? chosen.flatMap(Candidate::room).orElse(none()).max(none()) : none();
        // What may stay unpaid so that its counted share still fits.
        Money staying = new Money(room.amount().divide(question.risk().countedShare(), room.amount().scale(), RoundingMode.FLOOR),
                room.currency()).min(risk.exposed());
        Money prepay = risk.exposed().minus(staying);
        boolean order = question.use() == CreditUse.ORDER;
        return answered(order ? CreditDecision.YES_IF_PREPAID : CreditDecision.NO, obstacle, chosen,
                steps(obstacle.get(), chosen, prepay, staying), order ? prepay : none());
    }

    private List<Step> steps(Refusal obstacle, Optional<Candidate> chosen, Money prepay, Money staying) {
        List<Step> steps = new ArrayList<>();
        if (question.use() == CreditUse.ORDER) {
            steps.add(new Step(Kind.PREPAY, Optional.of(prepay), Actor.CUSTOMER));
        }
        switch (obstacle.code()) {
            case "LIMIT_EXCEEDED" -> {
                if (staying.isPositive()) {
                    steps.add(new Step(Kind.REDUCE_TO, Optional.of(question.amount().minus(prepay)), Actor.CUSTOMER));
                }
                if (chosen.filter(candidate -> candidate.account().utilised().isPositive()).isPresent()) {
                    steps.add(step(Kind.SETTLE, Actor.CUSTOMER));
                }
                steps.add(step(Kind.REQUEST_TEMPORARY_EXCEPTION, Actor.CREDIT_MANAGER));
                steps.add(step(Kind.REQUEST_INCREASE, Actor.RELATIONSHIP_MANAGER));
            }
            case "ACCOUNT_SUSPENDED" -> steps.add(step(Kind.SETTLE_OR_RESUME, Actor.CREDIT_MANAGER));
            case "ACCOUNT_EXPIRED" -> steps.add(step(Kind.RENEW, Actor.RELATIONSHIP_MANAGER));
            case FirstUse.LAPSED -> {
                steps.add(step(Kind.RENEW_POLICY_EXCEPTION, Actor.APPROVER));
                steps.add(step(Kind.FULFIL_POLICY_EXCEPTION, Actor.RELATIONSHIP_MANAGER));
            }
            case "PRODUCT_NOT_ALLOWED" -> steps.add(step(Kind.CHANGE_PRODUCTS, Actor.CREDIT_MANAGER));
            default -> steps.add(step(Kind.APPLY, Actor.RELATIONSHIP_MANAGER));
        }
        return steps;
    }

    private Judged answered(CreditDecision decision, Optional<Refusal> obstacle, Optional<Candidate> chosen, List<Step> steps, Money prepay) {
        return new Judged(new CreditAnswer(question.customer(), question.use(), question.day(), question.paymentTerm(), decision, obstacle,
                question.amount(), risk.counted(), risk.ignored(), question.risk().version(), chosen.map(candidate -> candidate.account().id()),
                chosen.map(Candidate::levels).orElse(List.of()), chosen.flatMap(Candidate::binding), prepay, steps, Optional.empty()),
                chosen.map(Candidate::needed));
    }

    private static Step step(Kind kind, Actor by) {
        return new Step(kind, Optional.empty(), by);
    }

    private Money none() {
        return Money.zero(question.amount().currency());
    }
}
