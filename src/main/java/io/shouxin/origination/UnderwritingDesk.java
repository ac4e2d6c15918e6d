package io.shouxin.origination;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.ProposalId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk that works out how much may be lent, proposes it and reserves it (额度测算与授信方案). */
@Service
@Transactional
public class UnderwritingDesk {

    static final String LEDGER_SOURCE = "origination";

    public Outcome<CreditProposalView> propose(ApplicationId application, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Optional<CreditProposalView> find(ProposalId proposal) {
        throw new UnsupportedOperationException();
    }

    public Optional<CreditProposalView> latest(ApplicationId application) {
        throw new UnsupportedOperationException();
    }

    public List<CreditProposalView> proposals(ApplicationId application) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ApprovedTerms> approvedTerms(ApplicationId application) {
        throw new UnsupportedOperationException();
    }
}
