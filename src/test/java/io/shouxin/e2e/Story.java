package io.shouxin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A firm's way to credit, done in the browser by those who do it: the firm's applicant, the bank's analyst, its
 * credit manager and lawyer. Each chapter starts at the task list and ends with the form handed in and the automatic steps run.
 */
final class Story implements AutoCloseable {

    static final String PURPOSE = "采购第四季度生产用铝材，供货方为长三角三家铝厂";
    static final String REJECTION = "营业执照副本扫描不清晰，看不清公章，请重新扫描后上传。";

    private static final Pattern APPLICATION_NUMBER = Pattern.compile("CA-\\d{4}-\\d{6}");
    private static final String MINE = "我的任务";
    private static final String TO_CLAIM = "待认领";

    private final Runnable automaticSteps;
    private final Camera camera;
    final Visitor applicant;
    final Visitor analyst;
    final Visitor manager;
    final Visitor lawyer;
    final Visitor rm;
    private String number;

    /** Looks at a visitor's screen at certain moments; most stories need none. */
    interface Camera {
        void take(String moment, Visitor visitor);
    }

    /** @param applicant signed in already, in whichever way */
    Story(Visitor applicant, Chromium browser, Runnable automaticSteps, Camera camera) {
        this.applicant = applicant;
        analyst = browser.signedIn("analyst", Screen.DESKTOP);
        manager = browser.signedIn("manager", Screen.DESKTOP);
        lawyer = browser.signedIn("legal", Screen.DESKTOP);
        rm = browser.signedIn("rm", Screen.DESKTOP);
        this.automaticSteps = automaticSteps;
        this.camera = camera;
    }

    String number() {
        return number;
    }

    void startTheApplication(String amount) {
        applicant.goToTasks();
        applicant.chooseProcess("授信申请");
        applicant.type("#sx-amount", amount);
        handIn(applicant);
        applicant.goToTasks();
        Locator card = applicant.page().locator("li.task").filter(Visitor.having("填写授信申请")).first();
        Matcher found = APPLICATION_NUMBER.matcher(card.filter(Visitor.having("CA-")).textContent());
        assertThat(found.find()).as("the new application's number on its task card").isTrue();
        number = found.group();
    }

    void fillInAndKeepADraft() {
        applicant.openFromList(MINE, number);
        applicant.type("[id^=sx-tenor-]", "12");
        applicant.type("[id^=sx-purpose-]", PURPOSE);
        applicant.press("添加担保");
        applicant.type("[id^=sx-security-text-]", "上海市浦东新区厂房，本公司所有");
        applicant.type("[id^=sx-security-value-]", "8,000,000");
        applicant.type("#sx-business", "为汽车主机厂供应精密零部件，按月对账，账期 90 天。");
        applicant.type("#sx-products", "轴承、齿轮");
        applicant.type("#sx-expectedRevenue", "60,000,000");
        applicant.type("#sx-ownFunds", "2,000,000");
        applicant.type("#sx-existingWorkingCapitalLoans", "1,000,000");
        applicant.type("#sx-otherFunding", "0");
        applicant.type("#sx-growth", "10");
        applicant.press("保存草稿");
        applicant.sees("草稿已于");
    }

    void findTheDraftAndSubmit() {
        applicant.openFromList(MINE, number);
        assertThat(applicant.value("[id^=sx-purpose-]")).isEqualTo(PURPOSE);
        assertThat(applicant.value("#sx-growth")).isEqualTo("10");
        assertThat(applicant.value("[id^=sx-security-value-]").replace(",", "")).isEqualTo("8000000");
        applicant.tick("policyAccepted");
        applicant.tick("creditReportAuthorised");
        camera.take("application", applicant);
        handIn(applicant);
    }

    void uploadTheDocuments() {
        applicant.openFromList(MINE, number);
        List<String> required = applicant.texts(".sx-doc:has(.req):has(input[type=file]) input[type=file]", "data-kind");
        assertThat(required).as("kinds of documents asked for").hasSizeGreaterThan(3).contains("BUSINESS_LICENCE");
        for (String kind : required) {
            applicant.upload(kind, applicant.nameOf(kind) + ".pdf");
        }
        handIn(applicant);
    }

    void rejectTheLicence() {
        analyst.openFromList(TO_CLAIM, number);
        analyst.claim();
        if (analyst.page().locator("input[data-kind=SITE_VISIT_REPORT]").count() > 0) {
            analyst.upload("SITE_VISIT_REPORT", "实地调查报告.pdf");
        }
        Locator licence = document(analyst, "营业执照.pdf");
        licence.locator("label:has(input[value=REJECT])").click();
        licence.locator("textarea").fill(REJECTION);
        analyst.press("全部通过");
        handIn(analyst);
    }

    void bringTheLicenceAgain() {
        applicant.openFromList(MINE, number);
        applicant.sees(REJECTION);
        camera.take("documents", applicant);
        applicant.upload("BUSINESS_LICENCE", "营业执照（重新扫描）.pdf");
        handIn(applicant);
    }

    void acceptTheDocuments() {
        analyst.open(number, "user_verify-documents");
        analyst.claimUnlessMine();
        document(analyst, "营业执照（重新扫描）.pdf").locator("label:has(input[value=ACCEPT])").click();
        handIn(analyst);
    }

