package io.shouxin.testkit;

import io.shouxin.workflow.engine.EngineClock;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Tests that drive processes: the engine's assertions know the engine, and whatever a test did to the clock, to who is
 * signed in or to the machine is undone after it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith({SpringExtension.class, ProcessTest.CleanDesk.class})
public @interface ProcessTest {

    /** Lends the engine to the assertions and leaves nothing behind. */
    final class CleanDesk implements BeforeEachCallback, AfterEachCallback {

        @Override
        public void beforeEach(ExtensionContext test) {
            BpmnAwareTests.init(spring(test).getBean(ProcessEngine.class));
        }

        @Override
        public void afterEach(ExtensionContext test) {
            ApplicationContext spring = spring(test);
            spring.getBean(Breakdowns.class).repair();
            spring.getBean(EngineClock.class).release();
            spring.getBean(IdentityService.class).clearAuthentication();
            AbstractAssertions.reset();
        }

        private static ApplicationContext spring(ExtensionContext test) {
            return SpringExtension.getApplicationContext(test);
        }
    }
}
