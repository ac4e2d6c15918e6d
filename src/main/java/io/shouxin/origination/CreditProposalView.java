package io.shouxin.origination;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.ProposalId;
import io.shouxin.kernel.Rate;
import io.shouxin.kernel.RatingId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A credit proposal (授信方案) as frozen: what was shown to the approvers is this and nothing else.
 *
 * @param entity                  granting entity that would grant
 * @param version                 counts the proposals of one application, from 1
 * @param amount                  proposed limit; zero unless a limit is proposed
 * @param requested               sum of what the customer asks for
 * @param exposureAfter           {@code null} for a reader who may not see what other entities grant; else total exposure of the connected group (or the customer) with this limit on top
 * @param bindingConstraint       code of the constraint that decided; empty without a limit
 * @param security                every security offered or asked for, and how it counted
 * @param lever                   what would raise the limit; {@code null} when nothing of the customer's does
 * @param rate                    yearly rate; {@code null} without a limit
 * @param covenants               what the customer is to undertake; {@code null} in proposals of the days when covenants were no part of one
 * @param amendments             what the analyst amended of the covenants the library suggests
 * @param reasonCodes             why there is no limit, or what weighs on it
 * @param straightThroughEligible small, well graded, complete: needs no human decision
 * @param obstacles               codes of what speaks against going straight through; empty when eligible
 * @param policyVersions          policy key to version, all that took part
 * @param sha256                  lower-case hex over the canonical JSON of the proposal's content
 * @param madeBy                  the people who may not decide on it: applicant, opener, analyst, proposer
 * @param exceptions              rules set aside by policy exceptions, asked for or approved
 * @param current                 not superseded by a later version
 */
public record CreditProposalView(ProposalId proposalId, ApplicationId applicationId, CustomerId customerId, EntityCode entity, int version,
                                 ProposalOutcome outcome, Money amount, Money requested, Money exposureAfter,
                                 String bindingConstraint, List<ConstraintLine> constraints, List<SecurityLine> security,
                                 LimitLever lever, List<ProposedFacility> facilities,
                                 Rate rate, int paymentTermDays, int reviewCycleMonths, String grade, RatingId ratingId,
                                 List<String> conditions, List<Covenant> covenants, List<AmendedCovenant> amendments, List<String> reasonCodes, boolean straightThroughEligible,
                                 List<String> obstacles, Map<String, String> policyVersions, String sha256,
                                 Set<PersonId> madeBy, List<ExceptedRule> exceptions, Instant createdAt, boolean current) {

    /** Without the figures that would tell what other entities grant. */
    public CreditProposalView withoutOthers() {
        return new CreditProposalView(proposalId, applicationId, customerId, entity, version, outcome, amount, requested, null, bindingConstraint,
                constraints.stream().map(ConstraintLine::withoutOthers).toList(), security, null, facilities, rate, paymentTermDays, reviewCycleMonths, grade,
                ratingId, conditions, covenants, amendments, reasonCodes, straightThroughEligible, obstacles, policyVersions, sha256, madeBy, exceptions, createdAt, current);
    }
}
