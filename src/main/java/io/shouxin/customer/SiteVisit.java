package io.shouxin.customer;

import io.shouxin.kernel.Refusal;
import java.util.List;
import java.util.Map;

/**
 * A visit on site (现场尽调).
 *
 * @param place      where
 * @param peopleMet  whom, with their functions
 * @param findings   what was found against what the papers say
 * @param checks     what was looked at, of {@link #CHECKS}
 */
public record SiteVisit(String place, String peopleMet, String findings, List<String> checks) implements FactContent {

    /** What one can look at on site; messages {@code siteCheck.CODE}. */
    public static final List<String> CHECKS =
            List.of("PREMISES", "PRODUCTION", "STOCK", "BOOKS", "ORDERS", "WAGES_AND_UTILITIES", "EQUIPMENT", "COLLATERAL");

    public SiteVisit {
        checks = checks == null ? List.of() : List.copyOf(checks);
    }

    @Override
    public FactKind kind() {
        return FactKind.SITE_VISIT;
    }

    @Override
    public List<Refusal> refusals() {
        FactFields fields = new FactFields("siteVisit.").text("place", place, 200).text("peopleMet", peopleMet, 200)
                .text("findings", findings, 2000);
        checks.forEach(check -> fields.code("checks", check, CHECKS));
        return fields.refusals();
    }

    @Override
    public Map<String, String> details() {
        return FactFields.told("visitPlace", place, "peopleMet", peopleMet, "findings", findings, "siteChecks",
                checks.isEmpty() ? null : String.join(" ", checks));
    }
}
