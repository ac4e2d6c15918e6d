package io.shouxin.origination;

import io.shouxin.customer.CreditReport;
import io.shouxin.customer.CreditReports;
import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.FinancialStatements;
import io.shouxin.customer.InvoiceProfile;
import io.shouxin.customer.InvoiceRegister;
import io.shouxin.customer.StatementView;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Rate;
import io.shouxin.limit.HeadroomView;
import io.shouxin.limit.LimitLevel;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import io.shouxin.rating.GradeTerms;
import io.shouxin.rating.IndustryPolicy;
import io.shouxin.rating.PersonalFinances;
import io.shouxin.rating.RatingBasis;
import io.shouxin.rating.RatingView;
import io.shouxin.rating.StatementSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers the facts, asks the policies and writes the content of a proposal; changes nothing. */
@Component
class Underwriter {

    private final FinancialStatements statements;
    private final InvoiceRegister invoices;
    private final CreditReports reports;
    private final PolicyBook policies;
    private final OtherGrants others;
    private final BusinessClock clock;

    Underwriter(FinancialStatements statements, InvoiceRegister invoices, CreditReports reports, PolicyBook policies, OtherGrants others,
                BusinessClock clock) {
        this.statements = statements;
        this.invoices = invoices;
        this.reports = reports;
        this.policies = policies;
        this.others = others;
        this.clock = clock;
    }

    /**
     * @param headroom    the customer's headroom as it stands, this application's own reservation included
     * @param ownReserved amount of that reservation; zero without one
     */
    ProposalContent propose(CreditApplication application, CustomerView customer, RatingView rating, HeadroomView headroom,
                            Money ownReserved, PersonId actor) {
        SortedMap<String, String> versions = new TreeMap<>();
        UnderwritingFacts facts = facts(application, customer, rating, headroom, ownReserved, versions);
        LimitProposal proposal = LimitProposal.of(facts);
        List<String> reasons = new ArrayList<>(proposal.reasonCodes());
        rating.evidence().industry().filter(IndustryPolicy::tightens).map(IndustryPolicy::reasonCode).ifPresent(reasons::add);
        if (!headroom.openForNew()) {
            proposal = new LimitProposal(ProposalOutcome.NO_LIMIT, Money.zero(Money.CNY), "", proposal.constraints(), List.of(),
                    List.of("LIMIT_SUSPENDED"));
            reasons = new ArrayList<>(proposal.reasonCodes());
        }
        Money exposure = headroom.totalExposure().orElse(Money.zero(Money.CNY)).minus(ownReserved).plus(proposal.amount());
        List<OtherGrant> duplicates = others.found(application);
        if (!duplicates.isEmpty()) {
            versions.put(OtherGrants.POLICY, others.version(application));
        }
        Stream<PersonId> people = Stream.concat(application.madeBy().stream(), Stream.of(actor)).filter(person -> !person.value().equals("system"));
        return new ProposalContent(application.id(), application.customerId(), application.entity(), proposal.outcome(), proposal.amount(),
                application.requested(), exposure, proposal.binding(), proposal.constraints(), proposal.facilities(),
                proposal.rate().orElse(null), facts.grade().paymentTermDays(), facts.grade().reviewCycleMonths(), rating.grade().name(),
                rating.id(), ConditionsPrecedent.of(proposal.facilities(), facts.grade(), customer.kind()), reasons,
                Obstacles.of(facts, proposal, rating.evidence(), duplicates), duplicates, versions, people.distinct().sorted(Comparator.comparing(PersonId::value)).toList());
    }

    private UnderwritingFacts facts(CreditApplication application, CustomerView customer, RatingView rating, HeadroomView headroom,
                                    Money ownReserved, SortedMap<String, String> versions) {
        ApplicationForm form = ApplicationViews.form(application).orElseThrow();
        Optional<IndustryPolicy> industry = rating.evidence().industry();
        industry.ifPresent(policy -> versions.put(IndustryPolicy.POLICY, policy.version()));
        GradeTerms grade = GradeTerms.of(decide(application, GradeTerms.POLICY, Map.of("grade", rating.grade().name()), versions), industry);
        boolean smallFirm = rating.basis() == RatingBasis.INVOICES;
        LimitParameters parameters = LimitParameters.of(decide(application, LimitParameters.POLICY,
                Map.of("customerKind", customer.kind().name(), "smallFirm", smallFirm), versions));
        Map<String, ProductTerms> terms = new LinkedHashMap<>();
        Map<String, Rate> rates = new LinkedHashMap<>();
        for (RequestedFacility facility : form.facilities()) {
            ProductTerms offered = terms.computeIfAbsent(facility.product(), product ->
                    within(industry, ProductTerms.of(policies, application.policyAsOf(), product, facility.kind()).orElseThrow()));
            versions.put(ProductTerms.POLICY, offered.policyVersion());
            rates.computeIfAbsent(facility.product(), product -> LimitProposal.rate(
                    decide(application, "lending-rate", Map.of("baseRate", offered.baseRate()), versions).number("annualRate"), grade.rateMarkupBp()));
        }
        Money customerExposure = headroom.levels().stream().filter(level -> level.account().level() == LimitLevel.CUSTOMER)
                .map(level -> level.reserved().plus(level.committed())).findFirst().orElse(Money.zero(Money.CNY));
        Optional<PersonalFinances> finances = customer.kind() == CustomerKind.INDIVIDUAL
                ? application.assessment().map(json -> StoredJson.read(json, AssessmentRecord.class))
                        .flatMap(assessed -> assessed.assessment() == null ? Optional.empty() : assessed.assessment().personalFinances())
                : Optional.empty();
        Optional<InvoiceProfile> profile = smallFirm ? Optional.of(invoices.profile(customer.id(), clock.today())) : Optional.empty();
        List<StatementView> years = rating.basis() == RatingBasis.STATEMENTS
                ? StatementSeries.of(statements.of(customer.id()), clock.today()).statements() : List.of();
        return new UnderwritingFacts(rating.basis(), grade, parameters, form, years, profile, finances,
                reports.latest(customer.id()).map(CreditReport::outstandingDebt), terms, rates, customerExposure.minus(ownReserved),
                headroom.groupFree().map(free -> free.plus(ownReserved)));
    }

    private static ProductTerms within(Optional<IndustryPolicy> industry, ProductTerms offered) {
        return industry.map(policy -> offered.atMost(policy.maxTenorMonths())).orElse(offered);
    }

    private MatchedRow decide(CreditApplication application, String key, Map<String, ?> inputs, SortedMap<String, String> versions) {
        PolicyDecision decision = policies.decide(key, application.policyAsOf(), inputs, application.id().value());
        versions.put(key, decision.version());
        return decision.only();
    }
}
