package io.shouxin.rating;

import io.shouxin.customer.CreditReports;
import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.FactRegister;
import io.shouxin.customer.FinancialStatements;
import io.shouxin.customer.InvoiceProfile;
import io.shouxin.customer.InvoiceRegister;
import io.shouxin.customer.StatementView;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Collects the facts for a rating from the customer's files and settles what it rests on: statements of two years in a
 * row where there are any; else, for a small or micro firm, its invoices. A firm of unknown size counts as small when its
 * invoices show yearly sales below those of a medium-sized industrial firm (统计上大中小微型企业划分办法, 2017).
 */
@Component
class FactGathering {

    /** Yearly sales in yuan from which an industrial firm is medium-sized. */
    private static final BigDecimal MEDIUM_FIRM_SALES = new BigDecimal("20000000");

    private final CustomerRegister register;
    private final FinancialStatements statements;
    private final InvoiceRegister invoices;
    private final CreditReports reports;
    private final FactAge age;
    private final BusinessClock clock;
    private final FactRegister facts;
    private final RatingPolicies policies;

    FactGathering(CustomerRegister register, FinancialStatements statements, InvoiceRegister invoices, CreditReports reports,
            FactAge age, BusinessClock clock, FactRegister facts, RatingPolicies policies) {
        this.register = register;
        this.statements = statements;
        this.invoices = invoices;
        this.reports = reports;
        this.age = age;
        this.clock = clock;
        this.facts = facts;
        this.policies = policies;
    }

    /** Empty when the customer is not registered. */
    Optional<Facts> about(RateCustomer command) {
        return about(command.customer(), command.assessment(), command.asOf());
    }

    /**
     * @param assessment the analyst's findings; null when there are none yet
     * @param asOf       day whose policy versions apply
     */
    Optional<Facts> about(CustomerId customer, Assessment assessment, LocalDate asOf) {
        return register.find(customer).map(registered -> about(registered, assessment, asOf));
    }

    private Facts about(CustomerView customer, Assessment assessment, LocalDate asOf) {
        LocalDate today = clock.today();
        Facts.CommonFacts common = new Facts.CommonFacts(customer, reports.latest(customer.id()), assessment, today, age,
                asOf, policies, facts.current(customer.id()));
        if (customer.kind() == CustomerKind.INDIVIDUAL) {
            return new IndividualFacts(common);
        }
        List<StatementView> onFile = statements.of(customer.id());
        StatementSeries series = StatementSeries.of(onFile, today);
        InvoiceProfile profile = invoices.profile(customer.id(), today);
        if (series.years() < StatementFacts.FEWEST_YEARS && (customer.size() == null || customer.size().isSmallOrMicro())) {
            if (profile.present() && (customer.size() != null || profile.sales12m().compareTo(MEDIUM_FIRM_SALES) < 0)) {
                return new InvoiceFacts(common, profile);
            }
        }
        return new StatementFacts(common, onFile, series, profile.present() ? Optional.of(profile) : Optional.empty());
    }
}
