package io.shouxin.limit;

/**
 * The caller's name for one command, e.g. {@code (origination, CA-2026-000123/reserve/1)}. The same command twice under
 * one key gives the same answer and happens once; another command under a used key is refused as {@code KEY_REUSED}.
 *
 * @param source who calls, at most 40 characters
 * @param key    unique within the source, at most 120 characters
 */
public record LedgerKey(String source, String key) {

    public LedgerKey {
        if (source == null || source.isBlank() || source.length() > 40) {
            throw new IllegalArgumentException("source must have 1 to 40 characters");
        }
        if (key == null || key.isBlank() || key.length() > 120) {
            throw new IllegalArgumentException("key must have 1 to 120 characters");
        }
    }
}
