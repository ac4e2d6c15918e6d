package io.shouxin.contract;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ContractPapers extends JpaRepository<ContractPaper, String> {

    /** In their order. */
    List<ContractPaper> findByAgreementIdOrderByLine(String agreementId);
}
