package io.shouxin.document;

import io.shouxin.audit.AuditTrail;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Sha256;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/**
 * The desk that asks for documents, takes them in, has them judged and keeps them.
 *
 * <p>Documents are kept ten years by default: 《反洗钱法》 (2024) article 34. A replaced document stays in the vault.
 */
@Service
@Transactional
public class DocumentDesk {

    /** Anything the customer brings beside the checklist. */
    public static final String OTHER = "OTHER";
    /** Whatever an approver asks for that has no kind of its own. */
    public static final String FURTHER = "FURTHER_DOCUMENT";
    /** Proof that a condition precedent is fulfilled. */
    public static final String EVIDENCE = "CONDITION_EVIDENCE";
    /** Scan of an agreement the customer signed by hand. */
    public static final String SIGNED_COPY = "SIGNED_COPY";
    /** Minutes of the credit committee; never shown to a customer. */
    public static final String MINUTES = "COMMITTEE_MINUTES";

    /** Report of a visit on site: what the bank saw at the customer's, for its own judgement; never shown to him. */
    public static final String SITE_VISIT_REPORT = "SITE_VISIT_REPORT";

    /** What the bank writes for itself. */
    static final Set<String> WRITTEN_FOR_THE_BANK = Set.of(MINUTES, SITE_VISIT_REPORT);

    private static final Set<String> BESIDE_THE_CHECKLIST = Set.of(OTHER, EVIDENCE, SIGNED_COPY);
    private static final String ASKED = "ASKED_BY_APPROVER";
    private static final String POLICY = "document-checklist";
    private static final int LONGEST_REASON = 500;

    private final Checklists checklists;
    private final DocumentVault vault;
    private final PolicyBook policies;
    private final BusinessNumbers numbers;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final DataSize largest;
    private final int retentionYears;

    DocumentDesk(Checklists checklists, DocumentVault vault, PolicyBook policies, BusinessNumbers numbers, AuditTrail audit,
                 BusinessClock clock, @Value("${shouxin.document.max-size:20MB}") DataSize largest,
                 @Value("${shouxin.document.retention-years:10}") int retentionYears) {
        this.checklists = checklists;
        this.vault = vault;
        this.policies = policies;
        this.numbers = numbers;
        this.audit = audit;
        this.clock = clock;
        this.largest = largest;
        this.retentionYears = retentionYears;
    }

    /**
     * Asks the policy what is needed. Drawn up again, what was brought stays and only the demands change.
     *
     * @return the list, or {@code CHECKLIST_EMPTY} when the policy asks for nothing, which it never should
     */
    public Outcome<ChecklistView> drawUpChecklist(DrawUpChecklist order, PersonId actor) {
        Map<String, ChecklistItem> demanded = new LinkedHashMap<>();
        String version = "";
        for (ChecklistFacts facts : order.facilities().stream().distinct().toList()) {
            PolicyDecision decision = policies.decide(POLICY, order.asOf(), facts.asInputs(), order.subject());
            version = decision.version();
            decision.rows().forEach(row -> demanded.merge(row.text("documentKind"), item(row), DocumentDesk::stricter));
        }
        if (demanded.isEmpty()) {
            return Outcome.refused(Refusal.of("CHECKLIST_EMPTY").with("subject", order.subject()));
        }
        Optional<Checklist> drawnBefore = checklists.findBySubject(order.subject());
        String drawnBy = version;
        Checklist checklist = drawnBefore.orElseGet(() -> checklists.save(
                new Checklist(order.subject(), order.customer(), drawnBy, demanded.values())));
        drawnBefore.ifPresent(before -> before.redraw(drawnBy, demanded.values()));
        audit.record(order.subject(), "CHECKLIST_DRAWN_UP", actor, POLICY + " " + version + ": " + demanded.size());
        return Outcome.done(checklist.view());
    }

    @Transactional(readOnly = true)
    public Optional<ChecklistView> checklist(String subject) {
        return checklists.findById(subject).map(Checklist::view);
    }

    /** Kinds of documents the customer of a case may be asked for: those of its list, those policy asks of any customer, and one for the rest. */
    @Transactional(readOnly = true)
    public List<String> askable(String subject) {
        Set<String> kinds = new LinkedHashSet<>();
        checklists.findById(subject).map(Checklist::view).ifPresent(list -> list.items().stream().filter(item -> !item.fromBank())
                .forEach(item -> kinds.add(item.kind())));
        policies.table(policies.inForce(POLICY, clock.today())).rows().stream().map(DocumentDesk::item).filter(item -> !item.fromBank())
                .forEach(item -> kinds.add(item.kind()));
        kinds.add(FURTHER);
        return List.copyOf(kinds);
    }

