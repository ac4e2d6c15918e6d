package io.shouxin.workflow.calendar;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Contract of {@code deadline-watch.bpmn}; a test compares it with the model. */
@Configuration(proxyBeanMethods = false)
public class DeadlineWatchProcess {

    public static final String KEY = "deadline-watch";

    @Bean
    JavaDelegate watchDeadlines(DeadlineWatch watch) {
        return token -> watch.watch();
    }
}
