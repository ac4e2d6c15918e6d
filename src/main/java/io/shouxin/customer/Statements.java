package io.shouxin.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface Statements extends JpaRepository<FinancialStatement, Long> {

    Optional<FinancialStatement> findByCustomerIdAndPeriodEndAndMonthsAndBasis(String customerId, LocalDate periodEnd, int months,
                                                                               StatementBasis basis);

    List<FinancialStatement> findByCustomerIdOrderByPeriodEndDescMonthsDescBasisAsc(String customerId);
}
