package io.shouxin.workflow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys all models together with their forms as one deployment, so that a running case keeps the very forms it was
 * started with. Nothing changed since the last start: nothing is deployed.
 */
@Component
public class ModelDeployment {

    private static final String ROOT = "processes/";
    private static final String FORMS_ROOT = "static/forms/";

    private final RepositoryService repository;

    ModelDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    public void deploy() {
        try {
            DeploymentBuilder deployment = repository.createDeployment().name("shouxin").source("shouxin").enableDuplicateFiltering(false);
            var resolver = new PathMatchingResourcePatternResolver();
            for (Resource model : resolver.getResources("classpath*:" + ROOT + "**/*.bpmn")) {
                add(deployment, model, ROOT, ROOT);
            }
            for (Resource form : resolver.getResources("classpath*:" + FORMS_ROOT + "**/*.html")) {
                add(deployment, form, FORMS_ROOT, "forms/");
            }
            if (!deployment.getResourceNames().isEmpty()) {
                deployment.deploy();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void add(DeploymentBuilder deployment, Resource resource, String root, String prefix) throws IOException {
        String url = resource.getURL().toString();
        String name = prefix + url.substring(url.lastIndexOf("/" + root) + root.length() + 1);
        try (InputStream content = resource.getInputStream()) {
            deployment.addInputStream(name, content);
        }
    }
}
