package io.shouxin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.ShouxinApplication;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The table of modules in {@code docs/architecture.md} is the building as it stands. */
class ArchitecturePageTest {

    /** Row of the table: floor, module, what it owns, what it may call besides the kernel. */
    private final Map<String, Set<String>> drawn = Page.of("docs/architecture.md").rows().stream()
            .filter(row -> row.size() == 4 && row.get(0).matches("\\d+"))
            .collect(Collectors.toMap(row -> row.get(1).replace("`", ""), row -> names(row.get(3)), (one, other) -> other, TreeMap::new));

    @Test
    void theTableNamesTheModulesThatExist() {
        Set<String> modules = ApplicationModules.of(ShouxinApplication.class).stream().map(module -> module.getIdentifier().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(drawn.keySet()).isEqualTo(modules);
    }

    @Test
    void theTableSaysWhomEachModuleMayCall() {
        assertThat(drawn).allSatisfy((module, mayCall) -> assertThat(mayCall).as(module).isEqualTo(declared(module)));
    }

    private static Set<String> declared(String module) {
        String[] allowed;
        try {
            allowed = Class.forName("io.shouxin." + module + ".package-info").getAnnotation(ApplicationModule.class).allowedDependencies();
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
        boolean all = Arrays.asList(allowed).contains(ApplicationModule.OPEN_TOKEN);
        return all ? Set.of("all") : Arrays.stream(allowed).filter(name -> !name.equals("kernel")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String cell) {
        return cell.equals("–") ? Set.of() : Arrays.stream(cell.split("[\\s,]+")).collect(Collectors.toCollection(TreeSet::new));
    }
}
