package io.shouxin.testkit;

import io.shouxin.adjustment.LimitChangeView;
import io.shouxin.adjustment.TemporaryExceptionView;
import io.shouxin.approval.Verdict;
import io.shouxin.kernel.ExceptionId;
import io.shouxin.kernel.LimitChangeId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLevel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A limit change or a temporary exception of a customer with an active facility, driven at the task list. */
public final class LimitCase {

    private static final AtomicInteger KEYS = new AtomicInteger();
    private static final Map<String, String> TASKS = Map.of("user_decide-as-credit-manager", "manager",
            "user_decide-as-senior-credit-manager", "senior", "user_decide-as-risk-director", "director");

    private final Bank bank;
    private final ApplicationCase credit;
    private final String number;

    private LimitCase(Bank bank, ApplicationCase credit, String number) {
        this.bank = bank;
        this.credit = credit;
        this.number = number;
    }

    /** A case that stands already, e.g. one the bank suggested. */
    public static LimitCase of(ApplicationCase credit, String number) {
        return new LimitCase(credit.bank(), credit, number);
    }

    public static LimitCase change(ApplicationCase credit, String person, Map<String, Object> form) {
        return started(credit, person, "limit-adjustment", form);
    }

    public static LimitCase exception(ApplicationCase credit, String person, Map<String, Object> form) {
        return started(credit, person, "temporary-exception", form);
    }

    private static LimitCase started(ApplicationCase credit, String person, String process, Map<String, Object> form) {
        LimitCase started = of(credit, credit.bank().hands.start(person, process, form));
        credit.bank().hands.runSteps();
        return started;
    }

    /** @param ceiling null where none is moved */
    public static Map<String, Object> form(ApplicationCase credit, String kind, String ceiling) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("customerId", credit.customer().value());
        form.put("account", "CUSTOMER:" + credit.customer().value());
        form.put("kind", kind);
        form.put("newCeiling", ceiling);
        form.put("by", null);
        form.put("atOnce", false);
        form.put("cause", "OFFICER");
        form.put("reasonCode", "BUSINESS_SCALE");
        form.put("reason", "订单增加，已核对主要客户的采购合同和回款记录。");
        form.put("documentId", null);
        return form;
    }

    public static Map<String, Object> exceptionForm(ApplicationCase credit, String extra, int days) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("customerId", credit.customer().value());
        form.put("account", "CUSTOMER:" + credit.customer().value());
        form.put("extra", extra);
        form.put("until", credit.bank().clock.today().plusDays(days - 1L).toString());
        form.put("reason", "旺季备货，一次性大额采购，合同已核对。");
        form.put("conditions", "以本笔采购形成的应收账款质押，回款专户监管。");
        form.put("documentId", null);
        return form;
    }

    /** Uses the customer's first facility. */
    public static void draw(ApplicationCase credit, String yuan) {
        credit.bank().ledger.draw(facility(credit).id(), Money.cny(yuan), new LedgerKey("test", "draw/" + KEYS.incrementAndGet()),
                credit.bank().clock.today(), new PersonId("rm")).orElseThrow();
    }

    public static LimitAccountView facility(ApplicationCase credit) {
        return credit.bank().ledger.accounts(credit.customer()).stream().filter(account -> account.id().level() == LimitLevel.FACILITY)
                .findFirst().orElseThrow();
    }

    public static LimitAccountView account(ApplicationCase credit) {
        return credit.bank().ledger.account(LimitAccountId.of(credit.customer())).orElseThrow();
    }

    /** One officer says his word on what he is shown. */
    public LimitCase decided(String officer, Verdict verdict) {
        String task = TASKS.entrySet().stream().filter(entry -> entry.getValue().equals(officer)).map(Map.Entry::getKey).findFirst()
                .orElse("user_vote-as-committee-member");
        return complete(officer, task, Forms.decision(verdict, hash()));
    }

    /** Approved by everybody who is asked. */
    public LimitCase approved() {
        for (String task : List.of("user_decide-as-credit-manager", "user_decide-as-senior-credit-manager", "user_decide-as-risk-director")) {
            if (openTasks().contains(task)) {
                decided(TASKS.get(task), Verdict.APPROVE);
            }
        }
        for (int member = 1; member <= 5 && openTasks().contains("user_vote-as-committee-member"); member++) {
            decided("committee" + member, Verdict.APPROVE);
        }
        return this;
    }

    public LimitCase complete(String person, String task, Object form) {
        bank.hands.complete(person, number, task, form);
        bank.hands.runSteps();
        return this;
    }

    public LimitCase letPass(Duration time) {
        bank.letPass(time, number);
        return this;
    }

    public String number() {
        return number;
    }

    public String hash() {
        return number.startsWith("LC-") ? change().sha256().orElseThrow() : exception().sha256();
    }

    public LimitChangeView change() {
        return bank.limitChanges.find(new LimitChangeId(number)).orElseThrow();
    }

    public TemporaryExceptionView exception() {
        return bank.exceptions.find(new ExceptionId(number)).orElseThrow();
    }

    public LimitAccountView account() {
        return account(credit);
    }

    public Set<String> openTasks() {
        return bank.hands.openTasks(number);
    }

    public boolean isOver() {
        return bank.runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).count() == 0;
    }

    /** Steps completed, in the case or in the approval it called. */
    public List<String> passed() {
        return bank.instances(number).stream().flatMap(instance -> bank.history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance).finished().list().stream()).filter(step -> !step.isCanceled()).map(step -> step.getActivityId()).toList();
    }

    /** Whether a person found this message about the case in his inbox. */
    public boolean told(String person, String code) {
        return bank.messages.inbox(new PersonId(person)).stream().anyMatch(message -> message.subject().equals(number) && message.code().equals(code));
    }
}
