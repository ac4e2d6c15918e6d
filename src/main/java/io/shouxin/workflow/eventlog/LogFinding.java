package io.shouxin.workflow.eventlog;

import java.util.Comparator;

/**
 * Something the log should not be. The case it concerns, if any, is not replayed: what is not understood is not guessed.
 *
 * @param file   name of the file
 * @param line   in the file, from 1 with the header; of the first of several
 * @param caseId empty when it concerns the file
 * @param text   what stands there, shortened
 */
record LogFinding(Kind kind, String file, long line, String caseId, String text) {

    static final Comparator<LogFinding> ORDER = Comparator.comparing(LogFinding::kind).thenComparing(LogFinding::file).thenComparing(LogFinding::line);
    private static final int LONGEST = 60;

    LogFinding {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        text = clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }

    /** What is wrong. */
    enum Kind {
        COLUMN_UNKNOWN("a column this command does not know; it is not read"),
        ROW_INCOMPLETE("a row with more or fewer cells than the header"),
        CASE_TWICE("a case number that stood before"),
        CASE_NUMBER_MALFORMED("a case number that is no number of 1 to 12 digits"),
        AMOUNT_MALFORMED("an amount that is no whole number above zero"),
        OUTCOME_UNKNOWN("an outcome that is none of the four"),
        TIME_MALFORMED("a time that is none"),
        ACTIVITY_UNKNOWN("an activity that is not one of the log's"),
        TRANSITION_UNKNOWN("a life cycle step other than SCHEDULE, START, COMPLETE"),
        SEQUENCE_BROKEN("events whose numbers do not go up one by one from 0"),
        EVENTS_OUT_OF_ORDER("an event earlier than the one before it"),
        CASE_UNKNOWN("events of a case that is not in the file of cases"),
        CASE_WITHOUT_EVENTS("a case without a single event"),
        NOT_SUBMITTED("a case that does not begin with its submission"),
        OUTCOME_CONTRADICTED("an outcome other than the events tell"),
        ENDED_TWICE("a case that ended in two ways");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
