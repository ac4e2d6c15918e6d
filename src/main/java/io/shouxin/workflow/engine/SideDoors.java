package io.shouxin.workflow.engine;

import io.shouxin.identity.Role;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.workflow.security.RefusalSeen;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.CorrelateAllMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Shuts the engine's side doors. Whoever may work on a task or start a process may, by the engine's rights, also throw an
 * error out of the task, hand it to anybody or hand over variables without completing it, or start the process in its middle. Only who runs the
 * engine may; the bank's people use the forms. What the program itself does, without a person, is not concerned.
 */
class SideDoors extends CommandInterceptor {

    private static final Set<Class<?>> SHUT = Set.of(StartProcessInstanceAtActivitiesCmd.class, ResolveTaskCmd.class, DelegateTaskCmd.class,
            HandleTaskBpmnErrorCmd.class, HandleTaskEscalationCmd.class, CorrelateMessageCmd.class, CorrelateAllMessageCmd.class,
            MessageEventReceivedCmd.class, SignalCmd.class, SignalEventReceivedCmd.class);

    private final ProcessEngineConfigurationImpl engine;

    SideDoors(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (SHUT.contains(command.getClass()) && isPersonOfTheBank(engine.getIdentityService().getCurrentAuthentication())) {
            List<Refusal> refusals = List.of(Refusal.of("NOT_THE_WAY_TO_WORK"));
            RefusalSeen.note(refusals);
            throw new RefusedException(refusals);
        }
        return next.execute(command);
    }

    private static boolean isPersonOfTheBank(Authentication authentication) {
        return authentication != null && authentication.getUserId() != null
                && (authentication.getGroupIds() == null || !authentication.getGroupIds().contains(Role.ADMINISTRATOR.groupId()));
    }
}
