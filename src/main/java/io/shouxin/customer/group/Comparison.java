package io.shouxin.customer.group;

import io.shouxin.customer.GroupProposal;
import io.shouxin.customer.PartyLink;
import io.shouxin.customer.ProposalKind;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.GroupId;
import io.shouxin.kernel.PartyId;
import io.shouxin.kernel.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Compares what the graph says with the groups as registered. Groups under one parent count as one. A member is proposed to leave only
 * when the graph knows him and another member and connects the two no more: that nothing is on file proves nothing.
 */
public final class Comparison {

    private final Register register;
    private final String rulesVersion;
    private final List<GroupProposal> proposals = new ArrayList<>();

    private Comparison(Register register, String rulesVersion) {
        this.register = register;
        this.rulesVersion = rulesVersion;
    }

    /**
     * The register as far as it matters here.
     *
     * @param customers parties who are customers
     * @param groupOf group of today, of those who have one
     * @param rootOf  a group's topmost parent, itself without one
     * @param known   customers with any relation on file, past ones included
     */
    public record Register(Set<PartyId> customers, Map<PartyId, GroupId> groupOf, Map<GroupId, GroupId> rootOf,
                           Map<GroupId, String> groupNames, Set<PartyId> known) {

        GroupId root(PartyId customer) {
            GroupId group = groupOf.get(customer);
            return group == null ? null : rootOf.getOrDefault(group, group);
        }
    }

    /** @param nameOf name of any party, for the name of a new group */
    public static List<GroupProposal> of(List<Detection.Cluster> clusters, Register register, String rulesVersion,
                                         Function<PartyId, String> nameOf) {
        Comparison comparison = new Comparison(register, rulesVersion);
        Map<PartyId, Integer> clusterOf = new HashMap<>();
        for (int i = 0; i < clusters.size(); i++) {
            int number = i;
            clusters.get(i).parties().forEach(party -> clusterOf.put(party, number));
            comparison.joining(clusters.get(i), nameOf);
        }
        comparison.leaving(clusterOf);
        return List.copyOf(comparison.proposals);
    }

    private void joining(Detection.Cluster cluster, Function<PartyId, String> nameOf) {
        List<PartyId> customers = cluster.parties().stream().filter(register.customers()::contains).toList();
        if (customers.size() < 2) {
            return;
        }
        String evidence = evidence(cluster.links());
        List<PartyId> alone = customers.stream().filter(customer -> register.root(customer) == null).toList();
        Map<GroupId, Long> sizes = new TreeMap<>(Comparator.comparing(GroupId::value));
        Map<GroupId, List<GroupId>> below = new HashMap<>();
        customers.stream().filter(customer -> register.root(customer) != null).forEach(customer -> {
            sizes.merge(register.root(customer), 1L, Long::sum);
            below.computeIfAbsent(register.root(customer), first -> new ArrayList<>()).add(register.groupOf().get(customer));
        });
        List<GroupId> roots = sizes.keySet().stream().sorted(Comparator.comparing((GroupId root) -> -sizes.get(root)).thenComparing(GroupId::value)).toList();
        if (roots.size() > 1) {
            List<PartyId> moving = customers.stream().filter(customer -> !roots.get(0).equals(register.root(customer))).toList();
            propose(ProposalKind.GROUPS_TO_MERGE, moving, roots, register.groupNames().get(roots.get(0)), cluster.links(), evidence);
        } else if (roots.size() == 1) {
            GroupId nearest = below.get(roots.get(0)).get(0);
            Map<PartyId, PartyLink> towards = towards(cluster, customers.stream().filter(customer -> register.root(customer) != null).toList());
            alone.forEach(customer -> propose(ProposalKind.MEMBER_TO_JOIN, List.of(customer), List.of(nearest),
                    register.groupNames().get(nearest), way(customer, towards), evidence));
        } else {
            propose(ProposalKind.NEW_GROUP, customers, List.of(), nameOf.apply(head(cluster)), cluster.links(), evidence);
        }
    }

