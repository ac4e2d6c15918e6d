package io.shouxin.replay;

import io.shouxin.audit.AuditTrail;
import io.shouxin.identity.People;
import io.shouxin.identity.Role;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Sha256;
import io.shouxin.notification.MessageDesk;
import io.shouxin.policy.DecisionTables;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyTable;
import io.shouxin.policy.PolicyVersion;
import io.shouxin.policy.PublishPolicy;
import io.shouxin.policy.PublishingDesk;
import io.shouxin.replay.PolicyDraft.Attachment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk for policy drafts (政策草案): takes and checks them, and has a replayed one approved ({@link DraftApproval}). Whoever wrote or submitted a draft never decides on it, by whatever door he comes.
 */
@Service
@Transactional
public class DraftDesk {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 500;

    private final PolicyDrafts drafts;
    private final Replays replays;
    private final DraftCheck check;
    private final PublishingDesk publishing;
    private final People people;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final MessageDesk messages;
    private final PolicyBook book;
    private final DecisionTables tables;

    DraftDesk(PolicyDrafts drafts, Replays replays, DraftCheck check, PublishingDesk publishing, People people,
              BusinessNumbers numbers, BusinessClock clock, AuditTrail audit, MessageDesk messages, PolicyBook book, DecisionTables tables) {
        this.drafts = drafts;
        this.replays = replays;
        this.check = check;
        this.publishing = publishing;
        this.people = people;
        this.numbers = numbers;
        this.clock = clock;
        this.audit = audit;
        this.messages = messages;
        this.book = book;
        this.tables = tables;
    }

