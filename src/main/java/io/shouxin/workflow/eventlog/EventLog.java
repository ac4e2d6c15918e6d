package io.shouxin.workflow.eventlog;

import java.util.List;

/**
 * A log of applications as it was read.
 *
 * @param cases    those without a finding, in the order of the file of cases
 * @param rows     cases the file of cases lists, those with findings among them
 * @param events   rows of the file of events
 * @param findings what was wrong, one line per case and kind
 */
record EventLog(List<LoggedCase> cases, int rows, int events, List<LogFinding> findings) {

    EventLog {
        cases = List.copyOf(cases);
        findings = List.copyOf(findings);
    }
}
