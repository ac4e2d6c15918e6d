package io.shouxin.customer;

import io.shouxin.audit.AuditTrail;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.GroupId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The connected groups as a tree in time (集团架构): who was in which group, and which group stood under which, on any day. */
@Service
@Transactional
public class GroupTree {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final JdbcClient jdbc;
    private final ConnectedGroups groups;
    private final GroupMemberships memberships;
    private final RelationBook book;
    private final BusinessClock clock;
    private final AuditTrail audit;

    GroupTree(JdbcClient jdbc, ConnectedGroups groups, GroupMemberships memberships, RelationBook book, BusinessClock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.groups = groups;
        this.memberships = memberships;
        this.book = book;
        this.clock = clock;
        this.audit = audit;
    }

    /** A group under another, from a day on; validTo is inclusive. */
    private record Link(GroupId group, GroupId parent, LocalDate from, LocalDate to) {

        boolean holdsOn(LocalDate day) {
            return !from.isAfter(day) && (to == null || !to.isBefore(day));
        }
    }

    /** The group as it was on a day, with the groups under it; empty when there is no such group. */
    @Transactional(readOnly = true)
    public Optional<GroupView> on(GroupId group, LocalDate day) {
        Map<GroupId, List<GroupId>> below = new HashMap<>();
        Map<GroupId, GroupId> above = new HashMap<>();
        links().stream().filter(link -> link.holdsOn(day)).forEach(link -> {
            below.computeIfAbsent(link.parent(), first -> new ArrayList<>()).add(link.group());
            above.put(link.group(), link.parent());
        });
        return groups.findById(group.value()).map(found -> view(found, day, below, above, new HashSet<>()));
    }

    private GroupView view(ConnectedGroup group, LocalDate day, Map<GroupId, List<GroupId>> below, Map<GroupId, GroupId> above, Set<GroupId> seen) {
        seen.add(group.id());
        GroupId parent = above.get(group.id());
        List<GroupView> children = below.getOrDefault(group.id(), List.of()).stream().sorted(java.util.Comparator.comparing(GroupId::value))
                .filter(child -> !seen.contains(child)).map(child -> view(groups.findById(child.value()).orElseThrow(), day, below, above, seen)).toList();
        return new GroupView(group.id(), group.name(), day, parent, parent == null ? null : groups.findById(parent.value()).orElseThrow().name(),
                memberships.of(group.id()).stream().filter(member -> !member.validFrom().isAfter(day)
                        && (member.validTo() == null || !member.validTo().isBefore(day))).toList(), children);
    }

    /** A customer's groups over time, the newest first. */
    @Transactional(readOnly = true)
    public List<GroupMembership> of(CustomerId customer) {
        return memberships.of(customer);
    }

    /** The topmost parent of each group that stands under another today. */
    @Transactional(readOnly = true)
    public Map<GroupId, GroupId> roots() {
        LocalDate today = clock.today();
        Map<GroupId, GroupId> above = new HashMap<>();
        links().stream().filter(link -> link.holdsOn(today)).forEach(link -> above.put(link.group(), link.parent()));
        Map<GroupId, GroupId> roots = new HashMap<>();
        above.keySet().forEach(group -> {
            GroupId top = group;
            for (int steps = above.size(); steps > 0 && above.containsKey(top); steps--) {
                top = above.get(top);
            }
            roots.put(group, top);
        });
        return roots;
    }

