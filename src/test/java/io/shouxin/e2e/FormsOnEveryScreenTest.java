package io.shouxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import io.shouxin.adjustment.LimitChangeKind;
import io.shouxin.adjustment.MarketDirection;
import io.shouxin.adjustment.RecordSignal;
import io.shouxin.adjustment.SuggestionDesk;
import io.shouxin.approval.Verdict;
import io.shouxin.contract.ConditionChecks;
import io.shouxin.customer.CreditReport;
import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementSheet;
import io.shouxin.kernel.BilingualText;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.OverrideId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.PolicyExceptionId;
import io.shouxin.kernel.WriteOffId;
import io.shouxin.limit.LedgerKey;
import io.shouxin.monitoring.CovenantBook;
import io.shouxin.monitoring.CovenantTestView;
import io.shouxin.policyexception.AskPolicyException;
import io.shouxin.policyexception.Compensation;
import io.shouxin.policyexception.ExceptionReason;
import io.shouxin.policyexception.ExceptionRenewalDesk;
import io.shouxin.policyexception.PolicyExceptionDesk;
import io.shouxin.rating.Grade;
import io.shouxin.rating.RatingView;
import io.shouxin.replay.UploadDraft;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Firm;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.LimitCase;
import io.shouxin.testkit.PolicyFile;
import io.shouxin.testkit.ProcessTest;
import io.shouxin.testkit.ReviewCase;
import io.shouxin.testkit.SettledBreach;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every form, with a real case in it, on a desk's screen in both languages and on a phone. */
@BrowserTest
@ProcessTest
class FormsOnEveryScreenTest {

    private static final List<Screen> SCREENS = List.of(Screen.DESKTOP, Screen.PHONE, Screen.DESKTOP.in("en-GB"));

    /** Those of a language share a window. */
    private static final List<List<Screen>> BY_LANGUAGE = List.of(List.of(Screen.DESKTOP, Screen.PHONE), List.of(Screen.DESKTOP.in("en-GB")));

    @Autowired
    private Bank bank;

    @Autowired
    private CovenantBook covenants;

    @Autowired
    private ConditionChecks checks;

    @Autowired
    private PolicyExceptionDesk exceptions;

    @Autowired
    private SuggestionDesk suggestions;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ExceptionRenewalDesk renewals;

    private final Map<String, Visitor> people = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    @AfterEach
    void sendThemHome() {
        people.values().forEach(Visitor::close);
    }

