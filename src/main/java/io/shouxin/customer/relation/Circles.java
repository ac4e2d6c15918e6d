package io.shouxin.customer.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Circles in a directed graph. Tarjan's algorithm finds who stands in any circle, in time linear in the relations; only inside such a
 * cluster circles are then listed one by one. The listing is bounded by length, by number and by steps, so it never explodes; what it
 * leaves out is said, and the cluster is told in any case.
 */
public final class Circles {

    private final int[][] out;
    private final int longest;
    private final int most;
    private long steps;
    private final List<int[]> listed = new ArrayList<>();
    private boolean complete = true;

    private Circles(int[][] out, int longest, int most, long steps) {
        this.out = out;
        this.longest = longest;
        this.most = most;
        this.steps = steps;
    }

    /**
     * @param clusters members of each cluster of circles, ascending
     * @param listed   single circles, each once, beginning with its lowest member and in the direction of the relations
     * @param complete no circle of at most the asked length is missing in the list
     * @param longer   there may be circles longer than that, within the clusters
     */
    public record Found(List<int[]> clusters, List<int[]> listed, boolean complete, boolean longer) {
    }

    /** @param longest most members of a listed circle. @param most most circles listed. @param steps most steps of the search */
    public static Found in(int[][] out, int longest, int most, long steps) {
        List<int[]> clusters = Components.of(out).stream().filter(members -> members.length > 1)
                .sorted((one, other) -> Integer.compare(one[0], other[0])).toList();
        Circles search = new Circles(out, longest, most, steps);
        boolean[] inside = new boolean[out.length];
        for (int[] cluster : clusters) {
            for (int member : cluster) {
                inside[member] = true;
            }
            search.list(cluster, inside);
            for (int member : cluster) {
                inside[member] = false;
            }
        }
        return new Found(clusters, search.listed, search.complete, clusters.stream().anyMatch(cluster -> cluster.length > longest));
    }

    private void list(int[] cluster, boolean[] inside) {
        List<List<Integer>> back = new ArrayList<>();
        int[] slot = new int[out.length];
        for (int i = 0; i < cluster.length; i++) {
            slot[cluster[i]] = i;
            back.add(new ArrayList<>());
        }
        for (int member : cluster) {
            for (int next : out[member]) {
                if (inside[next]) {
                    back.get(slot[next]).add(member);
                }
            }
        }
        int[] home = new int[out.length];
        Arrays.fill(home, Integer.MAX_VALUE);
        boolean[] used = new boolean[cluster.length];
        for (int start : cluster) {
            if (steps <= 0 || listed.size() >= most) {
                complete = false;
                return;
            }
            List<Integer> near = distances(start, back, slot, home);
            int[] path = new int[longest];
            path[0] = start;
            follow(path, 1, used, slot, home, inside);
            near.forEach(member -> home[member] = Integer.MAX_VALUE);
        }
    }

    /** How many relations it takes back to the start, through members not below it; of those near enough to be in a listed circle. */
    private List<Integer> distances(int start, List<List<Integer>> back, int[] slot, int[] home) {
        home[start] = 0;
        List<Integer> near = new ArrayList<>(List.of(start));
        for (int at = 0; at < near.size(); at++) {
            int here = near.get(at);
            steps--;
            if (home[here] == longest - 1) {
                break;
            }
            for (int before : back.get(slot[here])) {
                if (before >= start && home[before] == Integer.MAX_VALUE) {
                    home[before] = home[here] + 1;
                    near.add(before);
                }
            }
        }
        return near;
    }

    private void follow(int[] path, int length, boolean[] used, int[] slot, int[] home, boolean[] inside) {
        int start = path[0];
        int here = path[length - 1];
        for (int next : out[here]) {
            if (--steps <= 0 || listed.size() >= most) {
                complete = false;
                return;
            }
            if (!inside[next] || next < start) {
                continue;
            }
            if (next == start) {
                if (length > 1) {
                    listed.add(Arrays.copyOf(path, length));
                }
            } else if (!used[slot[next]] && home[next] != Integer.MAX_VALUE && length + home[next] <= longest && length < longest) {
                used[slot[next]] = true;
                path[length] = next;
                follow(path, length + 1, used, slot, home, inside);
                used[slot[next]] = false;
            }
        }
    }
}
