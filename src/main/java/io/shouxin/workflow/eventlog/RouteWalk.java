package io.shouxin.workflow.eventlog;

import io.shouxin.document.DocumentDesk;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.FacilityKind;
import io.shouxin.origination.OpenApplication;
import io.shouxin.workflow.engine.EngineClock;
import io.shouxin.workflow.walk.FilledForms;
import io.shouxin.workflow.walk.Hands;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes one case of a log through our process by its route: each act at the task list, by the demo person whose task it is, by the same
 * forms and under the same rights; a relationship manager stands in for the customer. Each act is done a day after the one before.
 */
@Component
class RouteWalk {

    private static final String PRODUCT = "PERSONAL_BUSINESS_LOAN";
    private static final String STAND_IN = "rm";
    private static final String ANALYST = "analyst";
    private static final String EXAMINER = "director";
    private static final PersonId CUSTOMER = new PersonId(STAND_IN);
    /** In the order of the tiers; the demo has one officer of each. */
    private static final Map<String, String> APPROVERS = new LinkedHashMap<>();
    /** Longer than any of a customer's times: 30 days for papers, 15 for an offer, 15 to sign. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(31);
    private static final int MOST_TURNS = 10;

    static {
        APPROVERS.put("user_decide-as-credit-manager", "manager");
        APPROVERS.put("user_decide-as-senior-credit-manager", "senior");
        APPROVERS.put("user_decide-as-risk-director", "director");
    }

    private final Hands hands;
    private final FilledForms forms;
    private final LoggedApplicants applicants;
    private final ApplicationDesk applications;
    private final EngineClock clock;

    RouteWalk(Hands hands, FilledForms forms, LoggedApplicants applicants, ApplicationDesk applications, EngineClock clock) {
        this.hands = hands;
        this.forms = forms;
        this.applicants = applicants;
        this.applications = applications;
        this.clock = clock;
    }

    /** Starts the case; {@link #walk} goes on from there. */
    ApplicationId open(MappedCase mapped) {
        CustomerId customer = applicants.register(mapped.logged());
        if (mapped.route().has(RouteAct.SCREENED_OUT)) {
            applicants.enterFacts(customer, mapped);
        }
        return new ApplicationId(hands.start(STAND_IN, "credit-application",
                OpenApplication.of(customer, FacilityKind.LENDING, PRODUCT, AskedAmount.of(mapped.logged().amount()))));
    }

    /** All acts of the route in their order; whatever the product refuses or has no task for is thrown. */
    void walk(ApplicationId id, MappedCase mapped) {
        for (RouteAct act : mapped.route().acts()) {
            act(id, act, mapped);
            hands.runSteps(id.value());
            clock.moveOn(Duration.ofDays(1));
        }
    }

    private void act(ApplicationId id, RouteAct act, MappedCase mapped) {
        switch (act) {
            case APPLY -> complete(STAND_IN, id, "user_complete-application", application(AskedAmount.of(mapped.logged().amount())));
            case DOCUMENTS -> {
                forms.handInWhatIsMissing(id, CUSTOMER);
                complete(STAND_IN, id, "user_upload-documents", Map.of());
                complete(ANALYST, id, "user_verify-documents", forms.verdicts(id));
            }
            case KNOCKED_OUT, ASSESS -> assess(id, mapped, "QUALIFIED");
            case UNQUALIFIED -> assess(id, mapped, "UNQUALIFIED");
            case ADDED_SIGNER -> hear(id, mapped);
            case RETURNED -> {
                decide(id, "ASK_FOR_DOCUMENTS", "", "资料不全,请补充。");
                forms.handIn(id, DocumentDesk.OTHER, new PersonId(ANALYST));
                complete(ANALYST, id, "user_bring-documents", Map.of("answer", "已补充所缺资料。"));
            }
            case APPROVE -> approve(id);
            case DECLINE -> decide(id, "DECLINE", "REPAYMENT_ABILITY", "还款能力不足,不予授信。");
            case OFFER_AGAIN -> {
                complete(STAND_IN, id, "user_answer-offer", forms.answer(id, "COUNTER", "希望条件更优惠。"));
                complete(ANALYST, id, "user_consider-counter-offer", Map.of("revise", false));
            }
            case REVISE -> {
                complete(STAND_IN, id, "user_answer-offer", forms.answer(id, "COUNTER", "希望重新测算。"));
                complete(ANALYST, id, "user_consider-counter-offer", Map.of("revise", true));
                assess(id, mapped, "QUALIFIED");
            }
            case ACCEPT -> complete(STAND_IN, id, "user_answer-offer", forms.answer(id, "ACCEPT", ""));
            case SIGN -> {
                signByHand(id);
                complete("manager", id, "user_sign-as-bank", forms.signatureOfBank(id, "manager"));
                if (hands.openTasks(id.value()).contains("user_fulfil-conditions")) {
                    complete(ANALYST, id, "user_fulfil-conditions", forms.conditionsMet(id));
                }
            }
            case BANK_REFUSES -> {
                signByHand(id);
                complete("manager", id, "user_sign-as-bank", Map.of("sign", false, "reason", "签回资料经核实不符合授信条件。"));
            }
            case WITHDRAW -> hands.as(STAND_IN, () -> applications.withdraw(id, "客户撤回申请。", CUSTOMER).orElseThrow());
            case REFUSE_OFFER -> complete(STAND_IN, id, "user_answer-offer", forms.answer(id, "REFUSE", "客户另有安排。"));
            case LAPSE -> {
                clock.moveOn(LONGEST_WAIT);
                hands.runTimers(id.value());
            }
            case SCREENED_OUT, STAY_OPEN -> { }
        }
    }

