package io.shouxin.integration;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.contract.AgreementView;
import io.shouxin.contract.FacilityView;
import io.shouxin.contract.OfferView;
import io.shouxin.customer.CreditReport;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.InvoiceProfile;
import io.shouxin.customer.StatementView;
import io.shouxin.document.ChecklistView;
import io.shouxin.document.DocumentView;
import io.shouxin.limit.HeadroomView;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.CreditProposalView;
import io.shouxin.rating.RatingView;
import io.shouxin.review.ReviewView;
import java.util.List;

/**
 * Everything one needs to work on a case, as far as the reader may see it (授信档案). Scores, limit derivation and the
 * bank's opinions are for officers; a customer sees his own entries, documents, offer and agreement.
 *
 * @param draft      the saved draft of the application as JSON, or null
 * @param rating     the newest rating of the customer; officers only
 * @param proposals  newest first; officers only
 * @param approvals  every approval case of the application or review, oldest first; officers only
 */
public record CaseFile(ApplicationView application, @JsonRawValue String draft, CustomerView customer, ChecklistView checklist,
                       List<DocumentView> documents, List<StatementView> statements, InvoiceProfile invoices, CreditReport creditReport,
                       RatingView rating, List<RatingView> earlierRatings, List<CreditProposalView> proposals, HeadroomView headroom,
                       List<ApprovalCaseView> approvals, List<OfferView> offers, AgreementView agreement,
                       List<FacilityView> facilities, ReviewView review) {
}
