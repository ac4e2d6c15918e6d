package io.shouxin.policy;

/**
 * Port to the engine that reads decision tables. The policy book decides which table and guards its inputs; the engine
 * behind this port only reads and evaluates.
 */
public interface DecisionTables {

    /**
     * Reads a table once; what comes back answers any number of questions, on any thread.
     *
     * @param key id of the decision in the file, which is the policy's key
     * @param dmn the file
     * @throws TableUnreadable when it is no DMN file, has no such decision, or uses what policy tables may not use
     */
    PolicyTable read(String key, byte[] dmn);
}
