package io.shouxin.workflow.engine;

import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * Turns the form of one user task (or start event) into one desk's command, in the transaction that completes the task.
 * A refusal leaves task and facts as they were.
 *
 * @param elementId id of the user task or start event in its model, e.g. {@code user_answer-offer}
 */
public record FormCommand(String elementId, Act act, Bar bar, Given given) {

    public static FormCommand of(String elementId, Act act) {
        return new FormCommand(elementId, act, (taker, token) -> Optional.empty(), (taker, by, token) -> { });
    }

    /** The same command for a task that some may not even claim. */
    public FormCommand barredTo(Bar whom) {
        return new FormCommand(elementId, act, whom, given);
    }

    /** The same command for a task of which it is kept when somebody else gives it to an officer. */
    public FormCommand noting(Given whenGiven) {
        return new FormCommand(elementId, act, bar, whenGiven);
    }

    void submit(Submission submission, PersonId actor, DelegateExecution token) {
        act.submit(submission, actor, token);
    }

    /** Who may not take the task on. */
    @FunctionalInterface
    public interface Bar {
        Optional<Refusal> against(PersonId taker, DelegateExecution token);
    }

    /** Somebody signed in gives the task to another. */
    @FunctionalInterface
    public interface Given {
        void note(PersonId taker, PersonId by, DelegateExecution token);
    }

    /** What the command does. */
    @FunctionalInterface
    public interface Act {

        /**
         * @param actor who completes the task: its assignee and the person signed in
         * @param token where ids are read and the outcome code is left
         */
        void submit(Submission submission, PersonId actor, DelegateExecution token);
    }
}
