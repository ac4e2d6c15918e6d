package io.shouxin.origination;

import io.shouxin.customer.InvoiceProfile;
import io.shouxin.customer.StatementView;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Rate;
import io.shouxin.rating.GradeTerms;
import io.shouxin.rating.PersonalFinances;
import io.shouxin.rating.RatingBasis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that is known when a limit is worked out. What is empty is not known and is not guessed.
 *
 * @param statements     annual statements, newest first, year after year; only with {@link RatingBasis#STATEMENTS}
 * @param invoices       only with {@link RatingBasis#INVOICES}
 * @param finances       only with {@link RatingBasis#INDIVIDUAL}
 * @param reportedDebt   outstanding debt by the credit report
 * @param terms          product terms by product code, for all products asked for
 * @param rates          yearly rate by product code
 * @param otherExposure  the customer's reserved and committed limits without this application's own reservation
 * @param groupFree      what the group has left without that reservation; empty without a group ceiling
 * @param industryGrowth empty unless the policy measures expected growth against it
 * @param security       empty when the policies of the case know no cover by security
 * @param concentration  lines of concentration and own funds; none when the policies of the case know none
 * @param permitted      what policy exceptions permit
 * @param facilityTerms  product terms by the facility's position from 1, with what is permitted; those of {@code terms} where it has none
 */
record UnderwritingFacts(RatingBasis basis, GradeTerms grade, LimitParameters parameters, ApplicationForm form,
                         List<StatementView> statements, Optional<InvoiceProfile> invoices, Optional<PersonalFinances> finances,
                         Optional<Money> reportedDebt, Map<String, ProductTerms> terms, Map<String, Rate> rates,
                         Money otherExposure, Optional<Money> groupFree, Optional<IndustryGrowth> industryGrowth,
                         Optional<SecurityCover> security, List<ConstraintLine> concentration,
                         PermittedTerms permitted, Map<Integer, ProductTerms> facilityTerms) {

    static final String WORKING_CAPITAL_LOAN = "WORKING_CAPITAL_LOAN";

    /** Under all the rules. */
    UnderwritingFacts(RatingBasis basis, GradeTerms grade, LimitParameters parameters, ApplicationForm form,
                      List<StatementView> statements, Optional<InvoiceProfile> invoices, Optional<PersonalFinances> finances,
                      Optional<Money> reportedDebt, Map<String, ProductTerms> terms, Map<String, Rate> rates,
                      Money otherExposure, Optional<Money> groupFree, Optional<IndustryGrowth> industryGrowth,
                      Optional<SecurityCover> security, List<ConstraintLine> concentration) {
        this(basis, grade, parameters, form, statements, invoices, finances, reportedDebt, terms, rates, otherExposure, groupFree, industryGrowth,
                security, concentration, PermittedTerms.NOTHING, Map.of());
    }

    /** Terms of the facility at that position. */
    ProductTerms terms(int facility) {
        ProductTerms own = facilityTerms.get(facility);
        return own == null ? terms.get(form.facilities().get(facility - 1).product()) : own;
    }

    /** Months the facility at that position may run. */
    int tenorMonths(int facility) {
        RequestedFacility asked = form.facilities().get(facility - 1);
        return Math.min(permitted.longerTenor(asked.product(), facility).orElse(asked.tenorMonths()), terms(facility).maxTenorMonths());
    }

    Rate rate(int facility) {
        return permitted.rate(rates.get(form.facilities().get(facility - 1).product()), grade, facility);
    }

    /** What secures a facility: what was offered, and what was asked for besides. @param facility position from 1 */
    List<SecurityOffer> security(int facility) {
        List<SecurityOffer> offered = form.facilities().get(facility - 1).security();
        return security.map(cover -> Stream.concat(offered.stream(), cover.further(facility).stream()).toList()).orElse(offered);
    }

    Money requested() {
        return ApplicationCheck.total(form);
    }

    /** Sum asked for under the regulator's rules on working-capital loans. */
    Money requestedWorkingCapital() {
        return Money.cny(form.facilities().stream().filter(facility -> facility.product().equals(WORKING_CAPITAL_LOAN))
                .map(RequestedFacility::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** The highest rate among the products asked for: ability to repay is tested against it. */
    BigDecimal testRate() {
        return rates.values().stream().map(Rate::fraction).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
    }

    /** Years over which debt is tested to be repayable: the policy's, or longer when a longer tenor is asked for. */
    BigDecimal repaymentYears() {
        BigDecimal longest = IntStream.rangeClosed(1, form.facilities().size()).map(facility -> Math.max(tenorMonths(facility),
                        form.facilities().get(facility - 1).tenorMonths())).boxed().max(Integer::compare).map(BigDecimal::valueOf)
                .orElse(BigDecimal.ZERO).divide(BigDecimal.valueOf(12), 2, RoundingMode.DOWN);
        return parameters.repaymentYears().max(longest);
    }
}
