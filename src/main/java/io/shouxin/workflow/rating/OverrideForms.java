package io.shouxin.workflow.rating;

import io.shouxin.document.DocumentDesk;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.RatingId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.rating.Grade;
import io.shouxin.rating.OverrideDesk;
import io.shouxin.rating.OverrideView;
import io.shouxin.rating.RequestOverride;
import io.shouxin.workflow.engine.FormCommand;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.engine.RouteVariables;
import io.shouxin.workflow.rating.RatingOverrideProcess.Outcome;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of the rating override do when they are submitted. */
@Configuration(proxyBeanMethods = false)
class OverrideForms {

    @Bean
    FormCommand requestOverride(OverrideDesk desk, DocumentDesk documents) {
        return FormCommand.of(RatingOverrideProcess.START_REQUEST_OVERRIDE, (submission, actor, token) -> {
            OverrideView override = desk.request(submission.as(OverrideForm.class).command(documents), actor).orElseThrow();
            token.setProcessBusinessKey(override.id().value());
            token.setVariable(RouteVariables.OVERRIDE_ID, override.id().value());
            token.setVariable(RouteVariables.CUSTOMER_ID, override.customer().value());
            token.setVariable(RouteVariables.OPENED_BY, actor.value());
        });
    }

    @Bean
    FormCommand amendOverride(OverrideDesk desk, DocumentDesk documents) {
        return FormCommand.of(RatingOverrideProcess.USER_AMEND_OVERRIDE, (submission, actor, token) -> {
            AmendForm form = submission.as(AmendForm.class);
            if (form.withdrawn()) {
                Route.leave(token, Outcome.WITHDRAWN);
                return;
            }
            if (form.override() == null) {
                throw new RefusedException(Refusal.of("OVERRIDE_GRADE_MISSING").at("grade"));
            }
            desk.amend(Route.override(token), form.override().command(documents), actor).orElseThrow();
            Route.leave(token, Outcome.RESUBMITTED);
        });
    }

    /** What the analyst asks for and how he proves it. */
    record OverrideForm(String customerId, String ratingId, Grade grade, String reasonCode, String evidence, String evidenceSource,
                        LocalDate evidenceDate, String documentId) {

        RequestOverride command(DocumentDesk documents) {
            if (blank(customerId) || blank(ratingId)) {
                throw new RefusedException(Refusal.of("CUSTOMER_MISSING").at("customerId"));
            }
            CustomerId customer = new CustomerId(customerId);
            return new RequestOverride(customer, new RatingId(ratingId), grade, reasonCode, evidence, evidenceSource, evidenceDate,
                    document(documents, customer));
        }

        private Optional<DocumentId> document(DocumentDesk documents, CustomerId customer) {
            if (blank(documentId)) {
                return Optional.empty();
            }
            DocumentId id = new DocumentId(documentId);
            if (documents.find(id).filter(found -> found.customer().equals(customer)).isEmpty()) {
                throw new RefusedException(Refusal.of("OVERRIDE_DOCUMENT_UNKNOWN").at("documentId"));
            }
            return Optional.of(id);
        }

        private static boolean blank(String text) {
            return text == null || text.isBlank();
        }
    }

    /** @param withdrawn the analyst takes it back; then nothing else counts */
    record AmendForm(boolean withdrawn, OverrideForm override) {
    }
}
