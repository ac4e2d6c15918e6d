package io.shouxin.workflow.decision;

import io.shouxin.policy.DecisionTables;
import io.shouxin.policy.PolicyTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The decision engine standing alone, for tests of tables that need no application around them. */
public final class StandingTables {

    private static final Map<String, PolicyTable> READ = new ConcurrentHashMap<>();

    private StandingTables() {
    }

    public static DecisionTables compiled() {
        return new CompiledTables();
    }

    /** A table of the policy folder. */
    public static PolicyTable table(String key, String version) {
        return READ.computeIfAbsent(key + "-" + version, name -> {
            try {
                return compiled().read(key, Files.readAllBytes(Path.of("processes", "policies", key, name + ".dmn")));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }
}
