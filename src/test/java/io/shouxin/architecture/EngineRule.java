package io.shouxin.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;

/** {@code org.camunda} stays in one module, so that a fork of the engine is one dependency and one rename away. */
final class EngineRule {

    private EngineRule() {
    }

    static List<String> classesThatKnowTheEngineOutsideWorkflow(JavaClasses classes) {
        return classes.stream()
                .filter(type -> !type.getPackageName().startsWith("io.shouxin.workflow"))
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> dependency.getTargetClass().getPackageName().startsWith("org.camunda")))
                .map(JavaClass::getName).sorted().toList();
    }
}
