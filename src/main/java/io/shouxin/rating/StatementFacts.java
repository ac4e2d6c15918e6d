package io.shouxin.rating;

import static io.shouxin.customer.StatementItem.ACCOUNTS_RECEIVABLE;
import static io.shouxin.customer.StatementItem.COST_OF_SALES;
import static io.shouxin.customer.StatementItem.INVENTORY;
import static io.shouxin.customer.StatementItem.NET_OPERATING_CASH_FLOW;
import static io.shouxin.customer.StatementItem.NET_PROFIT;
import static io.shouxin.customer.StatementItem.REVENUE;
import static io.shouxin.customer.StatementItem.TOTAL_ASSETS;
import static io.shouxin.customer.StatementItem.TOTAL_CURRENT_ASSETS;
import static io.shouxin.customer.StatementItem.TOTAL_CURRENT_LIABILITIES;
import static io.shouxin.customer.StatementItem.TOTAL_EQUITY;
import static io.shouxin.customer.StatementItem.TOTAL_LIABILITIES;
import static io.shouxin.customer.StatementItem.TOTAL_PROFIT;

import io.shouxin.customer.EnterpriseSize;
import io.shouxin.customer.InvoiceProfile;
import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementStatus;
import io.shouxin.customer.StatementView;
import io.shouxin.identity.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An enterprise and its annual statements. */
final class StatementFacts extends Facts {

    /** Years a rating needs at least: one to judge and one to compare with. */
    static final int FEWEST_YEARS = 2;

    private static final List<StatementItem> ASKED_OF_NEWEST_YEAR = List.of(TOTAL_CURRENT_ASSETS, ACCOUNTS_RECEIVABLE, INVENTORY,
            TOTAL_ASSETS, TOTAL_CURRENT_LIABILITIES, TOTAL_LIABILITIES, TOTAL_EQUITY, REVENUE, COST_OF_SALES, TOTAL_PROFIT,
            NET_PROFIT, NET_OPERATING_CASH_FLOW);
    private static final List<StatementItem> ASKED_OF_YEAR_BEFORE = List.of(ACCOUNTS_RECEIVABLE, INVENTORY, TOTAL_ASSETS,
            TOTAL_LIABILITIES, TOTAL_EQUITY, REVENUE, NET_PROFIT);

    private final List<StatementView> onFile;
    private final StatementSeries series;
    private final Optional<InvoiceProfile> invoices;
    private final RatioDefinitions definitions;
    private final List<Ratio> ratios;
    private final Map<String, Optional<BigDecimal>> values;
    private Optional<AltmanZ> altmanZ;

    StatementFacts(CommonFacts common, List<StatementView> onFile, StatementSeries series) {
        this(common, onFile, series, Optional.empty());
    }

    /** @param invoices what the firm's invoices tell, where there are any: a fact beside the statements, not scored */
    StatementFacts(CommonFacts common, List<StatementView> onFile, StatementSeries series, Optional<InvoiceProfile> invoices) {
        super(common);
        this.invoices = invoices;
        this.onFile = onFile;
        this.series = series;
        this.definitions = policies.definitions(customer, asOf);
        this.ratios = policies.besidePeers(FinancialRatios.of(series, definitions), customer, asOf);
        this.values = ratios.stream().collect(Collectors.toMap(Ratio::code, Ratio::value));
    }

    @Override
    RatingBasis basis() {
        return RatingBasis.STATEMENTS;
    }

    @Override
    List<Ratio> ratios() {
        return ratios;
    }

    @Override
    Optional<AltmanZ> altmanZ() {
        if (altmanZ == null) {
            altmanZ = AltmanScore.of(series, definitions, value -> policies.zone(value, asOf));
        }
        return altmanZ;
    }

    @Override
    String scorecard() {
        return policies.industry(customer, asOf).orElseThrow().scorecard();
    }

    @Override
    Optional<FoundFact> found(String code) {
        return switch (code) {
            case "STATEMENTS" -> series.newest().map(this::statements);
            case "INVOICES" -> invoices.map(profile -> FoundFact.of(profile).validFor(age.invoiceMonths()));
            default -> super.found(code);
        };
    }

