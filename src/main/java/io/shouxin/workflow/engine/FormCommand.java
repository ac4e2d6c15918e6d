package io.shouxin.workflow.engine;

import io.shouxin.kernel.PersonId;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * Turns the form of one user task (or start event) into one desk's command, in the transaction that completes the task.
 * A refusal leaves task and facts as they were.
 */
public interface FormCommand {

    /** Id of the user task or start event in its model, e.g. {@code user_answer-offer}. */
    String elementId();

    /**
     * @param actor who completes the task: its assignee and the person signed in
     * @param route where the token's ids are read and its outcome code is written
     */
    void submit(Submission submission, PersonId actor, DelegateExecution route);
}
