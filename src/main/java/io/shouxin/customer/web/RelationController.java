package io.shouxin.customer.web;

import io.shouxin.customer.EndRelation;
import io.shouxin.customer.Parties;
import io.shouxin.customer.PartyRelation;
import io.shouxin.customer.PartyView;
import io.shouxin.customer.RecordRelation;
import io.shouxin.customer.RegisterOutsideParty;
import io.shouxin.customer.RelationImport;
import io.shouxin.customer.RelationRegister;
import io.shouxin.customer.relation.RelationFile;
import io.shouxin.identity.Access;
import io.shouxin.identity.Role;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Wording;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Relations between parties over HTTP, for officers only: an applicant sees nothing of them, not even that they exist. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
@Tag(name = "Relations", description = "关联关系: parties, shareholdings, votes, key persons, relatives, dependence, guarantees")
class RelationController {

    private final RelationRegister relations;
    private final RelationImport imports;
    private final Parties parties;
    private final Access access;
    private final Wording wording;

    RelationController(RelationRegister relations, RelationImport imports, Parties parties, Access access, Wording wording) {
        this.relations = relations;
        this.imports = imports;
        this.parties = parties;
        this.access = access;
        this.wording = wording;
    }

    /** @param mistaken null counts as no */
    record Ending(LocalDate lastDay, String reason, Boolean mistaken) {
    }

    record Problem(String code, String field, String message, String help) {
    }

    record Row(int line, RelationImport.JudgedRow.Standing standing, PartyRelation relation, String from, String to, List<Problem> problems) {
    }

    record Preview(boolean importable, List<Row> rows, List<Problem> problems) {
    }

    @GetMapping("/parties")
    @Operation(summary = "Customers and outside parties by part of a name or whole number, customers first")
    List<PartyView> search(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "12") int limit) {
        access.officer();
        return parties.search(text, limit);
    }

    @PostMapping("/parties")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Names a firm or person outside the register; one with a known identifier is answered with")
    PartyView name(@RequestBody RegisterOutsideParty wish) {
        return parties.register(wish, editor()).orElseThrow();
    }

    @GetMapping("/parties/{partyId}/relations")
    @Operation(summary = "All relations of a party, ended and annulled ones included, newest first")
    List<PartyRelation> of(@PathVariable String partyId) {
        access.officer();
        return relations.of(parties.find(partyId).orElseThrow(Access.NotVisible::new).id());
    }

    @PostMapping("/relations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Enters a relation; told the very same again, answers with the one on file")
    PartyRelation record(@RequestBody RecordRelation wish) {
        return relations.record(wish, editor()).orElseThrow();
    }

    @PostMapping("/relations/{relationId}/successor")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ends a relation the day before the one given, of the same kind and parties, takes its place")
    PartyRelation replace(@PathVariable String relationId, @RequestBody RecordRelation wish) {
        return relations.replace(relationId, wish, editor()).orElseThrow();
    }

    @PostMapping("/relations/{relationId}/end")
    @Operation(summary = "Ends a relation after its last day, or annuls one entered by mistake")
    PartyRelation end(@PathVariable String relationId, @RequestBody Ending ending) {
        return relations.end(relationId, new EndRelation(ending.lastDay(), ending.reason(), Boolean.TRUE.equals(ending.mistaken())), editor()).orElseThrow();
    }

    @GetMapping("/relations/template.csv")
    ResponseEntity<byte[]> template() {
        access.officer();
        return Download.csv("relations.csv", RelationFile.template());
    }

    @PostMapping(path = "/relations/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Judges a CSV or XLSX file of relations row by row; stores nothing")
    Preview preview(@RequestPart("file") MultipartFile file, Locale language) throws IOException {
        PersonId actor = editor();
        try (InputStream content = file.getInputStream()) {
            return told(imports.preview(content, actor), language);
        }
    }

    @PostMapping(path = "/relations/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Enters every row of a file, or none")
    Preview importFile(@RequestPart("file") MultipartFile file, Locale language) throws IOException {
        PersonId actor = editor();
        try (InputStream content = file.getInputStream()) {
            return told(imports.importFile(content, actor).orElseThrow(), language);
        }
    }

    private PersonId editor() {
        return access.personIn(Role.RELATIONSHIP_MANAGER, Role.ANALYST, Role.CREDIT_MANAGER).id();
    }

    private Preview told(RelationImport.Judgement judgement, Locale language) {
        return new Preview(judgement.importable(), judgement.rows().stream().map(row -> new Row(row.line(), row.standing(), row.relation(), row.from(),
                row.to(), problems(row.refusals(), language))).toList(), problems(judgement.problems(), language));
    }

    private List<Problem> problems(List<Refusal> refusals, Locale language) {
        return refusals.stream().map(refusal -> new Problem(refusal.code(), refusal.field(), wording.of(refusal, language),
                wording.help(refusal, language))).toList();
    }
}
