package io.shouxin.workflow.workout;

import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.workflow.engine.FormCommand;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.engine.RouteVariables;
import io.shouxin.workflow.workout.WriteOffProcess.Outcome;
import io.shouxin.workout.ProposeWriteOff;
import io.shouxin.workout.WriteOffDesk;
import io.shouxin.workout.WriteOffReason;
import io.shouxin.workout.WriteOffStatus;
import io.shouxin.workout.WriteOffView;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of the write-off do when they are submitted. */
@Configuration(proxyBeanMethods = false)
class WriteOffForms {

    @Bean
    FormCommand proposeWriteOff(WriteOffDesk desk) {
        return FormCommand.of(WriteOffProcess.START_PROPOSE_WRITE_OFF, (submission, actor, token) -> {
            WriteOffView proposed = desk.propose(submission.as(Proposal.class).command(), actor).orElseThrow();
            token.setProcessBusinessKey(proposed.id().value());
            token.setVariable(RouteVariables.WRITE_OFF_ID, proposed.id().value());
            token.setVariable(RouteVariables.CUSTOMER_ID, proposed.customer().value());
            token.setVariable(RouteVariables.OPENED_BY, actor.value());
        });
    }

    @Bean
    FormCommand amendWriteOff(WriteOffDesk desk) {
        return FormCommand.of(WriteOffProcess.USER_AMEND_WRITE_OFF, (submission, actor, token) -> {
            Amendment form = submission.as(Amendment.class);
            if (form.withdrawn()) {
                desk.drop(Route.writeOff(token), WriteOffStatus.WITHDRAWN, actor).orElseThrow();
                Route.leave(token, Outcome.WITHDRAWN);
                return;
            }
            if (form.proposal() == null) {
                throw new RefusedException(Refusal.of("WRITE_OFF_REASON_MISSING").at("reasonCode"));
            }
            desk.amend(Route.writeOff(token), form.proposal().command(), actor).orElseThrow();
            Route.leave(token, Outcome.RESUBMITTED);
        });
    }

    /** What an officer proposes. @param papers numbers of documents on the customer's file */
    record Proposal(String facilityId, BigDecimal amount, WriteOffReason reasonCode, String reason, String measures, List<String> papers) {

        ProposeWriteOff command() {
            List<DocumentId> named = papers == null ? List.of() : papers.stream().filter(paper -> paper != null && !paper.isBlank())
                    .map(paper -> read(paper, "papers", () -> new DocumentId(paper))).toList();
            FacilityId facility = facilityId == null || facilityId.isBlank() ? null : read(facilityId, "facilityId", () -> new FacilityId(facilityId));
            return new ProposeWriteOff(facility, amount, reasonCode, reason, measures, named);
        }

        private static <T> T read(String text, String field, java.util.function.Supplier<T> number) {
            try {
                return number.get();
            } catch (IllegalArgumentException malformed) {
                throw new RefusedException(field.equals("papers") ? Refusal.of("WRITE_OFF_PAPER_UNKNOWN").at(field).with("paper", text)
                        : Refusal.of("WRITE_OFF_FACILITY_UNKNOWN").at(field).with("facility", text));
            }
        }
    }

    /** @param withdrawn it is taken back; then nothing else counts */
    record Amendment(boolean withdrawn, Proposal proposal) {
    }
}
