package io.shouxin.approval;

/** Somebody's absence was entered or ended: who is asked may have changed. */
public record AbsencesChanged() {
}
