package io.shouxin.origination;

import io.shouxin.kernel.PersonId;
import java.time.Instant;
import java.util.List;

/**
 * What somebody said about duplicate granting.
 *
 * @param numbers facilities and applications it was said about
 */
public record DuplicateNote(Kind kind, List<String> numbers, String reason, PersonId by, Instant at) {

    /** 分析师确认、放行 */
    public enum Kind { ACKNOWLEDGED, RELEASED }
}
