package io.shouxin.origination;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Rate;
import io.shouxin.kernel.RatingId;
import java.util.List;
import java.util.SortedMap;

/**
 * Exactly what is frozen and fingerprinted of a proposal; the same facts give the same content, whenever it is worked out.
 *
 * @param security      every security and how it counted; none in proposals of policies that knew no cover
 * @param concentration what the lines of concentration followed from; {@code null} likewise
 * @param covenants    what the customer is to undertake; {@code null} in proposals of the days when covenants were no part of one
 * @param amendments   what the analyst amended of the covenants suggested; left out of the text where nothing
 * @param exceptions    rules set aside by policy exceptions; left out of the text where there is none
 * @param duplicates    what other entities granted to the same customer or group when it was frozen
 */
record ProposalContent(ApplicationId applicationId, CustomerId customerId, EntityCode entity, ProposalOutcome outcome, Money amount, Money requested,
                       Money exposureAfter, String bindingConstraint, List<ConstraintLine> constraints,
                       List<SecurityLine> security, Concentration concentration, List<ProposedFacility> facilities, Rate rate, int paymentTermDays, int reviewCycleMonths, String grade,
                       RatingId ratingId, List<String> conditions, List<String> reasonCodes, List<String> obstacles,
                       List<OtherGrant> duplicates, List<Covenant> covenants, SortedMap<String, String> policyVersions, List<PersonId> madeBy,
                       @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ExceptedRule> exceptions,
                       @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AmendedCovenant> amendments) {

    ProposalContent {
        // Proposals of the days when only the head office granted name neither.
        entity = entity == null ? EntityCode.HEAD_OFFICE : entity;
        duplicates = duplicates == null ? List.of() : List.copyOf(duplicates);
        exceptions = exceptions == null ? List.of() : List.copyOf(exceptions);
        amendments = amendments == null ? List.of() : List.copyOf(amendments);
        security = security == null ? List.of() : List.copyOf(security);
    }

    /** Under all the rules. */
    ProposalContent(ApplicationId applicationId, CustomerId customerId, EntityCode entity, ProposalOutcome outcome, Money amount, Money requested,
                    Money exposureAfter, String bindingConstraint, List<ConstraintLine> constraints,
                    List<SecurityLine> security, Concentration concentration, List<ProposedFacility> facilities, Rate rate, int paymentTermDays,
                    int reviewCycleMonths, String grade, RatingId ratingId, List<String> conditions, List<String> reasonCodes, List<String> obstacles,
                    List<OtherGrant> duplicates, List<Covenant> covenants, SortedMap<String, String> policyVersions, List<PersonId> madeBy) {
        this(applicationId, customerId, entity, outcome, amount, requested, exposureAfter, bindingConstraint, constraints, security, concentration,
                facilities, rate, paymentTermDays, reviewCycleMonths, grade, ratingId, conditions, reasonCodes, obstacles, duplicates, covenants, policyVersions,
                madeBy, List.of(), List.of());
    }
}
