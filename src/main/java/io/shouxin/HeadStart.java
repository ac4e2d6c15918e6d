package io.shouxin;

import org.springframework.boot.autoconfigure.orm.jpa.EntityManagerFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** What need not wait its turn at start-up: the entities are compared with their tables while the process engine starts. */
@Configuration(proxyBeanMethods = false)
class HeadStart {

    @Bean
    EntityManagerFactoryBuilderCustomizer entitiesOnASecondThread() {
        return builder -> builder.setBootstrapExecutor(new SimpleAsyncTaskExecutor("entities-"));
    }
}
