package io.shouxin.workflow.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.adjustment.ExceptionDesk;
import io.shouxin.adjustment.ExceptionForm;
import io.shouxin.adjustment.LimitChangeDesk;
import io.shouxin.adjustment.LimitChangeForm;
import io.shouxin.adjustment.LimitChangeView;
import io.shouxin.adjustment.TemporaryExceptionView;
import io.shouxin.identity.Access;
import io.shouxin.kernel.ExceptionId;
import io.shouxin.kernel.LimitChangeId;
import io.shouxin.kernel.RefusedException;
import io.shouxin.workflow.engine.Submission;
import io.shouxin.workflow.limit.LimitAdjustmentProcess;
import io.shouxin.workflow.limit.TemporaryExceptionProcess;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Starts the processes on limits for programs, by the same start form and under the same rights as Tasklist. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
class LimitCaseController {

    private final Access access;
    private final FormService forms;
    private final RepositoryService repository;
    private final LimitChangeDesk changes;
    private final ExceptionDesk exceptions;
    private final ObjectMapper json;

    LimitCaseController(Access access, FormService forms, RepositoryService repository, LimitChangeDesk changes, ExceptionDesk exceptions,
                        ObjectMapper json) {
        this.access = access;
        this.forms = forms;
        this.repository = repository;
        this.changes = changes;
        this.exceptions = exceptions;
        this.json = json;
    }

    @PostMapping("/limit-changes")
    @ResponseStatus(HttpStatus.CREATED)
    @Tag(name = "Limit changes")
    @Operation(summary = "Propose a change of a limit; it goes to those with the authority at once")
    LimitChangeView propose(@RequestBody LimitChangeForm form) {
        return changes.find(new LimitChangeId(start(LimitAdjustmentProcess.KEY, form))).orElseThrow();
    }

    @PostMapping("/temporary-exceptions")
    @ResponseStatus(HttpStatus.CREATED)
    @Tag(name = "Temporary exceptions")
    @Operation(summary = "Ask for a temporary exception; it goes to those with the authority at once")
    TemporaryExceptionView ask(@RequestBody ExceptionForm form) {
        return exceptions.find(new ExceptionId(start(TemporaryExceptionProcess.KEY, form))).orElseThrow();
    }

    /** @return business number of the case started */
    private String start(String process, Object form) {
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