    /** Puts a new draft on file, or says all that is wrong with it. */
    public Outcome<PolicyDraft> upload(UploadDraft command, PersonId actor) {
        List<Refusal> refusals = new ArrayList<>();
        mayDraft(actor).ifPresent(refusals::add);
        text(command.title(), LONGEST_TITLE, "title").ifPresent(refusals::add);
        text(command.source(), LONGEST_TEXT, "source").ifPresent(refusals::add);
        Outcome<PolicyTable> table = check.of(command.policy(), command.file());
        refusals.addAll(table.refusals());
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        PolicyDraft draft = new PolicyDraft(numbers.next("PD"), command.policy(), DraftFiles.version(table.orElseThrow()),
                command.title(), command.source(), Sha256.of(command.file()), 1, DraftStatus.DRAFT, actor, now(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", List.of());
        drafts.add(draft, command.file());
        audit.record(draft.draftId(), "POLICY_DRAFT_UPLOADED", actor, draft.policy() + " " + draft.version() + " " + draft.sha256());
        return Outcome.done(draft);
    }

    /** Puts a better file in the draft's place; it has to be replayed anew before it is submitted. */
    public Outcome<PolicyDraft> revise(String id, byte[] file, PersonId author) {
        return own(id, author, draft -> check.of(draft.policy(), file).then(table -> {
            String sha256 = Sha256.of(file);
            return drafts.revise(draft, DraftFiles.version(table), sha256, file, now()) ? Outcome.done(sha256)
                    : Outcome.refused(Refusal.of("CHANGED_MEANWHILE"));
        })).then(sha256 -> done(id, "POLICY_DRAFT_REVISED", author, sha256));
    }

    /** Adds a file that goes with the draft: at most ten, each up to 10 MB. */
    public Outcome<PolicyDraft> attach(String id, String fileName, byte[] content, PersonId author) {
        return own(id, author, draft -> {
            Optional<Refusal> misfit = DraftFiles.misfit(fileName, content, draft.attachments().size());
            if (misfit.isPresent()) {
                return Outcome.refused(misfit.get());
            }
            Attachment attachment = new Attachment(draft.attachments().size() + 1, DraftFiles.name(fileName), Sha256.of(content),
                    content.length, author, now());
            drafts.attach(id, attachment, content);
            return Outcome.done(attachment.fileName());
        }).then(name -> done(id, "POLICY_DRAFT_ATTACHED", author, name));
    }

    /**
     * Hands a replayed draft to a second person. Refuses {@code DRAFT_NOT_REPLAYED} unless the very file on hand was replayed, and
     * what stands against its version and day.
     */
    public Outcome<PolicyDraft> submit(String id, LocalDate effectiveFrom, PersonId author) {
        return own(id, author, draft -> {
            List<Refusal> refusals = new ArrayList<>(publishing.obstacles(draft.policy(), draft.version(), effectiveFrom));
            Optional<Replay> replay = replays.newest(id).filter(found -> found.sha256().equals(draft.sha256()));
            if (replay.isEmpty()) {
                refusals.add(Refusal.of("DRAFT_NOT_REPLAYED").at("draftId"));
            }
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            return drafts.submit(draft, effectiveFrom, replay.get().replayId(), author, now()) ? Outcome.done(replay.get().replayId())
                    : Outcome.refused(Refusal.of("CHANGED_MEANWHILE"));
        }).then(replay -> done(id, "POLICY_DRAFT_SUBMITTED", author, effectiveFrom + " " + replay));
    }

    /** The author gives a draft up that came back to him. */
    public Outcome<PolicyDraft> withdraw(String id, PersonId author) {
        return own(id, author, draft -> drafts.move(draft, DraftStatus.WITHDRAWN) ? Outcome.done("")
                : Outcome.refused(Refusal.of("CHANGED_MEANWHILE"))).then(nothing -> done(id, "POLICY_DRAFT_WITHDRAWN", author, ""));
    }

    /** What bars this person from deciding on the draft; empty when nothing does. */
    @Transactional(readOnly = true)
    public Optional<Refusal> bar(String id, PersonId officer) {
        Optional<PolicyDraft> found = drafts.find(id);
        if (found.isEmpty()) {
            return Optional.of(unknown(id));
        }
        if (found.get().author().equals(officer) || found.get().submittedBy().filter(officer::equals).isPresent()) {
            return Optional.of(Refusal.of("FOUR_EYES"));
        }
        return people.find(officer).filter(person -> person.is(Role.RISK_DIRECTOR)).isPresent() ? Optional.empty()
                : Optional.of(Refusal.of("MAY_NOT_DECIDE_ON_POLICY"));
    }

    /**
     * Takes the second person's word, in cases started before drafts were approval cases. Refuses {@code FOUR_EYES}, {@code MAY_NOT_DECIDE_ON_POLICY}, {@code DRAFT_NOT_AT_THIS_STAGE},
     * {@code DRAFT_NEEDS_REMARK}; for an approval also what stands against its version and day by now.
     */
    public Outcome<PolicyDraft> decide(String id, DraftVerdict verdict, String remark, PersonId officer) {
        Optional<Refusal> barred = bar(id, officer);
        if (barred.isPresent()) {
            return Outcome.refused(barred.get());
        }
        PolicyDraft draft = drafts.find(id).orElseThrow();
        if (draft.status() != DraftStatus.SUBMITTED) {
            return Outcome.refused(notNow(draft));
        }
        String said = remark == null ? "" : remark.strip();
        List<Refusal> refusals = new ArrayList<>();
        if (verdict == null) {
            refusals.add(Refusal.of("DRAFT_NEEDS_VERDICT").at("verdict"));
        } else if (verdict != DraftVerdict.APPROVE && said.isEmpty() || said.length() > LONGEST_TEXT) {
            refusals.add(Refusal.of("DRAFT_NEEDS_REMARK").at("remark").with("most", LONGEST_TEXT));
        } else if (verdict == DraftVerdict.APPROVE) {
            refusals.addAll(publishing.obstacles(draft.policy(), draft.version(), draft.effectiveFrom().orElseThrow()));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        DraftStatus decided = switch (verdict) {
            case APPROVE -> DraftStatus.APPROVED;
            case RETURN -> DraftStatus.RETURNED;
            case REFUSE -> DraftStatus.REFUSED;
        };
        if (!drafts.decide(draft, decided, said, officer, now())) {
            return Outcome.refused(Refusal.of("CHANGED_MEANWHILE"));
        }
        if (decided == DraftStatus.RETURNED) {
            messages.send(draft.author(), id + "/returned/" + draft.revision() + "/" + now(), id, "POLICY_DRAFT_RETURNED");
        } else if (decided == DraftStatus.REFUSED) {
            messages.send(draft.author(), id + "/refused", id, "POLICY_DRAFT_REFUSED");
        }
        return done(id, "POLICY_DRAFT_" + decided, officer, said);
    }

    /** Puts a draft approved in a case of that time into the policy book; repeated, it answers with what was published. */
    public Outcome<PolicyVersion> publish(String id) {
        Optional<PolicyDraft> found = drafts.find(id);
        if (found.isEmpty()) {
            return Outcome.refused(unknown(id));
        }
        PolicyDraft draft = found.get();
        if (draft.status() != DraftStatus.APPROVED && draft.status() != DraftStatus.PUBLISHED) {
            return Outcome.refused(notNow(draft));
        }
        PersonId approver = draft.decidedBy().orElseThrow();
        Outcome<PolicyVersion> published = publishing.publish(new PublishPolicy(draft.policy(), draft.version(),
                draft.effectiveFrom().orElseThrow(), drafts.file(id), draft.source(), id, draft.replay().orElseThrow(), draft.author()), approver);
        return published.whenDone(version -> {
            if (draft.status() == DraftStatus.APPROVED && drafts.move(draft, DraftStatus.PUBLISHED)) {
                audit.record(id, "POLICY_PUBLISHED", approver, version.key() + " " + version.version() + " " + version.effectiveFrom()
                        + " " + version.sha256() + " " + draft.replay().orElseThrow());
                messages.send(draft.author(), id + "/published", id, "POLICY_PUBLISHED");
            }
        });
    }

    @Transactional(readOnly = true)
    public Optional<PolicyDraft> find(String id) {
        return drafts.find(id);
    }

    /** Newest first, at most 200. */
    @Transactional(readOnly = true)
    public List<PolicyDraft> list() {
        return drafts.list(200);
    }

    /** What the draft says otherwise than the version it would replace; for a draft that exists. */
    @Transactional(readOnly = true)
    public DraftDifference difference(String id) {
        PolicyDraft draft = drafts.find(id).orElseThrow();
        return DraftDifference.of(draft, tables.read(draft.policy(), drafts.file(id)), book, clock.today());
    }

    /** The table's file; for a draft that exists. */
    @Transactional(readOnly = true)
    public byte[] file(String id) {
        return drafts.file(id);
    }

    @Transactional(readOnly = true)
    public Optional<byte[]> attachment(String id, int number) {
        return drafts.attachment(id, number);
    }

    private <T> Outcome<T> own(String id, PersonId author, Function<PolicyDraft, Outcome<T>> act) {
        Optional<PolicyDraft> found = drafts.find(id);
        if (found.isEmpty()) {
            return Outcome.refused(unknown(id));
        }
        Optional<Refusal> barred = mayDraft(author);
        if (barred.isPresent()) {
            return Outcome.refused(barred.get());
        }
        if (!found.get().author().equals(author)) {
            return Outcome.refused(Refusal.of("DRAFT_OF_SOMEONE_ELSE").with("author", found.get().author()));
        }
        return found.get().status().isOpen() ? act.apply(found.get()) : Outcome.refused(notNow(found.get()));
    }

    private Outcome<PolicyDraft> done(String id, String act, PersonId actor, String detail) {
        audit.record(id, act, actor, detail);
        return Outcome.done(drafts.find(id).orElseThrow());
    }

    private Optional<Refusal> mayDraft(PersonId actor) {
        return mayDraft(people, actor);
    }

    /** Empty when the person may draft and replay. */
    static Optional<Refusal> mayDraft(People people, PersonId actor) {
        return people.find(actor).filter(person -> person.is(Role.POLICY_OFFICER) || person.is(Role.RISK_DIRECTOR)).isPresent()
                ? Optional.empty() : Optional.of(Refusal.of("MAY_NOT_DRAFT_POLICY"));
    }

    private static Optional<Refusal> text(String text, int most, String field) {
        return text.isEmpty() || text.length() > most ? Optional.of(Refusal.of("DRAFT_NEEDS_TEXT").at(field).with("most", most))
                : Optional.empty();
    }

    private static Refusal unknown(String id) {
        return Refusal.of("DRAFT_UNKNOWN").at("draftId").with("draft", id);
    }

    private static Refusal notNow(PolicyDraft draft) {
        return Refusal.of("DRAFT_NOT_AT_THIS_STAGE").with("draft", draft.draftId()).with("status", "draftStatus." + draft.status());
    }

    /** To the microsecond, as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
