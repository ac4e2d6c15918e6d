package io.shouxin.receipt;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shouxin.contract.AgreementView;
import io.shouxin.contract.FacilityBook;
import io.shouxin.contract.FacilityView;
import io.shouxin.contract.SigningDesk;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.DocumentView;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.PersonId;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.origination.UnderwritingDesk;
import io.shouxin.policyexception.PolicyException;
import io.shouxin.policyexception.PolicyExceptionDesk;
import io.shouxin.rating.RatingDesk;
import io.shouxin.rating.RatingReruns;
import io.shouxin.rating.RatingView;
import io.shouxin.rating.ScreeningDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a receipt says of a credit application: what was asked, the rating, how the limit was worked out, papers, ledger and agreement. */
@Component
class ApplicationChapters {

    static final String SUBJECT = "credit-application";

    private final ApplicationDesk applications;
    private final UnderwritingDesk underwriting;
    private final RatingDesk ratings;
    private final RatingReruns reruns;
    private final ScreeningDesk screenings;
    private final CustomerRegister customers;
    private final DocumentDesk documents;
    private final SigningDesk signing;
    private final FacilityBook facilities;
    private final PolicyExceptionDesk exceptions;
    private final ObjectMapper json;

    ApplicationChapters(ApplicationDesk applications, UnderwritingDesk underwriting, RatingDesk ratings, RatingReruns reruns,
                        ScreeningDesk screenings, CustomerRegister customers,
                        DocumentDesk documents, SigningDesk signing, FacilityBook facilities, PolicyExceptionDesk exceptions, ObjectMapper json) {
        this.applications = applications;
        this.underwriting = underwriting;
        this.ratings = ratings;
        this.reruns = reruns;
        this.screenings = screenings;
        this.customers = customers;
        this.documents = documents;
        this.signing = signing;
        this.facilities = facilities;
        this.exceptions = exceptions;
        this.json = json;
    }

    /** Commands in the limit ledger that belong to the application, each as source, blank, key. */
    List<String> ledgerKeys(String application) {
        List<String> keys = new ArrayList<>(underwriting.ledgerKeys(new ApplicationId(application)));
        keys.add(FacilityBook.LEDGER_SOURCE + " " + FacilityBook.ledgerKey(new ApplicationId(application)));
        return keys;
    }

    /** Whether its facilities are open, so that there is more to say than at the decision. */
    boolean isActive(String application) {
        return !facilities.of(new ApplicationId(application)).isEmpty();
    }

    void fill(ObjectNode content, Decision decided) {
        ApplicationId id = new ApplicationId(decided.subject());
        ApplicationView application = applications.find(id).orElseThrow();
        Optional<RatingView> endedWith = decided instanceof Decision.WithoutApprovers ? reruns.newestFor(decided.subject()) : Optional.empty();
        Optional<CreditProposalView> decidedOn = underwriting.proposals(id).stream().filter(proposal -> isAbout(decided, endedWith, proposal)).findFirst();
        if (decided instanceof Decision.WithoutApprovers declined) {
            content.set("case", ending(declined, endedWith, decidedOn));
        }
        content.set("application", application(application, decided));
        decidedOn.ifPresent(proposal -> {
            content.set("proposal", proposal(proposal));
            content.set("limit", limit(proposal));
        });
        decidedOn.flatMap(proposal -> ratings.find(proposal.ratingId())).or(() -> endedWith).ifPresent(rating -> content.set("rating", rating(rating)));
        screenings.find(id.value()).ifPresent(screening -> content.set("screening", json.valueToTree(screening)));
        List<PolicyException> excepted = exceptions.all(id).stream().filter(exception -> exception.approvalCase() != null
                && decided.number().equals(exception.approvalCase().value())).toList();
        if (!excepted.isEmpty()) {
            content.set("policyExceptions", exceptions(excepted));
        }
        content.set("documents", documents(id));
        List<FacilityView> opened = facilities.of(id);
        if (!opened.isEmpty()) {
            signing.current(id).ifPresent(agreement -> content.set("contract", contract(agreement, opened)));
        }
    }

