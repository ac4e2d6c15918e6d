package io.shouxin.rating;

/** An officer's judgement (专家评估) of something no statement shows. */
public enum Judgement {
    /** 强: clearly better than the usual firm of its kind. */
    STRONG,
    /** 适中: as expected. */
    ADEQUATE,
    /** 弱: a reason for care. */
    WEAK
}
