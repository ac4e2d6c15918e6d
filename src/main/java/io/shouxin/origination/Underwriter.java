package io.shouxin.origination;

import io.shouxin.customer.Connections;
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
import io.shouxin.policy.PolicyBook;
import io.shouxin.rating.GradeTerms;
import io.shouxin.rating.IndustryPolicy;
import io.shouxin.rating.PersonalFinances;
import io.shouxin.rating.RatingBasis;
import io.shouxin.rating.RatingView;
import io.shouxin.rating.StatementSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers the facts, asks the policies and writes the content of a proposal; changes nothing. */
@Component
class Underwriter {

    private final FinancialStatements statements;
    private final InvoiceRegister invoices;
    private final CreditReports reports;
    private final Connections connections;
    private final LenderPosition position;
    private final PolicyBook policies;
    private final OtherGrants others;
    private final ExceptedRules excepted;
    private final BusinessClock clock;

    Underwriter(FinancialStatements statements, InvoiceRegister invoices, CreditReports reports, Connections connections, LenderPosition position,
                PolicyBook policies, OtherGrants others, ExceptedRules excepted, BusinessClock clock) {
        this.statements = statements;
        this.invoices = invoices;
        this.reports = reports;
        this.connections = connections;
        this.position = position;
        this.policies = policies;
        this.others = others;
        this.excepted = excepted;
        this.clock = clock;
    }

    /**
     * @param headroom    the customer's headroom as it stands, this application's own reservation included
     * @param ownReserved amount of that reservation; zero without one
     */
    ProposalContent propose(CreditApplication application, CustomerView customer, RatingView rating, HeadroomView headroom,
                            Money ownReserved, PersonId actor) {
        CasePolicies asked = new CasePolicies(policies, application.policyAsOf(), application.id());
        PermittedTerms permitted = new PermittedTerms(excepted.of(application.id()));
        LimitParameters parameters = permitted.parameters(LimitParameters.of(asked.of(LimitParameters.POLICY,
                Map.of("customerKind", customer.kind().name(), "smallFirm", smallFirm(rating))).only()));
        Optional<Concentration> concentration = parameters.capitalFactsMonths().filter(months -> asked.know(ConcentrationLimit.POLICY))
                .map(months -> position.of(customer, headroom, ownReserved, months));
        UnderwritingFacts facts = facts(application, customer, rating, headroom, ownReserved, asked, parameters, concentration, permitted);
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
        SortedMap<String, String> versions = asked.versions();
        if (!duplicates.isEmpty()) {
            versions.put(OtherGrants.POLICY, others.version(application));
        }
        String grade = rating.grade().name();
        CovenantDraft draft = covenants(application, asked, proposal.facilities(), grade, rating.basis());
        List<String> obstacles = Stream.of(Obstacles.of(facts, proposal, rating.evidence(), duplicates), Obstacles.of(connections.standing(customer.id())),
                Obstacles.of(permitted), Obstacles.of(draft)).flatMap(List::stream).toList();
        Stream<PersonId> people = Stream.of(application.madeBy().stream(), permitted.exceptions().stream().flatMap(exception -> exception.madeBy().stream()),
                Stream.of(actor)).flatMap(each -> each).filter(person -> !person.value().equals("system"));
        return new ProposalContent(application.id(), application.customerId(), application.entity(), proposal.outcome(), proposal.amount(),
                application.requested(), exposure, proposal.binding(), proposal.constraints(),
                facts.security().map(SecurityCover::lines).orElse(List.of()), concentration.orElse(null), proposal.facilities(),
                proposal.rate().orElse(null), facts.grade().paymentTermDays(), facts.grade().reviewCycleMonths(), rating.grade().name(),
                rating.id(), ConditionsPrecedent.of(proposal.facilities(), facts.grade(), customer.kind()), reasons,
                obstacles, duplicates, draft.covenants(), versions, people.distinct().sorted(Comparator.comparing(PersonId::value)).toList(), permitted.exceptions(),
                draft.amended());
    }

    /** No covenants at all, null, in a case of the days before the bank had a library of them. */
    private CovenantDraft covenants(CreditApplication application, CasePolicies asked, List<ProposedFacility> facilities, String grade, RatingBasis basis) {
        if (!asked.know(CovenantLibrary.POLICY)) {
            return new CovenantDraft(null, List.of());
        }
        List<Covenant> suggested = CovenantLibrary.of(facilities,
                product -> asked.unlogged(CovenantLibrary.POLICY, CovenantLibrary.question(product, grade, basis)).rows());
        List<CovenantAmendment> amendments = AssessmentRecord.of(application).map(AssessmentRecord::covenants).orElse(List.of());
        if (amendments.isEmpty() || facilities.stream().noneMatch(facility -> facility.amount().isPositive())) {
            return new CovenantDraft(suggested, List.of());
        }
        List<Covenant> others = CovenantLibrary.others(policies, application.policyAsOf(), grade, basis, CovenantLibrary.positions(facilities), suggested);
        if (asked.know(CovenantLatitude.POLICY)) {
            asked.tookPart(CovenantLatitude.POLICY, policies.inForce(CovenantLatitude.POLICY, application.policyAsOf()).version());
        }
        return CovenantDraft.of(suggested, others, amendments, code -> CovenantLatitude.of(policies, application.policyAsOf(), code));
    }

