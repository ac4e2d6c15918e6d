package io.shouxin.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.PersonId;
import io.shouxin.rating.RatingView;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.ProcessTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A rating on paper: the bank's report with everything in it, the customer's explanation with what is his. */
@ApplicationTest
@ProcessTest
class RatingPapersTest {

    private static final String DEMO = "shouxin-demo";

    @Autowired
    private Bank bank;

    @LocalServerPort
    private int port;

    @Test
    void theReportNamesGradeWaterfallPeersRisksFactsAndWhatWouldRaiseTheGrade() throws Exception {
        ApplicationCase credit = bank.anApplication().asking("1500000").judged("ADEQUATE").assessed();
        RatingView rating = bank.ratings.latest(credit.customer()).orElseThrow();
        String text = text(pdf("analyst", DEMO, "/api/v1/ratings/" + rating.id() + "/report.pdf"));

        assertThat(text).contains("信用评估报告", rating.id().value(), "评级结论", "评分构成", "财务指标与行业位置", "风险点", "事实与来源",
                "如何提升等级", "依据的政策版本", "复算").contains(rating.score().toPlainString()).doesNotContain("{{", "characteristic.", "reason.", "factDetail.", "measure.", "null");
    }

    @Test
    void theReportTellsHowTheLimitWasWorkedOutAndByWhichDefinition() throws Exception {
        ApplicationCase credit = bank.anApplication().asking("12000000").judged("ADEQUATE").securedBy("MORTGAGE", "厂房一处", "9000000").assessed();
        RatingView rating = bank.ratings.latest(credit.customer()).orElseThrow();
        String text = text(pdf("analyst", DEMO, "/api/v1/ratings/" + rating.id() + "/report.pdf"));

        assertThat(text).contains("额度测算", credit.proposal().proposalId().value(), "起决定作用", "销售利润率口径：利润总额÷销售收入", "行业增长率中位数",
                "可贷资金", "监管集中度要求", "厂房一处", "待核实：尚未估值").doesNotContain("{{", "figure.", "constraint", "lever.", "securityStanding.");
    }

    @Test
    void theReportAsDataSaysTheSame() {
        ApplicationCase credit = bank.anApplication().asking("1500000").judged("WEAK").assessed();
        RatingView rating = bank.ratings.latest(credit.customer()).orElseThrow();
        JsonNode report = Browser.program(port, "analyst", DEMO, "zh-CN").get("/api/v1/ratings/" + rating.id() + "/report").json();

        assertThat(report.get("reproduced").asBoolean()).isTrue();
        assertThat(report.get("risks")).isNotEmpty().allSatisfy(risk -> assertThat(risk.get("measure").asText()).doesNotContain("measure."));
        assertThat(report.get("improvements")).isNotEmpty();
        assertThat(report.get("rating").get("evidence").get("facts")).isNotEmpty();
    }

    @Test
    void theCustomerReadsHisGradeAndWhatWouldRaiseItOnceHisCaseIsDecided() throws Exception {
        ApplicationCase credit = bank.anApplication().asking("1500000").judged("ADEQUATE").assessed();
        Browser customer = Browser.program(port, credit.applicant(), Bank.PASSWORD, "zh-CN");
        String path = "/api/v1/applications/" + credit.number() + "/rating-summary";
        assertThat(customer.get(path).code()).isEqualTo("RATING_NOT_TO_BE_TOLD_YET");

        credit.offered();
        JsonNode summary = customer.get(path).json();
        assertThat(summary.get("grade").asText()).isNotBlank();
        assertThat(summary.get("raisesMost")).isNotEmpty();
        assertThat(summary.has("score")).isFalse();
        assertThat(text(pdf(credit.applicant(), Bank.PASSWORD, path + ".pdf"))).contains("评级说明", "最能提升等级的做法").doesNotContain("违约概率");
    }

    @Test
    void nobodyReadsAnotherFirmsRating() {
        ApplicationCase credit = bank.anApplication().asking("1500000").judged("ADEQUATE").offered();
        ApplicationCase other = bank.anApplication().known();
        Browser stranger = Browser.program(port, other.applicant(), Bank.PASSWORD, "zh-CN");
        RatingView rating = bank.ratings.latest(credit.customer()).orElseThrow();

        assertThat(stranger.get("/api/v1/applications/" + credit.number() + "/rating-summary").status()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/ratings/" + rating.id() + "/report").status()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/ratings/" + rating.id() + "/report.pdf").status()).isEqualTo(404);
    }

    @Test
    void theCustomerDoesNotReadTheBanksEvidenceAboutHim() {
        ApplicationCase credit = bank.anApplication().known();
        DocumentId paper = bank.documents.receive(credit.customer(), "法院公告.pdf", ApplicationCase.PDF, new PersonId("analyst")).orElseThrow().id();
        Browser customer = Browser.program(port, credit.applicant(), Bank.PASSWORD, "zh-CN");

        assertThat(customer.get("/api/v1/documents/" + paper).status()).isEqualTo(404);
        assertThat(customer.get("/api/v1/documents/" + paper + "/content").status()).isEqualTo(404);
        assertThat(customer.get("/api/v1/customers/" + credit.customer() + "/documents").status()).isEqualTo(404);
        assertThat(Browser.program(port, "analyst", DEMO, "zh-CN").get("/api/v1/documents/" + paper).status()).isEqualTo(200);
    }

    private byte[] pdf(String user, String password, String path) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + basic).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}
