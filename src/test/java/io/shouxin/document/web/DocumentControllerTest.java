package io.shouxin.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.document.ChecklistFacts;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.DrawUpChecklist;
import io.shouxin.document.ReceiveDocument;
import io.shouxin.identity.People;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@ApplicationTest
class DocumentControllerTest {

    private static final String SUBJECT = "CA-TEST-WEB";
    private static final byte[] PDF = ApplicationCase.PDF;

    @Autowired
    private DocumentDesk desk;
    @Autowired
    private People people;
    @Autowired
    private TestRestTemplate http;

    @BeforeEach
    void drawUp() {
        desk.drawUpChecklist(new DrawUpChecklist(SUBJECT, new CustomerId("C-TEST-WEB"),
                List.of(new ChecklistFacts("ENTERPRISE", "LENDING", "WORKING_CAPITAL_LOAN", "C", false, false)), LocalDate.of(2026, 3, 5)),
                new PersonId("analyst")).orElseThrow();
    }

    @Test
    void showsNothingToStrangersAndAsksForALogin() {
        assertThat(http.getForEntity("/api/v1/applications/{id}/checklist", String.class, SUBJECT).getStatusCode().value()).isEqualTo(401);
        assertThat(as("applicant").getForEntity("/api/v1/applications/{id}/checklist", String.class, SUBJECT).getStatusCode().value()).isEqualTo(404);
        assertThat(upload("auditor", "BUSINESS_LICENCE", "a.pdf", PDF).getStatusCode().value()).isEqualTo(403);
    }

    /** What the bank saw at his place it saw for its own judgement: the customer learns that it is there, and neither reads nor brings it. */
    @Test
    void theReportOfTheSiteVisitIsTheBanksOwn() {
        String own = "CA-TEST-OWN";
        desk.drawUpChecklist(new DrawUpChecklist(own, people.find(new PersonId("applicant")).orElseThrow().firm().orElseThrow(),
                List.of(new ChecklistFacts("ENTERPRISE", "LENDING", "WORKING_CAPITAL_LOAN", "C", false, false)), LocalDate.of(2026, 3, 5)),
                new PersonId("analyst")).orElseThrow();
        String id = desk.receive(new ReceiveDocument(own, "SITE_VISIT_REPORT", "实地调查.pdf", "application/pdf", PDF), new PersonId("analyst")).orElseThrow().id().value();

        for (String path : List.of("", "/content", "/findings", "/signatures")) {
            assertThat(as("applicant").getForEntity("/api/v1/documents/{id}" + path, String.class, id).getStatusCode().value()).as(path).isEqualTo(404);
            assertThat(as("analyst").getForEntity("/api/v1/documents/{id}" + path, String.class, id).getStatusCode().value()).as(path).isEqualTo(200);
        }
        assertThat(as("applicant").getForObject("/api/v1/applications/{id}/documents", String.class, own)).doesNotContain(id);
        assertThat(as("applicant").getForObject("/api/v1/applications/{id}/checklist", String.class, own)).contains("SITE_VISIT_REPORT", "UPLOADED").doesNotContain(id);
        assertThat(as("analyst").getForObject("/api/v1/applications/{id}/checklist", String.class, own)).contains(id);
        assertThat(upload("applicant", own, "SITE_VISIT_REPORT", "我自己写的.pdf", PDF).getStatusCode().value()).isEqualTo(403);
        assertThat(upload("applicant", own, "BUSINESS_LICENCE", "营业执照.pdf", PDF).getStatusCode().value()).isEqualTo(201);
    }

    @Test
    void anUploadComesBackByteForByteAndIsNeverGuessedAtByTheBrowser() {
        ResponseEntity<String> uploaded = upload("rm", "OTHER", "营业执照.pdf", PDF);
        assertThat(uploaded.getStatusCode().value()).isEqualTo(201);
        String id = uploaded.getBody().replaceAll(".*\"documentId\":\"([^\"]+)\".*", "$1");

        ResponseEntity<byte[]> content = as("analyst").getForEntity("/api/v1/documents/{id}/content", byte[].class, id);
        assertThat(content.getBody()).isEqualTo(PDF);
        assertThat(MediaType.APPLICATION_PDF.equalsTypeAndSubtype(content.getHeaders().getContentType())).isTrue();
        assertThat(content.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.getHeaders().getContentDisposition().isInline()).isTrue();
        assertThat(content.getHeaders().getContentDisposition().getFilename()).isEqualTo("营业执照.pdf");
        assertThat(as("applicant").getForEntity("/api/v1/documents/{id}/content", String.class, id).getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void aBadFileIsRefusedInTheUsersLanguageBesideItsField() {
        ResponseEntity<String> refused = upload("rm", "BUSINESS_LICENCE", "a.pdf", "<html>".getBytes(StandardCharsets.US_ASCII));

        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(refused.getBody()).contains("FILE_TYPE_REFUSED", "\"file\"", "请另存为以上格式");
    }

    private TestRestTemplate as(String person) {
        return http.withBasicAuth(person, "shouxin-demo");
    }

    private ResponseEntity<String> upload(String person, String kind, String name, byte[] content) {
        return upload(person, SUBJECT, kind, name, content);
    }

    private ResponseEntity<String> upload(String person, String subject, String kind, String name, byte[] content) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.MULTIPART_FORM_DATA);
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN");
        return as(person).postForEntity("/api/v1/applications/{id}/documents?kind={kind}", new HttpEntity<>(form, headers), String.class, subject, kind);
    }
}
