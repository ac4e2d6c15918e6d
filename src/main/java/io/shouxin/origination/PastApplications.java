package io.shouxin.origination;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.policy.PolicySet;
import io.shouxin.rating.RatingView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All applications ever made, read for replays and for proof: what was proposed, what other policies would have proposed, what was declined. */
@Service
public class PastApplications {

    private static final int PAGE = 200;

    private final CreditApplications applications;
    private final CreditProposals proposals;

    PastApplications(CreditApplications applications, CreditProposals proposals) {
        this.applications = applications;
        this.proposals = proposals;
    }

    /** Reads every submitted application with the proposal that stood last, in the order of their numbers, page by page. */
    public void all(Consumer<Past> taker) {
        String last = "";
        List<Past> page;
        do {
            page = page(last);
            page.forEach(taker);
            last = page.isEmpty() ? last : page.get(page.size() - 1).application().value();
        } while (page.size() == PAGE);
    }

    /** Declined in that time, by whomever, in the order they ended. */
    @Transactional(readOnly = true)
    public List<ApplicationId> declinedBetween(Instant from, Instant until) {
        return applications.endedBetween(ApplicationStatus.DECLINED, from, until).stream().map(ApplicationId::new).toList();
    }

    @Transactional(readOnly = true)
    List<Past> page(String after) {
        return applications.submittedAfter(after, PageRequest.of(0, PAGE)).stream().map(found -> new Past(found.applicationId(),
                found.customerId(), found.policyAsOf(), found.form(), proposals
                        .findFirstByApplicationIdOrderByProposalNoDesc(found.applicationId()).map(CreditProposal::content))).toList();
    }

    /** An application as the file has it. */
    record Filed(String applicationId, String customerId, LocalDate policyAsOf, String form) {
    }

    /** One past application. */
    public static final class Past {

        private final ApplicationId application;
        private final CustomerId customer;
        private final LocalDate policyAsOf;
        private final ApplicationForm form;
        private final Optional<ProposalContent> proposal;

        private Past(String application, String customer, LocalDate policyAsOf, String form, Optional<ProposalContent> proposal) {
            this.application = new ApplicationId(application);
            this.customer = new CustomerId(customer);
            this.policyAsOf = policyAsOf;
            this.form = StoredJson.read(form, ApplicationForm.class);
            this.proposal = proposal;
        }

        public ApplicationId application() {
            return application;
        }

        public CustomerId customer() {
            return customer;
        }

        /** Day whose policies decided. */
        public LocalDate policyAsOf() {
            return policyAsOf;
        }

        public boolean hasProposal() {
            return proposal.isPresent();
        }

        /** Versions the proposal was made by; empty without one. */
        public Map<String, String> policyVersions() {
            return proposal.map(content -> Map.copyOf(content.policyVersions())).orElse(Map.of());
        }

        /** The limit as proposed; zero when there was none. */
        public Money limit() {
            return proposal.map(ProposalContent::amount).orElse(Money.zero(Money.CNY));
        }

        /** What a customer has who is excluded: no limit, and the exposure there was before. */
        public Limit withoutLimit() {
            Money others = proposal.map(content -> content.exposureAfter().minus(content.amount())).orElse(Money.zero(Money.CNY));
            return new Limit(Money.zero(Money.CNY), others, false);
        }

        /**
         * The limit these policies give a customer of that grade.
         *
         * @return empty without a proposal, or when it rests on something the policies do not decide
         */
        public Optional<Limit> recounted(RatingView rating, String grade, PolicySet policies) {
            return proposal.flatMap(content -> LimitRecount.of(content, form, rating, grade, policies))
                    .map(recount -> new Limit(recount.amount(), recount.exposureAfter(), recount.straightThroughEligible()));
        }
    }

    /**
     * @param exposureAfter           total exposure of the group with this limit on top
     * @param straightThroughEligible needs no person as far as the underwriter is concerned
     */
    public record Limit(Money amount, Money exposureAfter, boolean straightThroughEligible) {
    }
}
