package io.shouxin.rating;

import io.shouxin.customer.BackgroundCheck;
import io.shouxin.customer.CreditReport;
import io.shouxin.customer.CustomerFact;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.ExternalRating;
import io.shouxin.customer.FactContent;
import io.shouxin.customer.FactKind;
import io.shouxin.customer.PastTrading;
import io.shouxin.customer.TaxRecord;
import io.shouxin.identity.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everything on file that a rating needs. Sub-classes know the facts one scorecard asks for.
 *
 * <p>An unknown fact is null (numbers) or {@code UNKNOWN} (codes) for the knock-out rules; the scorecard is only asked
 * once nothing is missing, and there null means "undefined for this customer".
 */
abstract class Facts {

    static final String UNKNOWN = "UNKNOWN";

    /** Codes of facts that speak against a customer until a newer fact says otherwise. */
    private static final Set<String> ADVERSE = Set.of("ARREARS", "D", "SERIOUS");

    final CustomerView customer;
    final Optional<CreditReport> report;
    final Assessment assessment;
    final LocalDate today;
    final FactAge age;
    final LocalDate asOf;
    final RatingPolicies policies;
    private final Map<FactKind, CustomerFact> register;
    private List<FactLine> factLines;

    Facts(CommonFacts common) {
        this.customer = common.customer();
        this.report = common.report();
        this.assessment = common.assessment() == null
                ? Assessment.ofFirm(null, null, null, null, "") : common.assessment();
        this.today = common.today();
        this.age = common.age();
        this.asOf = common.asOf();
        this.policies = common.policies();
        this.register = common.register();
    }

    abstract RatingBasis basis();

    /** Facts only this kind of rating needs. */
    abstract List<MissingFact> ownMissing();

    /** What the scorecard asks for; only called when nothing is missing. */
    abstract Map<String, Object> scorecardInputs();

    List<Ratio> ratios() {
        return List.of();
    }

    Optional<AltmanZ> altmanZ() {
        return Optional.empty();
    }

    /** Policy key of the scorecard that judges this customer. */
    String scorecard() {
        return basis().scorecard();
    }

    /** The facts this kind of rating rests on, as {@code fact-validity} names them; empty when not on file or not of this kind. */
    Optional<FoundFact> found(String code) {
        return switch (code) {
            case "CREDIT_REPORT" -> report.map(FoundFact::of).map(found -> found.validFor(age.creditReportMonths()));
            case "MANAGEMENT_QUALITY" -> judged("managementQuality", assessment.managementQuality());
            case "MARKET_POSITION" -> judged("marketPosition", assessment.marketPosition());
            case "INDUSTRY_OUTLOOK" -> judged("industryOutlook", assessment.industryOutlook());
            default -> Stream.of(FactKind.values()).filter(kind -> kind.name().equals(code)).findFirst()
                    .map(register::get).map(FoundFact::of);
        };
    }

    private Optional<FoundFact> judged(String name, Judgement judgement) {
        return Optional.ofNullable(judgement).map(given -> FoundFact.of(given, Optional.ofNullable(assessment.evidence().get(name))));
    }

    /** Every fact this kind of rating looks for, whether there or not. */
    final List<FactLine> factLines() {
        if (factLines == null) {
            factLines = policies.sought(basis(), asOf).stream().map(sought -> FoundFact.line(found(sought.code()), sought, today)).toList();
        }
        return factLines;
    }

    /** Content of a fact of the register that may be relied on today; a stale one says nothing. */
    private <T extends FactContent> Optional<T> fresh(FactKind kind, Class<T> content) {
        return factLines().stream().filter(line -> line.code().equals(kind.name()))
                .filter(line -> line.state() == FactLine.State.CONFIRMED || line.state() == FactLine.State.UNPROVED)
                .findFirst().map(line -> content.cast(register.get(kind).content()));
    }

    /** What a fact comes to: as it stands while fresh; once stale only what speaks against the customer, which doesn't improve by ageing. */
    private <T extends FactContent> String standing(FactKind kind, Class<T> content, Function<T, String> code) {
        return fresh(kind, content).map(code).orElseGet(() -> Optional.ofNullable(register.get(kind))
                .filter(stale -> factLines().stream().anyMatch(line -> line.code().equals(kind.name())))
                .map(stale -> code.apply(content.cast(stale.content()))).filter(ADVERSE::contains).orElse(UNKNOWN));
    }

    /** All that has to be supplied before there can be a score. */
    final List<MissingFact> missing() {
        List<MissingFact> missing = new ArrayList<>(ownMissing());
        if (report.isEmpty()) {
            missing.add(MissingFact.of("CREDIT_REPORT", Role.ANALYST));
        } else if (age.creditReportIsStale(report.get().asOf(), today)) {
            missing.add(MissingFact.of("CREDIT_REPORT_STALE", Role.ANALYST)
                    .with("asOf", report.get().asOf()).with("months", age.creditReportMonths()));
        }
        ask(missing, "ASSESSMENT_INDUSTRY_OUTLOOK", assessment.industryOutlook());
        ask(missing, "ASSESSMENT_SITE_VISIT", assessment.siteVisit());
        return List.copyOf(missing);
    }

