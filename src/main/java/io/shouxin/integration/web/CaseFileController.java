package io.shouxin.integration.web;

import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.integration.CaseFile;
import io.shouxin.integration.CaseFiles;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.ReviewId;
import io.shouxin.kernel.Wording;
import io.shouxin.notification.MessageDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Case files, messages and the words people read, for forms and programs. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
@Tag(name = "Case files")
class CaseFileController {

    private final CaseFiles caseFiles;
    private final Access access;
    private final MessageDesk messages;
    private final Wording wording;

    CaseFileController(CaseFiles caseFiles, Access access, MessageDesk messages, Wording wording) {
        this.caseFiles = caseFiles;
        this.access = access;
        this.messages = messages;
        this.wording = wording;
    }

    @Operation(summary = "Everything about one application, as far as you may see it")
    @GetMapping("/applications/{id}/case-file")
    CaseFile ofApplication(@PathVariable String id) {
        access.person();
        return caseFiles.ofApplication(new ApplicationId(id));
    }

    @Operation(summary = "Everything about one periodic review, as far as you may see it")
    @GetMapping("/reviews/{id}/case-file")
    CaseFile ofReview(@PathVariable String id) {
        access.person();
        return caseFiles.ofReview(new ReviewId(id));
    }

    @Operation(summary = "Your inbox, newest first")
    @GetMapping("/messages")
    List<MessageText> inbox(Locale language) {
        return messages.inbox(access.person().id()).stream()
                .map(message -> new MessageText(message.subject(), wording.of("messageTitle." + message.code(), language, Map.of()),
                        wording.of("message." + message.code(), language, Map.of("subject", message.subject())), message.sentAt()))
                .toList();
    }

    @Operation(summary = "Who you are here")
    @GetMapping("/me")
    Person me() {
        return access.person();
    }

    @Operation(summary = "The words behind the codes, in one language")
    @GetMapping("/wording")
    Map<String, String> wording(@RequestParam(defaultValue = "en") String language) {
        access.person();
        return wording.labels(Locale.forLanguageTag(language));
    }

    /** A message as read; the subject is the number of what it is about. */
    record MessageText(String subject, String title, String text, Instant sentAt) {
    }
}
