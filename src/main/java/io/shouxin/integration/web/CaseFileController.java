package io.shouxin.integration.web;

import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.integration.CaseFile;
import io.shouxin.integration.CaseFiles;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.ReviewId;
import io.shouxin.kernel.Wording;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Case files and the words people read, for forms and programs. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
@Tag(name = "Case files")
class CaseFileController {

    private final CaseFiles caseFiles;
    private final Access access;
    private final Wording wording;

    CaseFileController(CaseFiles caseFiles, Access access, Wording wording) {
        this.caseFiles = caseFiles;
        this.access = access;
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
}
