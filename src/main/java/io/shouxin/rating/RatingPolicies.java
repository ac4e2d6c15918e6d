package io.shouxin.rating;

import io.shouxin.customer.BackgroundCheck;
import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerView;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import io.shouxin.rating.AltmanZ.Zone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The tables that frame a rating, asked without a line in the evaluation log: what they said is kept with the rating itself.
 * A firm whose industry is not on file is asked about as {@link IndustryPolicy#UNKNOWN}; it is never taken for another.
 */
@Component
class RatingPolicies {

    static final String ALTMAN_ZONE = "altman-zone";
    static final String INDUSTRY_MEDIAN = "industry-median";
    static final String BACKGROUND_VERDICT = "background-verdict";
    static final String FACT_VALIDITY = "fact-validity";

    private final PolicyBook policies;

    RatingPolicies(PolicyBook policies) {
        this.policies = policies;
    }

    RatioDefinitions definitions(CustomerView customer, LocalDate asOf) {
        PolicyDecision decision = policies.evaluate(RatioDefinitions.POLICY, asOf, definitionsInputs(customer));
        return RatioDefinitions.of(decision.only(), decision.version());
    }

    static Map<String, Object> definitionsInputs(CustomerView customer) {
        return Map.of("industrySection", section(customer));
    }

    /** Empty for an individual: the policy is about firms. */
    Optional<IndustryPolicy> industry(CustomerView customer, LocalDate asOf) {
        if (customer.kind() == CustomerKind.INDIVIDUAL) {
            return Optional.empty();
        }
        PolicyDecision decision = policies.evaluate(IndustryPolicy.POLICY, asOf, industryInputs(customer));
        String industry = customer.industryCode() == null ? IndustryPolicy.UNKNOWN : customer.industryCode();
        return Optional.of(IndustryPolicy.of(industry, decision.only(), decision.version()));
    }

    static Map<String, Object> industryInputs(CustomerView customer) {
        return Map.of("industrySection", section(customer), "industryDivision", division(customer));
    }

    Zone zone(BigDecimal altmanZ, LocalDate asOf) {
        return Zone.valueOf(policies.evaluate(ALTMAN_ZONE, asOf, zoneInputs(altmanZ)).only().text("zone"));
    }

    static Map<String, Object> zoneInputs(BigDecimal altmanZ) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("altmanZ", altmanZ);
        return inputs;
    }

    /** {@code CLEAN}, {@code MINOR} or {@code SERIOUS}. */
    String backgroundVerdict(BackgroundCheck check, LocalDate asOf) {
        return policies.evaluate(BACKGROUND_VERDICT, asOf, Map.of("enforcements", check.enforcements(), "pledgedShare", check.pledgedShare(),
                "openLawsuits", check.openLawsuits(), "penalties36m", check.penalties36m())).only().text("verdict");
    }

    /** The facts a rating of this basis looks for, in the order of the table. */
    List<SoughtFact> sought(RatingBasis basis, LocalDate asOf) {
        return policies.evaluate(FACT_VALIDITY, asOf, Map.of("basis", basis.name())).rows().stream().map(SoughtFact::of).toList();
    }

    /** Each ratio beside the firms of its division, else its section, else all industries, whichever the table has figures for. */
    List<Ratio> besidePeers(List<Ratio> ratios, CustomerView customer, LocalDate asOf) {
        List<Map<String, PeerFigures>> known = Stream.of(division(customer), section(customer), PeerPosition.ALL_INDUSTRIES)
                .map(industry -> figures(industry, asOf)).toList();
        return ratios.stream().map(ratio -> ratio.beside(ratio.value().flatMap(value -> known.stream()
                .filter(figures -> figures.containsKey(ratio.code())).findFirst()
                .map(figures -> figures.get(ratio.code()).position(value, ratio.better()))))).toList();
    }

    /** What the grade brings with it, tightened by the industry's policy. */
    GradeTerms terms(Grade grade, Optional<IndustryPolicy> industry, LocalDate asOf) {
        return GradeTerms.of(policies.evaluate(GradeTerms.POLICY, asOf, Map.of("grade", grade.name())).only(), industry);
    }

    /** Versions of the tables that framed a rating, besides those that decided it. */
    Map<String, String> versions(RatingBasis basis, LocalDate asOf) {
        Map<String, String> versions = new LinkedHashMap<>();
        Stream<String> keys = switch (basis) {
            case STATEMENTS -> Stream.of(IndustryPolicy.POLICY, RatioDefinitions.POLICY, ALTMAN_ZONE, INDUSTRY_MEDIAN, FACT_VALIDITY,
                    BACKGROUND_VERDICT, GradeTerms.POLICY);
            case INVOICES -> Stream.of(IndustryPolicy.POLICY, FACT_VALIDITY, BACKGROUND_VERDICT, GradeTerms.POLICY);
            case INDIVIDUAL -> Stream.of(FACT_VALIDITY, BACKGROUND_VERDICT, GradeTerms.POLICY);
        };
        keys.forEach(key -> versions.put(key, policies.inForce(key, asOf).version()));
        return versions;
    }

    private Map<String, PeerFigures> figures(String industry, LocalDate asOf) {
        PolicyDecision decision = policies.evaluate(INDUSTRY_MEDIAN, asOf, Map.of("industry", industry));
        Map<String, PeerFigures> figures = new LinkedHashMap<>();
        decision.rows().forEach(row -> figures.put(row.text("ratio"), new PeerFigures(industry, row, decision.version())));
        return figures;
    }

    private static String section(CustomerView customer) {
        return customer.industrySection() == null ? IndustryPolicy.UNKNOWN : customer.industrySection();
    }

    private static String division(CustomerView customer) {
        return customer.industryCode() == null || customer.industryCode().length() < 3 ? IndustryPolicy.UNKNOWN : customer.industryCode();
    }

    private record PeerFigures(String industry, MatchedRow row, String version) {

        PeerPosition position(BigDecimal value, Ratio.Better better) {
            BigDecimal lower = row.number("lowerQuartile");
            BigDecimal upper = row.number("upperQuartile");
            return new PeerPosition(industry, lower, row.number("median"), upper, row.whole("year"), row.text("source"),
                    PeerPosition.Position.of(value, lower, upper, better), version);
        }
    }

    /**
     * A fact a rating looks for.
     *
     * @param validMonths 0 where the settings {@code shouxin.rating.oldest-…-months} say it
     * @param needsPaper  whether only a paper proves it
     */
    record SoughtFact(String code, int validMonths, BigDecimal weight, boolean needsPaper, boolean mandatory) {

        private static SoughtFact of(MatchedRow row) {
            return new SoughtFact(row.text("factKind"), row.whole("validMonths"), row.number("weight"),
                    row.text("proof").equals("DOCUMENT"), row.flag("mandatory"));
        }
    }
}
