package io.shouxin.adjustment;

import io.shouxin.limit.LimitVerb;

/** What is to become of a limit (额度调整种类). */
public enum LimitChangeKind {
    /** 提高: a higher ceiling. */
    INCREASE(LimitVerb.INCREASE),
    /** 减少: a lower ceiling, or a lower commitment of a facility; never below what is drawn. */
    DECREASE(LimitVerb.DECREASE),
    /** 暂停: from then on only releases and repayments. */
    SUSPEND(LimitVerb.SUSPEND),
    /** 恢复: the end of a suspension. */
    RESUME(LimitVerb.RESUME);

    private final LimitVerb verb;

    LimitChangeKind(LimitVerb verb) {
        this.verb = verb;
    }

    /** Whether it moves the ceiling, and so needs a new one. */
    public boolean movesCeiling() {
        return this == INCREASE || this == DECREASE;
    }

    /** Whether more may be drawn afterwards than before. */
    public boolean givesRoom() {
        return this == INCREASE || this == RESUME;
    }

    LimitVerb verb() {
        return verb;
    }
}
