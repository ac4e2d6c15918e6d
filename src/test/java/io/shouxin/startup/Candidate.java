package io.shouxin.startup;

import java.util.List;

/** One side of the comparison: what is started and who may sign in there once it is ready. */
record Candidate(String name, String mainClass, String classPath, List<String> settings, String user, String password) {
}
