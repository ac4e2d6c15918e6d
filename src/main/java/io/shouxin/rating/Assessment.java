package io.shouxin.rating;

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
 */
public record Assessment(
        Judgement managementQuality,
        Judgement marketPosition,
        Judgement industryOutlook,
        Judgement siteVisit,
        String opinion,
        Optional<PersonalFinances> personalFinances) {

    public Assessment {
        opinion = opinion == null ? "" : opinion;
        personalFinances = personalFinances == null ? Optional.empty() : personalFinances;
    }

    /** For an enterprise. */
    public static Assessment ofFirm(Judgement managementQuality, Judgement marketPosition, Judgement industryOutlook,
            Judgement siteVisit, String opinion) {
        return new Assessment(managementQuality, marketPosition, industryOutlook, siteVisit, opinion, Optional.empty());
    }

    /** For an individual: the outlook of his trade, the impression of the visit, and his finances. */
    public static Assessment ofIndividual(PersonalFinances finances, Judgement industryOutlook, Judgement siteVisit, String opinion) {
        return new Assessment(null, null, industryOutlook, siteVisit, opinion, Optional.of(finances));
    }
}
