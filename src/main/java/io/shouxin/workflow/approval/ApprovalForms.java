package io.shouxin.workflow.approval;

import io.shouxin.approval.AddedSigner;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.AskedCustomer;
import io.shouxin.approval.ReturnDesk;
import io.shouxin.approval.SignerDesk;
import io.shouxin.approval.Tier;
import io.shouxin.approval.Verb;
import io.shouxin.document.DocumentDesk;
import io.shouxin.identity.Role;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.policyexception.ShortenException;
import io.shouxin.workflow.engine.FormCommand;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.engine.RouteVariables;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of the approval do when they are submitted: at each tier, by added signers, by who brings documents. */
@Configuration(proxyBeanMethods = false)
class ApprovalForms {

    @Bean
    FormCommand decideAsCreditManager(TierDecisions decisions) {
        return decide(CreditApprovalProcess.USER_DECIDE_AS_CREDIT_MANAGER, decisions);
    }

    @Bean
    FormCommand decideAsSeniorCreditManager(TierDecisions decisions) {
        return decide(CreditApprovalProcess.USER_DECIDE_AS_SENIOR_CREDIT_MANAGER, decisions);
    }

    @Bean
    FormCommand decideAsRiskDirector(TierDecisions decisions) {
        return decide(CreditApprovalProcess.USER_DECIDE_AS_RISK_DIRECTOR, decisions);
    }

    @Bean
    FormCommand voteAsCommitteeMember(TierDecisions decisions) {
        return FormCommand.of(CreditApprovalProcess.USER_VOTE_AS_COMMITTEE_MEMBER, (submission, actor, token) -> {
            Decision form = submission.as(Decision.class);
            String seat = (String) token.getVariable(RouteVariables.MEMBER_ID);
            if (form.verdict() == null && decisions.standsAside(token, actor)) {
                // His seat stays empty; the others decide.
                decisions.leaveAsItStands(token);
                return;
            }
            Optional<PersonId> member = Optional.ofNullable(seat).map(PersonId::new).filter(named -> !named.equals(actor));
            decisions.take(form, Tier.COMMITTEE, member, actor, token);
        });
    }

    private static FormCommand decide(String elementId, TierDecisions decisions) {
        Tier tier = CreditApprovalProcess.TIERS.get(elementId);
        return FormCommand.of(elementId, (submission, actor, token) -> {
            Decision form = submission.as(Decision.class);
            decisions.take(form, tier, Optional.ofNullable(form.principal()).filter(login -> !login.isBlank()).map(PersonId::new), actor, token);
        }).barredTo(decisions::whoIsBarred).noting(decisions::reassigned);
    }

    @Bean
    FormCommand signAsAddedSigner(SignerDesk desk, TierDecisions decisions) {
        return FormCommand.of(CreditApprovalProcess.USER_SIGN_AS_ADDED_SIGNER, (submission, actor, token) -> {
            Opinion form = submission.as(Opinion.class);
            if (form.opinion() == null && decisions.standsAside(token, actor)) {
                // He has declared a conflict; the others are heard without him.
                decisions.leaveAsItStands(token);
                return;
            }
            String asked = (String) token.getVariable(RouteVariables.SIGNER_NAME);
            Optional<PersonId> principal = Role.ofGroup(asked).isPresent() || asked.equals(actor.value()) ? Optional.empty()
                    : Optional.of(new PersonId(asked));
            Route.leave(token, Turns.of(desk.sign(Route.approvalCase(token), form.opinion(), form.remark(), form.proposalHash(), actor, principal)
                    .orElseThrow()));
        }).noting(decisions::reassigned);
    }

    @Bean
    FormCommand bringDocuments(ReturnDesk desk) {
        return FormCommand.of(CreditApprovalProcess.USER_BRING_DOCUMENTS, (submission, actor, token) -> Route.leave(token,
                Turns.of(desk.bringDocuments(Route.approvalCase(token), submission.as(Answer.class).answer(), actor).orElseThrow())));
    }

    @Bean
    FormCommand bringDocumentsAsCustomer(ReturnDesk desk, DocumentDesk documents, ApprovalDesk approvals) {
        return FormCommand.of(CreditApprovalProcess.USER_BRING_DOCUMENTS_AS_CUSTOMER, (submission, actor, token) -> {
            submission.as(Nothing.class);
            Set<String> asked = approvals.find(Route.approvalCase(token)).flatMap(view -> view.course().askedCustomer())
                    .map(AskedCustomer::kinds).map(Set::copyOf).orElse(Set.of());
            List<Refusal> outstanding = documents.checklist(Route.application(token).value()).orElseThrow().outstanding().stream()
                    .filter(asked::contains).map(kind -> Refusal.of("DOCUMENT_OUTSTANDING").with("kind", kind).at("documents." + kind)).toList();
            if (!outstanding.isEmpty()) {
                throw new RefusedException(outstanding);
            }
            Route.leave(token, Turns.of(desk.customerBrought(Route.approvalCase(token), actor).orElseThrow()));
        });
    }

    /** A form that carries no fields. */
    record Nothing() {
    }

    /**
     * An officer's decision, or what else he does with his task, with the hash of the proposal he was shown.
     *
     * @param verdict    an act of the tier
     * @param conditions of a conditional approval
     * @param tier       to return to; null for the one before
     * @param signers    colleagues to be heard before, or after an approval
     * @param principal  for whom a delegate acts; found out where there is one only
     * @param documents  who is asked for them; nothing for the bank's own people
     * @param exceptions policy exceptions that shall hold for less time, with a conditional approval
     */
    record Decision(Verb verdict, String reasonCode, String comment, String proposalHash, List<String> conditions, Tier tier, AskedSigners signers,
                    String principal, AskedDocuments documents, List<ShortenException> exceptions) {
    }

    /** An added signer's opinion on the proposal he was shown. */
    record Opinion(AddedSigner.Opinion opinion, String remark, String proposalHash) {
    }

    /** What was brought. */
    record Answer(String answer) {
    }
}
