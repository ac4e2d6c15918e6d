package io.shouxin.workflow.eventlog;

/** What both the log and our process leave traces of, and how often. */
enum Milestone {
    /** A_SUBMITTED: the application was handed in. */
    SUBMITTED,
    /** A_PREACCEPTED: papers were asked for. */
    DOCUMENTS_ASKED,
    /** A_ACCEPTED: there was something to offer. */
    PROPOSED,
    /** O_CREATED, each offer once. */
    OFFERED,
    /** O_SENT_BACK, once per offer. */
    ANSWERED,
    /** W_Nabellen incomplete dossiers, each time it was put on a desk. */
    RETURNED,
    /** W_Beoordelen fraude: fraud was looked for. */
    EXAMINED,
    /** A_APPROVED. */
    APPROVED
}
