package io.shouxin.workflow.eventlog;

import java.util.Arrays;
import java.util.Optional;

/**
 * The activities of the log of a Dutch bank's loan applications (BPI Challenge 2012, van Dongen, 4TU). States of the application begin with
 * A, states of an offer with O, work items of people with W. The names are the log's own.
 */
enum LoggedActivity {
    A_SUBMITTED("A_SUBMITTED"),
    A_PARTLYSUBMITTED("A_PARTLYSUBMITTED"),
    /** 预受理: worth asking for papers. */
    A_PREACCEPTED("A_PREACCEPTED"),
    /** The file is complete, an offer may be made. */
    A_ACCEPTED("A_ACCEPTED"),
    A_FINALIZED("A_FINALIZED"),
    A_DECLINED("A_DECLINED"),
    A_CANCELLED("A_CANCELLED"),
    A_APPROVED("A_APPROVED"),
    A_REGISTERED("A_REGISTERED"),
    A_ACTIVATED("A_ACTIVATED"),
    O_SELECTED("O_SELECTED"),
    O_CREATED("O_CREATED"),
    O_SENT("O_SENT"),
    /** The customer's answer came back. */
    O_SENT_BACK("O_SENT_BACK"),
    O_ACCEPTED("O_ACCEPTED"),
    O_DECLINED("O_DECLINED"),
    O_CANCELLED("O_CANCELLED"),
    /** Somebody calls a customer whose application is not complete. */
    W_LEAD("W_Afhandelen leads"),
    W_COMPLETE("W_Completeren aanvraag"),
    /** Somebody calls a customer who has an offer to answer. */
    W_CALL_ABOUT_OFFER("W_Nabellen offertes"),
    /** Papers are missing: the customer is called. */
    W_INCOMPLETE("W_Nabellen incomplete dossiers"),
    W_VALIDATE("W_Valideren aanvraag"),
    W_FRAUD("W_Beoordelen fraude"),
    W_CHANGE_CONTRACT("W_Wijzigen contractgegevens");

    private final String inLog;

    LoggedActivity(String inLog) {
        this.inLog = inLog;
    }

    String inLog() {
        return inLog;
    }

    /** A work item of people, which is scheduled, started and completed; anything else only completes. */
    boolean isWork() {
        return name().startsWith("W_");
    }

    static Optional<LoggedActivity> of(String text) {
        return Arrays.stream(values()).filter(activity -> activity.inLog.equals(text)).findFirst();
    }
}
