package io.shouxin.rating;

import static io.shouxin.rating.FinancialRatios.quotient;

import io.shouxin.customer.CreditReport;
import io.shouxin.identity.Role;
import io.shouxin.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A natural person. Age decides only whether he may borrow at all; it is no characteristic of the score. */
final class IndividualFacts extends Facts {

    IndividualFacts(CommonFacts common) {
        super(common);
    }

    @Override
    RatingBasis basis() {
        return RatingBasis.INDIVIDUAL;
    }

    @Override
    Optional<FoundFact> found(String code) {
        return code.equals("PERSONAL_FINANCES") ? assessment.personalFinances().map(this::finances) : super.found(code);
    }

    private FoundFact finances(PersonalFinances finances) {
        Optional<Assessment.Evidence> evidence = Optional.ofNullable(assessment.evidence().get("personalFinances"));
        Map<String, String> details = new LinkedHashMap<>();
        details.put("yearlyIncome", finances.yearlyIncome().amount().toPlainString());
        details.put("yearlyDebtService", finances.yearlyDebtService().amount().toPlainString());
        details.put("netAssets", finances.netAssets().amount().toPlainString());
        details.put("yearsInOccupation", String.valueOf(finances.yearsInOccupation()));
        return new FoundFact(details.get("yearlyIncome"), details, evidence.map(Assessment.Evidence::text).orElse(""),
                evidence.map(Assessment.Evidence::date).orElse(null), evidence.map(Assessment.Evidence::document).orElse(null),
                evidence.isPresent(), 0);
    }

    @Override
    List<MissingFact> ownMissing() {
        List<MissingFact> missing = new ArrayList<>();
        if (customer.establishedOn() == null) {
            missing.add(MissingFact.of("DATE_OF_BIRTH", Role.RELATIONSHIP_MANAGER));
        }
        if (assessment.personalFinances().isEmpty()) {
            missing.add(MissingFact.of("PERSONAL_FINANCES", Role.ANALYST));
        }
        report.filter(r -> !r.guaranteesGiven().currency().equals(Money.CNY) || !r.outstandingDebt().currency().equals(Money.CNY))
                .ifPresent(r -> missing.add(MissingFact.of("CREDIT_REPORT_CURRENCY", Role.ANALYST).with("currency", Money.CNY)));
        return missing;
    }

    @Override
    Map<String, Object> knockOutInputs() {
        Map<String, Object> inputs = super.knockOutInputs();
        inputs.put("ageYears", customer.establishedOn() == null ? null : fullYears());
        return inputs;
    }

    @Override
    KnockOutFact knockOutFact(String name, Object value) {
        return name.equals("ageYears") ? KnockOutFact.ofRegister(name, value) : super.knockOutFact(name, value);
    }

    @Override
    Map<String, Object> scorecardInputs() {
        PersonalFinances finances = assessment.personalFinances().orElseThrow();
        CreditReport onFile = report.orElseThrow();
        Money income = finances.yearlyIncome();
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("debtServiceRatio", toIncome(finances.yearlyDebtService(), income));
        inputs.put("yearlyIncome", income.amount());
        inputs.put("debtToIncome", toIncome(onFile.outstandingDebt(), income));
        inputs.put("netAssetsToIncome", toIncome(finances.netAssets(), income));
        inputs.put("guaranteesToIncome", toIncome(onFile.guaranteesGiven(), income));
        inputs.put("yearsInOccupation", BigDecimal.valueOf(finances.yearsInOccupation()));
        inputs.put("home", finances.home().name());
        putCreditRecord(inputs);
        inputs.put("maxDaysPastDue24m", BigDecimal.valueOf(onFile.maxDaysPastDue24m()));
        putCommonJudgements(inputs);
        return inputs;
    }

    private static BigDecimal toIncome(Money amount, Money income) {
        return quotient(Optional.of(amount.amount()), Optional.of(income.amount()), 6).orElse(null);
    }
}
