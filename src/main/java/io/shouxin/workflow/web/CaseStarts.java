package io.shouxin.workflow.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.identity.Access;
import io.shouxin.kernel.RefusedException;
import io.shouxin.workflow.engine.Submission;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Starts processes for programs, by the same start form and under the same rights as Tasklist. */
@Component
class CaseStarts {

    private final Access access;
    private final FormService forms;
    private final RepositoryService repository;
    private final ObjectMapper json;

    CaseStarts(Access access, FormService forms, RepositoryService repository, ObjectMapper json) {
        this.access = access;
        this.forms = forms;
        this.repository = repository;
        this.json = json;
    }

    /** @return business number of the case started @throws RefusedException as the start form would be refused */
    String start(String process, Object form) {
        access.officer();
        try {
            String definition = repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult().getId();
            return forms.submitStartForm(definition, Map.of(Submission.VARIABLE, json.writeValueAsString(form))).getBusinessKey();
        } catch (AuthorizationException notHis) {
            throw new Access.NotAllowed();
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        } catch (RuntimeException failure) {
            throw refusal(failure);
        }
    }

    /** The refusal inside whatever the engine wrapped it in; the failure itself if there is none. */
    private static RuntimeException refusal(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                return refused;
            }
        }
        return failure;
    }
}
