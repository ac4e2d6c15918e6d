package io.shouxin.policyexception;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.approval.Tier;
import io.shouxin.policy.PolicyTable;
import io.shouxin.policy.StandingPolicies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rules may be set aside, how long, how far, by whom; and which never. */
class ExceptableRulesTableTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    private final ExceptableRules rules = new ExceptableRules(StandingPolicies.unlogged());

    @ParameterizedTest(name = "{0} {1} never: {2}")
    @CsvSource({
        "knock-out, BLOCKED_CUSTOMER, EXCEPTION_NEVER_BLOCKED", "knock-out, DISHONEST_DEBTOR, EXCEPTION_NEVER_LEGAL",
        "knock-out, OVERDUE_OVER_90_DAYS, EXCEPTION_NEVER_LEGAL", "knock-out, UNDER_AGE, EXCEPTION_NEVER_LEGAL",
        "document-checklist, BUSINESS_LICENCE, EXCEPTION_NEVER_IDENTITY", "document-checklist, ID_CARD, EXCEPTION_NEVER_IDENTITY",
        "document-checklist, LEGAL_REPRESENTATIVE_ID, EXCEPTION_NEVER_IDENTITY", "document-checklist, CREDIT_REPORT_AUTHORISATION, EXCEPTION_NEVER_LEGAL",
        "document-checklist, SITE_VISIT_REPORT, EXCEPTION_NEVER_LEGAL", "document-checklist, ENVIRONMENTAL_PERMIT, EXCEPTION_NEVER_LEGAL",
        "product-terms, MAX_TENOR_BANK_ACCEPTANCE, EXCEPTION_NEVER_LEGAL", "concentration-limits, REGULATOR, EXCEPTION_NEVER_LEGAL",
        "grade-terms, NO_CREDIT, EXCEPTION_NEVER_GRADE", "fact-validity, MANDATORY_FACT, EXCEPTION_NEVER_GUESSED",
        "duplicate-granting, BLOCK, EXCEPTION_NEVER_RELEASED",
        "knock-out, NO_SUCH_RULE, EXCEPTION_NEVER_UNKNOWN", "no-such-policy, INSOLVENT, EXCEPTION_NEVER_UNKNOWN", "knock-out, COVERAGE, EXCEPTION_NEVER_UNKNOWN"})
    void someRulesAreNeverSetAside(String policy, String rule, String why) {
        ExceptableRule said = rules.of(policy, rule, DAY);
        assertThat(said.exceptable()).isFalse();
        assertThat(said.reasonCode()).isEqualTo(why);
    }

    @ParameterizedTest(name = "{0} {1}: {2} days, {3}, compensation {4}")
    @CsvSource({
        "knock-out, INSOLVENT, 180, COMMITTEE, true", "knock-out, DEFAULT_RECORDED, 180, COMMITTEE, true", "knock-out, INDUSTRY_EXCLUDED, 365, COMMITTEE, true",
        "knock-out, NEGATIVE_EQUITY_TWO_YEARS, 365, RISK_DIRECTOR, true", "knock-out, SEVERE_PAST_OVERDUE, 365, RISK_DIRECTOR, true", "knock-out, NO_SALES, 180, RISK_DIRECTOR, true",
        "document-checklist, TAX_CERTIFICATE, 90, CREDIT_MANAGER, false", "document-checklist, FINANCIAL_STATEMENTS, 120, SENIOR_CREDIT_MANAGER, true",
        "document-checklist, SECURITY_TITLE, 30, RISK_DIRECTOR, true", "limit-parameters, CUSTOMER_CAP, 365, COMMITTEE, true",
        "limit-parameters, GROWTH_CAP, 365, SENIOR_CREDIT_MANAGER, false", "security-requirements, COVERAGE, 365, RISK_DIRECTOR, true",
        "concentration-limits, INDUSTRY, 180, COMMITTEE, true", "grade-terms, RATE_MARKUP, 365, SENIOR_CREDIT_MANAGER, true"})
    void othersWithinLimits(String policy, String rule, int days, Tier tier, boolean compensation) {
        ExceptableRule said = rules.of(policy, rule, DAY);
        assertThat(said.exceptable()).isTrue();
        assertThat(said.mostDays()).isEqualTo(days);
        assertThat(said.tier()).isEqualTo(tier);
        assertThat(said.compensationRequired()).isEqualTo(compensation);
        assertThat(said.last(DAY)).isEqualTo(DAY.plusDays(days));
    }

    @ParameterizedTest(name = "{0} {1} of {2}: to {4}")
    @CsvSource({
        "limit-parameters, CUSTOMER_CAP, 500000000, true, 600000000", "limit-parameters, LEAST_AMOUNT, 500000, false, 250000",
        "limit-parameters, GROWTH_CAP, 0.1, true, 0.3", "limit-parameters, GROWTH_CAP, -0.1, true, 0.1", "security-requirements, COVERAGE, 0.3, false, 0.21",
        "grade-terms, RATE_MARKUP, 30, false, 0", "grade-terms, RATE_MARKUP, 120, false, 70", "product-terms, MAX_TENOR_WORKING_CAPITAL_LOAN, 36, true, 60"})
    void andNoFartherThanThePolicySays(String policy, String rule, BigDecimal value, boolean higher, BigDecimal farthest) {
        assertThat(rules.of(policy, rule, DAY).farthest(value, higher).orElseThrow()).isEqualByComparingTo(farthest);
    }

    /** A new knock-out rule has to be judged: may it be excepted or never? */
    @Test
    void everyKnockOutRuleIsNamed() {
        PolicyTable knockOut = StandingPolicies.unlogged().table(StandingPolicies.unlogged().inForce("knock-out", DAY));
        Set<String> unnamed = new TreeSet<>();
        knockOut.rows().stream().map(row -> row.text("reasonCode")).filter(code -> rules.of("knock-out", code, DAY).reasonCode()
                .equals(ExceptableRule.UNKNOWN_RULE)).forEach(unnamed::add);
        assertThat(unnamed).isEmpty();
    }

    @Test
    void everyPaperOfTheChecklistIsNamed() {
        PolicyTable checklist = StandingPolicies.unlogged().table(StandingPolicies.unlogged().inForce("document-checklist", DAY));
        Set<String> unnamed = new TreeSet<>();
        checklist.rows().stream().map(row -> row.text("documentKind")).filter(kind -> rules.of("document-checklist", kind, DAY).reasonCode()
                .equals(ExceptableRule.UNKNOWN_RULE)).forEach(unnamed::add);
        assertThat(unnamed).isEmpty();
    }
}
