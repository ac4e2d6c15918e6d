package io.shouxin.origination;

import io.shouxin.customer.ConnectionStanding;
import io.shouxin.customer.StatementStatus;
import io.shouxin.origination.ConstraintLine.State;
import io.shouxin.rating.AltmanZ;
import io.shouxin.rating.RatingEvidence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What speaks against a decision without a person; amount and grade are judged again by the authority table. */
final class Obstacles {

    /** With less of its facts verified than this, a rating is for a person to look at. */
    private static final BigDecimal LEAST_CONFIDENCE = new BigDecimal("0.4");

    private Obstacles() {
    }

    /** Codes, messages {@code obstacle.CODE}; empty when the case may go straight through. */
    static List<String> of(UnderwritingFacts facts, LimitProposal proposal, RatingEvidence evidence, List<OtherGrant> duplicates) {
        List<String> obstacles = new ArrayList<>();
        if (proposal.outcome() != ProposalOutcome.LIMIT_PROPOSED) {
            obstacles.add("NO_LIMIT_PROPOSED");
        }
        if (proposal.constraints().stream().anyMatch(line -> line.state() == State.MISSING)) {
            obstacles.add("FACTS_MISSING");
        }
        if (facts.statements().stream().limit(2).anyMatch(statement -> statement.status() == StatementStatus.EXPLAINED)) {
            obstacles.add("STATEMENT_UNBALANCED");
        }
        if (!facts.grade().lowRisk()) {
            obstacles.add("GRADE_NOT_LOW_RISK");
        }
        if (evidence.altmanZ().filter(z -> z.zone() == AltmanZ.Zone.DISTRESS).isPresent()) {
            obstacles.add("Z_SCORE_DISTRESS");
        }
        if (evidence.confidence().filter(confidence -> confidence.compareTo(LEAST_CONFIDENCE) < 0).isPresent()) {
            obstacles.add("CONFIDENCE_LOW");
        }
        if (!duplicates.isEmpty()) {
            obstacles.add("DUPLICATE_GRANTING");
        }
        return List.copyOf(obstacles);
    }

    /** Rules set aside are for a person to judge, however small the case. */
    static List<String> of(PermittedTerms permitted) {
        return permitted.exceptions().isEmpty() ? List.of() : List.of("POLICY_EXCEPTION");
    }

    /** So is a covenant the customer is to be spared, and one the analyst wanted and did not get. */
    static List<String> of(CovenantDraft draft) {
        return draft.amended().stream().anyMatch(AmendedCovenant::eases) ? List.of("COVENANTS_EASED") : List.of();
    }

    /** The same of those the customer is connected with: nobody has said yet whether they are one risk, or they secure each other in a round. */
    static List<String> of(ConnectionStanding connections) {
        List<String> obstacles = new ArrayList<>();
        if (!connections.unconfirmed().isEmpty()) {
            obstacles.add("CONNECTION_UNCONFIRMED");
        }
        if (connections.guaranteeCircle()) {
            obstacles.add("GUARANTEE_CIRCLE");
        }
        return List.copyOf(obstacles);
    }
}
