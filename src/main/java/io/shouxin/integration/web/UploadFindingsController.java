package io.shouxin.integration.web;

import io.shouxin.document.DocumentContent;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.DocumentView;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.integration.UploadFindings;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Wording;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What looks odd in a document that was brought. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
@Tag(name = "Credit room")
class UploadFindingsController {

    private final DocumentDesk documents;
    private final UploadFindings findings;
    private final Access access;
    private final Wording wording;

    UploadFindingsController(DocumentDesk documents, UploadFindings findings, Access access, Wording wording) {
        this.documents = documents;
        this.findings = findings;
        this.access = access;
        this.wording = wording;
    }

    @Operation(summary = "What looks odd in a document: statements that do not add up or are too old, a validity that has passed, another firm's code")
    @GetMapping("/documents/{documentId}/findings")
    List<Finding> findings(@PathVariable String documentId, Locale language) {
        access.person();
        DocumentView document = documents.find(new DocumentId(documentId)).orElseThrow(Access.NotVisible::new);
        Person reader = access.readerOf(document.subject(), document.customer());
        if (!document.readableBy(reader)) {
            throw new Access.NotVisible();
        }
        DocumentContent content = documents.content(document.id()).orElseThrow(Access.NotVisible::new);
        return findings.of(content).stream().map(finding -> new Finding(finding.code(), wording.of(finding, language), wording.help(finding, language))).toList();
    }

    /** One thing to look at again. */
    record Finding(String code, String message, String help) {
    }
}
