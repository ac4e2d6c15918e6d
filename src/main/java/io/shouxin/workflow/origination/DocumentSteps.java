package io.shouxin.workflow.origination;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.document.ChecklistFacts;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.DrawUpChecklist;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.notification.MessageDesk;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.RequestedFacility;
import io.shouxin.origination.SecurityType;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.origination.CreditApplicationProcess.Outcome;
import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of the document collection. */
@Configuration(proxyBeanMethods = false)
class DocumentSteps {

    @Bean
    JavaDelegate drawUpChecklist(ApplicationDesk applications, CustomerRegister customers, DocumentDesk documents) {
        return token -> {
            ApplicationView application = applications.find(Route.application(token)).orElseThrow();
            CustomerView customer = customers.find(application.customerId()).orElseThrow();
            List<ChecklistFacts> facts = application.form().orElseThrow().facilities().stream()
                    .map(facility -> facts(customer, facility)).toList();
            documents.drawUpChecklist(new DrawUpChecklist(application.applicationId().value(), customer.id(), facts,
                    application.policyAsOf()), Route.SYSTEM).orElseThrow();
        };
    }

    private static ChecklistFacts facts(CustomerView customer, RequestedFacility facility) {
        boolean smallFirm = customer.size() != null && customer.size().isSmallOrMicro();
        return new ChecklistFacts(customer.kind().name(), facility.kind().name(), facility.product(), customer.industrySection(), smallFirm,
                facility.security().stream().anyMatch(security -> security.type() != SecurityType.UNSECURED));
    }

    @Bean
    JavaDelegate remindApplicant(DocumentDesk documents, MessageDesk messages, BusinessClock clock) {
        return token -> {
            ApplicationId application = Route.application(token);
            boolean allUploaded = documents.checklist(application.value()).orElseThrow().awaitedFromCustomer().isEmpty();
            messages.send(Route.applicant(token), application + "/documents/" + clock.today(), application.value(),
                    allUploaded ? "DOCUMENTS_NOT_HANDED_IN" : "DOCUMENTS_OUTSTANDING");
        };
    }

    @Bean
    JavaDelegate markDocumentsLapsed() {
        return token -> Route.leave(token, Outcome.LAPSED);
    }
}