    /**
     * Puts a group under another from a day on, or under none; ends the link before. Refuses {@code GROUP_PARENT_CIRCLE} when the groups
     * would stand under each other on any day.
     *
     * @param parent null to take it from under its parent
     * @param from   not in the future; null for today
     */
    public Outcome<GroupView> placeUnder(GroupId group, GroupId parent, LocalDate from, String reason, PersonId actor) {
        book.keepAsItIs();
        LocalDate day = from == null ? clock.today() : from;
        String stated = PlainText.stripped(reason);
        List<Link> links = links();
        List<Refusal> refusals = refusals(group, parent, day, stated, links);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Optional<Link> standing = links.stream().filter(link -> link.group().equals(group) && link.to() == null).findFirst();
        if (standing.map(Link::parent).equals(Optional.ofNullable(parent))) {
            return Outcome.done(on(group, clock.today()).orElseThrow());
        }
        jdbc.sql("UPDATE group_parent SET annulled = TRUE WHERE group_id = ? AND valid_to IS NULL AND annulled = FALSE AND valid_from >= ?")
                .params(group.value(), day).update();
        jdbc.sql("UPDATE group_parent SET valid_to = ? WHERE group_id = ? AND valid_to IS NULL AND annulled = FALSE")
                .params(day.minusDays(1), group.value()).update();
        if (parent != null) {
            jdbc.sql("INSERT INTO group_parent (group_id, parent_id, valid_from, annulled, reason, decided_by, recorded_at) VALUES (?, ?, ?, FALSE, ?, ?, ?)")
                    .params(group.value(), parent.value(), day, stated, actor.value(), Timestamp.from(clock.instant())).update();
        }
        audit.record(group.value(), "GROUP_PLACED", actor, "under " + (parent == null ? "none" : parent.value()) + " from " + day);
        return Outcome.done(on(group, clock.today()).orElseThrow());
    }

    private List<Refusal> refusals(GroupId group, GroupId parent, LocalDate from, String reason, List<Link> links) {
        List<Refusal> refusals = new ArrayList<>();
        if (reason == null) {
            refusals.add(Refusal.of("REASON_MISSING").at("reason"));
        }
        PlainText.check(reason, "reason", 500, refusals);
        if (!groups.existsById(group.value())) {
            refusals.add(Refusal.of("GROUP_UNKNOWN").with("group", group));
        }
        if (parent != null && !groups.existsById(parent.value())) {
            refusals.add(Refusal.of("GROUP_UNKNOWN").at("parentId").with("group", parent));
        }
        if (from.isAfter(clock.today()) || from.isBefore(EARLIEST)) {
            refusals.add(Refusal.of("GROUP_DATE_IN_FUTURE").at("from").with("today", clock.today()));
        }
        boolean correctable = from.equals(clock.today());
        links.stream().filter(link -> link.group().equals(group)).filter(link -> link.to() != null ? !link.to().isBefore(from)
                : link.from().isAfter(from) || link.from().equals(from) && !correctable).findFirst()
                .ifPresent(link -> refusals.add(Refusal.of("GROUP_PARENT_OVERLAPS").at("from").with("from", link.from())));
        if (refusals.isEmpty() && parent != null && circle(group, parent, from, links)) {
            refusals.add(Refusal.of("GROUP_PARENT_CIRCLE").at("parentId").with("group", group).with("parent", parent));
        }
        return refusals;
    }

    /** Asked for every day on which the tree changes from then on. */
    private static boolean circle(GroupId group, GroupId parent, LocalDate from, List<Link> links) {
        TreeSet<LocalDate> days = new TreeSet<>(List.of(from));
        links.stream().map(Link::from).filter(day -> day.isAfter(from)).forEach(days::add);
        for (LocalDate day : days) {
            Map<GroupId, GroupId> above = new HashMap<>();
            links.stream().filter(link -> link.holdsOn(day)).forEach(link -> above.put(link.group(), link.parent()));
            GroupId top = parent;
            for (int steps = above.size() + 1; steps > 0 && top != null; steps--) {
                if (top.equals(group)) {
                    return true;
                }
                top = above.get(top);
            }
        }
        return false;
    }

    private List<Link> links() {
        return jdbc.sql("SELECT group_id, parent_id, valid_from, valid_to FROM group_parent WHERE annulled = FALSE ORDER BY link_id")
                .query((row, n) -> new Link(new GroupId(row.getString(1)), new GroupId(row.getString(2)), row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class))).list();
    }
}
