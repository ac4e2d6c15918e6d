package io.shouxin.replay.web;

import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Wording;
import io.shouxin.replay.PolicyDraft;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A draft as it is sent, with labels in the reader's language. */
record DraftAnswer(String draftId, String policy, String policyLabel, String version, String title, String source, String sha256,
                   int revision, String status, String statusLabel, String author, String authorName, Instant uploadedAt,
                   LocalDate effectiveFrom, String replayId, String submittedBy, Instant submittedAt, String decidedBy,
                   String decidedByName, Instant decidedAt, String remark, String proposalHash, List<File> attachments) {

    static DraftAnswer of(PolicyDraft draft, Map<String, String> names, Wording words, Locale language) {
        String decidedBy = draft.decidedBy().map(PersonId::value).orElse(null);
        return new DraftAnswer(draft.draftId(), draft.policy(), words.of("policy." + draft.policy(), language), draft.version(),
                draft.title(), draft.source(), draft.sha256(), draft.revision(), draft.status().name(),
                words.of("draftStatus." + draft.status(), language), draft.author().value(),
                names.getOrDefault(draft.author().value(), draft.author().value()), draft.uploadedAt(), draft.effectiveFrom().orElse(null),
                draft.replay().orElse(null), draft.submittedBy().map(PersonId::value).orElse(null), draft.submittedAt().orElse(null),
                decidedBy, decidedBy == null ? null : names.getOrDefault(decidedBy, decidedBy), draft.decidedAt().orElse(null),
                draft.remark().isEmpty() ? null : draft.remark(), draft.proposalHash(),
                draft.attachments().stream().map(file -> new File(file.number(), file.fileName(), file.sha256(), file.sizeBytes())).toList());
    }

    /** A file that goes with the draft. */
    record File(int number, String fileName, String sha256, long sizeBytes) {
    }
}
