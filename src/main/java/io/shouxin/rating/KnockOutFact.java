package io.shouxin.rating;

import io.shouxin.customer.CreditReport;
import io.shouxin.customer.InvoiceProfile;
import io.shouxin.customer.StatementView;
import io.shouxin.rating.ScreenedFact.Origin;
import io.shouxin.rating.ScreenedFact.State;
import java.time.LocalDate;
import java.util.Set;

/**
 * One thing the knock-out rules ask for (否决事实), where it comes from, and whether it may be relied on today.
 *
 * @param value     as on file; null or {@code UNKNOWN} when it is not
 * @param origin    null when nothing on file tells it
 * @param reference whose paper it is, in the words of the file; empty without one
 * @param date      day it held; null when it is not on file, or holds as long as nobody changes it
 */
record KnockOutFact(String name, Object value, Origin origin, String reference, LocalDate date, State state) {

    private static final Set<String> OF_FIRMS = Set.of("negativeEquityYears", "assetLiabilityRatio", "netSales12m");
    private static final Set<String> OF_PERSONS = Set.of("ageYears");

    static KnockOutFact ofRegister(String name, Object value) {
        return new KnockOutFact(name, value, Origin.CUSTOMER_REGISTER, "", null, state(value, false));
    }

    static KnockOutFact ofReport(String name, Object value, CreditReport report, boolean stale) {
        return new KnockOutFact(name, value, Origin.CREDIT_REPORT, report.source(), report.asOf(), state(value, stale));
    }

    static KnockOutFact ofStatements(String name, Object value, StatementView newest, boolean stale) {
        return new KnockOutFact(name, value, Origin.STATEMENTS, newest.basis().name(), newest.periodEnd(), state(value, stale));
    }

    static KnockOutFact ofInvoices(String name, Object value, InvoiceProfile profile, boolean stale) {
        return new KnockOutFact(name, value, Origin.INVOICES, "", profile.lastMonth().atEndOfMonth(), state(value, stale));
    }

    /** Nothing on file tells it. */
    static KnockOutFact missing(String name, boolean ofFirm) {
        boolean asked = !(ofFirm ? OF_PERSONS : OF_FIRMS).contains(name);
        return new KnockOutFact(name, null, null, "", null, asked ? State.MISSING : State.NOT_ASKED);
    }

    private static State state(Object value, boolean stale) {
        return value == null || Facts.UNKNOWN.equals(value) ? State.MISSING : stale ? State.STALE : State.KNOWN;
    }

    boolean known() {
        return state == State.KNOWN;
    }

    /** What the first screening's rules see of it: unknown unless it is on file and in date. @param code whether unknown is a code rather than null */
    Object relied(boolean code) {
        return known() ? value : code ? Facts.UNKNOWN : null;
    }

    ScreenedFact screened() {
        return new ScreenedFact(name, state == State.MISSING || state == State.NOT_ASKED ? "" : FactText.of(value), origin, reference, date, state);
    }
}