    @Test
    void fitsAnApplicationFromItsStartToTheActiveFacility(Chromium browser) {
        ApplicationCase credit = bank.anApplication().asking("12000000").judged("ADEQUATE").securedBy("MORTGAGE", "厂房一处", "9000000").known();
        lookAtStart(browser, credit.applicant(), "授信申请", "Credit application");
        lookAtStart(browser, "rm", "授信申请", "Credit application");
        credit.started();
        look(browser, credit.applicant(), credit.number(), "user_complete-application");
        credit.submitted();
        look(browser, credit.applicant(), credit.number(), "user_upload-documents");
        credit.withDocumentsUploaded();
        look(browser, "analyst", credit.number(), "user_verify-documents");
        credit.withDocuments();
        look(browser, "analyst", credit.number(), "user_enter-data");
        credit.complete("analyst", "user_enter-data", Map.of());
        look(browser, "analyst", credit.number(), "user_assess-qualification");
        credit.complete("analyst", "user_assess-qualification", Forms.qualification("QUALIFIED", "ADEQUATE"));
        look(browser, "manager", credit.number(), "user_decide-as-credit-manager");
        credit.decidedBy("manager", Verdict.APPROVE);
        look(browser, "senior", credit.number(), "user_decide-as-senior-credit-manager");
        credit.offered();
        look(browser, credit.applicant(), credit.number(), "user_answer-offer");
        credit.accepted();
        look(browser, "legal", credit.number(), "user_review-agreement");
        credit.complete("legal", "user_review-agreement", Map.of("approved", true));
        look(browser, credit.applicant(), credit.number(), "user_sign-as-customer");
        credit.signedByCustomer();
        look(browser, "rm", credit.number(), "user_sign-as-guarantor");
        credit.signedByProviders();
        look(browser, "legal", credit.number(), "user_confirm-paper-copy");
        credit.signedByAllButTheBank();
        look(browser, "manager", credit.number(), "user_sign-as-bank");
        credit.signed();
        look(browser, "analyst", credit.number(), "user_fulfil-conditions");
        credit.complete("analyst", "user_fulfil-conditions", Map.of("conditions", List.of(
                Map.of("code", "CORPORATE_RESOLUTION", "waiverReason", "一人公司，股东已亲自签署"))));
        look(browser, "manager", credit.number(), "user_decide-waiver");
        credit.complete("manager", "user_decide-waiver", Map.of("answers", List.of(Map.of("code", "CORPORATE_RESOLUTION", "granted", true, "reason", "章程未要求决议"))));
        credit.active();
        lookAtOverview(browser, credit.applicant());

        lookAtStart(browser, "analyst", "定期复评", "Periodic review");
        ReviewCase review = ReviewCase.startedByHand(credit);
        look(browser, credit.applicant(), review.number(), "user_supply-statements");
        review.supplied();
        look(browser, "analyst", review.number(), "user_assess-review");
        review.assessed("WEAK");
        if (review.openTasks().contains("user_decide-as-credit-manager")) {
            look(browser, "manager", review.number(), "user_decide-as-credit-manager");
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void fitsACommitteesVoteAndACounterOffer(Chromium browser) {
        ApplicationCase large = bank.anApplication().of(Firm.firm().ofScale(30)).asking("90000000").assessed();
        large.decidedBy("manager", Verdict.APPROVE).decidedBy("senior", Verdict.APPROVE).decidedBy("director", Verdict.APPROVE);
        look(browser, "committee2", large.number(), "user_vote-as-committee-member");
        large.offered().answer("COUNTER", "希望期限为 24 个月。");
        look(browser, "analyst", large.number(), "user_consider-counter-offer");

        assertThat(faults).isEmpty();
    }

    @Test
    void fitsAddedSignersDocumentsAskedForAndTheAbsenceCalendar(Chromium browser) {
        ApplicationCase credit = bank.anApplication().of(Firm.firm().ofScale(3)).asking("2500000").decidedBy("manager", Verdict.APPROVE);
        String hash = credit.proposal().sha256();
        credit.complete("senior", "user_decide-as-senior-credit-manager", Map.of("verdict", "ADD_SIGNERS", "proposalHash", hash, "signers",
                Map.of("place", "BEFORE", "rule", "ALL", "persons", List.of("legal"), "roles", List.of(), "reason", "请就担保条款发表意见")));
        look(browser, "legal", credit.number(), "user_sign-as-added-signer");
        credit.complete("legal", "user_sign-as-added-signer", Map.of("opinion", "OBJECT", "remark", "保证合同须补充反担保条款", "proposalHash", hash));
        credit.complete("senior", "user_decide-as-senior-credit-manager", Map.of("verdict", "ASK_FOR_DOCUMENTS", "proposalHash", hash, "comment", "请提供保证合同"));
        look(browser, "analyst", credit.number(), "user_bring-documents");
        credit.complete("analyst", "user_bring-documents", Map.of("answer", "保证合同已上传"));
        look(browser, "senior", credit.number(), "user_decide-as-senior-credit-manager");
        credit.complete("senior", "user_decide-as-senior-credit-manager", Map.of("verdict", "ASK_FOR_DOCUMENTS", "proposalHash", hash, "documents",
                Map.of("from", "CUSTOMER", "items", List.of(Map.of("kind", "FURTHER_DOCUMENT", "reason", "请提供最近三个月的主要订单")))));
        look(browser, credit.applicant(), credit.number(), "user_bring-documents-as-customer");
        for (Screen screen : SCREENS) {
            Visitor visitor = person(browser, "director", screen);
            visitor.goTo("/camunda/app/absences/default/");
            visitor.page().locator("#entry:visible").waitFor();
            faults.addAll(Look.faults("absences", screen, visitor));
            visitor.goTo("/camunda/app/shouxin/default/");
            visitor.page().locator("#places a").first().waitFor();
            visitor.page().locator("#applications .card").first().waitFor();
            faults.addAll(Look.faults("director's overview", screen, visitor));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void fitsAWriteOffItsPageAndThePublicationOfAPolicy(Chromium browser) throws IOException {
        ApplicationCase credit = bank.anApplication().asking("1500000").judged("STRONG").active();
        LimitCase.draw(credit, "900000");
        String facility = LimitCase.facility(credit).id().number();
        bank.ledger.suspend(LimitCase.facility(credit).id(), new LedgerKey("test", "forms/" + facility), bank.clock.today(), new PersonId("rm")).orElseThrow();
        String paper = bank.documents.receive(credit.customer(), "执行裁定.pdf", ApplicationCase.PDF, new PersonId("rm")).orElseThrow().id().value();
        lookAtStart(browser, "rm", "核销", "Write-off");
        String number = bank.hands.start("rm", "write-off", Map.of("facilityId", facility, "amount", "600000", "reasonCode", "COLLECTION_EXHAUSTED",
                "reason", "借款人已停产，多次催收无果。", "measures", "电话与上门催收六次，诉讼后执行终结，抵押物已处置。", "papers", List.of(paper)));
        bank.hands.runSteps();
        look(browser, "director", number, "user_decide-as-risk-director");
        bank.hands.complete("director", number, "user_decide-as-risk-director", Forms.decision(Verdict.RETURN, bank.writeOffs.find(new WriteOffId(number)).orElseThrow().sha256()));
        bank.hands.runSteps();
        look(browser, "rm", number, "user_amend-write-off");
        for (Screen screen : SCREENS) {
            Visitor visitor = person(browser, "rm", screen);
            visitor.goTo("/camunda/app/write-offs/default/");
            visitor.page().locator("#entries .card").first().waitFor();
            faults.addAll(Look.faults("write-offs", screen, visitor));
        }

        PersonId author = new PersonId("policy");
        String version = "2026.77";
        String file = PolicyFile.newest("loss-given-default").replace("versionTag=\"" + PolicyFile.newestVersion("loss-given-default") + "\"",
                "versionTag=\"" + version + "\"").replaceFirst("<text>0\\.45</text>", "<text>0.46</text>");
        String draft = bank.drafts.upload(new UploadDraft("loss-given-default", "上调无担保违约损失率", "年度重估", file.getBytes(StandardCharsets.UTF_8)), author).orElseThrow().draftId();
        bank.replays.replay(draft, author).orElseThrow();
        lookAtStart(browser, "policy", "政策发布", "Policy publication");
        bank.hands.start("policy", "policy-publication", Map.of("draftId", draft, "effectiveFrom", bank.clock.today().plusYears(40).toString()));
        look(browser, "director", draft, "user_decide-as-risk-director");

        assertThat(faults).isEmpty();
    }

    @Test
    void fitsTheRenewalOfAPolicyExceptionAndItsPage(Chromium browser) {
        ApplicationCase credit = bank.anApplication().of(Firm.firm().withoutCreditReport()).asking("500000").withDocuments();
        bank.creditReports.record(credit.customer(), new CreditReport(bank.clock.today(), 0, 0, 0, Money.cny("8000000"), Money.cny("0"), 1, true, false,
                "SQ-XQ-9", "测试征信机构"), new PersonId("analyst")).orElseThrow();
        credit.assessed();
        exceptions.ask(credit.id(), new AskPolicyException("knock-out", "DEFAULT_RECORDED", 0, null, ExceptionReason.PASSING_CAUSE, "记录系系统扣款失败所致，现已全部结清。",
                Compensation.ADDITIONAL_SECURITY, "追加法定代表人住宅抵押", bank.clock.today().plusDays(30)), new PersonId("analyst")).orElseThrow();
        credit.complete("analyst", "user_consider-exceptions", Map.of("verdict", "GO_ON")).offered();
        String exception = exceptions.all(credit.id()).get(0).id().value();
        lookAtStart(browser, "analyst", "政策例外续期", "Renewal of a policy exception");
        for (Screen screen : SCREENS) {
            Visitor visitor = person(browser, "analyst", screen);
            visitor.goTo("/camunda/app/exceptions/default/?customer=" + credit.customer());
            Locator card = visitor.page().locator("[data-exception='" + exception + "']");
            card.waitFor();
            assertThat(card.innerText()).contains(screen.language().startsWith("zh") ? "审批委员会表决" : "The credit committee, by its vote");
            card.locator("button").last().click();
            faults.addAll(Look.faults("exceptions", screen, visitor));
        }
        Visitor analyst = person(browser, "analyst", Screen.DESKTOP);
        Locator card = analyst.page().locator("[data-exception='" + exception + "']");
        analyst.goTo("/camunda/app/exceptions/default/?customer=" + credit.customer());
        card.locator("button:has-text('申请续期')").click();
        card.locator("input").first().fill(bank.clock.today().plusDays(60).toString());
        card.locator("input").last().fill("违约记录更正仍在办理，请予续期");
        card.locator("button.strong").click();
        card.locator("text=审批中").waitFor();
        String number = renewals.newest(List.of(new PolicyExceptionId(exception))).values().iterator().next().id().value();
        bank.hands.runSteps();
        look(browser, "manager", number, "user_decide-as-credit-manager");
        bank.hands.complete("manager", number, "user_decide-as-credit-manager", Forms.decision(Verdict.RETURN, bank.approvals.history(ExceptionRenewalDesk.SUBJECT, number)
                .get(0).subjectHash()));
        bank.hands.runSteps();
        look(browser, "analyst", number, "user_amend-renewal");
        assertThat(faults).isEmpty();
    }

    @Test
    void fitsAnOverrideAndThePageThatExplainsTheRating(Chromium browser) {
        ApplicationCase credit = bank.anApplication().asking("12000000").judged("ADEQUATE").assessed();
        lookAtStart(browser, "analyst", "等级调整", "Rating override");
        RatingView rating = bank.ratings.latest(credit.customer()).orElseThrow();
        Map<String, Object> form = new HashMap<>(Map.of("customerId", credit.customer().value(), "ratingId", rating.id().value(),
                "grade", Grade.values()[rating.grade().ordinal() + 1].name(), "reasonCode", "DISPUTE_OR_PENALTY",
                "evidence", "主要客户已提起诉讼并申请冻结账户，法院公告已核对。", "evidenceSource", "法院公告", "evidenceDate", bank.clock.today().toString()));
        String number = bank.hands.start("analyst", "rating-override", form);
        bank.hands.runSteps();
        look(browser, "manager", number, "user_decide-as-credit-manager");
        bank.hands.complete("manager", number, "user_decide-as-credit-manager", Forms.decision(Verdict.RETURN,
                bank.overrides.find(new OverrideId(number)).orElseThrow().sha256()));
        bank.hands.runSteps();
        look(browser, "analyst", number, "user_amend-override");
        for (Screen screen : SCREENS) {
            Visitor visitor = person(browser, "analyst", screen);
            visitor.goTo("/camunda/app/rating/default/?rating=" + rating.id());
            visitor.page().locator("#rating .better").first().waitFor();
            visitor.page().locator("#override-report .tile").first().waitFor();
            faults.addAll(Look.faults("rating", screen, visitor));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void fitsALimitChangeAnExceptionAndTheirPage(Chromium browser) {
        ApplicationCase credit = bank.anApplication().asking("1500000").judged("STRONG").active();
        LimitCase.draw(credit, "1000000");
        lookAtStart(browser, "analyst", "额度调整", "Limit change");
        lookAtStart(browser, "rm", "临时额度", "Temporary exception");
        LimitCase change = LimitCase.change(credit, "analyst", LimitCase.form(credit, "INCREASE", "1800000"));
        look(browser, "manager", change.number(), "user_decide-as-credit-manager");
        change.decided("manager", Verdict.RETURN);
        look(browser, "analyst", change.number(), "user_amend-change");
        LimitCase exception = LimitCase.exception(credit, "rm", LimitCase.exceptionForm(credit, "200000", 20));
        look(browser, "manager", exception.number(), "user_decide-as-credit-manager");
        exception.decided("manager", Verdict.RETURN);
        look(browser, "rm", exception.number(), "user_amend-exception");
        bank.signals.open(bank.signals.record(new RecordSignal("C34", null, MarketDirection.ADVERSE, "出口订单骤减，主要下游停工检修。",
                bank.clock.today(), "行业协会月报"), new PersonId("analyst")).orElseThrow().id(), Set.of(credit.customer()), new PersonId("analyst")).orElseThrow()
                .forEach(suggested -> look(browser, "analyst", suggested.id().value(), "user_consider-change"));
        for (Screen screen : SCREENS) {
            Visitor visitor = person(browser, "analyst", screen);
            visitor.goTo("/camunda/app/limits/default/");
            visitor.page().locator("#changes .card").first().waitFor();
            visitor.page().locator("#signals .card button").first().click();
            visitor.page().locator("#signals .concerned li").first().waitFor();
            assertThat(visitor.page().locator("#signals .card").first().innerText()).contains("李静", screen.language().startsWith("zh") ? "C34 通用设备制造业" : "C34 General");
            faults.addAll(Look.faults("limits", screen, visitor));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void fitsACovenantTestItsReliefAndThePage(Chromium browser) {
        ApplicationCase credit = bank.anApplication().active();
        CovenantTestView planned = covenants.tests(credit.id()).stream().filter(test -> test.terms().code().equals("DEBT_RATIO")).findFirst().orElseThrow();
        bank.letPass(Duration.ofDays(ChronoUnit.DAYS.between(bank.clock.today(), planned.days().testOn())), planned.id());
        bank.hands.as("admin", () -> bank.runtime.startProcessInstanceByKey("condition-calendar"));
        bank.hands.runSteps();
        bank.statements.record(credit.customer(), new StatementSheet(planned.periodEnd(), planned.periodEnd().getMonthValue(), StatementBasis.AUDITED, "CNY",
                Map.of(StatementItem.TOTAL_ASSETS, new BigDecimal("10000000"), StatementItem.TOTAL_LIABILITIES, new BigDecimal("7800000"),
                        StatementItem.TOTAL_EQUITY, new BigDecimal("2200000"))), new PersonId("analyst")).orElseThrow();
        look(browser, "analyst", planned.id(), "user_test-covenant");
        bank.hands.complete("analyst", planned.id(), "user_test-covenant", Map.of("relief", Map.of("kind", "WAIVER", "reason", "重组期间指标失真")));
        look(browser, "senior", planned.id(), "user_decide-relief");
        for (Screen screen : SCREENS) {
            Visitor visitor = person(browser, "analyst", screen);
            visitor.goTo("/camunda/app/covenants/default/?customerId=" + credit.customer());
            visitor.page().locator("#list button.link").first().click();
            visitor.page().locator("#history table").waitFor();
            faults.addAll(Look.faults("covenants", screen, visitor));
        }
        for (int i = 0; i < 53; i++) {
            SettledBreach.of(jdbc, credit, "HQ", Instant.parse("2026-03-01T00:00:00Z").plusSeconds(i));
        }
        for (Screen screen : SCREENS) {
            Visitor visitor = person(browser, "analyst", screen);
            visitor.goTo("/camunda/app/covenants/default/?customerId=" + credit.customer());
            visitor.page().locator("#more-cases").click();
            visitor.page().locator("#breaches tbody tr").nth(52).waitFor();
            assertThat(visitor.page().locator("#breaches tbody tr").count()).isEqualTo(53);
            assertThat(visitor.page().locator("#more-cases").isHidden()).isTrue();
            assertThat(visitor.page().locator("#breaches").innerText()).contains(screen.language().startsWith("zh") ? "违反约定：资产负债率" : "Not kept: debt ratio");
            faults.addAll(Look.faults("breach cases", screen, visitor));
        }
        String suggested = suggestions.afterBreach(credit.customer(), bank.facilities.of(credit.id()).get(0).id(), LimitChangeKind.DECREASE, new BigDecimal("0.2"), "BC-1999-000001",
                new BilingualText("违反约定：资产负债率不高于 75.00%", "Not kept: liabilities to assets at most 75.00%"), "BREACH_DECREASE").orElseThrow().id().value();
        bank.hands.runSteps();
        look(browser, "analyst", suggested, "user_consider-change");
        Visitor english = person(browser, "analyst", Screen.DESKTOP.in("en-GB"));
        english.open(suggested, "user_consider-change");
        assertThat(english.page().locator(".sx-info").first().innerText()).contains("Not kept: liabilities to assets at most 75.00%").doesNotContain("违反");
        String account = checks.of(credit.id()).stream().filter(check -> check.condition().equals("SETTLEMENT_ACCOUNT_OPENED")).findFirst().orElseThrow().id();
        bank.letPass(Duration.ofDays(93), account);
        bank.hands.as("admin", () -> bank.runtime.startProcessInstanceByKey("condition-calendar"));
        bank.hands.runSteps();
        look(browser, "analyst", account, "user_check-condition");
        Visitor analyst = person(browser, "analyst", Screen.DESKTOP);
        analyst.open(account, "user_check-condition");
        analyst.claim();
        analyst.page().locator("#sx-evidence").setInputFiles(new FilePayload("账户流水.pdf", "application/pdf", ApplicationCase.PDF));
        analyst.page().locator("[data-field=evidence] a").waitFor();
        assertThat(analyst.page().locator("[data-field=evidence] a").getAttribute("href")).contains("/documents/").endsWith("/content");
        faults.addAll(Look.faults("evidence", Screen.DESKTOP, analyst));

        assertThat(faults).isEmpty();
    }

    @Test
    void fitsTheFirstScreening(Chromium browser) {
        ApplicationCase credit = bank.anApplication().of(Firm.firm().withoutCreditReport()).asking("500000").known();
        bank.creditReports.record(credit.customer(), new CreditReport(bank.clock.today(), 3, 200, 0, Money.cny("8000000"), Money.cny("0"), 1, false, false,
                "SQ-LOOK-2", "测试征信机构"), new PersonId("analyst")).orElseThrow();
        credit.submitted();
        look(browser, "analyst", credit.number(), "user_consider-early-exceptions");
        Visitor analyst = person(browser, "analyst", Screen.DESKTOP);
        analyst.open(credit.number(), "user_consider-early-exceptions");
        assertThat(analyst.page().locator("[data-panel=screening] details").getAttribute("open")).isNotNull();
        assertThat(analyst.page().locator("[data-panel=screening] tr", new Page.LocatorOptions().setHasText("近两年曾逾期超过 180 天")).innerText())
                .contains("命中", "200", "信用报告", "测试征信机构");
        ApplicationCase sound = bank.anApplication().withDocuments();
        look(browser, "analyst", sound.number(), "user_enter-data");
        sound.complete("analyst", "user_enter-data", Map.of());
        look(browser, "analyst", sound.number(), "user_assess-qualification");
        assertThat(faults).isEmpty();
    }

    @Test
    void fitsAPolicyExceptionAndItsPage(Chromium browser) {
        ApplicationCase credit = bank.anApplication().of(Firm.firm().withoutCreditReport()).asking("500000").withDocuments();
        bank.creditReports.record(credit.customer(), new CreditReport(bank.clock.today(), 3, 200, 0, Money.cny("8000000"), Money.cny("0"), 1, false, false,
                "SQ-LOOK-1", "测试征信机构"), new PersonId("analyst")).orElseThrow();
        credit.assessed();
        look(browser, "analyst", credit.number(), "user_consider-exceptions");
        Visitor analyst = person(browser, "analyst", Screen.DESKTOP);
        analyst.open(credit.number(), "user_consider-exceptions");
        analyst.claim();
        Locator rule = analyst.page().locator("[data-rule=SEVERE_PAST_OVERDUE]");
        rule.locator("button").first().click();
        rule.locator("#sx-px-reason-code").selectOption(new SelectOption().setLabel("暂时情况"));
        rule.locator("#sx-px-compensation").selectOption(new SelectOption().setLabel("追加担保"));
        rule.locator("#sx-px-reason").fill("逾期系系统扣款失败所致，现已全部结清。");
        rule.locator("#sx-px-compensation-words").fill("放款前办妥法定代表人住宅抵押登记");
        rule.locator("button.primary").click();
        analyst.page().locator("[data-exception]").first().waitFor();
        faults.addAll(Look.faults("asked", Screen.DESKTOP, analyst));
        credit.complete("analyst", "user_consider-exceptions", Map.of("verdict", "GO_ON"));
        look(browser, "manager", credit.number(), "user_decide-as-credit-manager");
        for (Screen screen : SCREENS) {
            Visitor visitor = person(browser, "auditor", screen);
            visitor.goTo("/camunda/app/exceptions/default/");
            visitor.page().locator(".exception").first().waitFor();
            faults.addAll(Look.faults("policy exceptions", screen, visitor));
        }
        assertThat(faults).isEmpty();
    }

    private void look(Chromium browser, String person, String caseNumber, String taskKey) {
        for (List<Screen> screens : BY_LANGUAGE) {
            Visitor visitor = person(browser, person, screens.get(0));
            visitor.open(caseNumber, taskKey);
            faults.addAll(Look.faults(taskKey, screens, visitor));
        }
    }

    private void lookAtStart(Chromium browser, String person, String chinese, String english) {
        for (List<Screen> screens : BY_LANGUAGE) {
            Visitor visitor = person(browser, person, screens.get(0));
            visitor.goToTasks();
            visitor.chooseProcess(screens.get(0).language().startsWith("zh") ? chinese : english);
            faults.addAll(Look.faults("start " + english, screens, visitor));
        }
    }

    private void lookAtOverview(Chromium browser, String person) {
        for (Screen screen : SCREENS) {
            Visitor visitor = person(browser, person, screen);
            visitor.goTo("/camunda/app/shouxin/default/");
            visitor.page().locator("#facilities .card").first().waitFor();
            visitor.page().locator("#applications .card").first().waitFor();
            visitor.page().locator("#messages .message").first().waitFor();
            faults.addAll(Look.faults("overview", screen, visitor));
        }
    }

    private Visitor person(Chromium browser, String person, Screen screen) {
        String password = person.matches("t\\d+x.*") ? Bank.PASSWORD : Visitor.PASSWORD;
        return people.computeIfAbsent(person + screen, key -> {
            Visitor visitor = browser.visitor(screen);
            visitor.signInByRequest(person, password);
            return visitor;
        });
    }
}
