package io.shouxin.rating;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.FinancialStatements;
import io.shouxin.kernel.CustomerId;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Works formulas out on a customer's verified statements (公式取数): final ones, and those an officer explained; drafts never. */
@Service
public class StatementFigures {

    private final CustomerRegister customers;
    private final FinancialStatements statements;
    private final RatingPolicies policies;

    StatementFigures(CustomerRegister customers, FinancialStatements statements, RatingPolicies policies) {
        this.customers = customers;
        this.statements = statements;
        this.policies = policies;
    }

    /**
     * The formula on the twelve months up to the end of a period, as the statements stand now.
     *
     * @param asOf day whose definitions count
     * @throws IllegalArgumentException when the formula is neither a ratio nor an expression over lines
     */
    @Transactional(readOnly = true)
    public FormulaFigure of(CustomerId customer, LocalDate periodEnd, String formula, LocalDate asOf) {
        RatioDefinitions definitions = policies.definitions(customers.find(customer).orElseThrow(), asOf);
        return StatementFormula.parse(formula, StatementFormula.ratios(definitions)).of(TrailingYear.of(statements.of(customer), periodEnd), definitions);
    }
}
