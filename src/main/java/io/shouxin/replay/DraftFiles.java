package io.shouxin.replay;

import io.shouxin.kernel.Refusal;
import io.shouxin.policy.PolicyTable;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may be handed in with a draft, and what a table's file says of itself. */
final class DraftFiles {

    private static final int LARGEST_ATTACHMENT = 10_000_000;
    private static final int MOST_ATTACHMENTS = 10;
    private static final Pattern NAME = Pattern.compile("(?i)[^\\p{Cntrl}]{1,180}\\.(html|json|pdf|csv|xlsx|txt|md)");

    private DraftFiles() {
    }

    /** The version the table carries; cut to what is kept. */
    static String version(PolicyTable table) {
        String tag = table.versionTag();
        return tag.isBlank() ? "-" : tag.length() > 20 ? tag.substring(0, 20) : tag;
    }

    static Optional<Refusal> misfit(String fileName, byte[] content, int already) {
        boolean fits = content.length > 0 && content.length <= LARGEST_ATTACHMENT && already < MOST_ATTACHMENTS
                && NAME.matcher(name(fileName)).matches();
        return fits ? Optional.empty() : Optional.of(Refusal.of("DRAFT_ATTACHMENT_UNFIT").at("file"));
    }

    /** The last part of whatever path a browser may send. */
    static String name(String fileName) {
        String name = fileName == null ? "" : fileName.strip();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
