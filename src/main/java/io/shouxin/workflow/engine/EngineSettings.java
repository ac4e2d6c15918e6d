package io.shouxin.workflow.engine;

import io.shouxin.workflow.calendar.DueDates;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.springframework.stereotype.Component;

/**
 * Settings of the process engine that have no property: the listeners every user task gets, what history must not keep,
 * and how often a failed step is tried again before it becomes an incident.
 */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    private final FormCommandGate gate;
    private final EngineStatements statements;
    private final CaseTenants tenants;
    private final DueDates dueDates;
    private final ToClaimTally tally;

    EngineSettings(FormCommandGate gate, EngineStatements statements, CaseTenants tenants, DueDates dueDates, ToClaimTally tally) {
        this.gate = gate;
        this.statements = statements;
        this.tenants = tenants;
        this.dueDates = dueDates;
        this.tally = tally;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        statements.handTo(configuration);
        var listeners = configuration.getCustomPostBPMNParseListeners();
        if (listeners == null) {
            listeners = new java.util.ArrayList<>();
            configuration.setCustomPostBPMNParseListeners(listeners);
        }
        listeners.add(new FormCommandParseListener(gate));
        listeners.add(dueDates);
        configuration.setCustomPreCommandInterceptorsTxRequired(List.of(new SideDoors(configuration)));
        configuration.setHistoryLevel(new BankHistory());
        configuration.setHistoryTimeToLive("P3650D");
        // The removal time is known at the start, so that the whole history need not be written again at the end.
        configuration.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
        configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
        configuration.setResourceAuthorizationProvider(new TaskGrants());
        configuration.setCustomSessionFactories(List.of(OwnTasks.factory(), TasksToClaim.factory(tally)));
        configuration.setCommandCheckers(List.of(new TenantCommandChecker(), new TaskWork()));
        configuration.setTenantIdProvider(tenants);
        configuration.setPasswordPolicy(new BankPasswords());
        configuration.setEnablePasswordPolicy(true);
        configuration.setTaskMetricsEnabled(false);
        configuration.setCmmnEnabled(false);
        // A refused form is no failure of the engine; failed jobs are logged as such.
        configuration.setEnableCmdExceptionLogging(false);
        configuration.setFailedJobRetryTimeCycle("PT1M,PT5M,PT30M");
        configuration.setCreateIncidentOnFailedJobEnabled(true);
        configuration.setGeneralResourceWhitelistPattern("[a-zA-Z0-9]+([._-][a-zA-Z0-9]+)*|camunda-admin");
        configuration.setEnableExpressionsInAdhocQueries(false);
        configuration.setEnableExpressionsInStoredQueries(true);
    }
}