    private void leaving(Map<PartyId, Integer> clusterOf) {
        Map<GroupId, List<PartyId>> members = new TreeMap<>(Comparator.comparing(GroupId::value));
        register.groupOf().keySet().forEach(customer -> members.computeIfAbsent(register.root(customer), first -> new ArrayList<>()).add(customer));
        members.values().forEach(all -> {
            Map<Integer, Integer> inCluster = new HashMap<>();
            all.forEach(customer -> inCluster.merge(clusterOf.getOrDefault(customer, -1), 1, Integer::sum));
            long known = all.stream().filter(register.known()::contains).count();
            all.stream().sorted().filter(register.known()::contains).filter(customer -> known > 1).filter(customer -> {
                int cluster = clusterOf.getOrDefault(customer, -1);
                return cluster < 0 || inCluster.get(cluster) == 1;
            }).forEach(customer -> propose(ProposalKind.MEMBER_TO_LEAVE, List.of(customer), List.of(register.groupOf().get(customer)),
                    register.groupNames().get(register.groupOf().get(customer)), List.of(), ""));
        });
    }

    /** Who controls most stands for the whole; else the first customer. */
    private PartyId head(Detection.Cluster cluster) {
        Map<PartyId, Integer> controls = new TreeMap<>();
        cluster.links().forEach(link -> controls.merge(link.one(), 1, Integer::sum));
        return controls.entrySet().stream().max(Map.Entry.<PartyId, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey).orElse(cluster.parties().get(0));
    }

    /** For each party the link by which the members are nearest, found from the members outwards. */
    private static Map<PartyId, PartyLink> towards(Detection.Cluster cluster, List<PartyId> members) {
        Map<PartyId, List<PartyLink>> beside = new HashMap<>();
        cluster.links().forEach(link -> {
            beside.computeIfAbsent(link.one(), first -> new ArrayList<>()).add(link);
            beside.computeIfAbsent(link.other(), first -> new ArrayList<>()).add(link);
        });
        Map<PartyId, PartyLink> towards = new HashMap<>();
        members.forEach(member -> towards.put(member, null));
        List<PartyId> reached = new ArrayList<>(members);
        for (int at = 0; at < reached.size(); at++) {
            for (PartyLink link : beside.getOrDefault(reached.get(at), List.of())) {
                PartyId next = end(link, reached.get(at));
                if (!towards.containsKey(next)) {
                    towards.put(next, link);
                    reached.add(next);
                }
            }
        }
        return towards;
    }

    private static List<PartyLink> way(PartyId customer, Map<PartyId, PartyLink> towards) {
        List<PartyLink> way = new ArrayList<>();
        PartyId here = customer;
        for (PartyLink link = towards.get(here); link != null; link = towards.get(here)) {
            way.add(link);
            here = end(link, here);
        }
        return way;
    }

    private static PartyId end(PartyLink link, PartyId start) {
        return link.one().equals(start) ? link.other() : link.one();
    }

    /** All relations that hold the cluster together: when any of them changes, what was answered is asked again. */
    private static String evidence(List<PartyLink> links) {
        TreeSet<String> relations = new TreeSet<>();
        links.forEach(link -> relations.addAll(link.relations()));
        return Sha256.of(String.join(",", relations));
    }

    private void propose(ProposalKind kind, List<PartyId> customers, List<GroupId> groups, String name, List<PartyLink> links, String evidence) {
        String content = String.join(" ", kind.name(), String.join(",", customers.stream().map(PartyId::value).toList()),
                String.join(",", groups.stream().map(GroupId::value).toList()), evidence);
        proposals.add(new GroupProposal(Sha256.of(content), kind, customers.stream().map(customer -> new CustomerId(customer.value())).toList(),
                groups, name, links, false, null, rulesVersion));
    }
}
