package io.shouxin.replay;

import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A draft of a new version of one policy (政策草案): one table, checked, not in force.
 *
 * @param policy        key of the policy, e.g. {@code grade-scale}
 * @param version       the version it would be, as its file says
 * @param title         what changes, in a line
 * @param source        where the numbers come from, e.g. a resolution or a training report
 * @param sha256        fingerprint of the table's file
 * @param revision      counts the files uploaded, from 1
 * @param effectiveFrom first day it would apply; empty before it is submitted
 * @param replay        the replay its approver sees; empty before it is submitted
 * @param remark        what the approver said; empty before
 */
public record PolicyDraft(String draftId, String policy, String version, String title, String source, String sha256, int revision,
                          DraftStatus status, PersonId author, Instant uploadedAt, Optional<LocalDate> effectiveFrom,
                          Optional<String> replay, Optional<PersonId> submittedBy, Optional<Instant> submittedAt,
                          Optional<PersonId> decidedBy, Optional<Instant> decidedAt, String remark, List<Attachment> attachments) {

    public PolicyDraft {
        attachments = List.copyOf(attachments);
    }

    /** Fingerprint of what its approvers are shown: the file, its version, the day it would apply from, and the replay. */
    public String proposalHash() {
        return Sha256.of(String.join("\n", draftId, policy, version, sha256, effectiveFrom.map(LocalDate::toString).orElse(""), replay.orElse("")));
    }

    /** A file that goes with the draft, such as the report on the training of a scorecard. */
    public record Attachment(int number, String fileName, String sha256, long sizeBytes, PersonId addedBy, Instant addedAt) {
    }
}
