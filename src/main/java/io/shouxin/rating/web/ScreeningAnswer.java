package io.shouxin.rating.web;

import io.shouxin.kernel.RatingId;
import io.shouxin.kernel.Wording;
import io.shouxin.rating.ScreenedFact;
import io.shouxin.rating.ScreenedRule;
import io.shouxin.rating.Screening;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A first screening in the reader's language (初筛结果); codes stand beside their labels.
 *
 * @param policyVersion of policy {@code knock-out}
 * @param excluded      whether a rule excludes the customer
 * @param rating        the rating that keeps the exclusion; null when nothing excludes
 */
record ScreeningAnswer(String application, String customer, String policyVersion, boolean excluded, String rating, LocalDate asOf, Instant screenedAt,
                       String screenedBy, List<Rule> rules) {

    static ScreeningAnswer of(Screening screening, Wording words, Locale language) {
        return new ScreeningAnswer(screening.subject(), screening.customer().value(), screening.version(), screening.excluded(),
                screening.rating().map(RatingId::value).orElse(null), screening.asOf(), screening.at(), screening.by().value(),
                screening.rules().stream().map(rule -> Rule.of(rule, words, language)).toList());
    }

    /** @param row the row's stable id in the policy */
    record Rule(String row, String code, String label, String result, String resultLabel, List<Fact> facts) {

        private static Rule of(ScreenedRule rule, Wording words, Locale language) {
            return new Rule(rule.row(), rule.reasonCode(), words.of("reason." + rule.reasonCode(), language), rule.result().name(),
                    words.of("screeningResult." + rule.result(), language), rule.facts().stream().map(fact -> Fact.of(fact, words, language)).toList());
        }
    }

    /**
     * @param value     empty when not on file
     * @param origin    null when nothing on file tells it
     * @param reference whose paper it is; empty without one
     */
    record Fact(String name, String label, String value, String state, String stateLabel, String origin, String originLabel, String reference,
                LocalDate date) {

        private static Fact of(ScreenedFact fact, Wording words, Locale language) {
            return new Fact(fact.name(), words.of("characteristic." + fact.name(), language), fact.value(), fact.state().name(),
                    words.of("screenedFact." + fact.state(), language), fact.origin() == null ? null : fact.origin().name(),
                    fact.origin() == null ? null : words.of("screeningOrigin." + fact.origin(), language), fact.reference(), fact.date());
        }
    }
}
