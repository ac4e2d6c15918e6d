package io.shouxin.customer.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Strongly connected components by Tarjan's algorithm, without recursion: a chain of ten thousand firms needs no deep stack. */
public final class Components {

    private final int[][] out;
    private final int[] order;
    private final int[] lowest;
    private final boolean[] open;
    private final int[] stack;
    private final int[] path;
    private final int[] at;
    private int depth;
    private int counted;
    private final List<int[]> found = new ArrayList<>();

    private Components(int[][] out) {
        this.out = out;
        this.order = new int[out.length];
        this.lowest = new int[out.length];
        this.open = new boolean[out.length];
        this.stack = new int[out.length];
        this.path = new int[out.length];
        this.at = new int[out.length];
    }

    /** Components with their members ascending; one comes before those that lead to it. */
    public static List<int[]> of(int[][] out) {
        Components search = new Components(out);
        for (int start = 0; start < out.length; start++) {
            if (search.order[start] == 0) {
                search.visit(start);
            }
        }
        return search.found;
    }

    private void visit(int start) {
        int length = 0;
        path[length++] = start;
        enter(start);
        while (length > 0) {
            int here = path[length - 1];
            if (at[here] < out[here].length) {
                int next = out[here][at[here]++];
                if (order[next] == 0) {
                    enter(next);
                    path[length++] = next;
                } else if (open[next]) {
                    lowest[here] = Math.min(lowest[here], order[next]);
                }
            } else {
                length--;
                if (length > 0) {
                    lowest[path[length - 1]] = Math.min(lowest[path[length - 1]], lowest[here]);
                }
                close(here);
            }
        }
    }

    private void enter(int node) {
        order[node] = lowest[node] = ++counted;
        stack[depth++] = node;
        open[node] = true;
    }

    private void close(int node) {
        if (lowest[node] != order[node]) {
            return;
        }
        int from = depth;
        do {
            from--;
            open[stack[from]] = false;
        } while (stack[from] != node);
        int[] members = Arrays.copyOfRange(stack, from, depth);
        Arrays.sort(members);
        found.add(members);
        depth = from;
    }
}
