package io.shouxin.document.web;

import io.shouxin.document.ChecklistItem;
import io.shouxin.document.ChecklistView;
import io.shouxin.document.DocumentContent;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.DocumentView;
import io.shouxin.document.ReceiveDocument;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Checklist and documents over HTTP; everybody sees only what belongs to a customer he may see. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
class DocumentController {

    private final DocumentDesk desk;
    private final Access access;
    private final Wording wording;

    DocumentController(DocumentDesk desk, Access access, Wording wording) {
        this.desk = desk;
        this.access = access;
        this.wording = wording;
    }

    @GetMapping("/applications/{applicationId}/checklist")
    ChecklistAnswer checklist(@PathVariable String applicationId, Locale language) {
        access.person();
        ChecklistView checklist = desk.checklist(applicationId).orElseThrow(Access.NotVisible::new);
        Person reader = access.readerOf(applicationId, checklist.customer());
        return ChecklistAnswer.of(reader.isOfficer() ? checklist : checklist.forCustomer(), wording, language);
    }

    @GetMapping("/applications/{applicationId}/documents")
    List<DocumentAnswer> documents(@PathVariable String applicationId, Locale language) {
        Person reader = access.person();
        return desk.of(applicationId).stream().filter(document -> access.mayRead(reader, document.subject(), document.customer()))
                .filter(document -> document.readableBy(reader))
                .map(document -> DocumentAnswer.of(document, wording, language)).toList();
    }

    @PostMapping(path = "/applications/{applicationId}/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    DocumentAnswer receive(@PathVariable String applicationId, @RequestParam String kind, @RequestPart("file") MultipartFile file,
                           Locale language) throws IOException {
        access.person();
        ChecklistView checklist = desk.checklist(applicationId).orElseThrow(Access.NotVisible::new);
        Person sender = access.editorOf(applicationId, checklist.customer());
        if (ChecklistItem.isFromBank(kind) && !sender.isOfficer()) {
            throw new Access.NotAllowed();
        }
        DocumentView document = desk.receive(new ReceiveDocument(applicationId, kind, file.getOriginalFilename(), file.getContentType(),
                file.getBytes()), sender.id()).orElseThrow();
        return DocumentAnswer.of(document, wording, language);
    }

    @GetMapping("/documents/{documentId}")
    DocumentAnswer document(@PathVariable String documentId, Locale language) {
        return DocumentAnswer.of(visible(documentId), wording, language);
    }

    /** @param download true to save it, false to look at it; a spreadsheet or text is always saved */
    @GetMapping("/documents/{documentId}/content")
    ResponseEntity<byte[]> content(@PathVariable String documentId, @RequestParam(defaultValue = "false") boolean download) {
        DocumentView document = visible(documentId);
        DocumentContent found = desk.content(document.id()).orElseThrow(Access.NotVisible::new);
        MediaType type = MediaType.parseMediaType(document.mediaType());
        boolean shown = !download && (MediaType.APPLICATION_PDF.equals(type) || type.getType().equals("image"));
        ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(document.fileName(), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noCache().cachePrivate()).eTag(document.sha256())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(found.content());
    }

    private DocumentView visible(String documentId) {
        access.person();
        DocumentView document = desk.find(new DocumentId(documentId)).orElseThrow(Access.NotVisible::new);
        Person reader = access.readerOf(document.subject(), document.customer());
        if (!document.readableBy(reader)) {
            throw new Access.NotVisible();
        }
        return document;
    }
}