    /** Approvers decide on what they were shown; where there were none, the newest proposal counts unless the customer was rated once more after it. */
    private static boolean isAbout(Decision decided, Optional<RatingView> endedWith, CreditProposalView proposal) {
        return decided instanceof Decision.ByApprovers approvers ? proposal.sha256().equals(approvers.approval().subjectHash())
                : endedWith.filter(rating -> rating.id().equals(proposal.ratingId())).isPresent();
    }

    /** That the bank declined without approvers: why, and how far the application had come. */
    private ObjectNode ending(Decision.WithoutApprovers declined, Optional<RatingView> rating, Optional<CreditProposalView> proposal) {
        ApplicationView application = declined.application();
        ObjectNode node = json.createObjectNode();
        node.put("number", declined.number()).put("subjectType", declined.subjectType()).put("subject", declined.subject())
                .put("subjectHash", proposal.map(CreditProposalView::sha256).orElse(null)).put("currency", application.requested().currency().getCurrencyCode())
                .put("amount", application.requested().amount().toPlainString()).put("grade", rating.map(found -> found.grade().name()).orElse(null))
                .put("status", application.status().name()).put("openedAt", application.openedAt().toString())
                .put("closedAt", declined.at().map(Object::toString).orElse(null)).put("remark", application.closingRemark().orElse(null));
        node.set("reasonCodes", json.valueToTree(application.closingReasons()));
        node.set("madeBy", json.valueToTree(application.madeBy().stream().map(PersonId::value).sorted().toList()));
        return node;
    }

    private ObjectNode application(ApplicationView view, Decision decided) {
        CustomerView customer = customers.find(view.customerId()).orElseThrow();
        ObjectNode node = json.createObjectNode();
        node.put("number", view.applicationId().value()).put("customer", view.customerId().value()).put("customerName", customer.name())
                .put("entity", view.entity().value()).put("product", view.product()).put("kind", view.facilityKind().name())
                .put("requested", view.requested().amount().toPlainString()).put("currency", view.requested().currency().getCurrencyCode())
                .put("policyAsOf", view.policyAsOf().toString()).put("submittedAt", view.submittedAt().map(Object::toString).orElse(null))
                .put("appliedBy", view.applicant().value());
        view.form().ifPresent(form -> node.set("form", json.valueToTree(form)));
        // What was assessed after this decision is not what it rested on.
        view.assessment().filter(assessment -> decided.at().filter(assessment.at()::isAfter).isEmpty()).ifPresent(assessment -> node.set("assessment", json.valueToTree(assessment)));
        return node;
    }

    private ObjectNode proposal(CreditProposalView view) {
        ObjectNode node = json.createObjectNode();
        node.put("number", view.proposalId().value()).put("version", view.version()).put("sha256", view.sha256())
                .put("text", underwriting.frozenText(view.proposalId()).orElseThrow()).put("outcome", view.outcome().name())
                .put("amount", view.amount().amount().toPlainString()).put("paymentTermDays", view.paymentTermDays())
                .put("rate", view.rate() == null ? null : view.rate().fraction().toPlainString());
        node.set("facilities", json.valueToTree(view.facilities()));
        node.set("security", json.valueToTree(view.security()));
        node.set("conditions", json.valueToTree(view.conditions()));
        node.set("reasonCodes", json.valueToTree(view.reasonCodes()));
        node.set("policyVersions", json.valueToTree(view.policyVersions()));
        return node;
    }

    private ObjectNode limit(CreditProposalView view) {
        ObjectNode node = json.createObjectNode();
        node.put("binding", view.bindingConstraint());
        node.set("constraints", json.valueToTree(view.constraints()));
        return node;
    }

