package io.shouxin.workflow.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import io.shouxin.policy.PolicyEvaluation;
import io.shouxin.policy.PolicyInputMissing;
import io.shouxin.testkit.ApplicationTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** In the whole application: the engine has the compiled cells, the policy book its tables and its log. */
@ApplicationTest
class FastTablesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Map<String, Object> SMALL_CASE = Map.of("amount", new BigDecimal("500000.00"), "exposure", new BigDecimal("500000.00"),
            "grade", "GOOD", "securedShare", BigDecimal.ZERO, "straightThroughEligible", true);

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private PolicyBook policies;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void theProcessEngineUsesTheCompiledCells() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(configuration.getDmnEngineConfiguration().getFeelEngine()).isInstanceOf(FastFeel.class);
    }

    @Test
    void aDecisionIsKeptWithItsInputsAndRows() {
        PolicyDecision decision = policies.decide("approval-authority", DAY, SMALL_CASE, "FastTablesTest-1");

        assertThat(decision.only().text("tier")).isEqualTo("STRAIGHT_THROUGH");
        assertThat(policies.evaluations("FastTablesTest-1")).singleElement().satisfies(kept -> {
            assertThat(kept.inputs()).isEqualTo(SMALL_CASE);
            assertThat(kept.rows()).isEqualTo(decision.rows());
        });
    }

    @Test
    void aDecisionGoesWithTheActItWasMadeFor() {
        new TransactionTemplate(transactions).executeWithoutResult(act -> {
            policies.decide("approval-authority", DAY, SMALL_CASE, "FastTablesTest-2");
            act.setRollbackOnly();
        });

        assertThat(policies.evaluations("FastTablesTest-2")).isEmpty();
    }

    @Test
    void aMissingFactLeavesTheCallersTransactionUsable() {
        new TransactionTemplate(transactions).executeWithoutResult(act -> {
            catchThrowableOfType(PolicyInputMissing.class, () -> policies.decide("approval-authority", DAY, Map.of(), "FastTablesTest-3"));
            policies.decide("approval-authority", DAY, SMALL_CASE, "FastTablesTest-3");
        });

        assertThat(policies.evaluations("FastTablesTest-3")).extracting(PolicyEvaluation::version).containsExactly("2026.1");
    }
}
