package io.shouxin.replay.web;

import io.shouxin.approval.PathForecast;
import io.shouxin.identity.Access;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Wording;
import io.shouxin.replay.DraftApproval;
import io.shouxin.replay.DraftDesk;
import io.shouxin.replay.DraftDifference;
import io.shouxin.replay.PolicyDraft;
import io.shouxin.replay.Replay;
import io.shouxin.replay.ReplayDesk;
import io.shouxin.replay.UploadDraft;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Policy drafts and their replays; read by officers. Submitting and deciding is done in the tasks of the process. */
@RestController
@RequestMapping({"/api/v1/policy-drafts", "/camunda/api/shouxin/v1/policy-drafts"})
@Tag(name = "Policy drafts", description = "政策草案: drafts of policy tables, and what they would have done to past applications and customers")
class DraftController {

    private final DraftDesk drafts;
    private final ReplayDesk replays;
    private final DraftApproval approval;
    private final Access access;
    private final People people;
    private final Wording words;

    DraftController(DraftDesk drafts, ReplayDesk replays, DraftApproval approval, Access access, People people, Wording words) {
        this.drafts = drafts;
        this.replays = replays;
        this.approval = approval;
        this.access = access;
        this.people = people;
        this.words = words;
    }

    @Operation(summary = "Drafts, newest first")
    @GetMapping
    List<DraftAnswer> list(Locale language) {
        access.headOffice();
        List<PolicyDraft> found = drafts.list();
        Map<String, String> names = names(found);
        return found.stream().map(draft -> DraftAnswer.of(draft, names, words, language)).toList();
    }

    @Operation(summary = "Upload a draft: a DMN file that is checked at once; everything wrong with it is listed")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    DraftAnswer upload(@RequestParam String policy, @RequestParam String title, @RequestParam String source,
                       @RequestPart("file") MultipartFile file, Locale language) throws IOException {
        Person author = access.headOffice();
        return answer(drafts.upload(new UploadDraft(policy, title, source, file.getBytes()), author.id()).orElseThrow(), language);
    }

    @Operation(summary = "One draft")
    @GetMapping("/{draftId}")
    DraftAnswer one(@PathVariable String draftId, Locale language) {
        return answer(visible(draftId), language);
    }

    @Operation(summary = "The draft's table as DMN")
    @GetMapping("/{draftId}/file")
    ResponseEntity<byte[]> file(@PathVariable String draftId) {
        PolicyDraft draft = visible(draftId);
        return saved(draft.policy() + "-" + draft.version() + ".dmn", drafts.file(draftId), draft.sha256());
    }

    @Operation(summary = "What the draft says otherwise than the version it would replace, row by row")
    @GetMapping("/{draftId}/difference")
    DraftDifference difference(@PathVariable String draftId) {
        return drafts.difference(visible(draftId).draftId());
    }

    @Operation(summary = "Which tiers would decide on the draft, who may act at each and who may not")
    @GetMapping("/{draftId}/path-forecast")
    DraftPath path(@PathVariable String draftId) {
        PathForecast.Path path = approval.forecast(visible(draftId).draftId()).orElseThrow();
        Set<String> logins = path.steps().stream().flatMap(step -> Stream.concat(step.may().stream(), step.mayNot().stream().map(PathForecast.Barred::officer)))
                .collect(Collectors.toSet());
        return new DraftPath(path.policyVersion(), path.row(), path.reasonCode(), path.steps(), people.names(logins));
    }

    /** The way of a draft. @param people names of the logins in it */
    record DraftPath(String policyVersion, String row, String reasonCode, List<PathForecast.Step> steps, Map<String, String> people) {
    }

    @Operation(summary = "Put a better file in the draft's place; it is replayed anew before it is submitted")
    @PutMapping(path = "/{draftId}/file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    DraftAnswer revise(@PathVariable String draftId, @RequestPart("file") MultipartFile file, Locale language) throws IOException {
        Person author = access.headOffice();
        return answer(drafts.revise(draftId, file.getBytes(), author.id()).orElseThrow(), language);
    }

    @Operation(summary = "Add a file that goes with the draft, such as the report on a scorecard's training")
    @PostMapping(path = "/{draftId}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    DraftAnswer attach(@PathVariable String draftId, @RequestPart("file") MultipartFile file, Locale language) throws IOException {
        Person author = access.headOffice();
        return answer(drafts.attach(draftId, file.getOriginalFilename(), file.getBytes(), author.id()).orElseThrow(), language);
    }

    @Operation(summary = "A file that goes with the draft")
    @GetMapping("/{draftId}/attachments/{number}")
    ResponseEntity<byte[]> attachment(@PathVariable String draftId, @PathVariable int number) {
        PolicyDraft.Attachment found = visible(draftId).attachments().stream().filter(one -> one.number() == number).findFirst()
                .orElseThrow(Access.NotVisible::new);
        return saved(found.fileName(), drafts.attachment(draftId, number).orElseThrow(Access.NotVisible::new), found.sha256());
    }

    @Operation(summary = "Replay the draft over all past applications and all customers rated now; nothing is published")
    @PostMapping("/{draftId}/replays")
    @ResponseStatus(HttpStatus.CREATED)
    ReplayAnswer replay(@PathVariable String draftId) {
        Person actor = access.headOffice();
        return answer(replays.replay(draftId, actor.id()).orElseThrow());
    }

    @Operation(summary = "Replays of a draft, newest first")
    @GetMapping("/{draftId}/replays")
    List<ReplayAnswer> replays(@PathVariable String draftId) {
        visible(draftId);
        return replays.of(draftId).stream().map(this::answer).toList();
    }

    @Operation(summary = "One replay")
    @GetMapping("/{draftId}/replays/{replayId}")
    ReplayAnswer replay(@PathVariable String draftId, @PathVariable String replayId) {
        return answer(visible(draftId, replayId));
    }

    @Operation(summary = "Whom the draft treats otherwise, page by page")
    @GetMapping("/{draftId}/replays/{replayId}/lines")
    List<ReplayAnswer.Line> lines(@PathVariable String draftId, @PathVariable String replayId,
                                  @RequestParam(defaultValue = "0") int after, @RequestParam(defaultValue = "100") int size) {
        Replay replay = visible(draftId, replayId);
        return replays.lines(replay.replayId(), Math.max(0, after), Math.max(1, size)).stream().map(ReplayAnswer.Line::of).toList();
    }

    private ReplayAnswer answer(Replay replay) {
        return ReplayAnswer.of(replay, replays.countLines(replay.replayId()));
    }

    private DraftAnswer answer(PolicyDraft draft, Locale language) {
        return DraftAnswer.of(draft, names(List.of(draft)), words, language);
    }

    private Map<String, String> names(List<PolicyDraft> of) {
        Set<String> logins = of.stream().flatMap(draft -> Stream.concat(Stream.of(draft.author()), draft.decidedBy().stream()))
                .map(PersonId::value).collect(Collectors.toSet());
        return people.names(logins);
    }

    private Replay visible(String draftId, String replayId) {
        visible(draftId);
        return replays.find(replayId).filter(found -> found.draftId().equals(draftId)).orElseThrow(Access.NotVisible::new);
    }

    private PolicyDraft visible(String draftId) {
        access.headOffice();
        return drafts.find(draftId).orElseThrow(Access.NotVisible::new);
    }

    /** Never shown in the browser: what somebody uploaded is not a page of this application. */
    private static ResponseEntity<byte[]> saved(String fileName, byte[] content, String sha256) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).eTag(sha256)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(fileName, StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff").body(content);
    }
}