    private ObjectNode rating(RatingView view) {
        ObjectNode node = json.createObjectNode();
        node.put("number", view.id().value()).put("basis", view.basis().name()).put("score", view.score().toPlainString())
                .put("grade", view.grade().name()).put("pd", view.pd().fraction().toPlainString()).put("asOf", view.asOf().toString())
                .put("ratedAt", view.at().toString()).put("ratedBy", view.by().value()).put("knockedOut", view.knockedOut());
        node.set("policyVersions", json.valueToTree(view.policyVersions()));
        ArrayNode waterfall = node.putArray("waterfall");
        view.lines().forEach(line -> waterfall.addObject().put("characteristic", line.characteristic()).put("value", line.valueText())
                .put("points", line.points().toPlainString()).put("most", line.maxPoints().toPlainString()).put("reason", line.reasonCode())
                .put("part", line.part() == null ? null : line.part().name()));
        node.set("knockOutReasons", json.valueToTree(view.knockOutReasons()));
        node.set("inputs", json.valueToTree(view.inputs()));
        node.set("facts", json.valueToTree(view.evidence().facts()));
        node.put("confidence", view.evidence().confidence().map(Object::toString).orElse(null));
        view.override().ifPresent(override -> node.set("override", json.valueToTree(override)));
        return node;
    }

    /** Each rule that was set aside with this decision. */
    private ArrayNode exceptions(List<PolicyException> excepted) {
        ArrayNode all = json.createArrayNode();
        excepted.forEach(exception -> all.addObject().put("number", exception.id().value()).put("policy", exception.rule().policy())
                .put("policyVersion", exception.rule().version()).put("rule", exception.rule().rule()).put("row", exception.rule().row())
                .put("facility", exception.rule().facility()).put("ruleSays", exception.rule().ruleSays()).put("caseHas", exception.rule().caseHas())
                .put("permitted", exception.permitted() == null ? null : exception.permitted().toPlainString())
                .put("reasonCode", exception.reasonCode().name()).put("reason", exception.reason())
                .put("compensation", exception.compensation().name()).put("compensationWords", exception.compensationWords())
                .put("decided", exception.inForceFrom() == null ? "REFUSED" : "APPROVED").put("until", exception.until().toString())
                .put("untilAsked", exception.untilAsked().toString()).put("askedBy", exception.askedBy().value())
                .put("leastTier", exception.rule().exception().tier().name()).put("approvedTier", exception.approvedTier().name()));
        return all;
    }

    private ArrayNode documents(ApplicationId id) {
        ArrayNode all = json.createArrayNode();
        for (DocumentView document : documents.of(id.value())) {
            all.addObject().put("number", document.id().value()).put("kind", document.kind()).put("fileName", document.fileName())
                    .put("sha256", document.sha256()).put("receivedBy", document.receivedBy()).put("receivedAt", document.receivedAt().toString());
        }
        return all;
    }

    private ObjectNode contract(AgreementView agreement, List<FacilityView> opened) {
        ObjectNode node = json.createObjectNode();
        node.put("number", agreement.id().value()).put("termsSha256", agreement.termsHash()).put("document", agreement.document().value())
                .put("documentSha256", agreement.documentSha256())
                .put("signedDocument", agreement.signedDocument() == null ? null : agreement.signedDocument().value());
        node.set("signatures", json.valueToTree(agreement.signatures()));
        node.set("conditions", json.valueToTree(agreement.conditions()));
        ArrayNode all = node.putArray("facilities");
        opened.forEach(facility -> all.addObject().put("number", facility.id().value()).put("product", facility.product())
                .put("amount", facility.amount().amount().toPlainString()).put("currency", facility.amount().currency().getCurrencyCode())
                .put("rate", facility.rate() == null ? null : facility.rate().fraction().toPlainString())
                .put("validFrom", facility.validFrom().toString()).put("validTo", facility.validTo().toString()));
        return node;
    }
}
