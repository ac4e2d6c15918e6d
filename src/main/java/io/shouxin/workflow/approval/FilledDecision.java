package io.shouxin.workflow.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shouxin.approval.Verdict;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Fills in the decision form, as an officer does in Tasklist. */
@Component
class FilledDecision {

    private final ObjectMapper json;

    FilledDecision(ObjectMapper json) {
        this.json = json;
    }

    String of(Verdict verdict, String comment, String proposalHash) {
        try {
            return json.writeValueAsString(Map.of("verdict", verdict, "reasonCode", "", "comment", comment,
                    "proposalHash", proposalHash == null ? "" : proposalHash));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
