package io.shouxin.modelling.web;

import io.shouxin.identity.Access;
import io.shouxin.identity.Role;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Wording;
import io.shouxin.modelling.FactorRanking;
import io.shouxin.modelling.FactorRanking.FactorBin;
import io.shouxin.modelling.FactorRankings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the bank's own cases teach, for those who judge cases and those who watch them. */
@RestController
@RequestMapping({"/api/v1/factor-rankings", "/camunda/api/shouxin/v1/factor-rankings"})
@Tag(name = "Factor rankings", description = "因素排序: what was known of past cases, by how much it tells about their end; read by analysts and risk officers")
class FactorRankingController {

    private final FactorRankings rankings;
    private final Access access;
    private final Wording words;

    FactorRankingController(FactorRankings rankings, Access access, Wording words) {
        this.rankings = rankings;
        this.access = access;
        this.words = words;
    }

    @GetMapping("/outcomes")
    @Operation(summary = "The outcomes one may ask for")
    List<Choice> outcomes(Locale language) {
        riskOfficer();
        return rankings.outcomes().stream().map(code -> new Choice(code, words.of("outcome." + code, language))).toList();
    }

    @GetMapping
    @Operation(summary = "Factors by information value for an outcome, each with its bins")
    Ranking ranking(@RequestParam String outcome, @RequestParam(required = false) String population, Locale language) {
        riskOfficer();
        Outcome<FactorRanking> asked = rankings.of(outcome, population == null || population.isBlank() ? null : population);
        Optional<Refusal> tooRare = asked.refusals().stream().filter(refusal -> refusal.code().equals(FactorRankings.TOO_RARE)).findFirst();
        if (tooRare.isPresent()) {
            return new Ranking(outcome, words.of("outcome." + outcome, language), null, null, List.of(), List.of(), words.of(tooRare.get(), language));
        }
        FactorRanking ranking = asked.orElseThrow();
        return new Ranking(ranking.outcome(), words.of("outcome." + ranking.outcome(), language), ranking.cases(), ranking.bad(),
                ranking.populations().stream().map(code -> new Choice(code, words.of("ratingBasis." + code, language))).toList(),
                ranking.factors().stream().map(factor -> new Factor(factor.factor(), label(factor.factor(), language), factor.iv(), factor.strength(),
                        words.of("strength." + factor.strength(), language), factor.bins())).toList(), null);
    }

    private String label(String factor, Locale language) {
        String key = "characteristic." + factor;
        return words.knows(key) ? words.of(key, language) : factor;
    }

    private void riskOfficer() {
        access.personIn(Role.ANALYST, Role.CREDIT_MANAGER, Role.SENIOR_CREDIT_MANAGER, Role.RISK_DIRECTOR, Role.AUDITOR);
    }

    /** A code with its label in the reader's language. */
    record Choice(String code, String label) {
    }

    /**
     * @param populations what cases with this outcome were judged on; one of them may be asked for alone
     * @param obstacle    why nothing can be ranked: too few cases have ended one way or the other; then cases and bad are absent
     */
    record Ranking(String outcome, String label, Integer cases, Integer bad, List<Choice> populations, List<Factor> factors, String obstacle) {
    }

    record Factor(String factor, String label, BigDecimal iv, String strength, String strengthLabel, List<FactorBin> bins) {
    }
}
