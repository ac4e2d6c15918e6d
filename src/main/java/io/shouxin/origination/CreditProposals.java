package io.shouxin.origination;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** The frozen proposals. */
interface CreditProposals extends JpaRepository<CreditProposal, String> {

    Optional<CreditProposal> findFirstByApplicationIdOrderByProposalNoDesc(String applicationId);

    List<CreditProposal> findByApplicationIdIn(Collection<String> applications);

    List<CreditProposal> findByApplicationIdOrderByProposalNoDesc(String applicationId);
}
