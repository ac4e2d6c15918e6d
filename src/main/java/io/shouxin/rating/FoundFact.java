package io.shouxin.rating;

import io.shouxin.customer.CreditReport;
import io.shouxin.customer.CustomerFact;
import io.shouxin.customer.InvoiceProfile;
import io.shouxin.rating.FactLine.State;
import io.shouxin.rating.RatingPolicies.SoughtFact;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A fact that is on file, before it is judged how far it can be relied on.
 *
 * @param date     day it held; null when nobody wrote it down
 * @param document null without one
 * @param proved   whether its source is one to rely on
 * @param months   how long it is valid where a setting says so; 0 where the policy does
 */
record FoundFact(String value, Map<String, String> details, String source, LocalDate date, String document, boolean proved, int months) {

    static FoundFact of(CustomerFact fact) {
        return new FoundFact(fact.content().details().values().stream().findFirst().orElse(""), fact.content().details(), fact.source(),
                fact.asOf(), fact.document(), true, 0);
    }

    /** @param profile of a firm that has invoices */
    static FoundFact of(InvoiceProfile profile) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("sales12m", profile.sales12m().toPlainString());
        details.put("monthsCovered", String.valueOf(profile.monthsCovered()));
        details.put("monthsActive", String.valueOf(profile.monthsActive()));
        profile.issued().voidRate().ifPresent(rate -> details.put("voidRate", rate.toPlainString()));
        profile.issued().topShare12m().ifPresent(share -> details.put("topCustomerShare", share.toPlainString()));
        return new FoundFact(details.get("sales12m"), details, "VAT_INVOICES", profile.lastMonth().atEndOfMonth(), null, true, 0);
    }

    static FoundFact of(CreditReport report) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("overdueCount24m", String.valueOf(report.overdueCount24m()));
        details.put("maxDaysPastDue24m", String.valueOf(report.maxDaysPastDue24m()));
        details.put("currentOverdueDays", String.valueOf(report.currentOverdueDays()));
        details.put("outstandingDebt", report.outstandingDebt().amount().toPlainString());
        details.put("guaranteesGiven", report.guaranteesGiven().amount().toPlainString());
        details.put("queries6m", String.valueOf(report.queries6m()));
        details.put("defaulted", String.valueOf(report.defaulted()));
        details.put("dishonestDebtor", String.valueOf(report.dishonestDebtor()));
        return new FoundFact(String.valueOf(report.overdueCount24m()), details, report.source(), report.asOf(),
                report.authorisationReference(), true, 0);
    }

    /** Without evidence a judgement is one man's word. */
    static FoundFact of(Judgement judgement, Optional<Assessment.Evidence> evidence) {
        return new FoundFact(judgement.name(), Map.of(), evidence.map(Assessment.Evidence::text).orElse(""),
                evidence.map(Assessment.Evidence::date).orElse(null), evidence.map(Assessment.Evidence::document).orElse(null),
                evidence.isPresent(), 0);
    }

    FoundFact validFor(int manyMonths) {
        return new FoundFact(value, details, source, date, document, proved, manyMonths);
    }

    static FactLine line(Optional<FoundFact> found, SoughtFact sought, LocalDate today) {
        return found.map(fact -> fact.line(sought, today)).orElseGet(() -> new FactLine(sought.code(), State.MISSING, "", Map.of(), "", null,
                null, null, sought.weight(), sought.mandatory()));
    }

    private FactLine line(SoughtFact sought, LocalDate today) {
        LocalDate until = date == null ? null : date.plusMonths(months > 0 ? months : sought.validMonths());
        return new FactLine(sought.code(), state(sought, until, today), value, details, source, date, document, until, sought.weight(),
                sought.mandatory());
    }

    private State state(SoughtFact sought, LocalDate until, LocalDate today) {
        if (until != null && until.isBefore(today)) {
            return State.STALE;
        }
        boolean paper = document != null && !document.isBlank();
        return proved && until != null && (paper || !sought.needsPaper()) ? State.CONFIRMED : State.UNPROVED;
    }
}