    private void assess(ApplicationId id, MappedCase mapped, String verdict) {
        applicants.enterFacts(applications.find(id).orElseThrow().customerId(), mapped);
        complete(ANALYST, id, "user_enter-data", Map.of());
        complete(ANALYST, id, "user_assess-qualification", Map.of("verdict", verdict, "opinion", "依据事件日志重演。",
                "assessment", applicants.assessment(mapped)));
    }

    /** A colleague looks for fraud; where the case is declined in the end without an offer, he found something. */
    private void hear(ApplicationId id, MappedCase mapped) {
        Map<String, Object> form = forms.decision(id, "ADD_SIGNERS", "", "请协助核查欺诈风险。");
        form.put("signers", Map.of("place", "BEFORE", "rule", "ALL", "persons", List.of(EXAMINER), "roles", List.of(), "reason", "疑似欺诈,请协助核查。"));
        String task = openDecision(id).orElseThrow(() -> noDecision(id));
        complete(APPROVERS.get(task), id, task, form);
        boolean found = mapped.route().has(RouteAct.DECLINE) && !mapped.route().has(RouteAct.APPROVE);
        complete(EXAMINER, id, "user_sign-as-added-signer", Map.of("opinion", found ? "OBJECT" : "AGREE", "remark", found ? "资料存疑。" : "未发现异常。",
                "proposalHash", form.get("proposalHash")));
    }

    private void approve(ApplicationId id) {
        decide(id, "APPROVE", "", "同意。");
        for (int turn = 1; turn < MOST_TURNS && openDecision(id).isPresent(); turn++) {
            decide(id, "APPROVE", "", "同意。");
        }
    }

    private void decide(ApplicationId id, String verdict, String reasonCode, String comment) {
        String task = openDecision(id).orElseThrow(() -> noDecision(id));
        complete(APPROVERS.get(task), id, task, forms.decision(id, verdict, reasonCode, comment));
    }

    private Optional<String> openDecision(ApplicationId id) {
        return hands.openTasks(id.value()).stream().filter(APPROVERS::containsKey).findFirst();
    }

    private IllegalStateException noDecision(ApplicationId id) {
        return new IllegalStateException("no approver is asked, open are " + hands.openTasks(id.value()));
    }

    private void signByHand(ApplicationId id) {
        if (hands.openTasks(id.value()).contains("user_review-agreement")) {
            complete("legal", id, "user_review-agreement", Map.of("approved", true));
        }
        complete(STAND_IN, id, "user_sign-as-customer", forms.signatureByHand(id, "日志申请人", CUSTOMER));
        complete("legal", id, "user_confirm-paper-copy", forms.sameCopy(id));
    }

    private void complete(String person, ApplicationId id, String task, Object form) {
        hands.complete(person, id.value(), task, form);
        hands.runSteps(id.value());
    }

    private static Object application(BigDecimal amount) {
        return Map.of("facilities", List.of(Map.of("kind", "LENDING", "product", PRODUCT, "amount", amount.toPlainString(), "currency", "CNY",
                        "tenorMonths", 12, "purpose", "个人经营周转")), "policyAccepted", true, "creditReportAuthorised", true,
                "operating", Map.of("businessModel", "个体零售"));
    }
}
