package io.shouxin.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Port to the engine that evaluates decision tables. The policy book decides which table and guards its inputs; the
 * engine behind this port only evaluates.
 */
public interface DecisionTables {

    /**
     * @param resource   place of the table on the classpath, e.g. {@code processes/policies/grade-terms/grade-terms-2026.1.dmn}
     * @param decisionId id of the decision in that file
     * @param inputs     a value for each declared input; null where the input is nullable
     * @return the rows that held, in table order
     */
    List<MatchedRow> evaluate(String resource, String decisionId, Map<String, Object> inputs);

    /** The inputs the table asks for, in column order. */
    List<DeclaredInput> inputs(String resource, String decisionId);

    /**
     * An input a table asks for.
     *
     * @param name     the variable, e.g. {@code exposure}
     * @param label    the column's heading for people, e.g. 授信敞口
     * @param type     DMN type: string, boolean, number, integer, long, double or date
     * @param nullable whether the column has a row that names {@code null}: then "unknown" is a value the table can answer for
     * @param allowed  the codes the column allows; empty when it allows any value of its type
     */
    record DeclaredInput(String name, String label, String type, boolean nullable, Set<String> allowed) {

        public DeclaredInput {
            allowed = Set.copyOf(allowed);
        }
    }
}
