package io.shouxin.integration.web;

import io.shouxin.identity.Access;
import io.shouxin.integration.RatingPapers;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.RatingId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a rating looks like on paper for the bank, and in plain words for the customer. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
@Tag(name = "Ratings")
class RatingReportPdf {

    private final RatingPapers papers;
    private final Access access;

    RatingReportPdf(RatingPapers papers, Access access) {
        this.papers = papers;
        this.access = access;
    }

    @Operation(summary = "The report that explains a rating, as PDF in Chinese; for officers")
    @GetMapping("/ratings/{rating}/report.pdf")
    ResponseEntity<byte[]> report(@PathVariable("rating") String rating) {
        access.officer();
        return pdf(papers.report(new RatingId(rating)), "信用评估报告-" + rating + ".pdf");
    }

    @Operation(summary = "What the rating of an application means for the customer, in plain words")
    @GetMapping("/applications/{application}/rating-summary")
    RatingPapers.Summary summary(@PathVariable("application") String application, Locale language) {
        access.person();
        return papers.summary(new ApplicationId(application), language);
    }

    @Operation(summary = "The same as PDF in Chinese")
    @GetMapping("/applications/{application}/rating-summary.pdf")
    ResponseEntity<byte[]> summaryPdf(@PathVariable("application") String application) {
        access.person();
        return pdf(papers.summaryPdf(new ApplicationId(application)), "评级说明-" + application + ".pdf");
    }

    private static ResponseEntity<byte[]> pdf(byte[] content, String fileName) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(fileName, StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff").body(content);
    }
}
