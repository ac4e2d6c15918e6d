package io.shouxin.workflow.decision;

import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Gives the process engine's own decision tables (business rule tasks) the compiled cells. Being a bean it is picked up
 * by the Spring Boot starter; elsewhere add it to the engine's plugins. Values keep the types Camunda gives them.
 */
@Component
public final class FastTables extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        DefaultDmnEngineConfiguration tables = configuration.getDmnEngineConfiguration();
        if (tables == null) {
            tables = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
            configuration.setDmnEngineConfiguration(tables);
        }
        knowNumbers(tables);
        if (tables.getFeelEngineFactory() == null && !configuration.isDmnFeelEnableLegacyBehavior()) {
            var functions = configuration.getDmnFeelCustomFunctionProviders();
            tables.setFeelEngineFactory(() -> new FastFeel(
                    () -> new ScalaFeelEngineFactory(functions == null ? List.of() : functions).createInstance()));
        }
    }

    /** DMN's own type {@code number}: kept as it is, where Camunda would warn at every column and do the same. */
    static void knowNumbers(DefaultDmnEngineConfiguration tables) {
        tables.getTransformer().getDataTypeTransformerRegistry().addTransformer("number", Variables::untypedValue);
    }
}
