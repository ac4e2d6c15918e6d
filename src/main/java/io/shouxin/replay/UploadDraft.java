package io.shouxin.replay;

/**
 * Command: put a draft on file.
 *
 * @param policy key of the policy it would be a version of
 * @param title  what changes, 1 to 200 characters
 * @param source where the numbers come from, 1 to 500 characters
 * @param file   the table as DMN; its {@code camunda:versionTag} names the version
 */
public record UploadDraft(String policy, String title, String source, byte[] file) {

    public UploadDraft {
        title = title == null ? "" : title.strip();
        source = source == null ? "" : source.strip();
    }
}