    void keepTheDataOnFile() {
        analyst.open(number, "user_enter-data");
        analyst.claimUnlessMine();
        analyst.sees("录入的数据已足够评级");
        camera.take("enter-data", analyst);
        handIn(analyst);
    }

    void assess() {
        analyst.open(number, "user_assess-qualification");
        analyst.claimUnlessMine();
        analyst.pick("assessment.managementQuality", "STRONG");
        analyst.pick("assessment.marketPosition", "ADEQUATE");
        analyst.pick("assessment.industryOutlook", "ADEQUATE");
        analyst.pick("assessment.siteVisit", "STRONG");
        analyst.pick("verdict", "QUALIFIED");
        analyst.type("#sx-opinion", "三年报表齐全、勾稽一致，主要客户为大型主机厂，回款稳定；原材料价格上涨是主要风险，有长期供货协议缓释。建议授信。");
        handIn(analyst);
    }

    /** The manager sees why, then approves. */
    void approve() {
        manager.openFromList(TO_CLAIM, number);
        manager.claim();
        manager.sees("评分构成");
        manager.sees("支持因素");
        manager.sees("财务指标");
        manager.sees("额度测算");
        manager.sees("起决定作用");
        assertThat(manager.page().locator(".sx-fall .line").count()).as("lines of the score").isGreaterThan(8);
        assertThat(manager.page().locator(".sx-limit").count()).as("constraints of the limit").isGreaterThan(2);
        camera.take("approval", manager);
        manager.pick("verdict", "APPROVE");
        manager.type("#sx-comment", "同意按测算额度授信。");
        handIn(manager);
    }

    void acceptTheOffer() {
        applicant.openFromList(MINE, number);
        camera.take("offer", applicant);
        applicant.pick("answer", "ACCEPT");
        handIn(applicant);
    }

    /** A mortgage makes the agreement an individual one, which the lawyer reads first. */
    void reviewTheAgreement() {
        lawyer.openFromList(TO_CLAIM, number);
        lawyer.claim();
        lawyer.pick("approved", "true");
        handIn(lawyer);
    }

    void signForTheFirm() {
        applicant.openFromList(MINE, number);
        sign(applicant);
    }

    /** Who mortgages signs a print by hand; the relationship manager hands the scan in, the lawyer compares it. */
    void signForTheMortgage() {
        rm.open(number, "user_sign-as-guarantor");
        rm.claimUnlessMine();
        String sent = JsonParser.parseString(rm.read(Visitor.API + "/agreements?applicationId=" + number)).getAsJsonArray().get(0).getAsJsonObject()
                .getAsJsonArray("papers").get(1).getAsJsonObject().get("documentId").getAsString();
        rm.page().locator("#sx-copy-0").setInputFiles(new FilePayload("手签抵押合同.pdf", "application/pdf",
                rm.answer(Visitor.API + "/documents/" + sent + "/content").body()));
        rm.page().locator(".sx-form a").filter(Visitor.having("手签抵押合同.pdf")).waitFor();
        rm.type("#sx-name-0", "李担保");
        handIn(rm);
        lawyer.open(number, "user_confirm-paper-copy");
        lawyer.claimUnlessMine();
        lawyer.page().locator(".sx-form label:has(input[name^='same-'])").first().click();
        handIn(lawyer);
    }

    void signForTheBank() {
        manager.open(number, "user_sign-as-bank");
        manager.claimUnlessMine();
        sign(manager);
    }

    void fulfilTheConditions() {
        analyst.open(number, "user_fulfil-conditions");
        analyst.claimUnlessMine();
        for (Locator remark : analyst.page().locator("[id^=sx-remark-]").all()) {
            remark.fill("已现场核实并留存影像。");
        }
        handIn(analyst);
    }

    /** What the firm may use, as its credit overview says. */
    Locator seeTheFacility() {
        applicant.goTo("/camunda/app/shouxin/default/");
        Locator facility = applicant.page().locator("#facilities .card").first();
        facility.waitFor();
        applicant.page().locator("#applications .card").filter(Visitor.having(number)).waitFor();
        applicant.page().locator("#messages .message").first().waitFor();
        camera.take("overview", applicant);
        return facility;
    }

    /** From the first click to the active facility. */
    void tell(String amount) {
        startTheApplication(amount);
        fillInAndKeepADraft();
        findTheDraftAndSubmit();
        uploadTheDocuments();
        rejectTheLicence();
        bringTheLicenceAgain();
        acceptTheDocuments();
        keepTheDataOnFile();
        assess();
        approve();
        acceptTheOffer();
        reviewTheAgreement();
        signForTheFirm();
        signForTheMortgage();
        signForTheBank();
        fulfilTheConditions();
    }

    List<String> complaints() {
        return Stream.of(applicant, analyst, manager, lawyer, rm).flatMap(visitor -> visitor.complaints().stream()).toList();
    }

    private void sign(Visitor signatory) {
        signatory.pick("sign", "true");
        signatory.type("#sx-name", signatory.ownName());
        signatory.tick("declared");
        handIn(signatory);
    }

    private static Locator document(Visitor reader, String fileName) {
        return reader.page().locator(".sx-doc").filter(Visitor.having(fileName));
    }

    private void handIn(Visitor visitor) {
        visitor.handIn();
        automaticSteps.run();
    }

    @Override
    public void close() {
        applicant.close();
        analyst.close();
        manager.close();
        lawyer.close();
        rm.close();
    }
}