    private FoundFact statements(StatementView newest) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("statementYears", String.valueOf(series.years()));
        details.put("statementBasis", newest.basis().name());
        return new FoundFact(newest.basis().name(), details, newest.basis().name(), newest.periodEnd(), null,
                newest.basis() == StatementBasis.AUDITED, age.statementMonths());
    }

    @Override
    List<MissingFact> ownMissing() {
        List<MissingFact> missing = new ArrayList<>();
        if (series.years() < FEWEST_YEARS) {
            askForStatements(missing);
        } else {
            askForItems(missing);
        }
        if (customer.establishedOn() == null) {
            missing.add(MissingFact.of("ESTABLISHED_ON", Role.RELATIONSHIP_MANAGER));
        }
        askForFirmJudgements(missing);
        return missing;
    }

    private void askForStatements(List<MissingFact> missing) {
        EnterpriseSize size = customer.size();
        missing.add(MissingFact.of(size != null && size.isSmallOrMicro() ? "STATEMENTS_OR_INVOICES" : "STATEMENTS", Role.APPLICANT));
        if (size == null) {
            missing.add(MissingFact.of("ENTERPRISE_SIZE", Role.RELATIONSHIP_MANAGER));
        }
        for (StatementView statement : onFile) {
            if (statement.annual() && statement.status() == StatementStatus.UNBALANCED) {
                missing.add(MissingFact.of("STATEMENT_UNBALANCED", Role.ANALYST).with("periodEnd", statement.periodEnd()));
            } else if (statement.annual() && statement.status() == StatementStatus.DRAFT) {
                missing.add(MissingFact.of("STATEMENT_DRAFT", Role.ANALYST).with("periodEnd", statement.periodEnd()));
            }
        }
    }

    private void askForItems(List<MissingFact> missing) {
        AnnualAccounts year = series.year(0).orElseThrow();
        if (age.statementIsStale(year.year().periodEnd(), today)) {
            missing.add(MissingFact.of("STATEMENTS_STALE", Role.APPLICANT)
                    .with("periodEnd", year.year().periodEnd()).with("months", age.statementMonths()));
        }
        askForItems(missing, year.year(), ASKED_OF_NEWEST_YEAR);
        if (year.interest().isEmpty()) {
            missing.add(missingItem(year.year(), StatementItem.INTEREST_EXPENSES));
        }
        askForItems(missing, year.yearBefore().orElseThrow(), ASKED_OF_YEAR_BEFORE);
        report.filter(r -> !r.guaranteesGiven().currency().getCurrencyCode().equals(year.year().currency()))
                .ifPresent(r -> missing.add(MissingFact.of("CREDIT_REPORT_CURRENCY", Role.ANALYST)
                        .with("currency", year.year().currency())));
    }

    private static void askForItems(List<MissingFact> missing, StatementView statement, List<StatementItem> asked) {
        for (StatementItem item : asked) {
            if (statement.amount(item).isEmpty()) {
                missing.add(missingItem(statement, item));
            }
        }
    }

    private static MissingFact missingItem(StatementView statement, StatementItem item) {
        return MissingFact.of("STATEMENT_ITEM", Role.ANALYST).with("periodEnd", statement.periodEnd())
                .with("item", item.zh()).with("itemEn", item.en()).with("itemCode", item.name());
    }

    @Override
    Map<String, Object> knockOutInputs() {
        Map<String, Object> inputs = super.knockOutInputs();
        if (series.years() >= FEWEST_YEARS) {
            long negative = series.statements().stream()
                    .takeWhile(year -> year.amount(TOTAL_EQUITY).filter(equity -> equity.signum() < 0).isPresent()).count();
            inputs.put("negativeEquityYears", BigDecimal.valueOf(negative));
        }
        inputs.put("assetLiabilityRatio", values.getOrDefault("assetLiabilityRatio", Optional.empty()).orElse(null));
        return inputs;
    }

    @Override
    KnockOutFact knockOutFact(String name, Object value) {
        boolean told = name.equals("negativeEquityYears") || name.equals("assetLiabilityRatio");
        return told && series.newest().isPresent() ? KnockOutFact.ofStatements(name, value, series.newest().get(),
                age.statementIsStale(series.newest().get().periodEnd(), today)) : super.knockOutFact(name, value);
    }

    @Override
    Map<String, Object> scorecardInputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        values.forEach((code, value) -> inputs.put(code, value.orElse(null)));
        inputs.put("zZone", altmanZ().orElseThrow().zone().name());
        StatementView newest = series.newest().orElseThrow();
        inputs.put("leverageChange", leverageChange());
        putCreditRecord(inputs);
        inputs.put("guaranteesToEquity", FinancialRatios.quotient(
                report.map(r -> r.guaranteesGiven().amount()), newest.amount(TOTAL_EQUITY), 6).orElse(null));
        inputs.put("yearsInBusiness", fullYears());
        inputs.put("statementBasis", newest.basis().name());
        putFirmJudgements(inputs);
        return inputs;
    }

    /** The asset-liability ratio less that of the year before; null when one of them is undefined. */
    private BigDecimal leverageChange() {
        return ratios.stream().filter(ratio -> ratio.code().equals("assetLiabilityRatio")).findFirst()
                .flatMap(ratio -> ratio.value().flatMap(now -> ratio.previous().map(now::subtract)))
                .orElse(null);
    }
}
