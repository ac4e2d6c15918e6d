package io.shouxin.workflow.walk;

import io.shouxin.customer.CustomerView;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.PersonId;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.FacilityKind;
import io.shouxin.origination.OpenApplication;
import io.shouxin.origination.UnderwritingDesk;
import io.shouxin.rating.Grade;
import io.shouxin.workflow.engine.EngineClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Walks a customer through the whole process as the demo people would: a relationship manager stands in for the
 * customer, each officer does his task a day or two after it came. What the people answer is fixed and fair: they
 * approve what is at least {@link Grade#FAIR}, decline what is weaker and ask for no policy exception.
 */
@Component
class Walk {

    private static final String PRODUCT = "WORKING_CAPITAL_LOAN";
    private static final String STAND_IN = "rm";
    private static final Map<String, String> OFFICERS = Map.of(
            "user_verify-documents", "analyst", "user_enter-data", "analyst", "user_assess-qualification", "analyst",
            "user_decide-as-credit-manager", "manager", "user_decide-as-senior-credit-manager", "senior",
            "user_decide-as-risk-director", "director", "user_sign-as-bank", "manager", "user_fulfil-conditions", "analyst",
            "user_confirm-paper-copy", "legal");

    private final Hands hands;
    private final FilledForms forms;
    private final EngineClock clock;
    private final ApplicationDesk applications;
    private final UnderwritingDesk underwriting;

    Walk(Hands hands, FilledForms forms, EngineClock clock, ApplicationDesk applications, UnderwritingDesk underwriting) {
        this.hands = hands;
        this.forms = forms;
        this.clock = clock;
        this.applications = applications;
        this.underwriting = underwriting;
    }

    /**
     * @param amount asked for, in yuan
     * @return the application, at its end or where it waits for a fact nobody has
     */
    ApplicationId walk(CustomerView customer, BigDecimal amount) {
        String number = hands.start(STAND_IN, "credit-application",
                OpenApplication.of(customer.id(), FacilityKind.LENDING, PRODUCT, amount));
        ApplicationId id = new ApplicationId(number);
        hands.complete(STAND_IN, number, "user_complete-application", application(amount));
        Set<String> done = new HashSet<>();
        hands.runSteps();
        for (Optional<String> next = next(number); next.isPresent(); next = next(number)) {
            clock.moveOn(Duration.ofDays(1));
            if (next.get().equals("user_enter-data") && !done.add("user_enter-data")) {
                giveUp(id);
            } else {
                act(id, next.get());
            }
            hands.runSteps();
        }
        return id;
    }

    /** Facts are missing that nobody can supply: the customer takes the application back. */
    private void giveUp(ApplicationId id) {
        hands.as(STAND_IN, () -> applications.withdraw(id, "缺少评级所需资料", new PersonId(STAND_IN)).orElseThrow());
    }

    private Optional<String> next(String number) {
        return hands.openTasks(number).stream().findFirst();
    }

    private void act(ApplicationId id, String taskKey) {
        String number = id.value();
        switch (taskKey) {
            case "user_upload-documents" -> {
                forms.handInWhatIsMissing(id, new PersonId(STAND_IN));
                hands.complete(STAND_IN, number, taskKey, Map.of());
            }
            case "user_vote-as-committee-member" -> {
                for (String member : hands.assignees(number, taskKey)) {
                    hands.complete(member, number, taskKey, decision(id));
                }
            }
            case "user_consider-early-exceptions", "user_consider-exceptions" -> hands.complete("analyst", number, taskKey, Map.of("verdict", "END"));
            case "user_answer-offer" -> hands.complete(STAND_IN, number, taskKey, forms.answer(id, "ACCEPT", ""));
            case "user_sign-as-customer" -> hands.complete(STAND_IN, number, taskKey, forms.signatureByHand(id, "法定代表人", new PersonId(STAND_IN)));
            default -> hands.complete(OFFICERS.get(taskKey), number, taskKey, form(id, taskKey));
        }
    }

    private Object form(ApplicationId id, String taskKey) {
        return switch (taskKey) {
            case "user_verify-documents" -> forms.verdicts(id);
            case "user_enter-data" -> Map.of();
            case "user_assess-qualification" -> Map.of("verdict", "QUALIFIED", "opinion", "资料齐全,按规定评级。",
                    "assessment", Map.of("managementQuality", "ADEQUATE", "marketPosition", "ADEQUATE", "industryOutlook", "ADEQUATE",
                            "siteVisit", "ADEQUATE", "opinion", "按行业一般水平评价。"));
            case "user_sign-as-bank" -> forms.signatureOfBank(id, OFFICERS.get(taskKey));
            case "user_confirm-paper-copy" -> forms.sameCopy(id);
            case "user_fulfil-conditions" -> forms.conditionsMet(id);
            default -> decision(id);
        };
    }

    private Map<String, Object> decision(ApplicationId id) {
        boolean weak = Grade.valueOf(underwriting.latest(id).orElseThrow().grade()).isWeakerThan(Grade.FAIR);
        return forms.decision(id, weak ? "DECLINE" : "APPROVE", weak ? "REPAYMENT_ABILITY" : "", weak ? "等级偏低,不予授信。" : "同意。");
    }

    private static Map<String, Object> application(BigDecimal amount) {
        return Map.of("facilities", List.of(Map.of("kind", "LENDING", "product", PRODUCT, "amount", amount.toPlainString(),
                        "currency", "CNY", "tenorMonths", 12, "purpose", "补充日常经营周转资金")),
                "policyAccepted", true, "creditReportAuthorised", true,
                "operating", Map.of("businessModel", "按发票流水识别的经营业务", "mainProducts", "见发票明细"));
    }
}
