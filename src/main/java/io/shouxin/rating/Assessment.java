package io.shouxin.rating;

import io.shouxin.kernel.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the analyst found on paper and on site (授信评估意见). A judgement that was not made is null and will be asked for;
 * it is never assumed.
 *
 * @param managementQuality background, experience and reputation of the management (管理层能力)
 * @param marketPosition    position in the market and in the supply chain (市场地位)
 * @param industryOutlook   trend and competition of the industry (行业前景)
 * @param siteVisit         what was found on site against what the papers say (实地走访)
 * @param opinion           the analyst's own words; not scored
 * @param personalFinances  for an individual only: income and burden, as proved by documents
 * @param evidence          what a judgement rests on, by its name, e.g. {@code managementQuality}; a judgement without evidence
 *                          counts, but is shown as 待核实
 */
public record Assessment(
        Judgement managementQuality,
        Judgement marketPosition,
        Judgement industryOutlook,
        Judgement siteVisit,
        String opinion,
        Optional<PersonalFinances> personalFinances,
        Map<String, Evidence> evidence) {

    private static final int LONGEST = 500;
    private static final int LONGEST_REFERENCE = 200;

    public Assessment {
        opinion = opinion == null ? "" : opinion;
        personalFinances = personalFinances == null ? Optional.empty() : personalFinances;
        evidence = evidence == null ? Map.of() : Map.copyOf(evidence);
    }

    /** For an enterprise. */
    public static Assessment ofFirm(Judgement managementQuality, Judgement marketPosition, Judgement industryOutlook,
            Judgement siteVisit, String opinion) {
        return new Assessment(managementQuality, marketPosition, industryOutlook, siteVisit, opinion, Optional.empty(), Map.of());
    }

    /** For an individual: the outlook of his trade, the impression of the visit, and his finances. */
    public static Assessment ofIndividual(PersonalFinances finances, Judgement industryOutlook, Judgement siteVisit, String opinion) {
        return new Assessment(null, null, industryOutlook, siteVisit, opinion, Optional.of(finances), Map.of());
    }

    /** The same with what its judgements rest on. */
    public Assessment restingOn(Map<String, Evidence> found) {
        return new Assessment(managementQuality, marketPosition, industryOutlook, siteVisit, opinion, personalFinances, found);
    }

    /** What cannot be of the evidence, beside its fields; {@code path} is where the assessment stands in the form. */
    public List<Refusal> refusals(String path, LocalDate today) {
        List<Refusal> refusals = new ArrayList<>();
        evidence.forEach((judgement, found) -> {
            String field = path + ".evidence." + judgement;
            if (found.text() == null || found.text().isBlank()) {
                refusals.add(Refusal.of("FIELD_REQUIRED").at(field + ".text"));
            } else if (found.text().length() > LONGEST) {
                refusals.add(Refusal.of("TEXT_TOO_LONG").at(field + ".text").with("max", LONGEST));
            }
            if (found.document() != null && found.document().length() > LONGEST_REFERENCE) {
                refusals.add(Refusal.of("TEXT_TOO_LONG").at(field + ".document").with("max", LONGEST_REFERENCE));
            }
            if (found.date() == null || found.date().isAfter(today)) {
                refusals.add(Refusal.of("FACT_DATE").at(field + ".date"));
            }
        });
        return refusals;
    }

    /**
     * What a judgement rests on (依据).
     *
     * @param text     in words, at most 500 characters
     * @param date     day it was established, not in the future
     * @param document paper that proves it; null without one
     */
    public record Evidence(String text, LocalDate date, String document) {
    }
}