    /** What the knock-out rules ask for; unknown where it is not on file. */
    Map<String, Object> knockOutInputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("blocked", customer.blocked());
        inputs.put("dishonestDebtor", report.map(r -> r.dishonestDebtor() ? "YES" : "NO").orElse(UNKNOWN));
        inputs.put("defaulted", report.map(r -> r.defaulted() ? "YES" : "NO").orElse(UNKNOWN));
        inputs.put("currentOverdueDays", report.map(CreditReport::currentOverdueDays).map(BigDecimal::valueOf).orElse(null));
        inputs.put("maxDaysPastDue24m", report.map(CreditReport::maxDaysPastDue24m).map(BigDecimal::valueOf).orElse(null));
        inputs.put("negativeEquityYears", null);
        inputs.put("assetLiabilityRatio", null);
        inputs.put("netSales12m", null);
        inputs.put("industrySection", customer.industrySection() == null ? UNKNOWN : customer.industrySection());
        inputs.put("ageYears", null);
        return inputs;
    }

    /** The same, each with its source and whether it is in date today; for rules that are asked before the file is complete. */
    final Map<String, KnockOutFact> knockOutFacts() {
        Map<String, KnockOutFact> found = new LinkedHashMap<>();
        knockOutInputs().forEach((name, value) -> found.put(name, knockOutFact(name, value)));
        return found;
    }

    /** @param value as the rules see it on the complete file */
    KnockOutFact knockOutFact(String name, Object value) {
        return switch (name) {
            case "blocked", "industrySection" -> KnockOutFact.ofRegister(name, value);
            case "dishonestDebtor", "defaulted", "currentOverdueDays", "maxDaysPastDue24m" -> report
                    .map(paper -> KnockOutFact.ofReport(name, value, paper, age.creditReportIsStale(paper.asOf(), today)))
                    .orElseGet(() -> KnockOutFact.missing(name, basis() != RatingBasis.INDIVIDUAL));
            default -> KnockOutFact.missing(name, basis() != RatingBasis.INDIVIDUAL);
        };
    }

    /** The two characteristics of the credit record that every scorecard has. */
    final void putCreditRecord(Map<String, Object> inputs) {
        CreditReport onFile = report.orElseThrow();
        inputs.put("overdueCount24m", BigDecimal.valueOf(onFile.overdueCount24m()));
        inputs.put("queries6m", BigDecimal.valueOf(onFile.queries6m()));
    }

    final void putFirmJudgements(Map<String, Object> inputs) {
        inputs.put("managementQuality", assessment.managementQuality().name());
        inputs.put("marketPosition", assessment.marketPosition().name());
        putCommonJudgements(inputs);
    }

    final void putCommonJudgements(Map<String, Object> inputs) {
        inputs.put("industryOutlook", assessment.industryOutlook().name());
        inputs.put("siteVisit", assessment.siteVisit().name());
        putOtherFacts(inputs);
    }

    /** Facts of the register as codes; {@code UNKNOWN} or null when they have to be verified first. */
    private void putOtherFacts(Map<String, Object> inputs) {
        inputs.put("taxRecord", standing(FactKind.TAX_RECORD, TaxRecord.class, tax -> tax.arrears().signum() > 0 ? "ARREARS" : tax.grade()));
        inputs.put("backgroundCheck", standing(FactKind.BACKGROUND_CHECK, BackgroundCheck.class,
                check -> policies.backgroundVerdict(check, asOf)));
        inputs.put("externalRating", fresh(FactKind.EXTERNAL_RATING, ExternalRating.class).map(ExternalRating::grade).orElse(UNKNOWN));
        inputs.put("pastTrading", fresh(FactKind.PAST_TRADING, PastTrading.class).map(PastTrading::lateShare).orElse(null));
    }

    final void askForFirmJudgements(List<MissingFact> missing) {
        ask(missing, "ASSESSMENT_MANAGEMENT_QUALITY", assessment.managementQuality());
        ask(missing, "ASSESSMENT_MARKET_POSITION", assessment.marketPosition());
    }

    /** Full years since the firm was established or the person was born. */
    final BigDecimal fullYears() {
        return BigDecimal.valueOf(ChronoUnit.YEARS.between(customer.establishedOn(), today));
    }

    private static void ask(List<MissingFact> missing, String code, Judgement judgement) {
        if (judgement == null) {
            missing.add(MissingFact.of(code, Role.ANALYST));
        }
    }

    /**
     * Facts every kind of rating needs.
     *
     * @param asOf     day whose policy versions apply
     * @param register of each kind the fact that counts
     */
    record CommonFacts(CustomerView customer, Optional<CreditReport> report, Assessment assessment, LocalDate today, FactAge age,
                       LocalDate asOf, RatingPolicies policies, Map<FactKind, CustomerFact> register) {
    }
}
