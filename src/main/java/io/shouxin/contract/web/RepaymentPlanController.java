package io.shouxin.contract.web;

import io.shouxin.contract.RepaymentPlan;
import io.shouxin.contract.RepaymentType;
import io.shouxin.identity.Access;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Rate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a loan would cost month by month, over HTTP. Nothing is kept. */
@RestController
@RequestMapping({"/api/v1/repayment-plans", "/camunda/api/shouxin/v1/repayment-plans"})
@Tag(name = "Repayment plans", description = "还款计划试算")
class RepaymentPlanController {

    private final Access access;
    private final BusinessClock clock;

    RepaymentPlanController(Access access, BusinessClock clock) {
        this.access = access;
        this.clock = clock;
    }

    @PostMapping("/preview")
    @Operation(summary = "The repayment plan of a loan in yuan: exact, rounded to the fen, its principal adds up")
    PlanAnswer preview(@RequestBody Wish wish) {
        access.person();
        LocalDate drawn = wish.drawnOn() == null ? clock.today() : wish.drawnOn();
        return PlanAnswer.of(RepaymentPlan.of(wish.amount() == null || wish.amount().stripTrailingZeros().scale() > 2 ? null : Money.cny(wish.amount()),
                wish.rate() == null || wish.rate().signum() < 0 || wish.rate().compareTo(BigDecimal.ONE) > 0 ? null : new Rate(wish.rate()), wish.months() == null ? 0 : wish.months(), wish.repayment(), drawn).orElseThrow());
    }

    /**
     * @param rate    yearly, as a fraction
     * @param drawnOn null for today
     */
    record Wish(BigDecimal amount, BigDecimal rate, Integer months, RepaymentType repayment, LocalDate drawnOn) {
    }

    /** A plan; amounts are decimal strings in yuan. */
    record PlanAnswer(String principal, String interest, String total, List<Line> instalments) {

        static PlanAnswer of(RepaymentPlan plan) {
            return new PlanAnswer(text(plan.principal()), text(plan.interest()), text(plan.principal().plus(plan.interest())), plan.instalments().stream()
                    .map(each -> new Line(each.number(), each.dueOn(), text(each.principal()), text(each.interest()), text(each.payment()),
                            text(each.outstanding()))).toList());
        }

        private static String text(Money money) {
            return money.amount().toPlainString();
        }
    }

    /** One instalment. */
    record Line(int number, LocalDate dueOn, String principal, String interest, String payment, String outstanding) {
    }
}
