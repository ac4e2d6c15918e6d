package io.shouxin.origination.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.shouxin.kernel.DocumentId;
import io.shouxin.origination.ApplicationForm;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.origination.OperatingData;
import io.shouxin.origination.RequestedFacility;
import io.shouxin.origination.SecurityOffer;
import io.shouxin.rating.Assessment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An application as it is sent: money and rates as decimal text. Assessment, people involved and proposal are for officers.
 *
 * @param draft what was typed so far, as it was sent; only before submission
 */
record ApplicationText(String applicationId, String customerId, String grantingEntity, String applicant, String openedBy, String status, String facilityKind,
                       String product, String requested, String currency, LocalDate policyAsOf, Instant openedAt, Instant submittedAt,
                       Form form, @JsonRawValue String draft, Findings assessment, ProposalText proposal, List<String> closingReasons,
                       String closingRemark, String letterDocumentId) {

    static ApplicationText of(ApplicationView view, String draft, Optional<CreditProposalView> proposal, boolean officer) {
        return new ApplicationText(view.applicationId().value(), view.customerId().value(), view.entity().value(), view.applicant().value(), view.openedBy().value(),
                view.status().name(), view.facilityKind().name(), view.product(), view.requested().amount().toPlainString(),
                view.requested().currency().getCurrencyCode(), view.policyAsOf(), view.openedAt(), view.submittedAt().orElse(null),
                view.form().map(Form::of).orElse(null), draft, officer ? findings(view) : null, proposal.map(ProposalText::of).orElse(null),
                view.closingReasons(), view.closingRemark().orElse(null), view.letter().map(DocumentId::value).orElse(null));
    }

    private static Findings findings(ApplicationView view) {
        return view.assessment().map(record -> new Findings(record.verdict().name(), record.opinion(), record.by().value(), record.at(),
                record.assessment())).orElse(null);
    }

    private static String text(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    record Findings(String verdict, String opinion, String by, Instant at, Assessment assessment) {
    }

    record Form(List<Facility> facilities, String groupName, Operating operating) {

        static Form of(ApplicationForm form) {
            return new Form(form.facilities().stream().map(Facility::of).toList(), form.groupName(), Operating.of(form.operating()));
        }
    }

    record Facility(String kind, String product, String amount, String currency, int tenorMonths, String purpose, List<Security> security) {

        static Facility of(RequestedFacility facility) {
            return new Facility(facility.kind().name(), facility.product(), text(facility.amount()), facility.currency(),
                    facility.tenorMonths(), facility.purpose(), facility.security().stream().map(Security::of).toList());
        }
    }

    record Security(String type, String description, String value) {

        static Security of(SecurityOffer offer) {
            return new Security(offer.type().name(), offer.description(), text(offer.value()));
        }
    }

    record Operating(String businessModel, String mainProducts, String expectedRevenue, String expectedGrowth, String ownFunds,
                     String existingWorkingCapitalLoans, String otherFunding) {

        static Operating of(OperatingData data) {
            return new Operating(data.businessModel(), data.mainProducts(), text(data.expectedRevenue()), text(data.expectedGrowth()),
                    text(data.ownFunds()), text(data.existingWorkingCapitalLoans()), text(data.otherFunding()));
        }
    }
}
