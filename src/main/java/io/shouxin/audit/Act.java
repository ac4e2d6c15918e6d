package io.shouxin.audit;

import java.time.Instant;

/** Something somebody did that has no place in a chain yet. */
record Act(String subject, String act, String actor, String detail, Instant at) {

    AuditEntry after(AuditEntry last) {
        return last == null ? AuditEntry.next(subject, 1, act, actor, detail, at, AuditEntry.BEGINNING)
                : AuditEntry.next(subject, last.position() + 1, act, actor, detail, at, last.sha256());
    }
}
