package io.shouxin.workflow.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.identity.CaseEntities;
import io.shouxin.identity.GrantingEntities;
import io.shouxin.identity.SignedIn;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Outcome;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.stereotype.Component;

/**
 * The granting entity of a case is the tenant of its process instance; models are shared and have none. A called process is its
 * caller's. Asked before the start form's command runs, so it reads from the form what the command will read; what the command then
 * refuses is never stored.
 */
@Component
class CaseTenants implements TenantIdProvider {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final GrantingEntities entities;
    private final CaseEntities cases;
    private final SignedIn signedIn;

    CaseTenants(GrantingEntities entities, CaseEntities cases, SignedIn signedIn) {
        this.entities = entities;
        this.cases = cases;
        this.signedIn = signedIn;
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
        if (start.getSuperExecution() != null) {
            return start.getSuperExecution().getTenantId();
        }
        VariableMap variables = start.getVariables();
        Optional<EntityCode> known = Stream.of(RouteVariables.APPLICATION_ID, RouteVariables.REVIEW_ID, RouteVariables.OVERRIDE_ID,
                        RouteVariables.LIMIT_CHANGE_ID, RouteVariables.EXCEPTION_ID, RouteVariables.WRITE_OFF_ID, RouteVariables.RENEWAL_ID)
                .map(variables::get).filter(String.class::isInstance).map(String.class::cast).findFirst().flatMap(cases::of);
        return known.or(() -> ofForm(start.getProcessDefinition().getKey(), variables)).map(EntityCode::value).orElse(null);
    }

    private Optional<EntityCode> ofForm(String process, VariableMap variables) {
        return switch (process) {
            case "credit-application" -> signedIn.person().map(person -> {
                Outcome<EntityCode> chosen = entities.chosen(person, text(variables, "grantingEntity").flatMap(CaseTenants::code).orElse(null));
                return chosen.isDone() ? chosen.orElseThrow() : person.entity();
            });
            case "periodic-review", "rating-override", "limit-adjustment", "temporary-exception" -> text(variables, "customerId").flatMap(CaseTenants::customer)
                    .map(customer -> cases.forCaseAbout(customer, signedIn.person()));
            case "policy-exception-renewal" -> text(variables, "exceptionId").flatMap(cases::of);
            case "write-off" -> text(variables, "facilityId").flatMap(cases::of);
            // One policy for all: the head office makes it.
            case "policy-publication" -> Optional.of(EntityCode.HEAD_OFFICE);
            default -> Optional.empty();
        };
    }

    private static Optional<String> text(VariableMap variables, String field) {
        if (!(variables.get(Submission.VARIABLE) instanceof String json)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readTree(json)).map(form -> form.get(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
        } catch (JsonProcessingException unreadable) {
            // The form's command says so in the user's words.
            return Optional.empty();
        }
    }

    private static Optional<EntityCode> code(String text) {
        try {
            return Optional.of(new EntityCode(text));
        } catch (IllegalArgumentException noCode) {
            return Optional.empty();
        }
    }

    private static Optional<CustomerId> customer(String text) {
        try {
            return Optional.of(new CustomerId(text));
        } catch (IllegalArgumentException noNumber) {
            return Optional.empty();
        }
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
        return null;
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext decision) {
        return null;
    }
}