    private UnderwritingFacts facts(CreditApplication application, CustomerView customer, RatingView rating, HeadroomView headroom,
                                    Money ownReserved, CasePolicies asked, LimitParameters parameters, Optional<Concentration> concentration,
                                    PermittedTerms permitted) {
        ApplicationForm form = ApplicationViews.form(application).orElseThrow();
        Optional<IndustryPolicy> industry = rating.evidence().industry();
        industry.ifPresent(policy -> asked.tookPart(IndustryPolicy.POLICY, policy.version()));
        GradeTerms grade = GradeTerms.of(asked.of(GradeTerms.POLICY, Map.of("grade", rating.grade().name())).only(), industry);
        Map<String, ProductTerms> terms = new LinkedHashMap<>();
        Map<String, Rate> rates = new LinkedHashMap<>();
        Map<Integer, ProductTerms> facilityTerms = new LinkedHashMap<>();
        for (RequestedFacility facility : form.facilities()) {
            ProductTerms asOffered = ProductTerms.of(policies, application.policyAsOf(), facility.product(), facility.kind()).orElseThrow();
            facilityTerms.put(facilityTerms.size() + 1, permitted.terms(asOffered, industry, facilityTerms.size() + 1));
            ProductTerms offered = terms.computeIfAbsent(facility.product(), product -> within(industry, asOffered));
            asked.tookPart(ProductTerms.POLICY, offered.policyVersion());
            rates.computeIfAbsent(facility.product(), product -> LimitProposal.rate(
                    asked.of("lending-rate", Map.of("baseRate", offered.baseRate())).only().number("annualRate"), grade.rateMarkupBp()));
        }
        Money customerExposure = headroom.levels().stream().filter(level -> level.account().level() == LimitLevel.CUSTOMER)
                .map(level -> level.reserved().plus(level.committed())).findFirst().orElse(Money.zero(Money.CNY));
        Optional<AssessmentRecord> assessed = AssessmentRecord.of(application);
        Optional<PersonalFinances> finances = customer.kind() == CustomerKind.INDIVIDUAL
                ? assessed.flatMap(found -> found.assessment() == null ? Optional.empty() : found.assessment().personalFinances())
                : Optional.empty();
        boolean onStatements = rating.basis() == RatingBasis.STATEMENTS;
        Optional<InvoiceProfile> profile = smallFirm(rating) ? Optional.of(invoices.profile(customer.id(), clock.today())) : Optional.empty();
        List<StatementView> years = onStatements ? StatementSeries.of(statements.of(customer.id()), clock.today()).statements() : List.of();
        Optional<IndustryGrowth> growth = onStatements && parameters.growthRule().isPresent() ? industryGrowth(customer, asked) : Optional.empty();
        return new UnderwritingFacts(rating.basis(), grade, parameters, form, years, profile, finances,
                reports.latest(customer.id()).map(CreditReport::outstandingDebt), terms, rates, customerExposure.minus(ownReserved),
                headroom.groupFree().map(free -> free.plus(ownReserved)), growth,
                cover(form, assessed.map(AssessmentRecord::security).orElse(List.of()), rating, asked, permitted),
                concentration.map(held -> held.lines(asked, permitted)).orElse(List.of()), permitted, facilityTerms);
    }

    private Optional<SecurityCover> cover(ApplicationForm form, List<SecurityValuation> valuations, RatingView rating, CasePolicies asked,
                                          PermittedTerms permitted) {
        if (!asked.know(SecurityCover.REQUIREMENTS) || !asked.know(AdvanceRate.POLICY)) {
            return Optional.empty();
        }
        Map<SecurityKind, AdvanceRate> rates = new EnumMap<>(SecurityKind.class);
        return Optional.of(new SecurityCover(
                SecurityCover.judged(form, valuations, kind -> rates.computeIfAbsent(kind, missing -> SecurityCover.rate(asked, missing)), clock.today()),
                permitted.coverage(SecurityCover.required(asked, form, rating.grade().name(), smallFirm(rating)))));
    }

    /** By division, else by section, else over all industries, whichever the table has a figure for. */
    private static Optional<IndustryGrowth> industryGrowth(CustomerView customer, CasePolicies asked) {
        return Stream.of(customer.industryCode(), customer.industrySection(), IndustryGrowth.ALL).filter(Objects::nonNull)
                .flatMap(industry -> asked.unlogged(IndustryGrowth.POLICY, Map.of("industry", industry)).rows().stream()
                        .filter(row -> row.text("ratio").equals(IndustryGrowth.RATIO))
                        .map(row -> new IndustryGrowth(row.number("median"), industry, row.whole("year")))).findFirst();
    }

    private static boolean smallFirm(RatingView rating) {
        return rating.basis() == RatingBasis.INVOICES;
    }

    private static ProductTerms within(Optional<IndustryPolicy> industry, ProductTerms offered) {
        return industry.map(policy -> offered.atMost(policy.maxTenorMonths())).orElse(offered);
    }
}
