package io.shouxin.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Money and rates are decimals: no binary fraction in the modules that handle them. */
final class MoneyRule {

    private static final Set<String> MONEY_MODULES = Set.of("kernel", "limit", "contract", "origination", "approval", "review");
    private static final Set<String> BINARY = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private MoneyRule() {
    }

    static List<String> classesWithFloatingPoint(JavaClasses classes) {
        return fieldsAndMethodsWithFloatingPoint(classes.that(new com.tngtech.archunit.base.DescribedPredicate<>("money modules") {
            @Override
            public boolean test(JavaClass type) {
                return MONEY_MODULES.stream().anyMatch(module -> type.getPackageName().startsWith("io.shouxin." + module));
            }
        }));
    }

    static List<String> fieldsAndMethodsWithFloatingPoint(JavaClasses classes) {
        return classes.stream().flatMap(type -> Stream.concat(
                type.getFields().stream().filter(field -> BINARY.contains(field.getRawType().getName())).map(field -> field.getFullName()),
                type.getMethods().stream().filter(method -> BINARY.contains(method.getRawReturnType().getName())
                        || method.getRawParameterTypes().stream().anyMatch(parameter -> BINARY.contains(parameter.getName())))
                        .map(method -> method.getFullName()))).sorted().toList();
    }
}