    /**
     * An approver asks the customer for documents: they stand on the list with the reason, also where one was accepted before.
     *
     * @return the list, or {@code NO_CHECKLIST}, {@code DOCUMENTS_TO_ASK_MISSING}, and per document {@code UNKNOWN_DOCUMENT_KIND,
     *         DOCUMENT_ASKED_TWICE, ASKED_DOCUMENT_NEEDS_REASON, REASON_TOO_LONG}; the field names the document's position
     */
    public Outcome<ChecklistView> ask(String subject, List<AskedDocument> asked, PersonId actor) {
        Optional<Checklist> found = checklists.findBySubject(subject);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("NO_CHECKLIST").with("subject", subject));
        }
        List<Refusal> refusals = objections(asked, askable(subject));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Checklist checklist = found.get();
        checklist.replace(asked.stream().map(each -> checklist.item(each.kind()).orElseGet(() -> ChecklistItem.missing(each.kind(), false, ASKED))
                .askedFor(each.reason().strip())).toList());
        audit.record(subject, "DOCUMENTS_ASKED", actor, String.join(", ", asked.stream().map(AskedDocument::kind).toList()));
        return Outcome.done(checklist.view());
    }

    /** What an approver asked for is no longer waited for; what was brought stays. */
    public void noLongerAsked(String subject, List<String> kinds, PersonId actor) {
        checklists.findBySubject(subject).ifPresent(checklist -> {
            List<ChecklistItem> asked = kinds.stream().map(checklist::item).flatMap(Optional::stream).filter(ChecklistItem::asked).toList();
            if (!asked.isEmpty()) {
                checklist.replace(asked.stream().map(ChecklistItem::noLongerAskedFor).toList());
                audit.record(subject, "DOCUMENTS_NO_LONGER_ASKED", actor, String.join(", ", asked.stream().map(item -> item.kind() + " "
                        + item.state()).toList()));
            }
        });
    }

    private static List<Refusal> objections(List<AskedDocument> asked, List<String> askable) {
        if (asked.isEmpty()) {
            return List.of(Refusal.of("DOCUMENTS_TO_ASK_MISSING").at("documents.items"));
        }
        List<Refusal> refusals = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < asked.size(); i++) {
            AskedDocument each = asked.get(i);
            String at = "documents.items[" + i + "].";
            if (each.kind() == null || !askable.contains(each.kind())) {
                refusals.add(Refusal.of("UNKNOWN_DOCUMENT_KIND").at(at + "kind").with("kind", each.kind() == null ? "" : each.kind()));
            } else if (!seen.add(each.kind())) {
                refusals.add(Refusal.of("DOCUMENT_ASKED_TWICE").at(at + "kind").with("kind", each.kind()));
            }
            if (each.reason() == null || each.reason().isBlank()) {
                refusals.add(Refusal.of("ASKED_DOCUMENT_NEEDS_REASON").at(at + "reason"));
            } else if (each.reason().strip().length() > LONGEST_REASON) {
                refusals.add(Refusal.of("REASON_TOO_LONG").at(at + "reason").with("limit", LONGEST_REASON));
            }
        }
        return refusals;
    }

    /**
     * Takes a file in. For an item of the checklist it becomes the document that counts; an earlier one stays in the vault.
     *
     * @return the document, or {@code NO_CHECKLIST, UNKNOWN_DOCUMENT_KIND, FILE_EMPTY, FILE_TOO_LARGE, FILE_TYPE_REFUSED,
     *         FILE_UNREADABLE, FILE_ENCRYPTED, FILE_HAS_SCRIPT, FILE_UNPACKS_TOO_LARGE, ALREADY_ACCEPTED}, in this order; a file that is
     *         refused leaves a line in the trail
     */
    public Outcome<DocumentView> receive(ReceiveDocument file, PersonId actor) {
        Optional<Checklist> found = checklists.findBySubject(file.subject());
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("NO_CHECKLIST").with("subject", file.subject()));
        }
        Checklist checklist = found.get();
        Optional<ChecklistItem> item = checklist.item(file.kind());
        if (item.isEmpty() && !BESIDE_THE_CHECKLIST.contains(file.kind())) {
            return Outcome.refused(Refusal.of("UNKNOWN_DOCUMENT_KIND").at("kind").with("kind", file.kind()));
        }
        String name = FileName.harmless(file.fileName());
        Outcome<FileType> type = checked(file.content(), name);
        if (!type.isDone()) {
            audit.recordRefused(file.subject(), "DOCUMENT_REFUSED", actor, file.kind() + " " + type.refusals().get(0).code() + " " + file.content().length
                    + " bytes sha256 " + Sha256.of(file.content()));
            return Outcome.refused(type.refusals());
        }
        if (item.filter(it -> it.state() == ItemState.ACCEPTED).isPresent()) {
            return Outcome.refused(Refusal.of("ALREADY_ACCEPTED").at("file"));
        }
        DocumentView document = view(file.subject(), checklist.customer(), file.kind(), type.orElseThrow().named(name), type.orElseThrow(), file.content(),
                item.map(ChecklistItem::documentId).orElse(null), actor);
        vault.put(document, file.content());
        item.ifPresent(it -> checklist.replace(List.of(it.uploaded(document))));
        audit.record(file.subject(), "DOCUMENT_RECEIVED", actor, file.kind() + " " + document.id() + " sha256 " + document.sha256());
        return Outcome.done(document);
    }

    /**
     * Takes in a paper about a customer that belongs to no application, such as the evidence of an expert's judgement.
     *
     * @return the document, or {@code FILE_EMPTY, FILE_TOO_LARGE, FILE_TYPE_REFUSED, FILE_UNREADABLE, FILE_ENCRYPTED, FILE_HAS_SCRIPT,
     *         FILE_UNPACKS_TOO_LARGE}
     */
    public Outcome<DocumentView> receive(CustomerId customer, String fileName, byte[] content, PersonId actor) {
        Outcome<FileType> checked = checked(content, FileName.harmless(fileName));
        checked.refusals().stream().findFirst().ifPresent(refusal -> audit.recordRefused(customer.value(), "DOCUMENT_REFUSED", actor,
                OTHER + " " + refusal.code() + " " + content.length + " bytes sha256 " + Sha256.of(content)));
        return checked.map(type -> {
            DocumentView document = view(customer.value(), customer, OTHER, type.named(FileName.harmless(fileName)), type, content, null, actor);
            vault.put(document, content);
            audit.record(customer.value(), "DOCUMENT_RECEIVED", actor, OTHER + " " + document.id() + " sha256 " + document.sha256());
            return document;
        });
    }

    private Outcome<FileType> checked(byte[] content, String name) {
        if (content.length == 0) {
            return Outcome.refused(Refusal.of("FILE_EMPTY").at("file"));
        }
        if (content.length > largest.toBytes()) {
            return Outcome.refused(Refusal.of("FILE_TOO_LARGE").at("file").with("limit", largest.toMegabytes() + " MB"));
        }
        Optional<FileType> type = FileType.of(content, name);
        if (type.isEmpty()) {
            return Outcome.refused(Refusal.of("FILE_TYPE_REFUSED").at("file").with("fileName", name));
        }
        return FileCheck.objection(type.get(), content).<Outcome<FileType>>map(Outcome::refused).orElseGet(() -> Outcome.done(type.get()));
    }

    public Outcome<ChecklistView> accept(String subject, String kind, PersonId actor) {
        return judge(subject, List.of(DocumentVerdict.accept(kind)), actor);
    }

    public Outcome<ChecklistView> reject(String subject, String kind, String reason, PersonId actor) {
        return judge(subject, List.of(DocumentVerdict.reject(kind, reason)), actor);
    }

    /**
     * Judges several items at once, all or none. An officer may change his mind: an accepted item can still be rejected.
     *
     * @return the list, or {@code NO_CHECKLIST}, and per verdict {@code UNKNOWN_DOCUMENT_KIND, NOT_UPLOADED, REJECTION_NEEDS_REASON,
     *         REASON_TOO_LONG}; the field names the verdict's position
     */
    public Outcome<ChecklistView> judge(String subject, List<DocumentVerdict> verdicts, PersonId actor) {
        Optional<Checklist> found = checklists.findBySubject(subject);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("NO_CHECKLIST").with("subject", subject));
        }
        Checklist checklist = found.get();
        List<Refusal> refusals = new ArrayList<>();
        List<ChecklistItem> judged = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            DocumentVerdict verdict = verdicts.get(i);
            Optional<ChecklistItem> item = checklist.item(verdict.kind());
            Optional<Refusal> refusal = objection(verdict, item);
            if (refusal.isPresent()) {
                refusals.add(refusal.get().at("verdicts[" + i + "]").with("kind", verdict.kind()));
            } else if (item.get().state() != ItemState.ACCEPTED || !verdict.accepted()) {
                judged.add(item.get().judged(verdict, actor, now()));
            }
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        if (!judged.isEmpty()) {
            checklist.replace(judged);
            audit.record(subject, "DOCUMENTS_JUDGED", actor,
                    String.join(", ", judged.stream().map(item -> item.kind() + " " + item.documentId() + " " + item.state()).toList()));
        }
        return Outcome.done(checklist.view());
    }

    /**
     * A required document may be brought later and holds nothing up until then, by a policy exception; its number stands in the trail.
     *
     * @return the list, or {@code NO_CHECKLIST, UNKNOWN_DOCUMENT_KIND}
     */
    public Outcome<ChecklistView> allowLater(String subject, String kind, LocalDate until, String exception, PersonId actor) {
        return later(subject, kind, until, "DOCUMENT_ALLOWED_LATER", kind + " until " + until + " by " + exception, actor);
    }

    /** The exception is over: what was not brought meanwhile is outstanding again. Refused like {@link #allowLater}. */
    public Outcome<ChecklistView> dueAgain(String subject, String kind, String exception, PersonId actor) {
        return later(subject, kind, null, "DOCUMENT_DUE_AGAIN", kind + " " + exception, actor);
    }

    private Outcome<ChecklistView> later(String subject, String kind, LocalDate until, String act, String line, PersonId actor) {
        Optional<Checklist> found = checklists.findBySubject(subject);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("NO_CHECKLIST").with("subject", subject));
        }
        Optional<ChecklistItem> item = found.get().item(kind);
        if (item.isEmpty()) {
            return Outcome.refused(Refusal.of("UNKNOWN_DOCUMENT_KIND").at("kind").with("kind", kind));
        }
        if (!Objects.equals(item.get().laterUntil(), until)) {
            found.get().replace(List.of(item.get().later(until)));
            audit.record(subject, act, actor, line);
        }
        return Outcome.done(found.get().view());
    }

    /** Keeps a PDF the bank made itself. */
    public DocumentView store(StoreDocument document, PersonId actor) {
        DocumentView view = new DocumentView(new DocumentId(numbers.next("D")), document.subject(), document.customer(), document.kind(),
                FileName.harmless(document.fileName()), FileType.PDF.mediaType(), document.content().length, Sha256.of(document.content()),
                true, null, actor.value(), now(), clock.today().plusYears(retentionYears));
        vault.put(view, document.content());
        return view;
    }

    @Transactional(readOnly = true)
    public Optional<DocumentView> find(DocumentId id) {
        return vault.find(id);
    }

    /** All documents of a subject, replaced ones included, oldest first. */
    @Transactional(readOnly = true)
    public List<DocumentView> of(String subject) {
        return vault.of(subject);
    }

    @Transactional(readOnly = true)
    public Optional<DocumentContent> content(DocumentId id) {
        return vault.find(id).map(document -> new DocumentContent(document, vault.content(id)));
    }

    /** Keeps the documents of a subject at least until that day; never shortens. */
    public void retainUntil(String subject, LocalDate day) {
        vault.retainUntil(subject, day);
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private DocumentView view(String subject, CustomerId customer, String kind, String fileName, FileType type, byte[] content,
                              String replaces, PersonId actor) {
        return new DocumentView(new DocumentId(numbers.next("D")), subject, customer, kind, fileName, type.mediaType(),
                content.length, Sha256.of(content), false, replaces, actor.value(), now(), clock.today().plusYears(retentionYears));
    }

    private static Optional<Refusal> objection(DocumentVerdict verdict, Optional<ChecklistItem> item) {
        if (item.isEmpty()) {
            return Optional.of(Refusal.of("UNKNOWN_DOCUMENT_KIND"));
        }
        if (item.get().documentId() == null) {
            return Optional.of(Refusal.of("NOT_UPLOADED"));
        }
        boolean blank = verdict.reason() == null || verdict.reason().isBlank();
        if (!verdict.accepted() && blank) {
            return Optional.of(Refusal.of("REJECTION_NEEDS_REASON"));
        }
        return !blank && verdict.reason().length() > LONGEST_REASON
                ? Optional.of(Refusal.of("REASON_TOO_LONG").with("limit", LONGEST_REASON)) : Optional.empty();
    }

    private static ChecklistItem item(MatchedRow row) {
        return ChecklistItem.missing(row.text("documentKind"), row.flag("required"), row.text("reasonCode"));
    }

    private static ChecklistItem stricter(ChecklistItem one, ChecklistItem other) {
        return one.required() ? one : other;
    }
}
